defmodule Honey.Sim.Packet do
  @moduledoc false
  # Helpers that read or change the packet, which is the context's.

  alias Honey.Sim.Integer

  # What the kernel leaves of a packet at least: a link layer's header.
  @least 14
  # What it has before a packet, of which it keeps some for itself.
  @headroom 224
  # The largest that fits into a page, with what the kernel keeps before and behind it.
  @largest 3_520
  # The last offset that the kernel looks for in a packet, and the most bytes.
  @farthest 0xFFFF

  @doc "What a helper returns, in Elixir's terms, and the context after it; `:error` for any other."
  @spec call(map, atom, [term]) :: {:ok, term, map} | :error
  def call(context, name, arguments)

  def call(%{packet: packet} = context, :bpf_xdp_load_bytes, [_ctx, offset, size]) do
    with {:ok, {_before, bytes, _rest}} <- split(packet, offset, size) do
      {:ok, bytes, context}
    else
      error -> {:ok, error, context}
    end
  end

  def call(%{packet: packet} = context, :bpf_xdp_store_bytes, [_ctx, offset, bytes])
      when is_binary(bytes) do
    with {:ok, {before, _, rest}} <- split(packet, offset, byte_size(bytes)) do
      {:ok, :ok, %{context | packet: before <> bytes <> rest}}
    else
      error -> {:ok, error, context}
    end
  end

  def call(%{packet: packet} = context, :bpf_xdp_adjust_head, [_ctx, delta]) do
    case Integer.wrap(delta, :s32) do
      delta when delta < -@headroom or delta > byte_size(packet) - @least ->
        {:ok, {:error, :einval}, context}

      delta when delta < 0 ->
        {:ok, :ok, %{context | packet: <<0::size(-delta)-unit(8)>> <> packet}}

      delta ->
        rest = binary_part(packet, delta, byte_size(packet) - delta)
        {:ok, :ok, %{context | packet: rest}}
    end
  end

  def call(%{packet: packet} = context, :bpf_xdp_adjust_tail, [_ctx, delta]) do
    size = byte_size(packet) + Integer.wrap(delta, :s32)

    cond do
      size < @least or size > @largest -> {:ok, {:error, :einval}, context}
      size <= byte_size(packet) -> {:ok, :ok, %{context | packet: binary_part(packet, 0, size)}}
      true -> {:ok, :ok, %{context | packet: padded(packet, size)}}
    end
  end

  def call(_context, _name, _arguments), do: :error

  # What is before the bytes at an offset, which the helpers take as a :u32, these bytes, and the rest.
  defp split(packet, offset, size) do
    offset = Integer.wrap(offset, :u32)

    case packet do
      _ when offset > @farthest or size > @farthest ->
        {:error, :efault}

      <<before::binary-size(offset), bytes::binary-size(size), rest::binary>> ->
        {:ok, {before, bytes, rest}}

      _ ->
        {:error, :einval}
    end
  end

  defp padded(packet, size), do: packet <> <<0::size(size - byte_size(packet))-unit(8)>>
end
