defmodule TestingDemo.Packets do
  @moduledoc "Packets by hand and at random, and what a quota is in plain Elixir."

  @doc "A packet of so many bytes, of which 34 are its headers."
  @spec ipv4(:inet.ip4_address(), pos_integer) :: binary
  def ipv4({a, b, c, d}, size) when size >= 34 do
    length = size - 14

    <<1::48, 2::48, 0x0800::16, 0x45, 0, length::16, 0::32, 64, 17, 0::16, a, b, c, d, 10, 0, 0,
      1, 0::size((size - 34) * 8)>>
  end

  @doc """
  Some packets, most of them from a few addresses: so that a source comes again, and goes beyond a quota.

  Others are cut short, of another version or another protocol. `:rand` chooses: seed it by
  `ExUnit.configuration()[:seed]`, and `mix test --seed` repeats what has failed.
  """
  @spec random(pos_integer) :: [binary]
  def random(count), do: for(_ <- 1..count, do: random_packet())

  defp random_packet do
    packet = ipv4({10, 0, 0, :rand.uniform(3)}, 33 + :rand.uniform(300))

    case :rand.uniform(10) do
      # The kernel's test run takes no packet without its Ethernet header.
      1 -> binary_part(packet, 0, 14 + :rand.uniform(20))
      2 -> replace(packet, 14, 0x60 + :rand.uniform(16) - 1)
      3 -> replace(packet, 12, 0x86)
      4 -> 14 |> :rand.bytes() |> Kernel.<>(:rand.bytes(:rand.uniform(60)))
      _ -> packet
    end
  end

  defp replace(packet, at, byte) do
    <<before::binary-size(at), _, rest::binary>> = packet
    <<before::binary, byte, rest::binary>>
  end

  @doc """
  What is right, said in another way than in the program: which packets pass, and who has sent how much.

  It knows nothing of maps, of bytes of headers only what it must, and it is written for the reader.
  """
  @spec model([binary], non_neg_integer) :: {[:pass | :drop], %{:inet.ip4_address() => integer}}
  def model(packets, quota) do
    Enum.map_reduce(packets, %{}, fn packet, sent ->
      with true <- byte_size(packet) >= 34,
           [0x08, 0x00, version] <- :binary.bin_to_list(packet, 12, 3),
           4 <- div(version, 16) do
        source = packet |> :binary.bin_to_list(26, 4) |> List.to_tuple()
        sent = Map.update(sent, source, byte_size(packet), &(&1 + byte_size(packet)))
        {if(sent[source] <= quota, do: :pass, else: :drop), sent}
      else
        _ -> {:pass, sent}
      end
    end)
  end
end
