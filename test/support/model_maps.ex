defmodule Honey.Test.ModelMaps do
  @moduledoc """
  The kernel's maps as plain Elixir, for functions with helpers that are called on the BEAM.

  Maps are `%{name: {kind, max_entries, zero, contents}}`; the contents of a per-CPU map have a map by CPU
  for each key.
  """

  @type t :: %{atom => {atom, pos_integer, term, map}}

  @doc "Runs the function with these maps, on a CPU: what it gives or raises, and the maps afterwards."
  @spec run(t, non_neg_integer, (() -> term)) :: {{:value, term} | {:raised, Exception.t()}, t}
  def run(maps, cpu, function) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(__MODULE__, {maps, cpu})
    outcome = attempt(function)
    {maps, _} = Process.get(__MODULE__)
    {outcome, maps}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
    Process.delete(__MODULE__)
  end

  defp attempt(function) do
    {:value, function.()}
  rescue
    error -> {:raised, error}
  end

  @doc false
  def call(:bpf_map_lookup_elem, [name, key]) do
    {kind, most, zero, contents} = map(name)

    cond do
      is_map_key(contents, key) -> value(kind, contents[key], zero)
      array?(kind) and key in 0..(most - 1) -> zero
      true -> nil
    end
  end

  def call(:bpf_map_update_elem, [name, key, value, flag]) do
    {kind, most, zero, contents} = map(name)
    there? = if array?(kind), do: key in 0..(most - 1), else: is_map_key(contents, key)

    cond do
      array?(kind) and not there? -> {:error, :e2big}
      there? and flag == :bpf_noexist -> {:error, :eexist}
      not there? and flag == :bpf_exist -> {:error, :enoent}
      not there? and map_size(contents) == most -> {:error, :e2big}
      true -> put(name, {kind, most, zero, store(kind, contents, key, stored(zero, value))})
    end
  end

  def call(:bpf_map_delete_elem, [name, key]) do
    {kind, most, zero, contents} = map(name)

    cond do
      array?(kind) -> {:error, :einval}
      is_map_key(contents, key) -> put(name, {kind, most, zero, Map.delete(contents, key)})
      true -> {:error, :enoent}
    end
  end

  # The contents of queues, stacks and filters are by numbers, the first that was pushed first.
  def call(:bpf_map_push_elem, [name, value, :bpf_any]) do
    {kind, most, zero, contents} = map(name)

    if map_size(contents) == most,
      do: {:error, :e2big},
      else: put(name, {kind, most, zero, Map.put(contents, next(contents), value)})
  end

  def call(:bpf_map_peek_elem, [name]) do
    {kind, _, _, contents} = map(name)
    contents[next_out(kind, contents)]
  end

  def call(:bpf_map_peek_elem, [name, value]) do
    {_, _, _, contents} = map(name)
    if value in Map.values(contents), do: :ok, else: {:error, :enoent}
  end

  def call(:bpf_map_pop_elem, [name]) do
    {kind, most, zero, contents} = map(name)
    {value, contents} = Map.pop(contents, next_out(kind, contents))
    put(name, {kind, most, zero, contents})
    value
  end

  defp next(contents), do: contents |> Map.keys() |> Enum.max(fn -> 0 end) |> Kernel.+(1)

  defp next_out(:bpf_stack, contents), do: contents |> Map.keys() |> Enum.max(fn -> nil end)
  defp next_out(:bpf_queue, contents), do: contents |> Map.keys() |> Enum.min(fn -> nil end)

  # Fields without a struct, as those of a new average, are put over zeros.
  defp stored(%_{} = zero, %{} = fields) when not is_struct(fields), do: struct!(zero, fields)
  defp stored(_zero, value), do: value

  defp array?(kind), do: kind in [:bpf_array, :bpf_percpu_array]

  defp per_cpu?(kind), do: kind in [:bpf_percpu_hash, :bpf_percpu_array]

  defp value(kind, stored, zero),
    do: if(per_cpu?(kind), do: Map.get(stored, cpu(), zero), else: stored)

  defp store(kind, contents, key, value) do
    if per_cpu?(kind),
      do: Map.update(contents, key, %{cpu() => value}, &Map.put(&1, cpu(), value)),
      else: Map.put(contents, key, value)
  end

  defp map(name), do: elem(Process.get(__MODULE__), 0)[name]

  defp cpu, do: elem(Process.get(__MODULE__), 1)

  defp put(name, map) do
    {maps, cpu} = Process.get(__MODULE__)
    Process.put(__MODULE__, {Map.put(maps, name, map), cpu})
    :ok
  end
end
