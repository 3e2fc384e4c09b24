defmodule TestingDemo do
  @moduledoc """
  A quota: each IPv4 address may send so many bytes, and what goes beyond is dropped.

      attach = [on_packet: [interface: "eth0"]]
      {:ok, pid} = Honey.start_link(TestingDemo, attach: attach, vars: [quota: 1_000_000])
      TestingDemo.sent(pid)                     #=> [{{10, 0, 0, 7}, 1_204_112}]
      TestingDemo.forgive(pid, {10, 0, 0, 7})   #=> :ok

  It is small, so that its tests can be read: test/ has them, and README.md says when which of them is right.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.XDP

  alias Honey.KernelMap

  defvar :quota, :u64, 1_000_000

  # The bytes of all packets that came, those that were dropped too.
  defmap :sent, :bpf_hash, max_entries: 1_024, key_type: :ipv4, value_type: :u64

  ## In the kernel

  @sec "xdp"
  def on_packet(ctx) do
    case source(ctx.packet) do
      nil -> xdp_pass()
      source -> judge(source, byte_size(ctx.packet))
    end
  end

  # Added first and then read: so no byte is lost when two CPUs have packets of one source. Where the map
  # is full, there is nothing to read, and the packet passes.
  defp judge(source, size) do
    KernelMap.sum(:sent, source, size)
    if KernelMap.get(:sent, source, 0) > quota(), do: xdp_drop(), else: xdp_pass()
  end

  @doc """
  Where an IPv4 packet is from: in the kernel, and on the BEAM as well.

      iex> header = <<0x45, 0, 20::16, 0::32, 64, 17, 0::16, 10, 0, 0, 7, 10, 0, 0, 1>>
      iex> TestingDemo.source(<<1::48, 2::48, 0x0800::16>> <> header)
      {10, 0, 0, 7}

      iex> TestingDemo.source("short")
      nil
  """
  @spec source(binary) :: :inet.ip4_address() | nil
  def source(
        <<_addresses::binary-12, 0x0800::16, 4::4, _::4, _::binary-11, a, b, c, d, _to::binary-4,
          _::binary>>
      ),
      do: {a, b, c, d}

  def source(_), do: nil

  ## In Elixir

  @doc "How much each address has sent, the most first."
  @spec sent(Honey.object()) :: [{:inet.ip4_address(), non_neg_integer}]
  def sent(object) do
    object
    |> Honey.Map.to_list!(:sent)
    |> Enum.sort_by(fn {source, bytes} -> {-bytes, source} end)
  end

  @doc "Lets an address begin anew."
  @spec forgive(Honey.object(), :inet.ip4_address()) :: :ok | {:error, Honey.Error.t()}
  def forgive(object, source), do: Honey.Map.delete(object, :sent, source)
end
