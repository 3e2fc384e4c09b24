defmodule IoLatency do
  @moduledoc """
  How long block devices take for what they are asked, by device and operation.

      {:ok, io} = Honey.start_link(IoLatency)
      Process.sleep(1_000)
      IoLatency.Latencies.read(io)
      #=> [{{266338304, :read}, [{64..127, 20}, {128..255, 3}]}, {{266338304, :write}, [...]}]
      Honey.stop(io)

  The time of a request is from when its driver gets it to when the device is done, so without the time that it
  waits in the kernel's own queue. `IoLatency.Files` does the same for reads and writes of files.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  alias Honey.KernelMap
  alias IoLatency.Latencies

  # What the devices have been given, by device and first sector.
  deftype Request, issued: :u64, operation: {:enum, [:read, :write, :flush, :discard, :other]}
  defmap :requests, :bpf_hash, max_entries: 16_384, key_type: {:u32, :u64}, value_type: Request

  # The sector of what has none.
  @none 0xFFFFFFFFFFFFFFFF

  ## In the kernel

  @sec "tracepoint/block/block_rq_issue"
  def on_issue(ctx) do
    request = %Request{issued: bpf_ktime_get_ns(), operation: operation(ctx.rwbs)}
    KernelMap.put(:requests, {ctx.dev, ctx.sector}, request)
    0
  end

  # A device may complete a request in parts. The first of them has the request's sector, and its time counts.
  @sec "tracepoint/block/block_rq_complete"
  def on_complete(ctx) do
    key = {ctx.dev, if(ctx.sector == @none, do: 0, else: ctx.sector)}

    case KernelMap.get(:requests, key) do
      nil ->
        0

      %Request{issued: issued, operation: operation} ->
        KernelMap.delete(:requests, key)
        Latencies.add(ctx.dev, operation, bpf_ktime_get_ns() - issued)
    end
  end

  # The kernel writes the operation as letters: F before it for a flush that precedes it, others behind it for what
  # kind of read or write it is.
  defp operation("R" <> _), do: :read
  defp operation("W" <> _), do: :write
  defp operation("FW" <> _), do: :write
  defp operation("F" <> _), do: :flush
  defp operation("D" <> _), do: :discard
  defp operation(_), do: :other

  ## In Elixir

  @doc """
  What a device is called; one that this machine has not, by its two numbers.

      iex> IoLatency.name(4095 * 0x100000 + 7)
      "4095:7"
  """
  @spec name(Latencies.device()) :: String.t()
  def name(device) do
    numbers = "#{device >>> 20}:#{device &&& 0xFFFFF}"

    case File.read_link("/sys/dev/block/#{numbers}") do
      {:ok, path} -> Path.basename(path)
      {:error, _} -> numbers
    end
  end
end
