defmodule Honey.Test.SimRun do
  @moduledoc """
  Runs a program in the kernel and in `Honey.Sim`, from the same maps, and compares what both do: the
  value returned, what was raised and where, and all maps afterwards.
  """

  @type seen :: %{return: integer, raised: map | nil, maps: map}

  @doc """
  What the two did; they are to be equal. Maps that have no keys to go over, such as queues, are not
  compared, and are empty where the simulation begins.

  With `cpu_map:`, the program notes its CPU in that map, and the simulation runs on the same.
  """
  @spec run(Honey.Object.t(), Honey.Sim.t(), atom, keyword) :: {kernel :: seen, sim :: seen}
  def run(object, sim, program, options \\ []) do
    maps = contents(object)
    before = Honey.errors(object)
    {:ok, %{return: return}} = Honey.test_run(object, program)
    raised = raised(before, Honey.errors(object))
    later = contents(object)
    cpu = if options[:cpu_map], do: [cpu: later[options[:cpu_map]][0]], else: []
    result = Honey.Sim.run(sim, program, [{:maps, maps} | cpu])

    {%{return: return, raised: raised, maps: later},
     %{return: result.return, raised: result.raised, maps: Map.take(result.maps, Map.keys(later))}}
  end

  @doc "As `Honey.test_run/2`, but raises where the simulation does something else."
  @spec test_run(Honey.Object.t(), Honey.Sim.t(), atom) :: {:ok, %{return: integer}}
  def test_run(object, sim, program) do
    case run(object, sim, program) do
      {same, same} ->
        {:ok, %{return: same.return}}

      {kernel, sim} ->
        raise """
        #{inspect(program)} differs
        in the kernel:     #{inspect(kernel)}
        in the simulation: #{inspect(sim)}
        """
    end
  end

  defp contents(object) do
    for {name, map} <- object.maps,
        list = Honey.Map.to_list(map),
        is_list(list),
        into: %{},
        do: {name, Map.new(list)}
  end

  # A run raises once at most.
  defp raised(before, now) do
    case now -- before do
      [] ->
        nil

      [%{count: count} = site] ->
        place = Map.delete(site, :count)
        earlier = Enum.find(before, %{count: 0}, &(Map.delete(&1, :count) == place))
        ^count = earlier.count + 1
        place
    end
  end
end
