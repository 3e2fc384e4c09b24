defmodule TestingDemo.Live do
  @moduledoc """
  The program attached, in a network namespace of its own: on the loopback interface that every namespace has.

  It is a BEAM of its own that is there, because programs are attached where their process is. It ends with
  the test, and the namespace with it, whatever happens.
  """

  # Ethernet, IPv4 and UDP.
  @headers 14 + 20 + 8

  @doc "How many bytes a datagram is more on the wire."
  @spec headers() :: pos_integer
  def headers, do: @headers

  @doc """
  Sends datagrams of so many bytes from 127.0.0.2.

  Gives the sizes of those that arrived, what `TestingDemo.sent/1` says, and `Honey.errors/1`.
  """
  @spec run([non_neg_integer], non_neg_integer) :: {[non_neg_integer], list, list}
  def run(sizes, quota) do
    shell = ~c"ip link set lo up && exec \"$@\""
    erl = System.find_executable("erl") |> to_charlist()

    {:ok, peer, _} =
      :peer.start_link(%{
        connection: :standard_io,
        exec: {
          System.find_executable("unshare") |> to_charlist(),
          [~c"--net", ~c"sh", ~c"-c", shell, ~c"sh", erl]
        },
        args: Enum.flat_map(:code.get_path(), &[~c"-pa", &1])
      })

    {:ok, _} = :peer.call(peer, Application, :ensure_all_started, [:honey], 30_000)
    result = :peer.call(peer, __MODULE__, :there, [sizes, quota], 30_000)
    :peer.stop(peer)
    result
  end

  @doc false
  def there(sizes, quota) do
    attach = [on_packet: [interface: "lo"]]
    {:ok, pid} = Honey.start_link(TestingDemo, attach: attach, vars: [quota: quota])
    {:ok, receiver} = :gen_udp.open(0, [:binary, active: false, ip: {127, 0, 0, 1}])
    {:ok, port} = :inet.port(receiver)
    {:ok, sender} = :gen_udp.open(0, ip: {127, 0, 0, 2})

    for size <- sizes,
        do: :ok = :gen_udp.send(sender, {127, 0, 0, 1}, port, <<0::size(size * 8)>>)

    # The program has seen each of them when its sum is theirs: it counts what it drops as well.
    await(pid, Enum.sum(sizes) + length(sizes) * @headers, 250)
    arrived = received(receiver)
    result = {arrived, TestingDemo.sent(pid), Honey.errors(pid)}
    Honey.stop(pid)
    result
  end

  defp await(pid, bytes, tries) do
    if tries > 0 and Enum.sum(for {_, sent} <- TestingDemo.sent(pid), do: sent) < bytes do
      Process.sleep(20)
      await(pid, bytes, tries - 1)
    end
  end

  defp received(receiver) do
    case :gen_udp.recv(receiver, 0, 200) do
      {:ok, {_, _, data}} -> [byte_size(data) | received(receiver)]
      {:error, :timeout} -> []
    end
  end
end
