defmodule Honey.Test.Random.LineWays do
  @moduledoc "Queues and stacks of the kernel, by helpers and by `Honey.KernelMap`."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{KernelMap, KernelMapWays}

  @doc false
  def ways({:maybe, _}), do: [:take]
  def ways(:status), do: [:push]
  def ways(_), do: []

  @doc false
  def statements, do: [:push]

  @doc false
  def state(:push, scope, fuel), do: {make(:push, :status, scope, fuel), scope}

  @doc false
  def make(:push, :status, scope, fuel) do
    map = pick(lines(scope))
    value = expression(KernelMapWays.value(map), scope, fuel)

    if chance(2),
      do: helper(:bpf_map_push_elem, [map, value, :bpf_any], :status),
      else: kernel_map(:push, [map, value], :status)
  end

  def make(:take, {:maybe, value} = type, scope, _fuel) do
    case for(map <- lines(scope), KernelMapWays.value(map) == value, do: map) do
      [] ->
        :none

      maps ->
        {by_helper, by_name} = pick([{:bpf_map_pop_elem, :pop}, {:bpf_map_peek_elem, :peek}])
        arguments = [pick(maps)]

        if chance(2),
          do: helper(by_helper, arguments, type),
          else: kernel_map(by_name, arguments, type)
    end
  end

  defp lines(scope), do: Enum.filter(scope.maps, &KernelMap.line?/1)
end
