defmodule NetworkMonitorTest do
  use ExUnit.Case, async: true

  alias Honey.Sim
  alias NetworkMonitor.{Alert, Socket, Traffic}

  @task [pid: 10, tgid: 5, comm: "curl"]

  defp call(sim, name, fd, result, options \\ []) do
    sim = Sim.run(sim, :"on_enter_#{name}", [ctx: %{fd: fd}, time: 1_000] ++ options ++ @task).sim
    Sim.run(sim, :"on_exit_#{name}", [ctx: %{ret: result}, time: 1_200] ++ options ++ @task)
  end

  test "adds up by process and socket" do
    sim = call(NetworkMonitor, :sendto, 7, 100).sim
    sim = call(sim, :recvfrom, 7, 40).sim
    sim = call(sim, :recvfrom, 8, -11).sim

    assert Sim.map(sim, :calls) == %{}

    assert Sim.map(sim, :traffic) == %{
             %Socket{pid: 5, fd: 7} => %Traffic{
               sent: 100,
               sends: 1,
               received: 40,
               receives: 1,
               nanoseconds: 400
             }
           }
  end

  test "one alert for a socket that passes the limit" do
    options = [vars: [alert_bytes: 150]]
    first = call(NetworkMonitor, :sendto, 7, 100, options)
    second = call(first.sim, :sendto, 7, 100, options)
    third = call(second.sim, :sendto, 7, 100, options)

    assert first.events == []
    assert [%Alert{pid: 5, fd: 7, bytes: 200}] = second.events
    assert third.events == []
  end
end
