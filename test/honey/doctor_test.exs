defmodule Honey.DoctorTest do
  use ExUnit.Case, async: false

  alias Honey.Doctor

  doctest Honey.Doctor

  @healthy %{
    clang: {"/usr/bin/clang", "Debian clang version 14.0.6"},
    compiler: :ok,
    objdump: "/usr/bin/llvm-objdump",
    loader: :ok,
    kernel: "6.1.0-18-amd64",
    btf: true,
    capabilities: [:cap_sys_admin, :cap_dac_read_search],
    lockdown: "none",
    tracefs: {:ok, "/sys/kernel/tracing"},
    bpffs: true,
    jit: 1,
    config: %{
      "CONFIG_BPF_SYSCALL" => "y",
      "CONFIG_BPF_EVENTS" => "y",
      "CONFIG_FTRACE_SYSCALLS" => "y",
      "CONFIG_XDP_SOCKETS" => "m"
    }
  }

  defp wrong(changes) do
    for finding <- Doctor.findings(Map.merge(@healthy, Map.new(changes))),
        finding.state != :ok,
        do: {finding.area, finding.state, finding.name, finding.remedy}
  end

  test "finds nothing where nothing is wrong" do
    assert wrong([]) == []
    assert Doctor.to_text(Doctor.findings(@healthy)) =~ "Programs can be compiled and run here."
  end

  for {change, area, state, name, remedy} <- [
        {[clang: nil], :build, :fault, "clang", "apt-get install clang"},
        {[clang: {"/opt/clang", "Ubuntu clang version 11.0.0"}], :build, :fault, "clang",
         "14 to 19"},
        {[clang: {"/opt/clang", "clang version 21.1.0"}], :build, :note, "clang", "14 to 19"},
        {[clang: {"/bin/false", ""}], :build, :fault, "clang", "HONEY_CLANG"},
        {[clang: {"/none", "cannot be run: :enoent"}], :build, :fault, "clang", "HONEY_CLANG"},
        {[compiler: "it is missing"], :build, :fault, "compiler", "erlang-dev"},
        {[objdump: nil], :build, :note, "llvm-objdump", "apt-get install llvm"},
        {[loader: "libbpf.so.1 is missing"], :run, :fault, "loader", "libbpf1"},
        {[kernel: "4.19.0-27-amd64"], :run, :fault, "kernel", "5.10"},
        {[kernel: "5.4.0"], :run, :fault, "kernel", "5.10"},
        {[btf: false], :run, :fault, "BTF", "CONFIG_DEBUG_INFO_BTF"},
        {[tracefs: {:error, :enoent}], :run, :note, "tracefs", "mount -t tracefs"},
        {[tracefs: {:error, :eacces}], :run, :note, "tracefs", "CAP_DAC_READ_SEARCH"},
        {[lockdown: "integrity"], :run, :note, "lockdown", "bpf_probe_write_user"},
        {[lockdown: "confidentiality"], :run, :fault, "lockdown", "lockdown="},
        {[lockdown: nil], :run, :note, "lockdown", "securityfs"},
        {[bpffs: false], :run, :note, "bpffs", "mount -t bpf"},
        {[jit: 0], :run, :note, "JIT", "bpf_jit_enable=1"}
      ] do
    test "finds what is wrong with #{inspect(change)}" do
      assert [{unquote(area), unquote(state), unquote(name), remedy}] =
               wrong(unquote(Macro.escape(change)))

      assert remedy =~ unquote(remedy)
    end
  end

  test "says of each use which capabilities it lacks" do
    assert [] = wrong(capabilities: [:cap_bpf, :cap_perfmon, :cap_net_admin])

    assert [{:run, :note, "privileges", remedy}] = wrong(capabilities: [:cap_bpf, :cap_perfmon])
    assert remedy =~ "CAP_NET_ADMIN"
    refute remedy =~ "CAP_BPF"

    assert [_, {_, _, _, tracing}, _] = wrong(capabilities: [])
    assert tracing =~ "CAP_BPF and CAP_PERFMON"
  end

  test "says what the kernel was built without" do
    assert [{:run, :fault, "CONFIG_BPF_SYSCALL", _}] =
             wrong(config: Map.delete(@healthy.config, "CONFIG_BPF_SYSCALL"))

    assert [{:run, :note, "CONFIG_FTRACE_SYSCALLS", _}] =
             wrong(config: Map.delete(@healthy.config, "CONFIG_FTRACE_SYSCALLS"))

    assert wrong(config: nil) == []
  end

  test "stays within 80 columns, and says what all of it comes to" do
    findings =
      Doctor.findings(%{@healthy | clang: nil, btf: false, bpffs: false, capabilities: []})

    text = Doctor.to_text(findings)
    for line <- String.split(text, "\n"), do: assert(String.length(line) <= 80, line)
    assert text =~ "Programs can neither be compiled nor run here."
    assert Doctor.to_text(Doctor.findings(%{@healthy | clang: nil})) =~ "compiled ones can be run"
  end

  test "asks this machine" do
    facts = Doctor.facts()
    assert {release, 0} = System.cmd("uname", ["-r"])
    assert facts.kernel == String.trim(release)
    assert facts.compiler == :ok
    assert {clang, text} = facts.clang
    assert File.exists?(clang)
    assert text =~ "clang version"
    assert facts.btf == File.exists?("/sys/kernel/btf/vmlinux")

    {mounts, 0} = System.cmd("cat", ["/proc/mounts"])
    assert facts.bpffs == (mounts =~ ~r{ /sys/fs/bpf bpf })
    assert match?({:ok, _}, facts.tracefs) == File.exists?("/sys/kernel/tracing/available_events")

    {id, 0} = System.cmd("id", ["-u"])
    if id == "0\n", do: assert(:cap_bpf in facts.capabilities)
  end

  test "survives a clang that is none" do
    before = System.get_env("HONEY_CLANG")

    on_exit(fn ->
      if before, do: System.put_env("HONEY_CLANG", before), else: System.delete_env("HONEY_CLANG")
    end)

    for path <- ["/nowhere/clang", "/bin/false", "/etc/passwd"] do
      System.put_env("HONEY_CLANG", path)

      assert {:build, :fault, "clang", _} =
               Doctor.facts() |> Map.take([:clang]) |> wrong() |> hd()
    end
  end

  describe "mix honey.doctor" do
    setup do
      shell = Mix.shell()
      Mix.shell(Mix.Shell.Process)
      on_exit(fn -> Mix.shell(shell) end)
    end

    test "shows it" do
      Mix.Tasks.Honey.Doctor.run([])
      assert_received {:mix_shell, :info, [text]}
      assert text =~ ~r/^  ok    compiler: Honey's compiler is loaded$/m

      Mix.Tasks.Honey.Doctor.run(["--json"])
      assert_received {:mix_shell, :info, [json]}
      assert json =~ ~S("name":"compiler","remedy":null,"state":"ok")
    end

    test "says what is wrong with what it was given" do
      assert_raise Mix.Error, ~r/--all is not an option/, fn ->
        Mix.Tasks.Honey.Doctor.run(["--all"])
      end

      assert_raise Mix.Error, ~r/all is not expected/, fn ->
        Mix.Tasks.Honey.Doctor.run(["all"])
      end
    end
  end
end
