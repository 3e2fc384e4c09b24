defmodule Honey.LookupTestsTest do
  @moduledoc """
  Programs that test several lookups in all ways load and answer right.

  clang makes one comparison of two with 0, by an `or` of the addresses, which the verifier
  refuses; c_src/compiler/lower/hide.h says how that is kept from happening.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Programs do
    use Honey, license: "GPL"

    import Honey.BpfHelpers

    defmap :m, :bpf_hash, max_entries: 10, key_type: :u32, value_type: :u64
    defmap :answers, :bpf_array, max_entries: 10, key_type: :u32, value_type: :s64

    defmap :tones, :bpf_hash,
      max_entries: 2,
      key_type: {:enum, [:high, :low]},
      value_type: {:enum, [:high, :low]}

    @sec "raw_tracepoint/sched_switch"
    def either_number(_ctx) do
      a = bpf_map_lookup_elem(:m, 1)
      x = if a, do: 1, else: 0
      b = bpf_map_lookup_elem(:m, 2)
      y = if b, do: 1, else: 0
      bpf_map_update_elem(:answers, 0, x ||| y, :bpf_any)
    end

    @sec "raw_tracepoint/sched_switch"
    def neither_number(_ctx) do
      a = bpf_map_lookup_elem(:m, 1)
      x = if a, do: 0, else: 1
      b = bpf_map_lookup_elem(:m, 2)
      y = if b, do: 0, else: 1
      bpf_map_update_elem(:answers, 0, x &&& y, :bpf_any)
    end

    @sec "raw_tracepoint/sched_switch"
    def booleans(_ctx) do
      a = bpf_map_lookup_elem(:m, 1)
      x = a == nil
      b = bpf_map_lookup_elem(:m, 2)
      y = b == nil
      if x and y, do: bpf_map_update_elem(:answers, 0, 1, :bpf_any)
      if x or y, do: bpf_map_update_elem(:answers, 1, 1, :bpf_any)
      if a == nil and b == nil, do: bpf_map_update_elem(:answers, 2, 1, :bpf_any)
      if a == nil or b == nil, do: bpf_map_update_elem(:answers, 3, 1, :bpf_any)
      if a, do: if(b, do: bpf_map_update_elem(:answers, 4, a + b, :bpf_any))
    end

    @sec "raw_tracepoint/sched_switch"
    def returned(_ctx) do
      a = taken(1)
      b = taken(2)
      x = if a == :none, do: 1, else: 0
      y = if b == :none, do: 1, else: 0
      bpf_map_update_elem(:answers, 0, (x ||| y) + (x &&& y), :bpf_any)

      case {taken(3), taken(3)} do
        {:none, :none} -> bpf_map_update_elem(:answers, 1, 1, :bpf_any)
        {{:ok, n}, :none} -> bpf_map_update_elem(:answers, 2, n, :bpf_any)
        {_, _} -> bpf_map_update_elem(:answers, 3, 1, :bpf_any)
      end
    end

    defp taken(key) do
      case bpf_map_lookup_elem(:m, key) do
        nil ->
          :none

        n ->
          bpf_map_delete_elem(:m, key)
          {:ok, n}
      end
    end

    @sec "raw_tracepoint/sched_switch"
    def nested(_ctx) do
      a = bpf_map_lookup_elem(:m, 1)
      b = bpf_map_lookup_elem(:m, 2)
      c = bpf_map_lookup_elem(:m, 3)

      r =
        case a do
          nil ->
            case b do
              nil -> 1
              _ -> if c, do: 2, else: 3
            end

          _ ->
            if is_nil(b), do: 4, else: 5
        end

      s = if a == nil and c == nil, do: 10, else: if(b || c, do: 20, else: 30)
      t = (a || 0) + (b || 0) + (c || 0)
      bpf_map_update_elem(:answers, 0, r + s, :bpf_any)
      bpf_map_update_elem(:answers, 1, t, :bpf_any)
    end

    @sec "raw_tracepoint/sched_switch"
    def through_functions(_ctx) do
      a = bpf_map_lookup_elem(:m, 1)
      x = flag(a)
      b = bpf_map_lookup_elem(:m, 2)
      y = flag(b)
      bpf_map_update_elem(:answers, 0, x ||| y, :bpf_any)
      z = if a, do: 0, else: 1 - flag(b)
      bpf_map_update_elem(:answers, 1, z, :bpf_any)
    end

    @sec "raw_tracepoint/sched_switch"
    def after_a_call(_ctx) do
      a = bpf_map_lookup_elem(:m, 1)
      b = both_or_nil()
      if a == nil and b == nil, do: bpf_map_update_elem(:answers, 0, 1, :bpf_any)
      if a != nil and b != nil, do: bpf_map_update_elem(:answers, 1, a + b, :bpf_any)
    end

    # What a default gives stands in the branch alone.
    @sec "raw_tracepoint/sched_switch"
    def default_in_branch(_ctx) do
      if bpf_map_lookup_elem(:m, 1) do
        bpf_map_update_elem(:tones, bpf_map_lookup_elem(:tones, :low) || :low, :high, :bpf_any)
        bpf_map_update_elem(:answers, 0, tone(bpf_map_lookup_elem(:tones, :low)), :bpf_any)
        bpf_map_delete_elem(:tones, :low)
      end
    end

    defp tone(:high), do: 1
    defp tone(nil), do: 2

    defp flag(nil), do: 0
    defp flag(_), do: 1

    defp both_or_nil do
      b = bpf_map_lookup_elem(:m, 2)
      c = bpf_map_lookup_elem(:m, 3)
      if b && c, do: b + c
    end
  end

  defp bit(condition), do: if(condition, do: 1, else: 0)

  # What each program puts into the first answers.
  defp expected(:either_number, a, b, _), do: [bit(a || b)]
  defp expected(:neither_number, a, b, _), do: [bit(!a && !b)]

  defp expected(:booleans, a, b, _) do
    none = bit(!a && !b)
    one = bit(!a || !b)
    [none, one, none, one, if(a && b, do: a + b, else: 0)]
  end

  defp expected(:nested, a, b, c) do
    r =
      case {a, b, c} do
        {nil, nil, _} -> 1
        {nil, _, nil} -> 3
        {nil, _, _} -> 2
        {_, nil, _} -> 4
        _ -> 5
      end

    s = if a == nil and c == nil, do: 10, else: if(b || c, do: 20, else: 30)
    [r + s, (a || 0) + (b || 0) + (c || 0)]
  end

  defp expected(:through_functions, a, b, _), do: [bit(a || b), bit(!a && !b)]

  defp expected(:returned, a, b, c) do
    none = bit(!a || !b) + bit(!a && !b)
    [none, bit(!c), c || 0, 0]
  end

  defp expected(:after_a_call, a, b, c) do
    sum = if b && c, do: b + c
    [bit(a == nil and sum == nil), if(a && sum, do: a + sum, else: 0)]
  end

  defp expected(:default_in_branch, a, _, _), do: [bit(a)]

  test "all combinations of found and not found" do
    object = Honey.load!(Programs)

    for %{name: program} <- Programs.__honey__(:programs),
        a <- [nil, 7],
        b <- [nil, 11],
        c <- [nil, 13] do
      for {key, value} <- [{1, a}, {2, b}, {3, c}] do
        if value,
          do: :ok = Honey.Map.put(object, :m, key, value),
          else: Honey.Map.delete(object, :m, key)
      end

      for index <- 0..9, do: :ok = Honey.Map.put(object, :answers, index, 0)
      assert {:ok, _} = Honey.test_run(object, program, [])
      wanted = expected(program, a, b, c)
      answers = for index <- 0..(length(wanted) - 1), do: Honey.Map.get(object, :answers, index)
      assert {program, a, b, c, answers} == {program, a, b, c, wanted}
    end

    assert :ok = Honey.unload(object)
  end
end
