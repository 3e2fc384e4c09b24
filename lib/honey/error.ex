defmodule Honey.Error do
  @moduledoc """
  What the kernel, libbpf or Honey's loader refused, with the whole story.

      {:error, error} = Honey.load(Counter)
      error.step      #=> :load
      error.program   #=> :on_switch
      error.errno     #=> :eacces
      error.code      #=> :maybe_nil
      IO.puts(Exception.message(error))

  The message says which step failed, of which program or map, the kernel's error number, the cause
  in words, what to do about it where that is known, and the end of the verifier's log. The fields
  are for programs:

    * `:step` - `:nif` (the loader's library), `:open` (reading the ELF), `:load` (creating the maps,
      verifying the programs), `:attach`, `:map` (access to a map's elements), `:var` (to a variable), `:pin` (names in a BPF file system),
      `:stats`, `:test_run`, `:trace`, `:symbols` (reading the names of the kernel's functions), `:upgrade` (replacing an object by
      a new version), or `:owner` (finding the object that a process owns)
    * `:reason` - the error number as `:errno` has it, or an atom of Honey's: `:closed`, `:range`, `:type`,
      `:size`, `:constant`, `:unknown_map`, `:unknown_ring`, `:not_a_ring`, `:unknown_program`, `:unknown_var`, `:not_an_owner`,
      `:starting`, `:not_running`, `:changed`, `:migration`, `:pinned`, `:not_owner`, `:noproc`, `:path`, `:directory`, `:differs`, `:not_honey`,
      `:nif_not_loaded`, `:options`, `:name`, `:btf`, `:busy`, `:reader_ended`, `:hidden`, `:no_symbols`
    * `:code` - the class of the refusal, which stays the same when its words change; the message has it in brackets, and
      [guides/troubleshooting.md](troubleshooting.md#what-the-kernel-says) an entry for each
    * `:errno` - the kernel's error number by name (`:eperm`), libbpf's own (`:libbpf_format`), or nil
    * `:program`, `:map`, `:var` - their Elixir names, or nil
    * `:log` - the verifier's log, all of it, or nil
    * `:detail` - libbpf's other messages, or nil
    * `:source` - `%{file: file, line: line, text: text}` of the refused instruction, or nil where it
      is none of the user's; kernels before 6.9 tell the text alone, which may stand on several lines
    * `:cause`, `:hint` - the two as text, without the log

  An object that was closed answers everything with `reason: :closed`.

  Inspected, as by IEx and in the report of a supervisor whose child could not start, an error shows what can be
  matched, and the message:

      #Honey.Error<step: :attach, reason: :enodev, program: :on_packet
        attaching program `on_packet` failed: there is no network interface `eth1` (ENODEV, No such device)
          hint: did you mean `eth0`?
      >
  """

  alias Honey.Error.{Code, Log, Remedy, Source}

  @typedoc "What failed, as described above."
  @type step ::
          :nif
          | :open
          | :load
          | :attach
          | :map
          | :var
          | :pin
          | :stats
          | :test_run
          | :trace
          | :symbols
          | :upgrade
          | :owner
  @typedoc "The line of Elixir that a refused instruction comes from."
  @type source :: %{file: binary(), line: pos_integer(), text: binary()}
  @typedoc "An error; the fields are described above."
  @type t :: %__MODULE__{
          step: step(),
          reason: atom(),
          errno: atom() | nil,
          code: atom(),
          program: atom() | nil,
          map: atom() | nil,
          var: atom() | nil,
          cause: binary() | nil,
          hint: binary() | nil,
          source: source() | nil,
          log: binary() | nil,
          detail: binary() | nil
        }

  defexception [
    :step,
    :reason,
    :errno,
    :code,
    :program,
    :map,
    :var,
    :cause,
    :hint,
    :source,
    :log,
    :detail
  ]

  @log_lines 20

  @impl true
  def message(%__MODULE__{} = error) do
    [headline(error), source_line(error), hint_line(error), detail_lines(error), log_lines(error)]
    |> Enum.reject(&is_nil/1)
    |> Enum.join("\n")
  end

  @doc false
  # For functions with `!`.
  @spec answer!(answer) :: answer when answer: term
  def answer!({:error, %__MODULE__{} = error}), do: raise(error)
  def answer!(answer), do: answer

  @doc false
  @spec new(keyword()) :: t()
  def new(fields) do
    error = struct!(__MODULE__, fields)
    %{error | code: error.code || Code.of_reason(error.reason)}
  end

  @doc false
  @spec closed(step(), keyword()) :: t()
  def closed(step, fields \\ []) do
    new([step: step, reason: :closed, cause: "the object is closed"] ++ fields)
  end

  @doc false
  # An error of the loader. The context may hold `:program` and `:map` (Elixir names), `:section` (the
  # program's), `:names` (Elixir names by ELF names of programs and maps), `:sections` (of programs, by
  # their Elixir names), `:kinds` (types of maps, by their Elixir names), `:files` (the paths that the
  # verifier may mean by their last part), `:elf` (the object), and `:compiled` (whether by Honey). What
  # is asked of this machine otherwise, where a remedy depends on it, tests give: `:capabilities`,
  # `:kernel`, `:tracefs`.
  @spec from_loader(step(), Honey.LoaderNif.reason(), keyword()) :: t()
  def from_loader(step, reason, context \\ [])

  def from_loader(step, :closed, context),
    do: closed(step, Keyword.take(context, [:program, :map, :var]))

  def from_loader(step, {errno, words, text}, context) do
    {log, detail} = Log.split(text)
    elf_name = quoted(text, "prog")
    program = context[:program] || name(elf_name, context)
    map = context[:map] || (program == nil && name(quoted(text, "map"), context)) || nil
    code = if elf = context[:elf], do: Source.code(elf)
    files = Keyword.get(context, :files, [])

    facts = %{
      path: context[:path],
      step: step,
      errno: errno,
      program: program,
      log: log,
      detail: detail || "",
      section: context[:section] || context[:sections][program] || "",
      sections: sections(context[:sections], code),
      map_kind: map && context[:kinds][map],
      interface: context[:interface],
      mode: context[:mode],
      compiled: Keyword.get(context, :compiled, false),
      at: &Source.by_number(&1, elf_name, code, files),
      capabilities: context[:capabilities],
      kernel: context[:kernel],
      tracefs: context[:tracefs]
    }

    {class, cause, hint} = Remedy.explain(facts)

    new(
      step: step,
      reason: errno,
      errno: errno,
      code: class,
      program: program,
      map: map,
      var: context[:var],
      cause: "#{cause} (#{errno |> to_string() |> String.upcase()}, #{words})",
      hint: hint,
      source: log && Source.find(log, elf_name, code, files),
      log: log,
      detail: detail
    )
  end

  defp quoted(text, what) do
    with [_, name] <- Regex.run(~r/#{what} '([^']+)'/, text), do: name
  end

  defp name(nil, _context), do: nil

  defp name(elf_name, context) do
    context
    |> Keyword.get(:names, %{})
    |> Map.get_lazy(elf_name, fn -> if String.valid?(elf_name), do: String.to_atom(elf_name) end)
  end

  # Of all programs, for what refuses an object before one of them is looked at.
  defp sections(sections, nil), do: Map.values(sections || %{})

  defp sections(sections, code),
    do: Enum.uniq(Map.values(sections || %{}) ++ Enum.map(code.functions, & &1.section))

  defp headline(error) do
    "#{subject(error)}: #{error.cause || error.reason}#{if error.code, do: " [#{error.code}]"}"
  end

  defp subject(%{step: :nif}), do: "Honey's loader is not available"

  defp subject(%{step: :owner, reason: reason}) when reason in [:not_owner, :noproc],
    do: "giving the object away failed"

  defp subject(%{step: :owner, reason: :busy}), do: "the owner is busy"
  defp subject(%{step: :upgrade}), do: "no upgrade"
  defp subject(%{step: :owner}), do: "no object"
  defp subject(%{step: :var, var: nil}), do: "access to a variable failed"
  defp subject(%{step: :var, var: var}), do: "variable `#{var}`"
  defp subject(%{step: :map, map: nil}), do: "map access failed"
  defp subject(%{step: :map, map: map}), do: "map `#{map}`"
  defp subject(%{step: :trace}), do: "reading the lines of programs failed"
  defp subject(%{step: :symbols}), do: "reading the kernel's symbols failed"

  defp subject(%{step: :pin, program: nil, map: nil}), do: "access to pins failed"
  defp subject(%{step: step} = error), do: doing(step) <> object(error) <> " failed"

  defp doing(:open), do: "opening"
  defp doing(:load), do: "loading"
  defp doing(:attach), do: "attaching"
  defp doing(:pin), do: "pinning"
  defp doing(:stats), do: "counting the runs of"
  defp doing(:test_run), do: "running"

  defp object(%{program: program}) when program != nil, do: " program `#{program}`"
  defp object(%{map: map}) when map != nil, do: " map `#{map}`"
  defp object(_), do: " the object"

  defp source_line(%{source: nil}), do: nil
  defp source_line(%{source: at}), do: "  at #{at.file}:#{at.line}: #{at.text}"

  defp hint_line(%{hint: nil}), do: nil
  defp hint_line(%{hint: hint}), do: "  hint: #{hint}"

  defp detail_lines(%{detail: nil}), do: nil
  defp detail_lines(%{log: log}) when log != nil, do: nil

  defp detail_lines(%{detail: detail}) do
    case detail |> Log.without_types() |> String.split("\n", trim: true) do
      [] -> nil
      lines -> indent("libbpf", Enum.take(lines, -@log_lines))
    end
  end

  defp log_lines(%{log: nil}), do: nil

  defp log_lines(%{log: log}) do
    lines = log |> Log.tail() |> String.trim_trailing() |> String.split("\n")
    count = Log.line_count(log)

    if count > @log_lines do
      indent(
        "verifier log, last #{@log_lines} of #{count} lines (all are in the error's `log`)",
        Enum.take(lines, -@log_lines)
      )
    else
      indent("verifier log", lines)
    end
  end

  defp indent(title, lines),
    do: Enum.join(["  #{title}:" | Enum.map(lines, &("    " <> &1))], "\n")
end

defimpl Inspect, for: Honey.Error do
  import Inspect.Algebra

  def inspect(error, _options) do
    fields =
      for key <- [:step, :reason, :program, :map, :var],
          value = Map.fetch!(error, key),
          do: "#{key}: #{Kernel.inspect(value)}"

    lines = error |> Honey.Error.message() |> String.split("\n")
    body = Enum.map(lines, &concat(line(), &1))
    head = "#Honey.Error<" <> Enum.join(fields, ", ")
    force_unfit(concat([nest(concat([head | body]), 2), line(), ">"]))
  end
end
