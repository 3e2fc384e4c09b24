defmodule Mix.Tasks.Honey.Probes do
  @shortdoc "Lists tracepoints and the fields that programs read of them"

  @moduledoc """
  Lists tracepoints and the fields that programs read of them.

      mix honey.probes sched_switch
      mix honey.probes "sched/*"
      mix honey.probes openat --kernel 6.1
      mix honey.probes sched_switch --json

  The pattern is part of a name, or a whole name with `*` for any characters. Where one tracepoint
  matches, its fields are shown, with what `ctx.field` is in a program; of several, the names, as
  `@sec` takes them.

      $ mix honey.probes sched_process_exec
      tracepoint/sched/sched_process_exec
        on this kernel; known of Linux 5.10, 6.1, 6.12, 6.18

        ctx.filename  string of any length
                      as a string: bpf_probe_read_kernel_str(ctx.filename, 64)
        ctx.pid       :s32
        ctx.old_pid   :s32

  Of a string at an address, and of an array, the call that reads it is shown below:

      $ mix honey.probes sys_enter_chdir
      tracepoint/syscalls/sys_enter_chdir
        on this kernel; known of Linux 5.10, 6.1, 6.12, 6.18

        ctx.__syscall_nr  :s32
        ctx.filename      address of char, in user memory
                          as a string: bpf_probe_read_user_str(ctx.filename, 64)

        Where a call begins, the string may not be in memory yet: keep its address,
        and read it in syscalls/sys_exit_chdir

  What is not on all kernels that a module is for has a note. `raw_tracepoint/` takes the same names,
  without the category, but gives no fields.

    * `--kernel` - the oldest kernel that the program is for, as in `use Honey, kernel: "6.1"`;
      5.10 without it
    * `--json` - what was found, as JSON
  """

  use Mix.Task

  alias Honey.Probes

  @switches [kernel: :string, json: :boolean]

  @impl true
  def run(arguments) do
    case OptionParser.parse(arguments, strict: @switches) do
      {options, [pattern], []} -> show(pattern, options)
      {_, _, [{switch, _} | _]} -> Mix.raise("#{switch} is not an option: #{usage()}")
      _ -> Mix.raise("which tracepoints? #{usage()}")
    end
  end

  defp usage, do: "mix honey.probes PATTERN [--kernel VERSION] [--json]"

  defp show(pattern, options) do
    Mix.Task.run("loadpaths", [])
    kernel = kernel(options[:kernel] || "5.10")

    found =
      case Probes.names(String.replace(pattern, ~r{^tracepoint[/:]}, "")) do
        [] -> Mix.raise(no_match(pattern))
        [name] -> Probes.fetch(name, kernel)
        names -> names
      end

    if options[:json] do
      Mix.shell().info(Probes.to_json(found))
    else
      Mix.shell().info(Probes.to_text(found))

      if is_list(found),
        do: Mix.shell().info("\nA whole name shows the fields: #{example(found)}")
    end
  end

  defp example([name | _]), do: "mix honey.probes #{name}"

  defp no_match(pattern) do
    near =
      case Probes.suggest(pattern) do
        nil -> ""
        name -> "did you mean #{name}? "
      end

    "no tracepoint that Honey knows matches #{inspect(pattern)}: #{near}Give a part of its name, " <>
      "or a whole name with `*`, such as \"sched/*\"; the running kernel lists its own in " <>
      "/sys/kernel/tracing/available_events"
  end

  defp kernel(text) do
    case Regex.run(~r/\A(\d{1,3})\.(\d{1,3})\z/, text) do
      [_, major, minor] -> {String.to_integer(major), min(String.to_integer(minor), 255)}
      nil -> Mix.raise("--kernel #{inspect(text)} is no version: give one such as 6.1")
    end
  end
end
