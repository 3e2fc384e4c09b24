defmodule Honey.Test.BinaryGenerator do
  @moduledoc """
  Random functions that match binaries, each with binaries that its patterns fit, or nearly.

  A pattern is made together with a binary that it fits: segment by segment, with the values of the
  variables so far, so that sizes can depend on them.
  """

  @typedoc "The source of `program_<n>/2`, and inputs for it."
  @type program :: %{source: String.t(), inputs: [binary]}

  # What the second argument of each function is.
  @key 7

  @doc "The value of the functions' second argument."
  @spec key() :: integer
  def key, do: @key

  @doc "A random function."
  @spec program(pos_integer) :: program
  def program(n) do
    Process.put(:names, 0)
    Process.put(:slots, 0)

    case Enum.random(1..6) do
      1 -> asserting(n)
      2 -> heads(n)
      _ -> cases(n)
    end
  end

  @doc "The module: each function is called by an XDP program, with the packet after 14 bytes."
  @spec module(module, [{pos_integer, program}]) :: String.t()
  def module(name, programs) do
    """
    defmodule #{inspect(name)} do
      use Honey, license: "GPL", kernel: "5.14", on_error: 77
      alias Honey.BpfHelpers

      defmap :out, :bpf_array, max_entries: 64, key_type: :u32, value_type: :u64

      def put(slot, value), do: BpfHelpers.bpf_map_update_elem(:out, slot, value, :bpf_any)

    #{Enum.map_join(programs, "\n", fn {n, program} -> entry(n) <> program.source end)}
    end
    """
  end

  defp entry(n) do
    """
      @sec "xdp"
      def run_#{n}(ctx) do
        <<_::binary-14, rest::binary>> = ctx.packet
        program_#{n}(rest, #{@key})
      end

    """
  end

  ## Functions

  defp cases(n) do
    clauses = clauses()
    last = if Enum.random(1..4) > 1, do: "_ -> 0"

    source = """
      def program_#{n}(bin, key) do
        _ = key
        case bin do
          #{Enum.map_join(clauses, "\n      ", &clause/1)}
          #{last}
        end
      end
    """

    %{source: source, inputs: inputs(clauses)}
  end

  defp heads(n) do
    clauses = clauses()

    source =
      Enum.map_join(clauses, "\n", fn c ->
        """
          def program_#{n}(#{c.pattern}, key)#{c.guard} do
            _ = key
            #{c.body}
          end
        """
      end)

    last = if Enum.random(1..4) > 1, do: "  def program_#{n}(_, _), do: 0\n", else: ""
    pinless = String.replace(source, "^key", "#{@key}")
    %{source: pinless <> last, inputs: inputs(clauses)}
  end

  defp asserting(n) do
    clause = clause_of(1)

    source = """
      def program_#{n}(bin, key) do
        _ = key
        #{clause.pattern} = bin
        #{clause.body}
      end
    """

    %{source: source, inputs: inputs([clause])}
  end

  defp clauses, do: for(n <- 1..Enum.random(1..3), do: clause_of(n))

  defp clause(c), do: "#{c.pattern}#{c.guard} -> #{c.body}"

  defp clause_of(n) do
    made = pattern(2)
    uses = Enum.map(made.variables, &use_of(&1, made))
    body = Enum.join(Enum.reject(uses, &is_nil/1) ++ ["#{n}"], "; ")

    %{
      pattern: made.source,
      guard: guard(made.variables),
      body: "(#{body})",
      data: made.data
    }
  end

  defp guard(variables) do
    integers = for {name, :integer, value} <- variables, do: {name, value}
    binaries = for {name, :binary, value} <- variables, do: {name, value}

    case {Enum.random(1..6), integers, binaries} do
      {1, [_ | _], _} ->
        {name, value} = Enum.random(integers)
        " when #{name} #{Enum.random(~w(> < == != >= <=))} #{value + Enum.random(-1..1)}"

      {2, _, [_ | _]} ->
        {name, value} = Enum.random(binaries)
        " when byte_size(#{name}) #{Enum.random(~w(> < == !=))} #{byte_size(value)}"

      {3, _, [_ | _]} ->
        {name, _} = Enum.random(binaries)
        " when is_binary(#{name})"

      _ ->
        ""
    end
  end

  # What a variable is looked at for: each result goes to a slot of its own.
  defp use_of({"_" <> _, _, _}, _), do: nil

  defp use_of({name, kind, _}, _) when kind in [:integer, :wide],
    do: "put(#{slot()}, #{name})"

  defp use_of({name, :binary, value}, made) do
    case Enum.random(1..7) do
      1 -> "put(#{slot()}, byte_size(#{name}))"
      2 when is_binary(value) -> compared(name, literal(value))
      3 when is_binary(value) -> compared(name, literal(changed(value)))
      4 -> same_size(name, value, made) || "put(#{slot()}, bit_size(#{name}))"
      5 -> rematched(name)
      6 -> walked(name)
      _ -> "put(#{slot()}, bit_size(#{name}))"
    end
  end

  defp compared(name, literal),
    do: "put(#{slot()}, if(#{name} #{Enum.random(~w(== !=))} #{literal}, do: 1, else: 2))"

  # Of constant sizes, so the compiler can tell that they are equally long.
  defp same_size(name, value, made) do
    others =
      for {other, :binary, found} <- made.variables,
          other != name and other in made.constant and name in made.constant and
            bit_size(found) == bit_size(value),
          do: other

    if others != [], do: compared(name, Enum.random(others))
  end

  defp rematched(name) do
    slot = slot()

    "case #{name} do <<a::#{Enum.random(1..20)}, r::bitstring>> -> " <>
      "put(#{slot}, a + bit_size(r)); _ -> put(#{slot}, 99) end"
  end

  defp walked(name) do
    slot = slot()

    "put(#{slot}, case #{name} do <<_, _, r::binary>> -> r; r -> r end |> bit_size())"
  end

  ## Patterns

  # The pattern's source, a binary that it fits, the variables with their values there.
  defp pattern(depth) do
    state = %{segments: [], data: <<>>, variables: [], sizes: [], constant: [], depth: depth}
    state = Enum.reduce(1..Enum.random(1..7), state, fn _, state -> segment(state) end)
    state = rest(state)

    %{
      source: "<<" <> Enum.join(Enum.reverse(state.segments), ", ") <> ">>",
      data: state.data,
      variables: Enum.reverse(state.variables),
      constant: state.constant
    }
  end

  defp segment(state) do
    case Enum.random(1..16) do
      n when n in 1..4 -> integer(state)
      n when n in 5..6 -> ignored(state)
      7 -> literal_integer(state)
      8 -> text(state)
      9 -> pinned(state)
      10 -> repeated(state)
      n when n in 11..12 -> size_field(state)
      13 -> binary(state)
      14 -> bits(state)
      _ -> sized(state)
    end
  end

  defp add(state, source, data),
    do: %{
      state
      | segments: [source | state.segments],
        data: <<state.data::bitstring, data::bitstring>>
    }

  defp variable(state, name, kind, value),
    do: %{state | variables: [{name, kind, value} | state.variables]}

  defp width,
    do: Enum.random([1, 2, 3, 4, 5, 7, 8, 8, 8, 12, 13, 16, 16, 24, 31, 32, 33, 48, 63, 64])

  defp integer(state) do
    {size, options} = {width(), options()}
    {value, data} = random_integer(size, options)
    name = name()

    state
    |> add("#{name}::#{size}#{written(options)}", data)
    |> variable(name, :integer, value)
  end

  defp ignored(state) do
    size = Enum.random([1, 4, 8, 8, 16, 40, 100, 128])
    add(state, "_::#{size}", random_bits(size))
  end

  defp literal_integer(state) do
    {size, options} = {width(), options()}
    {value, data} = random_integer(size, options)
    add(state, "#{value}::#{size}#{written(options)}", data)
  end

  defp text(state) do
    text = random_bits(8 * Enum.random(0..11))
    add(state, inspect(text, binaries: :as_binaries, limit: :infinity) |> inner(), text)
  end

  # <<1, 2>> is <<1, 2>> within another, too: its elements; "" has none.
  defp inner("<<>>"), do: ~s("")
  defp inner("<<" <> text), do: String.trim_trailing(text, ">>")

  defp pinned(state), do: add(state, "^key::16", <<@key::16>>)

  defp repeated(state) do
    case for {name, :integer, value} <- state.variables, value in 0..255, do: {name, value} do
      [] ->
        ignored(state)

      known ->
        {name, value} = Enum.random(known)
        add(state, name, <<value>>)
    end
  end

  # A field that a later size is taken from.
  defp size_field(state) do
    value = Enum.random(0..9)
    {size, options} = {Enum.random([4, 8, 16]), options()}
    options = %{options | signed: options.signed and (size > 4 or value < 8)}
    value = if options.signed and size == 4, do: rem(value, 8), else: value
    name = name()

    state
    |> add("#{name}::#{size}#{written(options)}", encode(value, size, options))
    |> variable(name, :integer, value)
    |> Map.update!(:sizes, &[{name, value} | &1])
  end

  defp sized(%{sizes: []} = state), do: size_field(state)

  defp sized(state) do
    {field, value} = Enum.random(state.sizes)

    {source, count} =
      Enum.random([
        {field, value},
        {field, value},
        {"#{field} + 1", value + 1},
        {"(#{field} - 2) * 3", (value - 2) * 3},
        {"rem(#{field}, 4)", rem(value, 4)},
        {"bit_size(bin) - #{field}", nil}
      ])

    if is_nil(count) or count < 0,
      do: add(state, "_::size(#{String.replace(source, "bit_size(bin)", "3")})", <<>>),
      else: sized(state, source, count)
  end

  defp sized(state, source, count) do
    name = name()

    case Enum.random(1..6) do
      1 ->
        unit = Enum.random([1, 3, 8])
        options = options()
        {value, data} = random_integer(count * unit, options)

        state
        |> add("#{name}::size(#{source})-unit(#{unit})#{written(options)}", data)
        |> wide_variable(name, value, count * unit)

      2 ->
        data = random_bits(count)
        state |> add("#{name}::bits-size(#{source})", data) |> variable(name, :binary, data)

      3 ->
        data = random_bits(count * 16)

        state
        |> add("#{name}::binary-size(#{source})-unit(16)", data)
        |> variable(name, :binary, data)

      4 ->
        add(state, "_::binary-size(#{source})", random_bits(count * 8))

      _ ->
        data = random_bits(count * 8)
        state |> add("#{name}::binary-size(#{source})", data) |> variable(name, :binary, data)
    end
  end

  # Of more than 64 bits the kernel keeps the lowest, and a guard on the BEAM sees all.
  defp wide_variable(state, name, value, bits) when bits <= 64,
    do: variable(state, name, :integer, value)

  defp wide_variable(state, name, _, _), do: variable(state, name, :wide, nil)

  defp binary(state) do
    name = name()
    nested = pattern_data(state.depth)
    size = byte_size(nested)

    state
    |> add("#{name}::binary-#{if size > 0, do: size, else: "size(0)"}", nested)
    |> variable(name, :binary, nested)
    |> Map.update!(:constant, &[name | &1])
  end

  defp pattern_data(_), do: random_bits(8 * Enum.random([0, 1, 2, 3, 4, 6, 6, 16, 17]))

  defp bits(state) do
    name = name()
    data = random_bits(Enum.random(1..40))

    state
    |> add("#{name}::bits-size(#{bit_size(data)})", data)
    |> variable(name, :binary, data)
    |> Map.update!(:constant, &[name | &1])
  end

  defp rest(state) do
    missing = rem(8 - rem(bit_size(state.data), 8), 8)
    name = name()

    case Enum.random(1..6) do
      1 when missing == 0 ->
        state

      1 ->
        add(state, "_::#{missing}", random_bits(missing))

      2 ->
        add(state, "_::bitstring", random_bits(missing + 8 * Enum.random(0..3)))

      3 ->
        data = random_bits(missing + 8 * Enum.random(0..3))
        state |> add("#{name}::bitstring", data) |> variable(name, :binary, data)

      4 ->
        state = if missing > 0, do: add(state, "_::#{missing}", random_bits(missing)), else: state
        add(state, "_::binary", random_bits(8 * Enum.random(0..3)))

      5 ->
        data = random_bits(16 * Enum.random(0..3))
        state = if missing > 0, do: add(state, "_::#{missing}", random_bits(missing)), else: state
        state |> add("#{name}::binary-unit(16)", data) |> variable(name, :binary, data)

      _ ->
        data = random_bits(8 * Enum.random(0..6))
        state = if missing > 0, do: add(state, "_::#{missing}", random_bits(missing)), else: state
        state |> add("#{name}::binary", data) |> variable(name, :binary, data)
    end
  end

  defp options, do: %{signed: Enum.random(1..3) == 1, little: Enum.random(1..3) == 1}

  defp written(options) do
    if(options.signed, do: "-signed", else: "") <> if options.little, do: "-little", else: ""
  end

  defp random_integer(size, options) do
    data = random_bits(size)
    {decode(data, options), data}
  end

  defp decode(data, options) do
    size = bit_size(data)

    case options do
      %{signed: false, little: false} -> (<<v::size(size)>> = data) && v
      %{signed: true, little: false} -> (<<v::signed-size(size)>> = data) && v
      %{signed: false, little: true} -> (<<v::little-size(size)>> = data) && v
      %{signed: true, little: true} -> (<<v::little-signed-size(size)>> = data) && v
    end
  end

  defp encode(value, size, %{little: true}), do: <<value::little-size(size)>>
  defp encode(value, size, _), do: <<value::size(size)>>

  ## Inputs

  defp inputs(clauses) do
    fitting = for c <- clauses, do: whole(c.data)
    longest = Enum.max_by(fitting, &byte_size/1)

    truncated = for size <- 0..byte_size(longest), do: binary_part(longest, 0, size)
    mutated = for data <- fitting, _ <- 1..6, do: changed(data)
    extended = for data <- fitting, do: data <> random_bits(8 * Enum.random(1..5))
    random = for _ <- 1..4, do: random_bits(8 * Enum.random(0..60))

    Enum.uniq(fitting ++ truncated ++ mutated ++ extended ++ random)
  end

  defp whole(data) do
    missing = rem(8 - rem(bit_size(data), 8), 8)
    <<data::bitstring, random_bits(missing)::bitstring>>
  end

  defp changed(<<>>), do: <<0>>

  defp changed(data) do
    at = Enum.random(0..(byte_size(data) - 1))
    <<before::binary-size(at), _, rest::binary>> = data
    before <> <<Enum.random(0..255)>> <> rest
  end

  defp random_bits(size) do
    bytes = for _ <- 1..(div(size, 8) + 1), into: <<>>, do: <<random_byte()>>
    <<bits::bitstring-size(size), _::bitstring>> = bytes
    bits
  end

  defp random_byte do
    case Enum.random(1..4) do
      1 -> Enum.random([0, 1, 2, 255, 128, 127])
      _ -> Enum.random(0..255)
    end
  end

  defp literal(binary), do: inspect(binary, binaries: :as_binaries, limit: :infinity)

  defp name, do: "v#{count(:names)}"
  defp slot, do: count(:slots)

  defp count(key) do
    count = Process.get(key)
    Process.put(key, count + 1)
    count
  end
end
