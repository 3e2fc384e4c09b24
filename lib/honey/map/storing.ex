defmodule Honey.Map.Storing do
  @moduledoc false
  # What one element of a map becomes, by the kind of its values. Of a map of maps that is a new map, with what it begins
  # with.

  alias Honey.{Error, LoaderNif}
  alias Honey.Map.{Element, Inner, Many, Programs}

  @flags %{any: 0, noexist: 1, exist: 2, bpf_any: 0, bpf_noexist: 1, bpf_exist: 2}

  @doc "The kernel's number of a flag."
  @spec flag_bits(Honey.Map.flag()) :: non_neg_integer
  def flag_bits(flag) when is_map_key(@flags, flag), do: Map.fetch!(@flags, flag)

  def flag_bits(flag) do
    raise ArgumentError,
          "unknown flag #{inspect(flag)}: the flags are :any, :noexist and :exist, or :bpf_any, :bpf_noexist and :bpf_exist"
  end

  @doc "Sets the value of a key that is encoded: a term of the map's type, a program's name, or what a new map has."
  @spec put(Honey.Map.t(), term, term, non_neg_integer) :: :ok | {:error, term}
  def put(%{programs: %Programs{} = programs} = map, key, name, flags) do
    with {:ok, elf_name} <- Programs.find(programs, name),
         do: LoaderNif.map_put_program(map.ref, key, elf_name, flags)
  end

  def put(%{inner: %Inner{} = inner} = map, key, contents, flags) do
    with {:ok, contents} <- contents(inner, contents), do: put_new(map, key, contents, flags)
  end

  def put(map, key, value, flags) do
    with {:ok, term} <- Element.encode_value(map, value),
         do: LoaderNif.map_put(map.ref, key, term, flags)
  end

  # A new map, which the outer one has once its entries, or its values, are there. It is closed with its object: when
  # that was replaced meanwhile, the next is of the object that has the outer one then.
  defp put_new(%{inner: inner} = map, key, contents, flags) do
    with {:ok, new} <- Inner.create(inner, map.name) do
      put =
        with :ok <- fill(new, inner, contents),
             do: LoaderNif.map_put_map(map.ref, key, new.ref, flags)

      LoaderNif.map_close(new.ref)
      if replaced?(put), do: put_new(map, key, contents, flags), else: put
    end
  end

  defp replaced?({:error, %Error{reason: :closed}}), do: true
  defp replaced?({:error, {:estale, _, _}}), do: true
  defp replaced?(_), do: false

  # Of a queue, a stack or a filter, the values in the order in which they are pushed.
  defp contents(%Inner{row: %{key: nil}}, values) do
    if is_list(values) and not List.improper?(values),
      do: {:ok, values},
      else: {:error, {:value, :type, "#{inspect(values)} is no list of values"}}
  end

  defp contents(_inner, contents), do: pairs(contents)

  defp fill(new, %Inner{row: %{key: nil}}, values) do
    Enum.reduce_while(values, :ok, fn value, :ok ->
      case Honey.Map.push(new, value) do
        :ok -> {:cont, :ok}
        error -> {:halt, error}
      end
    end)
  end

  defp fill(new, _inner, pairs), do: Many.put(new, initial(new, pairs), :any, 0)

  defp pairs(contents) when is_map(contents) and not is_struct(contents),
    do: {:ok, Map.to_list(contents)}

  defp pairs(contents) do
    if is_list(contents) and not List.improper?(contents) and
         Enum.all?(contents, &match?({_, _}, &1)),
       do: {:ok, contents},
       else: {:error, {:value, :type, "#{inspect(contents)} is no map of keys and values"}}
  end

  defp initial(map, pairs), do: for({key, value} <- pairs, do: {key, Element.initial(map, value)})

  @doc "Behind the others, in a queue, a stack, a filter or a user ring buffer."
  @spec append(Honey.Map.t(), term, non_neg_integer) :: :ok | {:error, term}
  def append(%{type: :bpf_user_ringbuf} = map, term, 0),
    do: LoaderNif.map_push_record(map.ref, term)

  def append(%{type: :bpf_user_ringbuf}, _term, _flags),
    do: {:error, {:einval, "Invalid argument", nil}}

  def append(map, term, flags), do: LoaderNif.map_put(map.ref, nil, term, flags)
end
