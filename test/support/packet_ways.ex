defmodule Honey.Test.PacketWays do
  @moduledoc """
  Calls functions with packets: in the kernel, in `Honey.Sim` and on the BEAM, and compares what they
  give, and the maps that they leave behind.


  Each function takes the packet less its first 14 bytes, and gives an integer, or raises. It may read and
  write hash maps, those of `maps:` and `:out`, of integers by integers. `put/2` puts something there.
  """

  import ExUnit.Assertions
  import ExUnit.CaptureIO

  @head 14

  @doc "Compiles the module of the functions; `maps:` is text with defmap and deftype."
  @spec compile(module, [{atom, String.t()}], keyword) :: :ok
  def compile(name, functions, options \\ []) do
    source = """
    defmodule #{inspect(name)} do
      use Honey, license: "GPL", kernel: "#{options[:kernel] || "5.17"}", on_error: 77
      import Honey.BpfHelpers
      defmap :out, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64
      defmap :end, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :s64
    #{options[:maps]}

      def put(slot, value), do: bpf_map_update_elem(:out, slot, value, :bpf_any)

    #{for {function, source} <- functions, do: """
      @sec "xdp"
      def run_#{function}(ctx) do
        <<_::binary-#{@head}, value::binary>> = ctx.packet
        bpf_map_update_elem(:end, 0, #{function}(value), :bpf_any)
        1
      end

    #{source}
    """}
    end
    """

    warnings = capture_io(:stderr, fn -> Code.compile_string(source, "packet_ways.ex") end)
    if options[:quiet], do: assert(warnings == "")
    :ok
  end

  @doc "Runs every function with every packet three times; how many runs that were, and how many raised."
  @spec compare(module, [{atom, String.t()}], [binary]) :: {runs :: integer, raised :: integer}
  def compare(module, functions, packets) do
    object = Honey.load!(module)
    sim = Honey.Sim.new(module)

    raised =
      for {function, _} <- functions, packet <- packets do
        beam = on_beam(module, function, packet)
        whole = <<0::size(@head)-unit(8)>> <> packet
        assert {function, packet, in_kernel(object, function, whole)} == {function, packet, beam}
        assert {function, packet, in_sim(sim, function, whole)} == {function, packet, beam}
        if elem(beam, 0) == :raised, do: 1, else: 0
      end

    Honey.unload(object)
    {length(raised), Enum.sum(raised)}
  end

  @doc "The packet cut at every length."
  @spec truncated(binary) :: [binary]
  def truncated(packet), do: for(n <- 0..byte_size(packet), do: binary_part(packet, 0, n))

  @doc "Packets that differ from it in a byte."
  @spec damaged(binary, pos_integer) :: [binary]
  def damaged(packet, count) do
    for _ <- 1..count, packet != "" do
      at = :rand.uniform(byte_size(packet)) - 1
      <<before::binary-size(at), _, rest::binary>> = packet
      before <> <<:rand.uniform(256) - 1>> <> rest
    end
  end

  @doc false
  def call(:bpf_map_lookup_elem, [map, key]), do: Process.get(:maps)[{map, key}]

  def call(:bpf_map_update_elem, [map, key, value, :bpf_any]) do
    value = if map == :out and is_integer(value), do: signed(value), else: value
    Process.put(:maps, Map.put(Process.get(:maps), {map, key}, value))
    :ok
  end

  def call(:bpf_map_delete_elem, [map, key]) do
    {value, maps} = Map.pop(Process.get(:maps), {map, key})
    Process.put(:maps, maps)
    if value == nil, do: {:error, :enoent}, else: :ok
  end

  defp signed(value) do
    <<value::signed-64>> = <<value::64>>
    value
  end

  defp on_beam(module, function, packet) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(:maps, %{})
    value = apply(module, function, [packet])
    {signed(value), Process.get(:maps)}
  rescue
    _ -> {:raised, Process.get(:maps)}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
  end

  defp in_kernel(object, function, packet) do
    for {name, map} <- object.maps,
        name not in [:honey_scratch],
        {key, _} <- Honey.Map.to_list(map),
        do: :ok = Honey.Map.delete(object, name, key)

    {:ok, %{return: return}} = Honey.test_run(object, :"run_#{function}", data: packet)

    seen =
      for {name, map} <- object.maps,
          {key, value} <- Honey.Map.to_list(map),
          do: {{name, key}, value}

    seen(return, Map.new(seen))
  end

  defp in_sim(sim, function, packet) do
    result = Honey.Sim.run(sim, :"run_#{function}", ctx: %{packet: packet})
    assert result.return == if(result.raised, do: 77, else: 1)
    seen = for {name, map} <- result.maps, {key, value} <- map, do: {{name, key}, value}
    seen(result.return, Map.new(seen))
  end

  defp seen(1, maps) do
    {value, maps} = Map.pop(maps, {:end, 0})
    {value, maps}
  end

  defp seen(77, maps), do: {:raised, maps}
end
