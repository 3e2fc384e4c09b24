defmodule Honey.Doctor do
  @moduledoc """
  What this machine can do with BPF programs, and what to do about what it cannot.

  `facts/0` asks the machine, `findings/1` judges what it said; `mix honey.doctor` shows both. A
  finding is `:fault` where programs cannot be compiled (area `:build`) or run (`:run`), `:note`
  where some cannot, or something is less comfortable, and `:ok`. In a release, where there is no Mix:

      Honey.Doctor.facts() |> Honey.Doctor.findings() |> Honey.Doctor.to_text() |> IO.puts()
  """

  alias Honey.{Capability, Compiler, Error, Json, Listing, LoaderNif, Nif, Text, Tracefs}

  @typedoc """
  What the machine says: nil where it does not; `:ok` of a library that is loaded, or why it is not; `jit` is that of
  /proc/sys/net/core/bpf_jit_enable, `config` the kernel's options.
  """
  @type facts :: %{
          clang: nil | {Path.t(), String.t()},
          compiler: :ok | String.t(),
          objdump: Path.t() | nil,
          loader: :ok | String.t(),
          kernel: String.t(),
          btf: boolean,
          capabilities: [Capability.name()],
          lockdown: String.t() | nil,
          tracefs: {:ok, Path.t()} | {:error, :eacces | :enoent},
          bpffs: boolean,
          jit: 0..2 | nil,
          config: %{String.t() => String.t()} | nil
        }

  @typedoc "A finding: what was looked at, what was found, and what to do about it, or nil."
  @type finding :: %{
          area: :build | :run,
          state: :ok | :note | :fault,
          name: String.t(),
          found: String.t(),
          remedy: String.t() | nil
        }

  @width 80
  @clangs Compiler.clang_versions()
  @oldest_kernel {5, 10}

  @bpffs "/sys/fs/bpf"
  @bpf_fs_magic "cafe4a11"

  # Options of the kernel without which something is missing: what, and whether nothing works then.
  @options [
    {"CONFIG_BPF_SYSCALL", "BPF programs", :fault},
    {"CONFIG_BPF_EVENTS", "programs of tracepoints", :fault},
    {"CONFIG_FTRACE_SYSCALLS", "the tracepoints of system calls", :note},
    {"CONFIG_XDP_SOCKETS", "AF_XDP sockets", :note}
  ]

  @doc """
  What the machine says of itself.

      Honey.Doctor.facts().kernel   #=> "6.1.0-18-amd64"
  """
  @spec facts() :: facts
  def facts do
    %{
      clang: clang(),
      compiler: compiler(),
      objdump: Listing.objdump(),
      loader: loader(),
      kernel: line("/proc/sys/kernel/osrelease") || "unknown",
      btf: File.exists?("/sys/kernel/btf/vmlinux"),
      capabilities: Capability.effective(),
      lockdown: lockdown(),
      tracefs: Tracefs.root(),
      bpffs: bpffs?(),
      jit: number("/proc/sys/net/core/bpf_jit_enable"),
      config: config()
    }
  end

  defp clang do
    with path when path != nil <- Compiler.clang() do
      case System.cmd(path, ["--version"], stderr_to_stdout: true) do
        {text, 0} -> {path, text |> String.split("\n") |> hd()}
        {text, _} -> {path, String.trim(text)}
      end
    end
  rescue
    # What HONEY_CLANG names need not be a program.
    error in ErlangError -> {Compiler.clang(), "cannot be run: #{inspect(error.original)}"}
  end

  defp compiler do
    Nif.operations()
    :ok
  rescue
    error in Honey.ToolError -> Exception.message(error)
  end

  defp loader do
    with {:error, error} <- LoaderNif.ready(), do: Error.message(error)
  end

  defp line(path) do
    with {:ok, text} <- File.read(path), do: String.trim(text), else: (_ -> nil)
  end

  defp number(path) do
    with text when text != nil <- line(path),
         {number, ""} <- Integer.parse(text),
         do: number,
         else: (_ -> nil)
  end

  # "none [integrity] confidentiality"
  defp lockdown do
    with text when text != nil <- line("/sys/kernel/security/lockdown"),
         [_, mode] <- Regex.run(~r/\[(\w+)\]/, text),
         do: mode,
         else: (_ -> nil)
  end

  defp bpffs? do
    case System.cmd("stat", ["--file-system", "--format", "%t", @bpffs], stderr_to_stdout: true) do
      {type, 0} -> String.trim(type) == @bpf_fs_magic
      _ -> false
    end
  rescue
    ErlangError -> false
  end

  # The kernel's own answer, where it keeps one; else what its package brought.
  defp config do
    with {:error, _} <- read_compressed("/proc/config.gz"),
         {:error, _} <- File.read("/boot/config-#{line("/proc/sys/kernel/osrelease")}") do
      nil
    else
      {:ok, text} ->
        for [_, name, value] <- Regex.scan(~r/^(CONFIG_\w+)=(.*)$/m, text),
            into: %{},
            do: {name, value}
    end
  end

  defp read_compressed(path) do
    with {:ok, bytes} <- File.read(path), do: {:ok, :zlib.gunzip(bytes)}
  rescue
    error in ErlangError -> {:error, error.original}
  end

  @doc """
  What is right with such a machine and what is not, in the order in which to mend it.

      for %{state: :fault} = finding <- Honey.Doctor.findings(Honey.Doctor.facts()), do: finding.remedy
  """
  @spec findings(facts) :: [finding]
  def findings(facts) do
    Enum.concat([
      [compiler(facts.compiler), clang(facts.clang), objdump(facts.objdump)],
      [loader(facts.loader), kernel(facts.kernel), btf(facts.btf)],
      options(facts.config),
      privileges(facts.capabilities),
      [tracefs(facts.tracefs), lockdown(facts.lockdown), bpffs(facts.bpffs), jit(facts.jit)]
    ])
  end

  defp finding(area, state, name, found, remedy \\ nil),
    do: %{area: area, state: state, name: name, found: found, remedy: remedy}

  defp compiler(:ok), do: finding(:build, :ok, "compiler", "Honey's compiler is loaded")

  defp compiler(reason) do
    finding(:build, :fault, "compiler", reason, """
    compile Honey on this machine: it wants gcc, make and the headers of Erlang \
    (apt-get install gcc make erlang-dev)\
    """)
  end

  defp clang(nil) do
    finding(:build, :fault, "clang", "there is no clang on the PATH", """
    apt-get install clang, or name one by HONEY_CLANG; a machine that only runs compiled \
    modules needs none\
    """)
  end

  defp clang({path, text}) do
    case Regex.run(~r/clang version (\d+)\./, text) do
      [_, version] -> clang_version(path, String.to_integer(version))
      nil -> finding(:build, :fault, "clang", "#{path}: #{text}", "name a clang by HONEY_CLANG")
    end
  end

  defp clang_version(path, version) when version in @clangs,
    do: finding(:build, :ok, "clang", "version #{version}, #{path}")

  defp clang_version(path, version) do
    state = if version < @clangs.first, do: :fault, else: :note

    finding(:build, state, "clang", "version #{version}, #{path}", """
    Honey is tested with clang #{@clangs.first} to #{@clangs.last}: install one of them, or name it \
    by HONEY_CLANG\
    """)
  end

  defp objdump(nil) do
    finding(:build, :note, "llvm-objdump", "it is not on the PATH", """
    apt-get install llvm, for `mix honey.inspect --asm`\
    """)
  end

  defp objdump(path), do: finding(:build, :ok, "llvm-objdump", path)

  defp loader(:ok), do: finding(:run, :ok, "loader", "Honey's loader and libbpf are loaded")

  defp loader(reason) do
    finding(:run, :fault, "loader", reason, """
    install libbpf (apt-get install libbpf1; to compile Honey, libbpf-dev)\
    """)
  end

  defp kernel(release) do
    case Regex.run(~r/^(\d+)\.(\d+)/, release) do
      [_, major, minor] -> kernel(release, {String.to_integer(major), String.to_integer(minor)})
      nil -> finding(:run, :note, "kernel", "#{release} is no version that Honey knows")
    end
  end

  defp kernel(release, version) when version >= @oldest_kernel,
    do: finding(:run, :ok, "kernel", "Linux #{release}")

  defp kernel(release, _version) do
    finding(:run, :fault, "kernel", "Linux #{release}", """
    programs are for Linux 5.10 and newer\
    """)
  end

  defp btf(true), do: finding(:run, :ok, "BTF", "the kernel describes its types")

  defp btf(false) do
    finding(:run, :fault, "BTF", "/sys/kernel/btf/vmlinux is not there", """
    fields of tracepoints are found by it: use a kernel with CONFIG_DEBUG_INFO_BTF\
    """)
  end

  defp options(nil), do: []

  defp options(config) do
    for {option, what, state} <- @options, config[option] not in ["y", "m"] do
      finding(:run, state, option, "the kernel was built without it", """
      #{what} are not to be had on this kernel\
      """)
    end
  end

  # What each needs, and what a user without root can be given (guides/kernels.md).
  @uses [
    {"maps, syscall", [:cap_bpf]},
    {"tracing", [:cap_bpf, :cap_perfmon]},
    {"network", [:cap_bpf, :cap_net_admin]}
  ]

  defp privileges(held) do
    for {what, wanted} <- @uses do
      case Capability.missing(wanted, held) do
        [] ->
          finding(:run, :ok, "privileges", "programs can be loaded: #{what}")

        missing ->
          names = Enum.map_join(missing, " and ", &Capability.text/1)

          finding(:run, :note, "privileges", "programs cannot be loaded: #{what}", """
          run as root, or give the process #{names}\
          """)
      end
    end
  end

  defp tracefs({:ok, root}), do: finding(:run, :ok, "tracefs", root)

  defp tracefs({:error, :eacces}) do
    finding(:run, :note, "tracefs", "this user may not read it", """
    tracepoint/... programs cannot be attached; run as root, give the process CAP_DAC_READ_SEARCH, \
    or let a group of its user read: mount -o remount,gid=GROUP,mode=750 /sys/kernel/tracing; \
    raw_tracepoint/... needs none of this\
    """)
  end

  defp tracefs({:error, :enoent}) do
    finding(:run, :note, "tracefs", "it is not mounted, so tracepoint/... cannot be attached", """
    as root: mount -t tracefs nodev /sys/kernel/tracing\
    """)
  end

  defp lockdown(nil) do
    finding(:run, :note, "lockdown", "/sys/kernel/security/lockdown does not say", """
    to see it, as root: mount -t securityfs securityfs /sys/kernel/security\
    """)
  end

  defp lockdown("none"), do: finding(:run, :ok, "lockdown", "the kernel is not locked down")

  defp lockdown("integrity") do
    finding(:run, :note, "lockdown", "integrity", """
    programs cannot write to the memory of processes (bpf_probe_write_user)\
    """)
  end

  defp lockdown(mode) do
    finding(:run, :fault, "lockdown", mode, """
    programs cannot read the kernel's memory, which most of tracing does; it is set when the \
    kernel boots (lockdown=)\
    """)
  end

  defp bpffs(true), do: finding(:run, :ok, "bpffs", @bpffs)

  defp bpffs(false) do
    finding(:run, :note, "bpffs", "it is not mounted, so nothing can be pinned", """
    as root: mount -t bpf bpf #{@bpffs}\
    """)
  end

  defp jit(0) do
    finding(:run, :note, "JIT", "it is off, so programs are interpreted", """
    as root: sysctl net.core.bpf_jit_enable=1\
    """)
  end

  defp jit(_), do: finding(:run, :ok, "JIT", "programs become machine code")

  @doc """
  Findings as text of 80 columns.

      Honey.Doctor.facts() |> Honey.Doctor.findings() |> Honey.Doctor.to_text() |> IO.puts()
  """
  @spec to_text([finding]) :: String.t()
  def to_text(findings) do
    areas =
      for {area, title} <- [build: "Compiling", run: "Running"] do
        lines = for finding <- findings, finding.area == area, line <- lines(finding), do: line
        Enum.join([title | lines], "\n")
      end

    Enum.join(areas ++ [verdict(findings)], "\n\n")
  end

  defp lines(finding) do
    mark = %{ok: "ok   ", note: "note ", fault: "FAULT"}[finding.state]
    first = Text.wrap("#{finding.name}: #{finding.found}", @width - 8)
    rest = if finding.remedy, do: Text.wrap(finding.remedy, @width - 8), else: []
    [head | tail] = first ++ rest
    ["  #{mark} #{head}" | Enum.map(tail, &"        #{&1}")]
  end

  defp verdict(findings) do
    case for %{state: :fault, area: area} <- findings, uniq: true, do: area do
      [] -> "Programs can be compiled and run here."
      [:build] -> "Programs cannot be compiled here; compiled ones can be run."
      [:run] -> "Programs can be compiled here, but not run."
      _ -> "Programs can neither be compiled nor run here."
    end
  end

  @doc """
  The same as a JSON list.

      iex> finding = %{area: :run, state: :ok, name: "BTF", found: "the kernel describes its types", remedy: nil}
      iex> Honey.Doctor.to_json([finding])
      ~S([{"area":"run","found":"the kernel describes its types","name":"BTF","remedy":null,"state":"ok"}])
  """
  @spec to_json([finding]) :: String.t()
  def to_json(findings), do: Json.encode(findings)
end
