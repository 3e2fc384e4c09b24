defmodule Honey.Probes do
  @moduledoc """
  The tracepoints that programs attach to, and the fields that they read of each.

  The fields are those of the compiler's own database, which describes several kernels; whether the
  running one has a tracepoint, its tracefs tells. `mix honey.probes` shows them; in a release, where there is no Mix:

      "sched_switch" |> Honey.Probes.names() |> hd() |> Honey.Probes.fetch() |> Honey.Probes.to_text() |> IO.puts()
  """

  alias Honey.{Json, Nif, Suggestion, Tracefs}

  @typedoc """
  A field of a tracepoint: `ctx.name` in a program.

  `type` says what a program gets, in words; `readable` is false where Honey has no value for it;
  `string` is the call that reads the string at an address of chars, and `data` the one that reads an array, or the
  first of any number of elements; each is nil for other fields. What `data` reads has no value by its name alone, and
  neither has a string of any length.
  `kernels` is `:all`, `{:since, "6.1"}`, or `:some` where newer ones of the kernels that the
  program is for do not have it, or have it otherwise.
  """
  @type field :: %{
          name: String.t(),
          type: String.t(),
          readable: boolean,
          string: String.t() | nil,
          data: String.t() | nil,
          kernels: :all | :some | {:since, String.t()}
        }

  @typedoc "A tracepoint; `here` is whether the running kernel has it, nil where that is not to be known."
  @type t :: %{
          section: String.t(),
          kernels: [String.t()],
          here: boolean | nil,
          fields: [field]
        }

  @width 80

  # Addresses of char where there are bytes of any kind, of which another argument says how many.
  @buffers ~w(buf ubuf list optval shmaddr u_msg_ptr)

  @doc """
  The names of the tracepoints that match, such as `"sched/sched_switch"`.

  The pattern is part of a name, or a whole one with `*` for any characters:
  `"sched_switch"`, `"sched/*"`, `"syscalls/sys_enter_*at"`. What is the whole name of an event
  matches nothing else. A colon is as good as a slash: so tracefs, perf and bpftrace write the names.

      iex> Honey.Probes.names("sched_process_e*")
      ["sched/sched_process_exec", "sched/sched_process_exit"]
  """
  @spec names(String.t()) :: [String.t()]
  def names(pattern) when is_binary(pattern) do
    names = Nif.tracepoints()
    pattern = slashed(pattern)

    case Enum.filter(names, &(&1 == pattern or event(&1) == pattern)) do
      [] -> Enum.filter(names, matcher(pattern))
      found -> found
    end
  end

  # No name of a tracepoint has a colon.
  defp slashed(pattern), do: String.replace(pattern, ":", "/")

  defp event(name), do: name |> String.split("/") |> List.last()

  defp matcher(pattern) do
    if String.contains?(pattern, "*") do
      parts = pattern |> String.split("*") |> Enum.map_join(".*", &Regex.escape/1)
      regex = Regex.compile!("^(#{parts})$", "s")
      &(&1 =~ regex or event(&1) =~ regex)
    else
      &String.contains?(&1, pattern)
    end
  end

  @doc """
  The name that was probably meant; nil when none is near.

      iex> Honey.Probes.suggest("sched_swich")
      "sched/sched_switch"
  """
  @spec suggest(String.t()) :: String.t() | nil
  def suggest(pattern) when is_binary(pattern) do
    names = Nif.tracepoints()
    pattern = slashed(pattern)

    if String.contains?(pattern, "/") do
      Suggestion.nearest(pattern, names)
    else
      events = Map.new(names, &{event(&1), &1})
      events[Suggestion.nearest(pattern, Map.keys(events))]
    end
  end

  @doc """
  A tracepoint as programs see it that are for this kernel and newer ones; nil for an unknown one.

      iex> probe = Honey.Probes.fetch("sched/sched_process_exec", {6, 1})
      iex> for %{readable: true} = field <- probe.fields, do: {field.name, field.type}
      [{"filename", "string of any length"}, {"pid", ":s32"}, {"old_pid", ":s32"}]
  """
  @spec fetch(String.t(), {major :: non_neg_integer, minor :: non_neg_integer}) :: t | nil
  def fetch(name, kernel \\ {5, 10})

  def fetch(name, {major, minor})
      when is_binary(name) and major in 0..255 and minor in 0..255 do
    with %{} = found <- Nif.tracepoint(name, major * 256 + minor) do
      %{
        section: "tracepoint/#{found.category}/#{found.name}",
        kernels: kernels(found.kernels),
        here: here?(name),
        fields: Enum.map(found.fields, &field/1)
      }
    end
  end

  # "x86_64:5.10,6.1;arm64:6.12"
  defp kernels(layouts) do
    versions =
      for layout <- layouts,
          architecture <- String.split(layout, ";"),
          [_, versions] = String.split(architecture, ":"),
          version <- String.split(versions, ","),
          uniq: true,
          do: version

    Enum.sort_by(versions, &Enum.map(String.split(&1, "."), fn n -> String.to_integer(n) end))
  end

  defp here?(name) do
    with {:ok, root} <- Tracefs.root(),
         do: File.dir?(Path.join([root, "events", name])),
         else: (_ -> nil)
  end

  defp field(field) do
    %{
      name: field.name,
      type: type(field),
      readable: field.kind in [:integer, :pointer, :string] or field.has_data,
      string: string(field),
      data: data(field),
      kernels: field_kernels(field)
    }
  end

  defp field_kernels(%{answer: :all}), do: :all
  defp field_kernels(%{since: nil}), do: :some
  defp field_kernels(%{since: version}), do: {:since, version}

  defp type(%{kind: :integer, nature: :boolean}), do: "boolean"
  defp type(%{kind: :integer, nature: :enum} = field), do: integer(field) <> ", a C enum"
  defp type(%{kind: :integer} = field), do: integer(field)

  defp type(%{kind: :pointer, memory: memory, element: element}),
    do: "address of #{pointee(element)}, in #{memory} memory"

  defp type(%{kind: :string, count: count}), do: "string of at most #{count} bytes"
  defp type(%{kind: :array, count: 0} = field), do: "array of #{field.element}"
  defp type(%{kind: :array} = field), do: "array of #{field.count} #{field.element}"
  defp type(%{kind: :dynamic, element: "char"}), do: "string of any length"
  defp type(%{kind: :dynamic} = field), do: "any number of #{field.element}"
  defp type(%{kind: :opaque} = field), do: "C struct of #{field.bytes} bytes"

  defp string(%{kind: :pointer, element: "char", memory: memory, name: name})
       when name not in @buffers,
       do: "bpf_probe_read_#{memory}_str(ctx.#{name}, 64)"

  defp string(%{kind: :dynamic, element: "char", name: name}),
    do: "bpf_probe_read_kernel_str(ctx.#{name}, 64)"

  defp string(_field), do: nil

  defp data(%{data: nil}), do: nil
  defp data(field), do: "bpf_probe_read_kernel(ctx.#{field.name}, #{field.data})"

  defp integer(field), do: ":#{if field.signed, do: "s", else: "u"}#{field.bytes * 8}"

  defp pointee(element) do
    element
    |> String.replace("user*", "pointer to ")
    |> String.replace("kernel*", "pointer to ")
    |> String.replace(~r/^(enum|bool):/, "")
  end

  @doc """
  Tracepoints as text of 80 columns: one with its fields, of several the names.

      iex> Honey.Probes.to_text(["sched/sched_process_exec", "sched/sched_process_exit"])
      "tracepoint/sched/sched_process_exec\\ntracepoint/sched/sched_process_exit"
  """
  @spec to_text([String.t()] | t) :: String.t()
  def to_text(names) when is_list(names),
    do: Enum.map_join(names, "\n", &"tracepoint/#{&1}")

  def to_text(probe) do
    width = probe.fields |> Enum.map(&String.length(&1.name)) |> Enum.max(fn -> 0 end)

    Enum.join(
      [
        probe.section,
        "  #{here(probe.here)}; known of Linux #{Enum.join(probe.kernels, ", ")}",
        ""
      ] ++
        Enum.flat_map(probe.fields, &lines(&1, width)) ++ where_to_read(probe),
      "\n"
    )
  end

  # At the exit of execve the memory of the old program is gone.
  defp where_to_read(%{section: "tracepoint/syscalls/sys_enter_" <> call} = probe)
       when call not in ["execve", "execveat"] do
    if Enum.any?(probe.fields, & &1.string) do
      [
        "",
        "  Where a call begins, the string may not be in memory yet: keep its address,",
        "  and read it in syscalls/sys_exit_#{call}"
      ]
    else
      []
    end
  end

  defp where_to_read(_probe), do: []

  defp here(true), do: "on this kernel"
  defp here(false), do: "not on this kernel"
  defp here(nil), do: "whether on this kernel, tracefs did not say"

  defp lines(field, width) do
    words =
      [field.type, kernels_text(field.kernels), if(field.readable, do: nil, else: "not readable")]
      |> Enum.reject(&is_nil/1)
      |> Enum.join("; ")

    name = String.pad_trailing(field.name, width)

    for text <- ["  ctx.#{name}  #{words}" | call_lines(field, width)],
        do: String.slice(text, 0, @width)
  end

  # The longest names leave no room beside them.
  defp call_lines(field, width) do
    case {field.string, field.data, field.type} do
      {nil, nil, _} -> []
      {nil, call, "array" <> _} -> [call_line("as a list", call, width)]
      {nil, call, _} -> [call_line("the first of them", call, width)]
      {call, _, _} -> [call_line("as a string", call, width)]
    end
  end

  defp call_line(what, call, width) do
    line = "#{what}: #{call}"

    String.duplicate(" ", Kernel.min(width + 8, Kernel.max(@width - String.length(line), 4))) <>
      line
  end

  defp kernels_text(:all), do: nil
  defp kernels_text(:some), do: "not on all kernels"
  defp kernels_text({:since, version}), do: "from Linux #{version} on"

  @doc """
  The same as JSON: a list of names, or an object.

      iex> Honey.Probes.to_json(["sched/sched_process_exec"])
      "[\\"sched/sched_process_exec\\"]"
  """
  @spec to_json([String.t()] | t) :: String.t()
  def to_json(found), do: Json.encode(found)
end
