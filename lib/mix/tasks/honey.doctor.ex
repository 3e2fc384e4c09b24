defmodule Mix.Tasks.Honey.Doctor do
  @shortdoc "Says what this machine can do with BPF programs, and what to do about the rest"

  @moduledoc """
  Says what this machine can do with BPF programs, and what to do about what it cannot.

      mix honey.doctor
      mix honey.doctor --json

  It looks at clang and Honey's own libraries, the kernel's version, types and options, the rights
  of this user, and what must be mounted. Nothing is loaded or changed. `FAULT` is what programs
  cannot be compiled or run with; the task then ends with an error. `note` is what some of them
  cannot be.

      $ mix honey.doctor
      Compiling
        ok    compiler: Honey's compiler is loaded
        ok    clang: version 14, /usr/bin/clang
        ok    llvm-objdump: /usr/bin/llvm-objdump

      Running
        ok    loader: Honey's loader and libbpf are loaded
        ...
        note  bpffs: it is not mounted, so nothing can be pinned
              as root: mount -t bpf bpf /sys/fs/bpf
        ok    JIT: programs become machine code

      Programs can be compiled and run here.

  The option is

    * `--json` - the findings as a JSON list
  """

  use Mix.Task

  alias Honey.Doctor

  @impl true
  def run(arguments) do
    case OptionParser.parse(arguments, strict: [json: :boolean]) do
      {options, [], []} -> show(options)
      {_, _, [{switch, _} | _]} -> Mix.raise("#{switch} is not an option: #{usage()}")
      {_, [argument | _], _} -> Mix.raise("#{argument} is not expected: #{usage()}")
    end
  end

  defp usage, do: "mix honey.doctor [--json]"

  defp show(options) do
    Mix.Task.run("loadpaths", [])
    findings = Doctor.findings(Doctor.facts())
    text = if options[:json], do: Doctor.to_json(findings), else: Doctor.to_text(findings)
    Mix.shell().info(text)
    if Enum.any?(findings, &(&1.state == :fault)), do: exit({:shutdown, 1})
  end
end
