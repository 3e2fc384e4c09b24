defmodule Honey.Attachment do
  @moduledoc false
  # Programs of an object come to what their sections name, or options: one, some, or all of them. All or none: what
  # a call attached is detached again when one is refused.

  alias Honey.{Error, Link, LoaderNif, Object, Pins, Telemetry}

  # Programs that only run when they are told to: there is nothing to attach them to.
  @on_demand ["syscall"]

  @doc "Those of the programs that `all/2` would attach."
  @spec some(Object.t(), [atom()]) :: {:ok, [atom()]} | {:error, Error.t()}
  def some(object, names) do
    programs = for program <- to_attach(object), program.name in names, do: program

    with {:ok, links} <- attach_all(programs, object),
         do: {:ok, Enum.map(links, & &1.program)}
  end

  defp to_attach(object) do
    Enum.reject(object.programs, fn program ->
      Keyword.get(object.attach, program.name, []) == false or program.type in @on_demand or
        LoaderNif.program_attached(object.ref, program.elf_name)
    end)
  end

  @doc "All; then what is to be pinned is: of an owner the maps too, which it has loaded and not pinned yet."
  @spec all(Object.t(), :maps | :links) :: {:ok, [Link.t()]} | {:error, Error.t()}
  def all(object, what) do
    with {:ok, links} <- attach_all(to_attach(object), object),
         :ok <- commit_or_detach(object, links, what),
         do: {:ok, links}
  end

  @doc "One program, by its name."
  @spec one(Object.t(), atom(), keyword()) :: {:ok, Link.t()} | {:error, Error.t()}
  def one(object, name, options) do
    with {:ok, program} <- Object.fetch_program(object, name, :attach),
         {:ok, link} <- attach_program(object, program, options),
         :ok <- commit_or_detach(object, [link], :links),
         do: {:ok, link}
  end

  defp commit_or_detach(object, links, what) do
    with {:error, error} <- Pins.commit(object.ref, object.pins, what) do
      detach_new(links)
      {:error, error}
    end
  end

  # What has taken another program's place stays: there it ran before.
  defp detach_new(links),
    do: for(link <- links, not link.adopted, do: LoaderNif.link_detach(link.ref))

  # What takes a pinned program's place cannot give it back: all else, which may be refused, comes first. The
  # links are in the order of the programs.
  defp attach_all(programs, object) do
    {last, first} = Enum.split_with(programs, &takes_over?(&1, object))

    with {:ok, links} <- attach_each(first ++ last, object, []) do
      {:ok,
       Enum.sort_by(links, fn link -> Enum.find_index(programs, &(&1.name == link.program)) end)}
    end
  end

  defp takes_over?(program, object) do
    interface = Keyword.get(object.attach[program.name] || [], :interface)
    pin = Pins.link(object.pins, program.elf_name, interface)
    pin != nil and File.exists?(pin)
  end

  # All or none: what this call attached is detached again when one is refused.
  defp attach_each([], object, links) do
    with :ok <- Object.alive(object, :attach), do: {:ok, links}
  end

  defp attach_each([program | programs], object, links) do
    case attach_program(object, program, []) do
      {:ok, link} ->
        attach_each(programs, object, [link | links])

      {:error, error} ->
        detach_new(links)
        {:error, error}
    end
  end

  # What `load/2` was told of the program holds, where the options do not say otherwise.
  defp attach_program(object, program, options) do
    options = Keyword.merge(object.attach[program.name] || [], options)

    metadata = %{
      object: object.name,
      module: object.module,
      owner: self(),
      program: program.name,
      section: program.section,
      interface: options[:interface]
    }

    Telemetry.span([:attach], metadata, fn -> attach_by(object, program, options) end)
  end

  defp attach_by(object, program, options) do
    pin = Pins.link(object.pins, program.elf_name, options[:interface])

    with {:ok, result} <- attach_to(object, program, options[:interface], options[:mode], pin) do
      case result do
        {:ok, ref, kind} ->
          {:ok, %Link{ref: ref, program: program.name, adopted: kind == :adopted}}

        {:error, reason} ->
          context = [
            program: program.name,
            section: program.section,
            interface: options[:interface],
            mode: options[:mode],
            path: pin
          ]

          {:error, Error.from_loader(:attach, reason, context)}
      end
    end
  end

  defp attach_to(object, program, nil, nil, pin) do
    by_stub? = object.origin.swap == :tail_call

    cond do
      by_stub? and program.section =~ ~r{^[^/]*\.s(/|$)} ->
        refuse_attach(
          program,
          "it may sleep, by its section `#{program.section}`, and so there can be no tail call to it",
          "start it without `swap: :tail_call`"
        )

      # The kernel would run it twice for each event, where of other tracepoints it refuses a second link.
      program.type == "raw_tracepoint" and
          LoaderNif.program_attached(object.ref, program.elf_name) == true ->
        {:ok, {:error, {:eexist, "File exists", ""}}}

      true ->
        {:ok, LoaderNif.program_attach(object.ref, program.elf_name, by_stub?, pin)}
    end
  end

  defp attach_to(object, %{section: section} = program, interface, mode, pin) do
    cond do
      not xdp?(section) ->
        option = if interface, do: :interface, else: :mode

        refuse_attach(
          program,
          "`#{option}:` is for XDP programs, and the section of this one is `#{section}`",
          nil
        )

      interface == nil ->
        refuse_attach(program, "`mode:` goes with an interface", "add `interface: \"eth0\"`")

      true ->
        {:ok,
         LoaderNif.program_attach_xdp(object.ref, program.elf_name, interface, mode || :auto, pin)}
    end
  end

  defp xdp?(section), do: section == "xdp" or String.starts_with?(section, ["xdp/", "xdp."])

  defp refuse_attach(program, cause, hint) do
    {:error,
     Error.new(
       step: :attach,
       reason: :options,
       program: program.name,
       cause: cause,
       hint: hint
     )}
  end
end
