defmodule Honey.Bench.Subject do
  @moduledoc """
  A program that exists twice: as an Elixir module, and as C by hand that does the same.
  """

  @enforce_keys [:title, :module, :source, :c_file, :c_elf, :load]
  defstruct [:title, :module, :source, :c_file, :c_elf, :load]

  @type t :: %__MODULE__{
          title: String.t(),
          module: module,
          source: Path.t(),
          c_file: Path.t(),
          c_elf: binary,
          load: [String.t()] | :none
        }

  @root Path.expand("../..", __DIR__)

  @pairs [
    {"the CPU monitor of examples/", "examples/cpu_monitor/lib/cpu_monitor.ex",
     "bench/c/cpu_monitor.bpf.c", []},
    {"the CPU monitor of the requirements, unmodified", "test/fixtures/cpu_monitor_full.ex",
     "bench/c/cpu_monitor_full.bpf.c", []},
    {"the exec events of examples/", "examples/exec_events/lib/exec_events.ex",
     "bench/c/exec_events.bpf.c", ["exec"]},
    {"the system calls of examples/", "examples/count_syscalls/lib/count_syscalls.ex",
     "bench/c/count_syscalls.bpf.c", ["calls"]},
    {"the SIGKILLs of examples/", "examples/force_kill/lib/force_kill.ex",
     "bench/c/force_kill.bpf.c", ["calls"]},
    {"the memory monitor of examples/", "examples/memory_monitor/lib/memory_monitor.ex",
     "bench/c/memory_monitor.bpf.c", ["calls"]},
    {"the disk monitor of examples/", "examples/disk_monitor/lib/disk_monitor.ex",
     "bench/c/disk_monitor.bpf.c", ["calls"]},
    {"the network monitor of examples/", "examples/network_monitor/lib/network_monitor.ex",
     "bench/c/network_monitor.bpf.c", ["calls"]},
    {"the factorial of examples/", "examples/factorial/lib/factorial.ex",
     "bench/c/factorial.bpf.c", :none}
  ]

  # What the compiler gives to clang and what has an effect on the code, or on the time it takes.
  @flags ~w(-x c -std=gnu11 -nostdinc -target bpf -mcpu=v3 -O2 -g -gno-column-info
            -fdebug-compilation-dir=. -ffreestanding -fwrapv -fno-strict-aliasing
            -fno-jump-tables -fno-stack-protector -fno-addrsig -Wall -Wno-unused)

  @doc "All subjects, compiled."
  @spec all() :: [t]
  def all do
    for {title, source, c_file, load} <- @pairs do
      c_file = Path.join(@root, c_file)
      source = Path.join(@root, source)

      %__MODULE__{
        title: title,
        module: compile_elixir(source),
        source: source,
        c_file: c_file,
        c_elf: compile_c(c_file),
        load: load
      }
    end
  end

  @doc "Compiles an Elixir file of one module and the structs in it, without its warnings on the screen."
  @spec compile_elixir(Path.t()) :: module
  def compile_elixir(source) do
    Code.put_compiler_option(:ignore_module_conflict, true)
    parent = self()

    Honey.Bench.Kernel.silently(fn ->
      {module, _} = source |> Code.compile_file() |> List.last()
      send(parent, {:compiled, module})
    end)

    receive do
      {:compiled, module} -> module
    end
  end

  @doc "Compiles a C file by clang, in the way Honey has its C compiled."
  @spec compile_c(Path.t()) :: binary
  def compile_c(file) do
    out = Path.join(System.tmp_dir!(), "honey-bench-#{System.pid()}.o")

    try do
      {"", 0} = clang(file, out)
      File.read!(out)
    after
      File.rm(out)
    end
  end

  @doc "Runs clang alone, from file to file."
  @spec clang(Path.t(), Path.t()) :: {String.t(), non_neg_integer}
  def clang(file, out) do
    System.cmd(Honey.Compiler.clang(), @flags ++ ["-c", file, "-o", out], stderr_to_stdout: true)
  end
end
