defmodule Honey.Test.Random.Frame do
  @moduledoc """
  The module that random programs stand in.

  `run_1` in the kernel takes the arguments of `program_1/3` from maps, and tells by a map what came of
  it. The programs' own maps are those of `Honey.Test.Random.KernelMap`, their variables those of
  `Honey.Test.Random.Globals`. With a library, that has the struct types, and functions.
  """

  alias Honey.Test.Random.{Globals, Input, KernelMap, Node, Program, Type}

  @type options :: [
          overflow: :wrap | :raise,
          kernel: String.t(),
          section: String.t(),
          library: nil | module
        ]

  @doc "What the programs return where they raise."
  @spec raised() :: 77
  def raised, do: 77

  @doc "The body of the module with the programs, each node with a line of its own."
  @spec body([Program.t()], options) :: Macro.t()
  def body(programs, options) do
    section = Keyword.get(options, :section, "syscall")

    uses = [
      license: "GPL",
      kernel: options[:kernel],
      on_error: raised(),
      overflow: options[:overflow]
    ]

    number([
      quote(do: use(Honey, unquote(uses))),
      quote(do: require(Integer)),
      types(options[:library]),
      maps(),
      globals(),
      input_and_output(),
      for({atom, code} <- codes(), do: quote(do: defp(code(unquote(atom)), do: unquote(code)))),
      for(program <- programs, do: program.functions ++ [entry(program.number, section)])
    ])
  end

  @doc "The body of a library; the struct types are its own, or those of another."
  @spec library_body([Macro.t()], :wrap | :raise, nil | module) :: Macro.t()
  def library_body(functions, overflow, types \\ nil),
    do:
      number([
        quote(do: use(Honey, overflow: unquote(overflow))),
        quote(do: require(Integer)),
        types(types),
        functions
      ])

  # A line for each node, from the second on.
  defp number(nodes) do
    {body, _} = Node.number({:__block__, [], List.flatten(nodes)}, 2)
    body
  end

  defp types(nil), do: definitions()

  defp types(module) do
    for {name, _} <- Type.structs(),
        do: quote(do: alias(unquote(Module.concat(module, name))))
  end

  defp definitions do
    for {name, fields} <- Type.structs(),
        do:
          quote(
            do:
              deftype(
                unquote(stored({:struct, name})),
                unquote(for {f, t} <- fields, do: {f, stored(t)})
              )
          )
  end

  defp maps do
    for {name, {kind, key, value, entries}} <- KernelMap.all() do
      options = [max_entries: entries, value_type: stored(value)]
      options = if key, do: [{:key_type, stored(key)} | options], else: options
      quote(do: defmap(unquote(name), unquote(kind), unquote(options)))
    end
  end

  defp globals do
    for {name, _} <- Globals.all() do
      {type, default, options} = Globals.definition(name)
      quote(do: defvar(unquote(name), unquote(stored(type)), unquote(default), unquote(options)))
    end
  end

  # A type in memory, as the source has it.
  defp stored({:enum, members}), do: {:enum, members}
  defp stored({:string, size}), do: {:string, size}
  defp stored({:binary, size}), do: {:binary, size}
  defp stored({:array, type, size}), do: {:{}, [], [:array, stored(type), size]}

  defp stored({:be, type}), do: {:be, type}
  defp stored({:types, types}), do: {:{}, [], Enum.map(types, &stored/1)}

  defp stored({:struct, name}), do: {:__aliases__, [], [name]}
  defp stored(name), do: name

  defp input_and_output do
    quote do
      defmap(:signed, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64)
      defmap(:unsigned, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64)
      defmap(:maybe, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :s64)
      defmap(:result, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64)
      defmap(:text, :bpf_array, max_entries: 1, key_type: :u32, value_type: {:string, 8})

      defp report(value) when is_integer(value) and value < 0, do: write(1, value)
      defp report(value) when is_integer(value), do: write(2, value)
      defp report({:error, reason}), do: write(4, code(reason))

      defp report(text) when is_binary(text) do
        Honey.BpfHelpers.bpf_map_update_elem(:text, 0, text, :bpf_any)
        write(5, 0)
      end

      defp report(atom), do: write(3, code(atom))

      defp write(kind, value) do
        Honey.BpfHelpers.bpf_map_update_elem(:result, 1, value, :bpf_any)
        Honey.BpfHelpers.bpf_map_update_elem(:result, 0, kind, :bpf_any)
      end
    end
  end

  defp entry(number, "xdp"), do: packet_entry(number)

  defp entry(number, section) do
    quote do
      @sec unquote(section)
      def unquote(:"run_#{number}")(_ctx) do
        signed = Honey.BpfHelpers.bpf_map_lookup_elem(:signed, 0)
        unsigned = Honey.BpfHelpers.bpf_map_lookup_elem(:unsigned, 0)
        maybe = Honey.BpfHelpers.bpf_map_lookup_elem(:maybe, 0)
        report(unquote(:"program_#{number}")(signed, unsigned, maybe))
        1
      end
    end
  end

  # The packet without what `Honey.test_run/3` wants at least.
  defp packet_entry(number) do
    head = 8 * Input.head()

    quote do
      @sec "xdp"
      def unquote(:"run_#{number}")(ctx) do
        <<_::unquote(head), packet::binary>> = ctx.packet
        signed = Honey.BpfHelpers.bpf_map_lookup_elem(:signed, 0)
        unsigned = Honey.BpfHelpers.bpf_map_lookup_elem(:unsigned, 0)
        maybe = Honey.BpfHelpers.bpf_map_lookup_elem(:maybe, 0)
        report(unquote(:"program_#{number}")(signed, unsigned, maybe, packet))
        1
      end
    end
  end

  ## What came of a program

  @doc "The atoms that a program can end with, and the number that tells of each."
  @spec codes() :: [{atom, pos_integer}]
  def codes, do: Enum.with_index([nil, true, false, :ok] ++ Type.colors() ++ Type.reasons(), 1)

  @doc "What `report/1` of the module writes of a value, a text apart: its kind, and 64 bits."
  @spec encode(term) :: {kind :: 1..5, bits :: non_neg_integer}
  def encode(value) when is_integer(value) and value < 0 do
    <<bits::64>> = <<value::64>>
    {1, bits}
  end

  def encode(value) when is_integer(value), do: {2, value}
  def encode({:error, reason}), do: {4, code(reason)}
  def encode(text) when is_binary(text), do: {5, 0}
  def encode(atom), do: {3, code(atom)}

  @doc "The value of which `report/1` wrote this."
  @spec decode(pos_integer, non_neg_integer, String.t()) :: term
  def decode(1, bits, _text) do
    <<value::signed-64>> = <<bits::64>>
    value
  end

  def decode(2, bits, _text), do: bits
  def decode(3, code, _text), do: atom(code)
  def decode(4, code, _text), do: {:error, atom(code)}
  def decode(5, 0, text), do: text

  defp code(atom), do: codes() |> List.keyfind!(atom, 0) |> elem(1)
  defp atom(code), do: codes() |> List.keyfind!(code, 1) |> elem(0)
end
