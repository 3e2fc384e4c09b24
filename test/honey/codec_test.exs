defmodule Honey.CodecTest do
  @moduledoc """
  Types in memory: terms to bytes and back, layouts against clang's, and through maps of the kernel.
  """

  use ExUnit.Case, async: false

  alias Honey.Codec
  alias Honey.Test.Kernel

  doctest Honey.Codec

  @integers [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64]

  ## Random types and values

  defp random_fields(prefix, depth, n, types) do
    Enum.map_reduce(1..n, types, fn i, types ->
      {type, types} = random_type("#{prefix}#{i}", depth, types)
      {{:"f#{i}", type}, types}
    end)
  end

  # The types that are defined on the way come before those that they are for.
  defp random_type(name, depth, types) do
    case :rand.uniform(if depth > 0, do: 12, else: 8) do
      n when n <= 5 -> {Enum.random(@integers), types}
      6 -> {:bool, types}
      7 -> {random_enum(), types}
      8 -> {{:string, :rand.uniform(11)}, types}
      n when n <= 10 -> random_array(name, depth, types)
      _ -> random_struct(name, depth - 1, types)
    end
  end

  defp random_enum do
    case :rand.uniform(4) do
      1 -> {:enum, [:a, :b, :c]}
      2 -> {:enum, [a: 1, b: 2], :u8}
      3 -> {:enum, [a: -1, b: 0, c: 500], :s16}
      4 -> {:enum, [:a, {:b, 0xFFFFFFFFFFFFFFFF}], :u64}
    end
  end

  defp random_array(name, depth, types) do
    {element, types} = random_type(name <> "e", depth - 1, types)
    {{:array, element, :rand.uniform(3)}, types}
  end

  defp random_struct(name, depth, types) do
    {fields, types} = random_fields(name, depth, :rand.uniform(3), types)
    module = String.to_atom("Elixir.T#{name}")
    {module, types ++ [{module, fields}]}
  end

  # A module with some types, of which `Whole` is the last.
  defp random_module(seed) do
    :rand.seed(:exsss, {seed, 1, 2})
    {fields, types} = random_fields("", 2, :rand.uniform(6), [])
    types ++ [{Whole, fields}]
  end

  defp source(types, rest \\ "") do
    deftypes =
      for {module, fields} <- types do
        fields = for {name, type} <- fields, do: "#{name}: #{inspect(type)}"
        "  deftype #{inspect(module)}, #{Enum.join(fields, ", ")}\n"
      end

    """
    defmodule Honey.CodecTest.Random do
      use Honey, license: "GPL", kernel: "5.14"
    #{deftypes}#{rest}
    end
    """
  end

  defp compile(source) do
    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source, "random.ex") end)
    Honey.CodecTest.Random
  end

  # Types whose struct is too large are not for programs.
  defp small?(types), do: size(Whole, types) <= 400

  defp size(module, types) when is_map_key(%{Whole => 1}, module) or is_atom(module) do
    case List.keyfind(types, module, 0) do
      {_, fields} -> fields |> Enum.map(&(size(elem(&1, 1), types) + 7)) |> Enum.sum()
      nil -> 8
    end
  end

  defp size({:array, type, n}, types), do: n * size(type, types)
  defp size({:string, n}, _), do: n
  defp size(_, _), do: 8

  defp value(module, type, types) do
    case type do
      :bool -> Enum.random([true, false])
      {:string, n} -> random_text(n)
      {:array, element, n} -> for _ <- 1..n, do: value(module, element, types)
      {:enum, members} -> enum_value(members)
      {:enum, members, _} -> enum_value(members)
      type when type in @integers -> integer(type)
      name -> struct_value(module, name, types)
    end
  end

  defp struct_value(module, name, types) do
    {_, fields} = List.keyfind(types, name, 0)

    struct!(
      Module.concat(module, name),
      for({field, type} <- fields, do: {field, value(module, type, types)})
    )
  end

  defp random_text(n) do
    for(_ <- 1..n//1, do: Enum.random(1..255))
    |> Enum.take(:rand.uniform(n + 1) - 1)
    |> to_bytes()
  end

  defp to_bytes(list), do: :binary.list_to_bin(list)

  defp enum_value(members) do
    names = Enum.map(members, &with({name, _} <- &1, do: name))
    has_zero = Enum.any?(members, &(&1 in [:a] or match?({_, 0}, &1)))
    Enum.random(if has_zero, do: names, else: [nil | names])
  end

  defp integer(type) do
    {least, greatest} = range(type)
    Enum.random([least, greatest, 0, 1, Enum.random(least..greatest)])
  end

  defp range(type) do
    <<sign, bits::binary>> = to_string(type)
    bits = String.to_integer(bits)

    if sign == ?u,
      do: {0, 2 ** bits - 1},
      else: {-(2 ** (bits - 1)), 2 ** (bits - 1) - 1}
  end

  defp whole(module), do: {:struct, Module.concat(module, Whole)}

  test "random values of random types come back as they were" do
    for seed <- 1..40, types = random_module(seed), small?(types) do
      module = compile(source(types))
      described = module.__honey__(:types)
      codec = Codec.compile(whole(module), described)
      assert Codec.size(codec) == Enum.find(described, &(&1.name == elem(whole(module), 1))).size

      for _ <- 1..20 do
        term = struct_value(module, Whole, types)
        assert {:ok, bytes} = Codec.encode(codec, term)
        assert byte_size(bytes) == Codec.size(codec)
        assert {seed, Codec.decode(codec, bytes)} == {seed, term}
      end

      zeros = <<0::size(Codec.size(codec))-unit(8)>>
      assert Codec.decode(codec, zeros) == struct!(elem(whole(module), 1))
      assert Codec.encode(codec, struct!(elem(whole(module), 1))) == {:ok, zeros}
    end
  end

  ## Layouts

  defp c_declaration(type, name) do
    case type do
      {:string, n} -> "char #{name}[#{n}]"
      {:array, element, n} -> c_declaration(element, "#{name}[#{n}]")
      {:enum, _} -> "unsigned int #{name}"
      {:enum, _, integer} -> c_declaration(integer, name)
      :bool -> "_Bool #{name}"
      type when type in @integers -> "#{c_integer(type)} #{name}"
      struct -> "struct #{inspect(struct)} #{name}"
    end
  end

  defp c_integer(type) do
    <<sign, bits::binary>> = to_string(type)
    "#{if sign == ?u, do: "u"}int#{bits}_t"
  end

  defp c_struct({name, fields}) do
    members = for {field, type} <- fields, do: "  #{c_declaration(type, field)};\n"
    "struct #{inspect(name)} {\n#{members}};\n"
  end

  defp c_offsets({_, fields}) do
    for {field, _} <- fields,
        do: "  printf(\"%zu \", offsetof(struct Whole, #{field}));\n"
  end

  defp layout_by_c(types) do
    directory =
      Path.join(System.tmp_dir!(), "honey-#{System.pid()}-#{System.unique_integer([:positive])}")

    File.mkdir_p!(directory)
    file = Path.join(directory, "layout")

    File.write!(file <> ".c", [
      "#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n",
      Enum.map(types, &c_struct/1),
      "int main(void) {\n",
      c_offsets(List.last(types)),
      "  printf(\"%zu %zu\", sizeof(struct Whole), _Alignof(struct Whole));\n  return 0;\n}\n"
    ])

    {"", 0} =
      System.cmd(Honey.Compiler.clang(), [file <> ".c", "-o", file], stderr_to_stdout: true)

    {text, 0} = System.cmd(file, [])
    File.rm_rf!(directory)
    text |> String.split() |> Enum.map(&String.to_integer/1)
  end

  test "layouts are those of C" do
    for seed <- 100..120, types = random_module(seed), small?(types) do
      module = compile(source(types))
      ours = Enum.find(module.__honey__(:types), &(&1.name == elem(whole(module), 1)))
      offsets = Enum.map(ours.fields, & &1.offset)
      assert {seed, offsets ++ [ours.size, ours.alignment]} == {seed, layout_by_c(types)}
    end
  end

  ## Through the kernel

  @programs """
    defmap :in, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Whole
    defmap :out, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Whole
    defmap :keys, :bpf_hash, max_entries: 4, key_type: Whole, value_type: :u32
    defmap :cpus, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: Whole

    @sec "syscall"
    def program(_ctx) do
      case Honey.BpfHelpers.bpf_map_lookup_elem(:in, 1) do
        nil ->
          0

        value ->
          Honey.BpfHelpers.bpf_map_update_elem(:out, 2, value, :bpf_any)
          Honey.BpfHelpers.bpf_map_update_elem(:keys, value, 7, :bpf_any)
          copied(value)
      end
    end

    defp copied(value) do
      copy = %Whole{COPIES}
      Honey.BpfHelpers.bpf_map_update_elem(:out, 3, copy, :bpf_any)

      case Honey.BpfHelpers.bpf_map_lookup_elem(:keys, copy) do
        7 -> if(copy == value, do: 1, else: 2)
        _ -> 3
      end
    end
  """

  defp programs(types) do
    {Whole, fields} = List.last(types)
    copies = Enum.map_join(fields, ", ", fn {name, _} -> "#{name}: value.#{name}" end)
    String.replace(@programs, "COPIES", copies)
  end

  # Every field is read and written by itself; gaps are zero, or the copy is not found as a key.
  @tag Kernel.tags()
  test "random values go through maps and programs" do
    for seed <- 200..230, types = random_module(seed), small?(types), size(Whole, types) < 120 do
      module = compile(source(types, programs(types)))
      object = Honey.load!(module)
      assert hd(Honey.Map.get(object, :cpus, 0)) == struct!(elem(whole(module), 1))

      for _ <- 1..10 do
        term = struct_value(module, Whole, types)
        assert Honey.Map.put(object, :in, 1, term) == :ok
        assert Honey.Map.get(object, :in, 1) == term

        assert {seed, Honey.test_run(object, :program) |> elem(1) |> Map.get(:return)} ==
                 {seed, 1}

        assert Honey.Map.to_list(object, :out) |> Enum.sort() == [{2, term}, {3, term}]
        assert Honey.Map.to_list(object, :keys) == [{term, 7}]
        assert Honey.Map.get(object, :keys, term) == 7
        assert Honey.Map.delete(object, :keys, term) == :ok
        assert Honey.Map.keys(object, :keys) == []

        cpus = Honey.Map.get(object, :cpus, 0)
        assert Honey.Map.put(object, :cpus, 0, Enum.map(cpus, fn _ -> term end)) == :ok
        assert Honey.Map.get(object, :cpus, 0) == Enum.map(cpus, fn _ -> term end)
      end

      Honey.unload(object)
    end
  end

  ## Refusals

  defp small do
    structs = [
      %{
        name: S,
        size: 8,
        fields: [
          %{name: :x, offset: 0, size: 1, type: :u8},
          %{name: :y, offset: 4, size: 4, type: {:array, :s16, 2}}
        ]
      }
    ]

    Codec.compile({:struct, S}, structs)
  end

  test "what does not fit is refused with its field and range" do
    for {term, problem, story} <- [
          {%{__struct__: S, x: 256, y: [0, 0]}, :range,
           "the field `x` is 256, expected :u8 (0..255)"},
          {%{__struct__: S, x: :a, y: [0, 0]}, :type,
           "the field `x` is :a, expected :u8 (0..255)"},
          {%{__struct__: S, x: 0, y: [0, -40_000]}, :range,
           "the field `y[1]` is -40000, expected :s16 (-32768..32767)"},
          {%{__struct__: S, x: 0, y: [0]}, :size,
           "the field `y` is [0], expected a list of 2, each :s16 (-32768..32767)"},
          {%{__struct__: S, x: 0, y: [0 | 0]}, :type,
           "the field `y` is [0 | 0], expected a list of 2, each :s16 (-32768..32767)"},
          {%{x: 0, y: [0, 0]}, :type, "%{x: 0, y: [0, 0]} does not fit: expected a %S{}"},
          {nil, :type, "nil does not fit: expected a %S{}"},
          {%{__struct__: S, x: 0}, :type,
           "%{__struct__: S, x: 0} does not fit: expected a %S{} with the fields that its type has, and this is one " <>
             "without `y`"},
          {%{__struct__: S, x: 0, y: [0, 0], w: 1, z: 2}, :type,
           "%{__struct__: S, w: 1, x: 0, y: [0, 0], z: 2} does not fit: expected a %S{} with the fields that its type " <>
             "has, and this is one with `w`, `z`"}
        ] do
      assert Codec.encode(small(), term) == {:error, {problem, story}}
    end
  end

  test "strings, enums and booleans that do not fit" do
    string = Codec.compile({:string, 3}, [])
    assert Codec.encode(string, "abc") == {:ok, "abc"}
    assert {:error, {:size, _}} = Codec.encode(string, "abcd")
    assert {:error, {:range, _}} = Codec.encode(string, "a\0")
    assert {:error, {:type, _}} = Codec.encode(string, :abc)

    enum = Codec.compile({:enum, [a: 1, b: 2], :u8}, [])
    assert Codec.encode(enum, nil) == {:ok, <<0>>}
    # What decoding gives of a number that no member has can be given back.
    assert Codec.decode(enum, <<7>>) == 7
    assert Codec.encode(enum, 7) == {:ok, <<7>>}
    assert {:error, {:range, _}} = Codec.encode(enum, 256)
    assert {:error, {:type, _}} = Codec.encode(enum, 1)

    assert Codec.encode(enum, :c) ==
             {:error, {:type, ":c does not fit: expected nil or :a or :b"}}

    assert Codec.decode(enum, <<9>>) == 9
    assert {:error, {:type, _}} = Codec.encode(Codec.compile(:bool, []), 1)
  end
end
