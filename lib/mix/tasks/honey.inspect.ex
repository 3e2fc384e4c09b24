defmodule Mix.Tasks.Honey.Inspect do
  @shortdoc "Shows what a module's BPF programs were compiled to"

  @moduledoc """
  Shows what a module's BPF programs were compiled to.

      mix honey.inspect MyApp.Monitor
      mix honey.inspect MyApp.Monitor --asm
      mix honey.inspect MyApp.Monitor --c
      mix honey.inspect MyApp.Monitor --json

  Without options: the programs with their sizes, the maps, and, where this user may load
  programs, what the kernel made of each: how many instructions its verifier looked at, the bytes of
  machine code, and of memory. Nothing is attached, nothing is pinned.

      $ mix honey.inspect Reads
      Reads: 2792 bytes of ELF, license GPL

      program    instructions  stack  scratch  section
      on_read/1            32     12        0  tracepoint/syscalls/sys_exit_read

      with calls  stack  scratch  deepest calls
      on_read/1      32        0  on_read

      map     entries  type       key => value
      :reads     1024  :bpf_hash  :u32 => :u64

      in the kernel  instructions  verified  machine code  memory
      on_read                  32        35           183    4096

  [guides/how_it_works.md](how_it_works.md) shows this module, and what all of it comes from.

  `stack` is what a function takes of the stack itself. With calls, it is what a program takes with
  the deepest chain of functions that call each other, each of them rounded up as the verifier does;
  the kernel allows 512 bytes for that. The chain is shown.

  `scratch` is what a function has in scratch memory, where the compiler puts what the stack has no
  room for; functions that do not call each other have the same. With calls, it is what a program
  needs of it for one run. All are in bytes.

    * `--asm` - the BPF instructions, below the lines of Elixir that they come from; needs
      llvm-objdump
    * `--c` - the C that the compiler hands to clang, below the lines of Elixir
    * `--json` - everything that was asked for, as one JSON object
  """

  use Mix.Task

  alias Honey.{Inspection, Suggestion}

  @switches [c: :boolean, asm: :boolean, json: :boolean]

  @impl true
  def run(arguments) do
    case OptionParser.parse(arguments, strict: @switches) do
      {options, [name], []} -> show(name, options)
      {_, _, [{switch, _} | _]} -> Mix.raise("#{switch} is not an option: #{usage()}")
      _ -> Mix.raise("which module? #{usage()}")
    end
  end

  defp usage, do: "mix honey.inspect MODULE [--c] [--asm] [--json]"

  defp show(name, options) do
    Mix.Task.run("app.config", [])
    {:ok, _} = Application.ensure_all_started(:honey)
    module = module(name)
    inspection = Inspection.new(module, Keyword.take(options, [:c, :asm]))

    if options[:json] do
      Mix.shell().info(Inspection.to_json(inspection))
    else
      Mix.shell().info(Inspection.to_text(inspection))
    end
  end

  defp module(name) do
    module = Module.concat([name])

    cond do
      not Code.ensure_loaded?(module) ->
        Mix.raise("there is no module #{name} in this project#{did_you_mean(name)}")

      not function_exported?(module, :__honey__, 1) ->
        Mix.raise("#{inspect(module)} does not `use Honey`")

      module.__honey__(:programs) == [] ->
        Mix.raise("#{inspect(module)} has no programs: no function has an `@sec`")

      true ->
        module
    end
  end

  # Of the project's modules that say `use Honey`.
  defp did_you_mean(name) do
    names = for module <- project(), honey?(module), do: inspect(module)

    case Suggestion.nearest(name, names) do
      nil -> ""
      near -> "; did you mean #{near}?"
    end
  end

  defp project, do: Application.spec(Mix.Project.config()[:app], :modules) || []

  defp honey?(module) do
    Code.ensure_loaded?(module) and function_exported?(module, :__honey__, 1)
  end
end
