defmodule XdpGate.Sandbox do
  @moduledoc """
  A network of its own, in which a gate can do no harm: a veth pair between two network namespaces.

      {:ok, answer} = XdpGate.Sandbox.run(XdpGate.Demo, :run, [rules, 20])

  `run/3` starts a second BEAM by `unshare --net`: that is the gate's side. There, `connect/2` starts the other
  side, and puts one end of a veth pair into each.

  Neither namespace has a name, so there is none that another run could have, and none to take away. A
  namespace lives as long as a process is in it, and both processes end when the other end of their pipe
  is closed: the second BEAM's with this one, the other side's with the second BEAM. The kernel removes
  namespaces and interfaces then, whether the end was a result, a crash, Ctrl-C or `kill -9`.
  """

  @gate "gate0"
  @address {10, 0, 0, 1}

  @doc """
  Calls a function in a BEAM that has a network namespace of its own, and answers what it gives.

  Where there can be no namespace, the answer is an error in words.
  """
  @spec run(module, atom, [term]) :: term | {:error, String.t()}
  def run(module, function, arguments) do
    with {:ok, peer} <- start() do
      try do
        :peer.call(peer, module, function, arguments, :infinity)
      after
        :peer.stop(peer)
      end
    end
  end

  @doc "Starts such a BEAM, linked to the caller, for `:peer.call/4`."
  @spec start() :: {:ok, pid} | {:error, String.t()}
  def start do
    with :ok <- allowed() do
      {:ok, peer, _node} =
        :peer.start_link(%{
          connection: :standard_io,
          exec: {executable("unshare"), [~c"--net", executable("erl")]},
          args: Enum.flat_map(:code.get_path(), &[~c"-pa", &1])
        })

      {:ok, _} = :peer.call(peer, Application, :ensure_all_started, [:honey], 30_000)
      {:ok, peer}
    end
  end

  # Asked for before, because a peer that does not start says nothing of why.
  defp allowed do
    case System.cmd("unshare", ["--net", "true"], stderr_to_stdout: true) do
      {_, 0} -> :ok
      {text, _} -> {:error, "no network namespace can be made: #{String.trim(text)}"}
    end
  end

  defp executable(name), do: name |> System.find_executable() |> to_charlist()

  @doc """
  Connects this namespace to a new one, in which the given addresses are.

  `interface` is this side's end, which has `address`; `netns` is what `:gen_udp.open/2` takes to open a
  socket on the other side. The process that calls it has to live on.
  """
  @spec connect([:inet.ip4_address()]) ::
          %{interface: String.t(), address: :inet.ip4_address(), netns: String.t()}
  def connect(sources) do
    pid = namespace()
    netns = "/proc/#{pid}/ns/net"

    ip(~w(link add #{@gate} type veth peer name out0 netns #{pid}))
    ip(~w(address add #{:inet.ntoa(@address)}/32 dev #{@gate}))
    ip(~w(link set #{@gate} up))
    ip(~w(route add default dev #{@gate}))

    for source <- sources, do: ip(~w(address add #{:inet.ntoa(source)}/32 dev out0), netns)
    ip(~w(link set out0 up), netns)
    ip(~w(route add default dev out0), netns)

    %{interface: @gate, address: @address, netns: netns}
  end

  # `cat` ends when its input does, which is a pipe from this BEAM.
  defp namespace do
    script = "echo there; exec cat"
    arguments = ["--net", "sh", "-c", script]
    port = Port.open({:spawn_executable, executable("unshare")}, [:binary, args: arguments])

    receive do
      {^port, {:data, "there\n"}} -> port |> Port.info(:os_pid) |> elem(1)
    after
      5_000 -> raise "the other network namespace does not begin"
    end
  end

  defp ip(arguments), do: command("ip", arguments)
  defp ip(arguments, netns), do: command("nsenter", ["--net=#{netns}", "ip" | arguments])

  defp command(program, arguments) do
    case System.cmd(program, arguments, stderr_to_stdout: true) do
      {_, 0} -> :ok
      {text, _} -> raise "#{Enum.join([program | arguments], " ")}: #{text}"
    end
  end
end
