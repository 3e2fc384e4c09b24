defmodule Honey.PacketChangeTest do
  @moduledoc """
  Programs that read the packet, change it, and read it again: in the kernel and in `Honey.Sim`.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Tags do
    use Honey, license: "GPL", kernel: "5.18", on_error: 77
    import Honey.BpfHelpers

    defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    # Puts a VLAN tag into the frame.
    @sec "xdp"
    def tag(ctx) do
      case ctx.packet do
        <<destination::48, source::48, type::16, rest::binary>> when type != 0x8100 ->
          write(0, byte_size(rest))

          with :ok <- bpf_xdp_adjust_head(ctx, -4),
               :ok <-
                 bpf_xdp_store_bytes(ctx, 0, <<destination::48, source::48, 0x8100::16, 7::16>>) do
            write(1, type_behind_tag(ctx.packet))
            write(2, byte_size(ctx.packet))
            3
          else
            _ -> 0
          end

        _ ->
          2
      end
    end

    defp type_behind_tag(<<_::binary-12, 0x8100::16, 7::16, type::16, _::binary>>), do: type
    defp type_behind_tag(_), do: -1

    # Takes it out again.
    @sec "xdp"
    def untag(ctx) do
      with <<destination::48, source::48, 0x8100::16, _::16, type::16, _::binary>> <- ctx.packet,
           :ok <- bpf_xdp_adjust_head(ctx, 4),
           :ok <- bpf_xdp_store_bytes(ctx, 0, <<destination::48, source::48>>),
           <<_::96, now::16, _::binary>> <- ctx.packet do
        write(0, type)
        write(1, now)
        3
      else
        {:error, _} -> 0
        _ -> 2
      end
    end

    # Byte after byte from the end, as long as it is a zero.
    @sec "xdp"
    def trim(ctx) do
      trimmed =
        Enum.reduce_while(1..32, 0, fn _, count ->
          if last(ctx.packet) == 0 and bpf_xdp_adjust_tail(ctx, -1) == :ok,
            do: {:cont, count + 1},
            else: {:halt, count}
        end)

      write(0, trimmed)
      write(1, byte_size(ctx.packet))
      2
    end

    defp last(packet) when byte_size(packet) in 15..100, do: :binary.last(packet)
    defp last(_), do: 1

    # A branch that does and one that does not; what is bound behind them is of now.
    @sec "xdp"
    def maybe(ctx) do
      <<kind, _::binary>> = ctx.packet

      case kind do
        1 -> bpf_xdp_adjust_head(ctx, 2)
        2 -> bpf_xdp_adjust_tail(ctx, 10)
        _ -> :ok
      end

      <<first::16, rest::binary>> = ctx.packet
      write(0, kind)
      write(1, first)
      write(2, byte_size(rest))
      2
    end
  end

  setup do
    object = Honey.load!(Tags)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  # What it returns, and the packet that it leaves.
  defp both(object, program, packet) do
    out = Map.new(Honey.Map.to_list(object, :out))
    {:ok, run} = Honey.test_run(object, program, data: packet)
    result = Honey.Sim.run(Tags, program, ctx: %{packet: packet}, maps: %{out: out})
    assert result.raised == nil
    assert {result.return, result.packet} == {run.return, run.data_out}
    assert result.maps.out == Map.new(Honey.Map.to_list(object, :out))
    {run.return, run.data_out, for(n <- 0..2, do: result.maps.out[n])}
  end

  defp frame(type, payload), do: <<1::48, 2::48, type::16>> <> payload

  test "a frame gets a tag, and loses it", %{object: object} do
    payload = :binary.list_to_bin(Enum.to_list(1..46))
    tagged = <<1::48, 2::48, 0x8100::16, 7::16, 0x0800::16>> <> payload

    assert both(object, :tag, frame(0x0800, payload)) == {3, tagged, [46, 0x0800, 64]}
    assert both(object, :untag, tagged) == {3, frame(0x0800, payload), [0x0800, 0x0800, 64]}

    # What it does not fit stays as it is.
    assert {2, ^tagged, _} = both(object, :tag, tagged)
    plain = frame(0x0806, payload)
    assert {2, ^plain, _} = both(object, :untag, plain)
  end

  test "each turn of a loop sees what the last one has left", %{object: object} do
    payload = <<1::size(20)-unit(8)>>
    padded = frame(0x0800, payload <> <<0::size(7)-unit(8)>>)
    trimmed = frame(0x0800, payload)
    assert {2, ^trimmed, [7, 34, _]} = both(object, :trim, padded)
    assert {2, ^trimmed, [0, 34, _]} = both(object, :trim, trimmed)
  end

  test "branches that change it", %{object: object} do
    for kind <- [1, 2, 3] do
      packet = <<kind, 0xAB, 0xCDEF::16, 5::size(26)-unit(8)>>
      {2, data, [^kind, first, rest]} = both(object, :maybe, packet)
      assert byte_size(data) == rest + 2
      assert first == if(kind == 1, do: 0xCDEF, else: kind * 256 + 0xAB)
      assert byte_size(data) == Enum.at([28, 40, 30], kind - 1)
    end
  end

  # What a list is put before is computed after its items.
  test "a tail of a list is of the packet as its items have left it" do
    assert {:ok, _} = list("(<<x, _::binary>> = rest; x)", "(bpf_xdp_adjust_head(ctx, 4); [1])")
    assert {:error, text} = list("bpf_xdp_adjust_head(ctx, 4)", "(<<x, _::binary>> = rest; [x])")

    assert text =~
             "`rest` is a part of the packet as it was before `bpf_xdp_adjust_head` changed it"
  end

  defp list(item, tail) do
    {:ok,
     Code.compile_string("""
     defmodule #{inspect(__MODULE__)}.List#{:erlang.phash2(item)} do
       use Honey, license: "GPL", kernel: "5.18"
       import Honey.BpfHelpers

       @sec "xdp"
       def program(ctx) do
         case ctx.packet do
           <<_::16, rest::binary>> -> length([#{item} | #{tail}])
           _ -> 2
         end
       end
     end
     """)}
  rescue
    error in Honey.CompileError -> {:error, Exception.message(error)}
  end
end
