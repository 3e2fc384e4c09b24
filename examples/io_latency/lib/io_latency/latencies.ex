defmodule IoLatency.Latencies do
  @moduledoc """
  The histograms: a library for programs, whose map belongs to the object that uses it, and what reads that map.
  """

  use Honey, license: "Dual BSD/GPL"

  alias Honey.KernelMap
  alias Honey.Histogram

  # Device, operation, and the power of two of the microseconds.
  defmap :latencies, :bpf_percpu_hash,
    max_entries: 8_192,
    key_type: {:u32, {:enum, [:read, :write, :flush, :discard, :sync, :other]}, :u8},
    value_type: :u64

  ## In the kernel

  @doc "Counts what took so many nanoseconds."
  def add(device, operation, ns) do
    KernelMap.count(:latencies, {device, operation, KernelMap.log2_bucket(div(ns, 1_000))})
    0
  end

  ## In Elixir

  @typedoc "The kernel's number of a device; 0 where it is not about devices."
  @type device :: non_neg_integer

  @doc "The histograms, in microseconds, by device and operation."
  @spec read(Honey.object()) :: [{{device, atom}, Histogram.t()}]
  def read(object) do
    object
    |> Honey.Map.to_list!(:latencies)
    |> Enum.group_by(
      fn {{device, operation, _}, _} -> {device, operation} end,
      fn {{_, _, bucket}, counts} -> {bucket, counts} end
    )
    |> Enum.map(fn {key, counts} -> {key, Histogram.log2(counts)} end)
    |> Enum.sort()
  end
end
