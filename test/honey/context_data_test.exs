defmodule Honey.ContextDataTest do
  @moduledoc """
  Data of contexts that are no numbers: arrays, and fields whose length each event decides. In the kernel, and
  simulated.
  """

  use ExUnit.Case, async: false

  alias Honey.{Events, Sim}
  alias Honey.Test.Kernel

  defmodule Programs do
    use Honey, license: "GPL", kernel: "6.1"

    import Honey.BpfHelpers

    deftype Exec, pid: :s32, path: {:string, 64}

    deftype State,
      source: :ipv4,
      target: :ipv4,
      list: {:array, :u8, 4},
      bytes: {:binary, 4},
      six: :ipv6,
      port: :u16,
      swapped: :u16

    defmap :events, :bpf_ringbuf, max_entries: 65_536, types: [Exec, State]

    @sec "tracepoint/sched/sched_process_exec"
    def on_exec(ctx) do
      case bpf_probe_read_kernel_str(ctx.filename, 64) do
        {:error, _} -> 1
        path -> Events.emit(:events, %Exec{pid: ctx.pid, path: path})
      end
    end

    @sec "tracepoint/sock/inet_sock_set_state"
    def on_state(ctx) do
      with {_, _, _, _} = source <- bpf_probe_read_kernel(ctx.saddr, :ipv4),
           {_, _, _, _} = target <- bpf_probe_read_kernel(ctx.daddr, :ipv4),
           {_, _, _, _, _, _, _, _} = six <- bpf_probe_read_kernel(ctx.daddr_v6, :ipv6),
           port when is_integer(port) <- bpf_probe_read_kernel(ctx.daddr, {:be, :u16}) do
        emit(ctx, source, target, six, port)
      else
        _ -> 1
      end
    end

    defp emit(ctx, source, target, six, swapped) do
      list = bpf_probe_read_kernel(ctx.saddr, {:array, :u8, 4})
      bytes = bpf_probe_read_kernel(ctx.daddr, {:binary, 4})

      case {list, bytes} do
        {{:error, _}, _} ->
          1

        {_, {:error, _}} ->
          1

        {list, bytes} ->
          Events.emit(:events, %State{
            source: source,
            target: target,
            list: list,
            bytes: bytes,
            six: six,
            port: ctx.dport,
            swapped: swapped
          })
      end
    end
  end

  defp state(port) do
    %Programs.State{
      source: {127, 0, 0, 1},
      target: {127, 3, 2, 1},
      list: [127, 0, 0, 1],
      bytes: <<127, 3, 2, 1>>,
      six: {0, 0, 0, 0, 0, 0xFFFF, 127 * 256 + 3, 2 * 256 + 1},
      swapped: 127 * 256 + 3,
      port: port
    }
  end

  describe "in the kernel" do
    @describetag Kernel.tags()

    setup do
      Kernel.mount_tracefs()
      {:ok, object} = Honey.start_link(Programs)
      on_exit(fn -> Honey.stop(object) end)
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      %{object: object, ref: ref}
    end

    test "a string whose length the event decides", %{ref: ref} do
      {pid, 0} = System.cmd("/bin/sh", ["-c", "echo $$"])
      pid = pid |> String.trim() |> String.to_integer()
      assert find(ref, &match?(%Programs.Exec{pid: ^pid}, &1)).path == "/bin/sh"
    end

    test "arrays, as addresses, lists, bytes and numbers of the network", %{ref: ref} do
      {:ok, listener} = :gen_tcp.listen(0, ip: {127, 3, 2, 1})
      {:ok, port} = :inet.port(listener)
      {:ok, socket} = :gen_tcp.connect({127, 3, 2, 1}, port, ip: {127, 0, 0, 1})
      wanted = state(port)
      assert find(ref, &(&1 == wanted))
      :gen_tcp.close(socket)
      :gen_tcp.close(listener)
    end
  end

  # Among those of others.
  defp find(ref, wanted?) do
    assert_receive {:honey_events, ^ref, events}, 5_000
    Enum.find(events, wanted?) || find(ref, wanted?)
  end

  describe "simulated" do
    setup do
      %{sim: Sim.new(Programs)}
    end

    test "the data are given as a binary", %{sim: sim} do
      run = Sim.run(sim, :on_exec, ctx: %{filename: "/bin/sh", pid: 7})
      assert run.events == [%Programs.Exec{pid: 7, path: "/bin/sh"}]

      ctx = %{
        saddr: <<127, 0, 0, 1>>,
        daddr: <<127, 3, 2, 1>>,
        daddr_v6: <<0::80, 0xFFFF::16, 127, 3, 2, 1>>,
        dport: 80
      }

      assert Sim.run(sim, :on_state, ctx: ctx).events == [state(80)]
    end

    test "or by their address in memory:", %{sim: sim} do
      run = Sim.run(sim, :on_exec, ctx: %{filename: 0x1000, pid: 7}, memory: %{0x1000 => "/a"})
      assert run.events == [%Programs.Exec{pid: 7, path: "/a"}]

      # Nothing is there.
      assert %{return: 1, events: []} =
               Sim.run(sim, :on_exec, ctx: %{filename: 0x2000, pid: 7}, memory: %{})
    end

    test "too few are an error", %{sim: sim} do
      ctx = %{saddr: <<127, 0>>, daddr: "", daddr_v6: "", dport: 80}
      assert %{return: 1, events: []} = Sim.run(sim, :on_state, ctx: ctx)
    end

    test "what is none is refused", %{sim: sim} do
      for wrong <- [nil, -1, 1.5, :binary.copy("x", 0x10000), ~c"/bin/sh"] do
        assert_raise ArgumentError,
                     ~r/for :filename, which is a binary of at most 65535 bytes/,
                     fn ->
                       Sim.run(sim, :on_exec, ctx: %{filename: wrong, pid: 7})
                     end
      end
    end
  end
end
