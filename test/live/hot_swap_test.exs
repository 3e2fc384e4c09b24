defmodule Honey.Live.HotSwapTest do
  @moduledoc """
  XDP programs that are replaced under load, and `recompile` of a Mix project whose programs run.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, Netns}

  @moduletag Kernel.tags()
  @moduletag timeout: 240_000

  # Datagrams to a port of veth0's other end, which the program there counts and drops: each is seen once, by
  # one of the two versions, unless the interface itself has dropped it.
  @filters ~S'''
  versions =
    for {name, slot} <- [{"FilterOne", 0}, {"FilterTwo", 1}] do
      [{module, _} | _] = Code.compile_string("""
      defmodule #{name} do
        use Honey, license: "GPL"
        import Honey.XDP

        defmap :seen, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

        @sec "xdp"
        def on_packet(ctx) do
          case ctx.packet do
            <<_::binary-12, 0x0800::16, 0x45, _::binary-8, 17, _::binary-10, _::16, 9999::16, _::binary>> ->
              Honey.KernelMap.count(:seen, #{slot})
              xdp_drop()

            _ ->
              xdp_pass()
          end
        end
      end
      """)

      module
    end

  sh = fn command -> {_, 0} = System.cmd("sh", ["-ec", command], stderr_to_stdout: true) end

  # Without the packets of IPv6, which nobody counts when an interface drops one.
  all = "/proc/sys/net/ipv6/conf/default/disable_ipv6"
  if File.exists?(all), do: File.write!(all, "1")

  sh.("""
  ip link add veth0 type veth peer name veth1
  ip addr add 10.77.0.1/24 dev veth0
  ip link set veth0 up
  ip link set veth1 up
  ip neigh add 10.77.0.2 lladdr $(ip -o link show veth1 | sed "s/.*ether \\([^ ]*\\).*/\\1/") dev veth0
  """)

  # Of what is sent and what is received: how much the interface has dropped itself.
  dropped = fn interface ->
    {text, 0} = System.cmd("ip", ["-j", "-s", "link", "show", "dev", interface])
    [_, received, sent] = Regex.run(~r/"rx":{[^}]*"dropped":(\d+).*"tx":{[^}]*"dropped":(\d+)/, text)
    %{rx: String.to_integer(received), tx: String.to_integer(sent)}
  end

  send_until = fn parent ->
    {:ok, socket} = :gen_udp.open(0, [:binary])

    loop = fn loop, count ->
      receive do
        :enough -> send(parent, {:sent, count})
      after
        0 ->
          case :gen_udp.send(socket, {10, 77, 0, 2}, 9999, "x") do
            :ok -> loop.(loop, count + 1)
            {:error, full} when full in [:enobufs, :eagain] -> loop.(loop, count)
          end
      end
    end

    loop.(loop, 0)
  end
  '''

  test "the kernel replaces an XDP program between two packets" do
    for mode <- [:native, :generic] do
      result =
        Netns.run!(
          @filters <>
            ~s'''
            [one, two] = versions
            attach = [on_packet: [interface: "veth1", mode: #{inspect(mode)}]]
            {:ok, pid} = Honey.start_link(one, attach: attach, swap: :tail_call)
            count = fn ->
              seen = for slot <- 0..1, do: Honey.Map.get(pid, :seen, slot)
              {seen, [dropped.("veth0").tx, dropped.("veth1").rx]}
            end

            {_, before} = count.()
            parent = self()
            senders = for _ <- 1..2, do: spawn_link(fn -> send_until.(parent) end)

            outcomes =
              for n <- 1..30 do
                module = if rem(n, 2) == 1, do: two, else: one
                {:ok, upgrade} = Honey.upgrade(pid, module: module)
                upgrade.programs.on_packet
              end

            for sender <- senders, do: send(sender, :enough)
            sent = Enum.sum(for _ <- senders, do: (receive do {:sent, count} -> count end))

            # What is under way arrives a little later, or much later on a busy machine; and then nothing more.
            {seen, now} =
              Enum.reduce_while(1..100, nil, fn _, last ->
                Process.sleep(150)
                {seen, now} = counts = count.()
                under_way = sent - Enum.sum(seen) - (Enum.sum(now) - Enum.sum(before))
                if under_way <= 0 and counts == last, do: {:halt, counts}, else: {:cont, counts}
              end)

            {text, 0} = System.cmd("ip", ["link", "show", "dev", "veth1"])
            Honey.stop(pid)
            {gone, 0} = System.cmd("ip", ["link", "show", "dev", "veth1"])

            %{
              outcomes: Enum.uniq(outcomes),
              sent: sent,
              dropped: Enum.sum(now) - Enum.sum(before),
              seen: seen,
              attached: text =~ "prog/xdp",
              left: gone =~ "prog/xdp"
            }
            '''
        )

      assert %{outcomes: [:update], attached: true, left: false, seen: [one, two]} = result
      assert one > 0 and two > 0

      # What the interfaces drop themselves, for lack of room, no program has seen.
      assert one + two == result.sent - result.dropped
    end
  end

  # What a user does in iex, step by step; each says what there is then.
  @steps ~S"""
  Mix.Task.run("app.start")
  {:ok, pid} = Honey.start_link(Hive.Counter, vars: [who: WHO])

  call = fn -> {_, 0} = System.cmd("perl", ["-e", "getpriority(0, WHO); exit 0"]) end

  recompile = fn source ->
    # Elixir compares times in seconds.
    File.write!("lib/counter.ex", source)
    File.touch!("lib/counter.ex", System.os_time(:second) + System.unique_integer([:positive, :monotonic]))

    try do
      IEx.Helpers.recompile()
    catch
      kind, reason -> {kind, reason}
    end
  end

  say = fn step ->
    call.()
    {:ok, object} = Honey.Owners.object(pid)
    seen = pid |> Honey.Map.to_list(:seen) |> Enum.map(&elem(&1, 1))
    IO.puts("STEP #{inspect({step, seen, Honey.errors(pid), Enum.map(object.programs, & &1.name), object.programs |> hd() |> Map.get(:id)})}")
  end

  say.(:first)
  recompile.(SOURCES.second)
  say.(:second)
  recompile.(SOURCES.second <> "# a remark\n")
  say.(:remark)
  recompile.(SOURCES.broken)
  say.(:broken)
  {:error, error} = Honey.upgrade(pid)
  IO.puts("ERROR #{Exception.message(error)}")
  recompile.(SOURCES.unfinished)
  say.(:unfinished)
  recompile.(SOURCES.changed)
  say.(:changed)
  recompile.(SOURCES.third)
  say.(:third)
  true = Process.alive?(pid)
  Honey.stop(pid)
  """

  @mix_exs """
  defmodule Hive.MixProject do
    use Mix.Project

    def project do
      [app: :hive, version: "0.1.0", compilers: [:honey] ++ Mix.compilers(), prune_code_paths: false]
    end

    def application, do: [extra_applications: [:honey, :iex]]
  end
  """

  defp counter(slot, more \\ "") do
    """
    defmodule Hive.Counter do
      use Honey, license: "GPL"
      defmap :seen, :bpf_array, max_entries: 3, key_type: :u32, value_type: :u64
      defvar :who, :s64, 0

      @sec "tracepoint/syscalls/sys_enter_getpriority"
      def on_call(ctx) do
        if ctx.who == who(), do: Honey.KernelMap.count(:seen, #{slot})
        0
      end

    #{more}
    end
    """
  end

  @another """
    defmap :returned, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

    @sec "tracepoint/syscalls/sys_exit_getpriority"
    def on_return(_ctx), do: 0
  """

  test "recompile replaces what runs; what does not compile does not" do
    project =
      Path.join(
        System.tmp_dir!(),
        "honey-hot-swap-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    File.mkdir_p!(Path.join(project, "lib"))
    on_exit(fn -> File.rm_rf!(project) end)

    sources = %{
      second: counter(1, @another),
      broken:
        counter(
          1,
          "  @sec \"tracepoint/syscalls/sys_enter_getpriority\"\n  def other(_ctx), do: 1.5 * 2\n"
        ),
      unfinished: "defmodule Hive.Counter do\n  def oops(\n",
      changed: String.replace(counter(2), "max_entries: 3", "max_entries: 4"),
      third: counter(2)
    }

    steps =
      @steps
      |> String.replace("WHO", to_string(Honey.Test.Calls.number()))
      |> String.replace("SOURCES", "sources")

    File.write!(Path.join(project, "mix.exs"), @mix_exs)
    File.write!(Path.join(project, "lib/counter.ex"), counter(0))

    script =
      "sources = #{inspect(sources, limit: :infinity, printable_limit: :infinity)}\n" <> steps

    File.write!(Path.join(project, "steps.exs"), script)
    {output, status} = mix(project, ["run", "steps.exs"])
    assert status == 0, output

    said =
      for [_, text] <- Regex.scan(~r/^STEP (.*)$/m, output) do
        {value, _} = Code.eval_string(text)
        value
      end

    assert [
             {:first, [1, 0, 0], [], [:on_call], _},
             {:second, [1, 1, 0], [], [:on_call, :on_return], id},
             {:remark, [1, 2, 0], [], [:on_call, :on_return], id},
             {:broken, [1, 3, 0], [], [:on_call, :on_return], id},
             {:unfinished, [1, 4, 0], [], [:on_call, :on_return], id},
             {:changed, [1, 5, 0], [], [:on_call, :on_return], id},
             {:third, [1, 5, 1], [], [:on_call], _}
           ] = said

    assert output =~ ~r/Honey: #PID<.*> runs the new Hive.Counter; kept: `seen`/

    assert output =~
             ~r/Honey: #PID<.*> runs the new Hive.Counter; kept: `seen`; removed: `returned`/

    assert output =~ ~r/ERROR no upgrade: .*Hive.Counter/

    assert output =~
             ~r/Honey: #PID<.*> runs the old Hive.Counter: no upgrade: map `seen`: `max_entries` was 3 and is 4/
  end

  defp mix(project, arguments) do
    environment = [
      {"ERL_LIBS", Path.join(Mix.Project.build_path(), "lib")},
      {"MIX_ENV", "dev"},
      {"MIX_EXS", nil},
      {"MIX_BUILD_PATH", nil},
      {"MIX_TARGET", nil},
      {"HONEY_CLANG", nil}
    ]

    System.cmd("mix", arguments, cd: project, stderr_to_stdout: true, env: environment)
  end
end
