defmodule Honey.Codec do
  @moduledoc false

  # Elixir terms to the bytes of C and back, by types as `Honey.Type` describes them.
  #
  #     codec = Honey.Codec.compile({:struct, Event}, MyModule.__honey__(:types))
  #     {:ok, bytes} = Honey.Codec.encode(codec, %Event{pid: 1})
  #     %Event{pid: 1} = Honey.Codec.decode(codec, bytes)
  #
  # A codec is plain data, and asks no module for anything. What does not fit is refused with the
  # field and its range; nothing is cut. Gaps are written as zeros, and not looked at when they are
  # read. A number that stands for none of an enum's atoms is read as that number.

  @type t :: tuple

  @typedoc "Why a term cannot be encoded: `:type`, `:range` or `:size`, and the whole story."
  @type misfit :: {:type | :range | :size, String.t()}

  @integers %{
    u8: {8, 0, 0xFF},
    u16: {16, 0, 0xFFFF},
    u32: {32, 0, 0xFFFFFFFF},
    u64: {64, 0, 0xFFFFFFFFFFFFFFFF},
    s8: {8, -0x80, 0x7F},
    s16: {16, -0x8000, 0x7FFF},
    s32: {32, -0x80000000, 0x7FFFFFFF},
    s64: {64, -0x8000000000000000, 0x7FFFFFFFFFFFFFFF}
  }

  @doc """
  The codec of a type, as a compiled module gives it in `__honey__(:maps)`; `structs` is what it gives
  in `__honey__(:types)`.

      iex> Honey.Codec.size(Honey.Codec.compile({:array, :u16, 3}, []))
      6
  """
  @spec compile(term, [map]) :: t
  def compile(type, structs), do: build(type, Map.new(structs, &{&1.name, &1}))

  defp build(type, _) when is_map_key(@integers, type) do
    {bits, least, greatest} = @integers[type]
    {:integer, type, bits, least, greatest}
  end

  defp build(:bool, _), do: {:bool}
  defp build({:string, size}, _), do: {:string, size}
  defp build({:binary, size}, _), do: {:binary, size}
  defp build({:array, type, n}, structs), do: {:array, n, build(type, structs)}

  defp build({:enum, members, type}, structs) do
    members = if List.keymember?(members, 0, 1), do: members, else: members ++ [{nil, 0}]
    numbers = Map.new(members)
    atoms = Map.new(members, fn {atom, number} -> {number, atom} end)
    {:enum, build(type, structs), numbers, atoms}
  end

  defp build({:be, type}, _), do: {:be, build(type, %{})}

  defp build({:tuple, size, elements}, structs) do
    parts = for {offset, type} <- elements, do: {offset, build(type, structs)}
    {:tuple, :tuple, parts, size}
  end

  defp build(:ipv4, _), do: {:tuple, :ipv4, row(build(:u8, %{}), 4), 4}
  defp build(:ipv6, _), do: {:tuple, :ipv6, row(build({:be, :u16}, %{}), 8), 16}

  # The number of bits stands first in memory; a program's kernel counts on it.
  defp build({:lpm, address}, structs) do
    address = build(address, structs)
    {:integer, :u32, bits, least, _} = build(:u32, structs)
    length = {:integer, :length, bits, least, 8 * size(address)}
    {:tuple, :lpm, [{4, address}, {0, length}], div(size(address) + 7, 4) * 4}
  end

  defp build({:struct, name}, structs) do
    %{size: size, fields: fields} = structs[name]
    ends = fields |> Enum.map(& &1.offset) |> tl() |> Kernel.++([size])

    parts =
      for {field, next} <- Enum.zip(fields, ends) do
        gap = next - field.offset - field.size
        {field.name, build(field.type, structs), field.size, gap * 8}
      end

    {:struct, name, parts, size}
  end

  defp row(codec, count), do: for(n <- 0..(count - 1), do: {n * size(codec), codec})

  @doc """
  How many bytes a value has.

      iex> Honey.Codec.size(Honey.Codec.compile({:string, 16}, []))
      16
  """
  @spec size(t) :: pos_integer
  def size({:integer, _, bits, _, _}), do: div(bits, 8)
  def size({:bool}), do: 1
  def size({:string, size}), do: size
  def size({:binary, size}), do: size
  def size({:array, n, element}), do: n * size(element)
  def size({:enum, integer, _, _}), do: size(integer)
  def size({:struct, _, _, size}), do: size
  def size({:be, integer}), do: size(integer)
  def size({:tuple, _, _, size}), do: size

  @doc """
  The bytes of a term.

      iex> codec = Honey.Codec.compile({:be, :u16}, [])
      iex> Honey.Codec.encode(codec, 80)
      {:ok, <<0, 80>>}
      iex> Honey.Codec.encode(codec, 65_536)
      {:error, {:range, "65536 does not fit: expected {:be, :u16} (0..65535)"}}
  """
  @spec encode(t, term) :: {:ok, binary} | {:error, misfit}
  def encode(codec, term) do
    {:ok, codec |> bytes(term, []) |> IO.iodata_to_binary()}
  catch
    {__MODULE__, problem, path, term, expected} ->
      {:error, {problem, describe(path, term, expected)}}
  end

  defp bytes({:integer, _, bits, least, greatest}, term, _path)
       when is_integer(term) and term >= least and term <= greatest,
       do: <<term::little-size(bits)>>

  defp bytes({:integer, _, _, _, _} = codec, term, path) when is_integer(term),
    do: misfit(:range, path, term, codec)

  defp bytes({:bool}, true, _path), do: <<1>>
  defp bytes({:bool}, false, _path), do: <<0>>

  defp bytes({:enum, integer, numbers, _}, term, path) when is_map_key(numbers, term),
    do: bytes(integer, Map.fetch!(numbers, term), path)

  # As decoding gives what no member has.
  defp bytes({:enum, integer, _, atoms}, term, path)
       when is_integer(term) and not is_map_key(atoms, term),
       do: bytes(integer, term, path)

  defp bytes({:string, size} = codec, term, path) when is_binary(term) do
    cond do
      byte_size(term) > size -> misfit(:size, path, term, codec)
      :binary.match(term, <<0>>) != :nomatch -> misfit(:range, path, term, codec)
      true -> [term, <<0::size((size - byte_size(term)) * 8)>>]
    end
  end

  defp bytes({:binary, size}, term, _path) when is_binary(term) and byte_size(term) == size,
    do: term

  defp bytes({:binary, _} = codec, term, path) when is_binary(term),
    do: misfit(:size, path, term, codec)

  defp bytes({:array, n, element} = codec, term, path) when is_list(term) do
    if List.improper?(term), do: misfit(:type, path, term, codec)
    if length(term) != n, do: misfit(:size, path, term, codec)
    for {item, index} <- Enum.with_index(term), do: bytes(element, item, [index | path])
  end

  defp bytes({:struct, name, parts, _}, %{__struct__: name} = term, path)
       when map_size(term) == length(parts) + 1 do
    for {field, part, _size, gap} <- parts do
      case term do
        %{^field => value} -> [bytes(part, value, [field | path]), <<0::size(gap)>>]
        _ -> other_fields(name, parts, term, path)
      end
    end
  end

  defp bytes({:struct, name, parts, _}, %{__struct__: name} = term, path),
    do: other_fields(name, parts, term, path)

  defp bytes({:be, {_, _, bits, _, greatest}}, term, _path)
       when is_integer(term) and term in 0..greatest//1,
       do: <<term::size(bits)>>

  defp bytes({:be, _} = codec, term, path) when is_integer(term),
    do: misfit(:range, path, term, codec)

  defp bytes({:tuple, _, parts, size}, term, path)
       when is_tuple(term) and tuple_size(term) == length(parts) do
    parts
    |> Enum.with_index(fn {offset, codec}, n ->
      {offset, IO.iodata_to_binary(bytes(codec, elem(term, n), [{n} | path]))}
    end)
    |> Enum.sort()
    |> with_gaps(size)
  end

  defp bytes(codec, term, path), do: misfit(:type, path, term, codec)

  # The gaps between parts are zeros.
  defp with_gaps(parts, size) do
    {bytes, at} =
      Enum.map_reduce(parts, 0, fn {offset, part}, at ->
        {[<<0::size(offset - at)-unit(8)>>, part], offset + byte_size(part)}
      end)

    [bytes, <<0::size(size - at)-unit(8)>>]
  end

  # As of an older or a newer version of the struct.
  defp other_fields(name, parts, term, path) do
    fields = Enum.map(parts, &elem(&1, 0))

    differences =
      for {text, names} <- [
            {"without", fields -- Map.keys(term)},
            {"with", Map.keys(term) -- [:__struct__ | fields]}
          ],
          names != [],
          do: "#{text} #{Enum.map_join(names, ", ", &"`#{&1}`")}"

    expected =
      "a %#{inspect(name)}{} with the fields that its type has, and this is one " <>
        Enum.join(differences, " and ")

    throw({__MODULE__, :type, path, term, expected})
  end

  @spec misfit(:type | :range | :size, list, term, t) :: no_return
  defp misfit(problem, path, term, codec),
    do: throw({__MODULE__, problem, path, term, expected(codec)})

  defp describe([], term, expected), do: "#{inspect(term)} does not fit: expected #{expected}"

  defp describe(path, term, expected),
    do: "#{place(path)} is #{inspect(term)}, expected #{expected}"

  defp place(path) do
    if Enum.all?(path, &is_tuple/1),
      do: Enum.map_join(path, " of ", fn {n} -> "element #{n}" end),
      else: "the field `#{path |> Enum.reverse() |> path()}`"
  end

  defp path(path), do: path |> Enum.map_join(&step/1) |> String.trim_leading(".")

  defp step(index) when is_integer(index), do: "[#{index}]"
  defp step({n}), do: "{#{n}}"
  defp step(field), do: ".#{field}"

  @doc """
  What a value must be, in words.

      iex> Honey.Codec.expected(Honey.Codec.compile(:s8, []))
      ":s8 (-128..127)"
  """
  @spec expected(t) :: String.t()
  def expected({:integer, :length, _, least, greatest}),
    do: "a length of #{least}..#{greatest} bits"

  def expected({:integer, type, _, least, greatest}),
    do: "#{inspect(type)} (#{least}..#{greatest})"

  def expected({:bool}), do: "true or false"
  def expected({:string, size}), do: "text of at most #{size} bytes without a NUL"
  def expected({:binary, 1}), do: "a binary of 1 byte"
  def expected({:binary, size}), do: "a binary of #{size} bytes"
  def expected({:array, n, element}), do: "a list of #{n}, each #{expected(element)}"

  def expected({:enum, _, numbers, _}) do
    numbers |> Enum.sort_by(&elem(&1, 1)) |> Enum.map_join(" or ", &inspect(elem(&1, 0)))
  end

  def expected({:be, {_, type, _, least, greatest}}),
    do: "{:be, #{inspect(type)}} (#{least}..#{greatest})"

  def expected({:tuple, :ipv4, _, _}), do: "an IPv4 address, `{10, 0, 0, 1}`"
  def expected({:tuple, :ipv6, _, _}), do: "an IPv6 address, a tuple of 8 numbers"

  def expected({:tuple, :lpm, [{_, address}, _], _}),
    do: "a prefix, `{address, length}`, where the address is #{expected(address)}"

  def expected({:tuple, :tuple, parts, _}),
    do: "a tuple of #{length(parts)}: {#{Enum.map_join(parts, ", ", &expected(elem(&1, 1)))}}"

  def expected({:struct, name, _, _}), do: "a %#{inspect(name)}{}"

  @doc """
  The term of just as many bytes as the type has.

      iex> Honey.Codec.decode(Honey.Codec.compile({:string, 8}, []), "sleep" <> <<0, 0, 0>>)
      "sleep"
  """
  @spec decode(t, binary) :: term
  def decode({:integer, :u64, _, _, _}, bytes), do: :binary.decode_unsigned(bytes, :little)

  def decode({:integer, _, bits, least, _}, bytes) do
    if least < 0 do
      <<value::little-signed-size(bits)>> = bytes
      value
    else
      <<value::little-size(bits)>> = bytes
      value
    end
  end

  def decode({:bool}, <<byte>>), do: byte != 0

  def decode({:string, _}, bytes) do
    case :binary.match(bytes, <<0>>) do
      {length, _} -> binary_part(bytes, 0, length)
      :nomatch -> bytes
    end
  end

  def decode({:binary, _}, bytes), do: bytes

  def decode({:array, _, element}, bytes) do
    size = size(element)
    for <<item::binary-size(size) <- bytes>>, do: decode(element, item)
  end

  def decode({:enum, integer, _, atoms}, bytes) do
    number = decode(integer, bytes)
    Map.get(atoms, number, number)
  end

  def decode({:be, _}, bytes), do: :binary.decode_unsigned(bytes)

  def decode({:tuple, _, parts, _}, bytes) do
    parts
    |> Enum.map(fn {offset, codec} -> decode(codec, binary_part(bytes, offset, size(codec))) end)
    |> List.to_tuple()
  end

  def decode({:struct, name, parts, _}, bytes) do
    decode_parts(parts, bytes, [{:__struct__, name}])
  end

  defp decode_parts([], _bytes, fields), do: Map.new(fields)

  defp decode_parts([{field, codec, size, gap} | parts], bytes, fields) do
    <<part::binary-size(size), _::size(gap), rest::binary>> = bytes
    decode_parts(parts, rest, [{field, decode(codec, part)} | fields])
  end
end
