defmodule Honey.Sim.Machine do
  @moduledoc """
  Runs the compiler's intermediate representation on the BEAM.

  `Honey.Nif.represent/1` gives the representation; `Honey.Sim` is what tests use. A function's body is a
  list of statements `{kind, line, to, payload}`, of which `to` is the register that it sets, `{number, type}`,
  or nil. A value in a payload is an integer or `{number}`, a register. The clauses of `step/2` say what each
  kind's payload is, and what it does.

  ## A new kind of statement

  `c_src/compiler/export/export_ir.c` gives it a name and a payload (the C compiler says where), and `step/2`
  gets a clause that answers one of

    * `{:next, machine}` - go on behind it
    * `{:leave, label, machine}` - go on behind the block with the label
    * `{:return, values, machine}` - the function has ended, with these in its result's registers
    * `{:raise, site, machine}` - the run has ended; callers do not go on
    * `{:tail_call, program, machine}` - the same: another program, of this name, goes on

  A new operation (`ir_op.def`) is a clause of `Honey.Sim.Operation`, a new part of types one of
  `Honey.Sim.Type`, a new helper without arguments one of `Honey.Sim.World`. Integers in registers are exact
  and fit their type: whatever sets a register reduces to the type of `to` first.
  """

  alias Honey.Codec
  alias Honey.Sim.{Answer, Context, Integer, Line, Map, MapHelper, Operation, Packet, Part}
  alias Honey.Sim.{Printk, Ring, Timer, World}

  defstruct functions: %{},
            code: nil,
            maps: %{},
            rings: %{},
            vars: %{},
            world: %World{},
            context: %{},
            helpers: %{},
            printk: [],
            events: [],
            atoms: %{ids: %{}, names: %{}},
            registers: %{},
            slots: %{},
            # Programs that have followed one another.
            tail_calls: 0,
            # Of the loops over maps that run, by their numbers: where their turns are.
            entries: %{},
            # The user ring buffers that a loop is draining.
            drained: [],
            # The map's name and the key, while the function of a timer runs.
            timer: nil

  @type t :: %__MODULE__{}

  @type register :: {number :: non_neg_integer, type :: atom}
  @type statement :: {kind :: atom, line :: pos_integer, to :: register | nil, payload :: term}
  @type ended ::
          {:next, t}
          | {:leave, label :: non_neg_integer, t}
          | {:return, [term], t}
          | {:raise, site :: non_neg_integer, t}
          | {:tail_call, program :: atom, t}

  @kinds [:assign, :set, :if, :block, :leave, :slot, :lookup, :load, :update, :delete, :take] ++
           [:store] ++
           [
             :change,
             :exchange,
             :helper,
             :tail_call,
             :timer,
             :printk,
             :field,
             :text_field,
             :call,
             :raise,
             :return
           ] ++
           [:var_load, :var_store, :var_add] ++
           [:loop, :element, :build, :part, :same, :pin, :emit] ++
           [:packet_length, :seek, :read, :bits] ++
           [:text, :text_store, :text_append, :text_part, :text_length, :text_equal]

  # MAX_TAIL_CALL_CNT
  @most_tail_calls 33
  @enospc -28
  @lookup :bpf_map_lookup_elem
  @peek :bpf_map_peek_elem
  @enoent -2

  @flags %{0 => :bpf_any, 1 => :bpf_noexist, 2 => :bpf_exist}

  @doc "The kinds of statements that `step/2` knows."
  @spec kinds() :: [atom]
  def kinds, do: @kinds

  @doc """
  Calls the function of the symbol, with what its parameters' registers hold.

  The caller's registers are what they were; all else is as the function leaves it.
  """
  @spec call(t, String.t(), [term]) ::
          {:return, [term], t} | {:raise, non_neg_integer, t} | {:tail_call, atom, t}
  def call(machine, symbol, arguments) do
    %{parameters: parameters, body: body} = Elixir.Map.fetch!(machine.functions, symbol)
    registers = parameters |> Enum.zip(arguments) |> Elixir.Map.new()

    {how, what, ended} =
      case run(body, %{machine | registers: registers, slots: %{}}) do
        {:next, ended} -> {:return, [], ended}
        other -> other
      end

    {how, what, %{ended | registers: machine.registers, slots: machine.slots}}
  end

  @doc "Calls the function of a timer, with the entry of its map."
  @spec call_timer(t, String.t(), {atom, term}) ::
          {:return, [term], t} | {:raise, non_neg_integer, t}
  def call_timer(machine, symbol, entry) do
    %{entry: number} = Elixir.Map.fetch!(machine.functions, symbol)
    entries = Elixir.Map.put(machine.entries, number, entry)
    call(%{machine | entries: entries, timer: entry}, symbol, [])
  end

  @doc "Runs statements, until one of them does not go on to the next."
  @spec run([statement], t) :: ended
  def run([], machine), do: {:next, machine}

  def run([statement | rest], machine) do
    case step(statement, machine) do
      {:next, machine} -> run(rest, machine)
      other -> other
    end
  end

  ## Statements

  @spec step(statement, t) :: ended
  defp step({:assign, _, {_, type} = to, {op, operands}}, machine) do
    next(machine, to, Operation.apply(op, type, values(machine, operands)))
  end

  defp step({:set, _, to, value}, machine), do: next(machine, to, value(machine, value))

  defp step({:if, _, nil, {condition, then, otherwise}}, machine) do
    run(if(Operation.true?(value(machine, condition)), do: then, else: otherwise), machine)
  end

  defp step({:block, _, nil, {label, body}}, machine) do
    case run(body, machine) do
      {:leave, ^label, machine} -> {:next, machine}
      other -> other
    end
  end

  defp step({:leave, _, nil, label}, machine), do: {:leave, label, machine}

  # One of the maps of a map of maps; in none there is nothing.
  defp step({:loop, line, nil, {{:entries, {outer, found}, number}, body}}, machine) do
    case value(machine, found) do
      nil ->
        {:next, machine}

      {:element, ^outer, at, _} ->
        step({:loop, line, nil, {{:entries, {:inner, outer, at}, number}, body}}, machine)
    end
  end

  # The entries that were there when the loop began, as far as they still are when their turns come.
  defp step({:loop, _, nil, {{:entries, name, number}, body}}, machine) do
    case fetch_map(machine, name) do
      %{type: :bpf_user_ringbuf} -> drain({name, number, body}, machine)
      map -> run_entries(Map.keys(map), {name, number, body}, machine)
    end
  end

  defp step({:loop, _, to, {turns, body}}, machine) do
    run_turns(body, to, 0, value(machine, turns), machine)
  end

  defp step({:element, _, to, {number, part}}, machine) do
    value =
      case Elixir.Map.fetch!(machine.entries, number) do
        {:record, record} -> record
        {_name, key} when part == :key -> key
        {name, key} -> Map.load(fetch_map(machine, name), key, machine.world.cpu)
      end

    next(machine, to, loaded(to, value))
  end

  # A value in memory, cut to the type that it has there.
  defp step({:slot, _, nil, {number, type, value}}, machine) do
    stored = machine |> value(value) |> Integer.wrap(type)
    {:next, %{machine | slots: Elixir.Map.put(machine.slots, number, stored)}}
  end

  # One of the maps of a map of maps; in none there is nothing, and nothing gets there.
  defp step({kind, line, to, {{outer, found}, helper, key, value, flag, cpu}}, machine) do
    case {value(machine, found), kind} do
      {nil, :lookup} ->
        next(machine, to, nil)

      {nil, _} ->
        next(machine, to, @enoent)

      {{:element, ^outer, at, _}, _} ->
        step({kind, line, to, {{:inner, outer, at}, helper, key, value, flag, cpu}}, machine)
    end
  end

  # A map is asked for a key's value, which may be another CPU's.
  defp step({:lookup, _, to, {name, helper, key, _, _, cpu}}, machine) do
    key = slot(machine, key)
    cpu = if cpu, do: Integer.wrap(value(machine, cpu), :u32), else: machine.world.cpu
    map = fetch_map(machine, name)

    terms =
      [named(machine, name), Map.key_term(map, key)] ++ if(helper == @lookup, do: [], else: [cpu])

    case overridden(machine, helper, terms) do
      {:ok, nil} ->
        next(machine, to, nil)

      {:ok, value} ->
        next(machine, to, {:copy, Answer.value!(map, helper, value)})

      :error ->
        {found, map} = Map.lookup(map, key, cpu)
        next(put_map(machine, map), to, if(found, do: {:element, name, found, cpu}))
    end
  end

  # Data is also read from where nothing was found: it is zeros then.
  defp step({:load, _, to, {pointer, size}}, machine) do
    value =
      case value(machine, pointer) do
        nil -> <<0::size(size)-unit(8)>>
        {:element, name, key, cpu} -> Map.load(fetch_map(machine, name), key, cpu)
        {:copy, value} -> value
      end

    next(machine, to, loaded(to, value))
  end

  # Without a key a push, or the question whether a value is in the map.
  defp step({:update, _, to, {name, helper, key, value, flag, _}}, machine) do
    {key, value} = {slot(machine, key), slot(machine, value)}
    map = fetch_map(machine, name)
    value_term = Map.value_term(map, value)
    flags = if helper == @peek, do: [], else: [@flags[flag]]
    keys = if key, do: [Map.key_term(map, key)], else: []

    case overridden(machine, helper, [named(machine, name) | keys] ++ [value_term | flags]) do
      {:ok, result} ->
        next(machine, to, Answer.status!(machine.atoms, helper, result))

      :error ->
        {status, map} = hand(helper, map, key, value, flag, machine.world.cpu)
        map = if status == 0, do: Timer.forget(map, key), else: map
        next(put_map(machine, map), to, status)
    end
  end

  defp step({:delete, _, to, {name, helper, key, _, _, _}}, machine) do
    key = slot(machine, key)
    map = fetch_map(machine, name)

    case overridden(machine, helper, [named(machine, name), Map.key_term(map, key)]) do
      {:ok, result} ->
        next(machine, to, Answer.status!(machine.atoms, helper, result))

      :error ->
        {status, map} = Map.delete(map, key)
        next(put_map(machine, Timer.forget(map, key)), to, status)
    end
  end

  # A queue's next value; the status is another register.
  defp step({:take, line, to, {{outer, found}, helper, status}}, machine) do
    case value(machine, found) do
      nil ->
        zero = Map.zero(Elixir.Map.fetch!(machine.maps, outer).inner)
        machine |> set_status(status, @enoent) |> next(to, loaded(to, zero))

      {:element, ^outer, at, _} ->
        step({:take, line, to, {{:inner, outer, at}, helper, status}}, machine)
    end
  end

  defp step({:take, _, to, {name, helper, status}}, machine) do
    map = fetch_map(machine, name)

    {result, value, map} =
      case overridden(machine, helper, [named(machine, name)]) do
        {:ok, nil} -> {@enoent, Map.zero(map), map}
        {:ok, value} -> {0, Answer.value!(map, helper, value), map}
        :error -> Line.take(map, helper)
      end

    machine |> set_status(status, result) |> put_map(map) |> next(to, loaded(to, value))
  end

  defp step({:store, _, nil, {pointer, value}}, machine) do
    case value(machine, pointer) do
      {:element, name, key, cpu} ->
        map = fetch_map(machine, name)
        {:next, put_map(machine, Map.put(map, key, value(machine, value), cpu))}

      {:copy, _} ->
        {:next, machine}
    end
  end

  # What is in the map is changed where it is: all of it, which is an integer, or a struct's field.
  defp step({:change, _, nil, {pointer, change, place, amount}}, machine) do
    amount = value(machine, amount)

    case value(machine, pointer) do
      {:element, name, key, cpu} ->
        map = fetch_map(machine, name)
        changed = Part.change(Map.load(map, key, cpu), change, place, amount)
        {:next, put_map(machine, Map.store(map, key, changed, cpu))}

      {:copy, _} ->
        {:next, machine}
    end
  end

  ## Variables: their bytes

  defp step({:var_load, _, to, {name, {0, type, _size}}}, machine),
    do: next(machine, to, Part.value(type, var_bytes(machine, name)))

  defp step({:var_store, _, nil, {name, {0, type, size}, value}}, machine),
    do: {:next, put_var(machine, name, Part.bytes(type, size, value(machine, value)))}

  defp step({:var_add, _, nil, {name, {0, type, size}, amount, subtract?}}, machine) do
    amount = value(machine, amount)
    amount = if subtract?, do: -amount, else: amount
    sum = Part.value(type, var_bytes(machine, name)) + amount
    {:next, put_var(machine, name, Part.bytes(type, size, sum))}
  end

  # Nothing else runs meanwhile: what is there is what was expected, if it was loaded before.
  defp step({:exchange, _, to, {pointer, expected, amount}}, machine) do
    expected = value(machine, expected)

    case value(machine, pointer) do
      {:element, name, key, cpu} ->
        map = fetch_map(machine, name)
        there = Map.load(map, key, cpu)

        map =
          if there == expected, do: Map.store(map, key, value(machine, amount), cpu), else: map

        machine |> put_map(map) |> next(to, there)

      {:copy, there} ->
        next(machine, to, there)
    end
  end

  # What fills its register can fail: the status is another register then.
  defp step({:helper, line, to, {name, arguments, status, kind}}, machine) do
    {result, machine} = helper(machine, name, arguments, line)

    case {result, status} do
      {{:error, _}, {number}} ->
        status = Answer.status!(machine.atoms, name, result)
        {:next, machine} = next(machine, {number, :s64}, status)
        next(machine, to, Answer.nothing(kind, machine.atoms.types))

      {{:ok, code, value}, {_}} when elem(kind, 0) == :changed and is_integer(code) ->
        result = Answer.result!(machine.atoms, name, kind, value)

        machine
        |> set_status(status, Answer.result!(machine.atoms, name, :u32, code))
        |> next(to, result)

      {value, status} ->
        machine = if status, do: set_status(machine, status, 0), else: machine
        next(machine, to, Answer.result!(machine.atoms, name, kind, value))
    end
  end

  defp step({:tail_call, _, nil, {name, index}}, machine) do
    map = fetch_map(machine, name)
    index = Integer.wrap(value(machine, index), :u32)

    case map.entries do
      %{^index => program} when machine.tail_calls < @most_tail_calls ->
        {:tail_call, program, %{machine | tail_calls: machine.tail_calls + 1}}

      %{} ->
        {:next, machine}
    end
  end

  # Without a symbol it is cancelled.
  defp step({:timer, _, to, {pointer, symbol, nanoseconds}}, machine) do
    case value(machine, pointer) do
      {:element, name, key, _cpu} ->
        map = Elixir.Map.fetch!(machine.maps, name)
        {status, map} = set_timer(machine, map, key, symbol, nanoseconds)
        next(put_map(machine, map), to, status)

      {:copy, _} ->
        next(machine, to, 0)
    end
  end

  defp step({:printk, _, to, {format, arguments}}, machine) do
    line = Printk.render(format, values(machine, arguments))
    next(%{machine | printk: [line | machine.printk]}, to, byte_size(line))
  end

  defp step({kind, line, to, name}, machine) when kind in [:field, :text_field] do
    next(machine, to, Context.fetch!(machine.context, name, line))
  end

  defp step({:call, _, nil, {symbol, arguments, results}}, machine) do
    case call(machine, symbol, values(machine, arguments)) do
      {:return, returned, machine} ->
        registers =
          results
          |> Enum.zip(returned)
          |> Enum.reduce(machine.registers, fn {{number}, value}, registers ->
            Elixir.Map.put(registers, number, value)
          end)

        {:next, %{machine | registers: registers}}

      raised ->
        raised
    end
  end

  ## Records and arrays: their bytes

  defp step({:build, _, to, built}, machine), do: next(machine, to, build(machine, built))

  # A record for a ring, which may be full.
  defp step({:emit, _, to, {name, type, built}}, machine) do
    ring = Elixir.Map.fetch!(machine.rings, name)

    case Ring.emit(ring, type, build(machine, built), machine.world.cpu) do
      {:ok, event, ring} ->
        machine = %{machine | events: [event | machine.events]}
        next(put_ring(machine, ring), to, 0)

      {:lost, ring} ->
        next(put_ring(machine, ring), to, @enospc)
    end
  end

  defp step({:part, _, to, {whole, {offset, type, size}}}, machine) do
    next(machine, to, Part.value(type, binary_part(value(machine, whole), offset, size)))
  end

  # The element of an array at a register's index.
  defp step({:part, _, to, {whole, {0, type, size}, index}}, machine) do
    bytes = binary_part(value(machine, whole), value(machine, index) * size, size)
    next(machine, to, Part.value(type, bytes))
  end

  defp step({:same, _, to, {left, right}}, machine),
    do: next(machine, to, if(value(machine, left) == value(machine, right), do: 1, else: 0))

  defp step({:pin, _, nil, nil}, machine), do: {:next, machine}

  defp step({:raise, _, nil, site}, machine), do: {:raise, site, machine}
  defp step({:return, _, nil, values}, machine), do: {:return, values(machine, values), machine}

  ## The packet, and texts
  #
  # A cursor is a place, in bytes, of the packet, or of a text: `{text, at}`. A text is a binary; what
  # lies behind it is zero.

  defp step({:packet_length, line, to, nil}, machine),
    do: next(machine, to, bit_size(packet(machine, line)))

  defp step({:seek, line, to, {array, position, size, label}}, machine) do
    at = div(value(machine, position), 8)
    {where, most} = place(machine, array, line)

    if at + size > most,
      do: {:leave, label, machine},
      else: next(machine, to, if(array, do: {where, at}, else: at))
  end

  defp step({:read, line, to, {from, at, size, big?}}, machine) do
    bytes =
      case value(machine, from) do
        text when is_binary(text) -> part(text, at, size)
        {text, cursor} -> part(text, cursor + at, size)
        cursor -> binary_part(packet(machine, line), cursor + at, size)
      end

    next(machine, to, :binary.decode_unsigned(bytes, if(big?, do: :big, else: :little)))
  end

  defp step({:bits, line, to, {array, position, count}}, machine) do
    {position, count} = {value(machine, position), value(machine, count)}
    {where, most} = place(machine, array, line)

    value =
      case Part.padded(where, most) do
        <<_::size(position), value::size(count), _::bitstring>> -> value
        _ -> 0
      end

    next(machine, to, value)
  end

  defp step({:text, _, to, text}, machine), do: next(machine, to, text)

  defp step({:text_store, _, {number, _} = to, {at, size, value, big?}}, machine) do
    text = value(machine, {number})
    text = Part.padded(text, max(byte_size(text), at + size))
    <<before::binary-size(at), _::binary-size(size), rest::binary>> = text
    value = value(machine, value)
    bytes = if big?, do: <<value::size(size)-unit(8)>>, else: <<value::little-size(size)-unit(8)>>
    next(machine, to, before <> bytes <> rest)
  end

  defp step({:text_append, _, {number, _} = to, {from, at}}, machine) do
    before = Part.padded(value(machine, {number}), value(machine, at))
    next(machine, to, before <> value(machine, from))
  end

  defp step({:text_part, _, to, {from, at, size}}, machine),
    do: next(machine, to, machine |> value(from) |> part(at, size) |> trimmed())

  defp step({:text_length, _, to, text}, machine),
    do: next(machine, to, byte_size(trimmed(value(machine, text))))

  defp step({:text_equal, _, to, {left, right}}, machine) do
    same? = trimmed(value(machine, left)) == trimmed(value(machine, right))
    next(machine, to, if(same?, do: 1, else: 0))
  end

  defp packet(machine, line), do: Context.fetch!(machine.context, :packet, line)

  # The bytes, and how many there are: an array of the kernel ends where it does for Elixir.
  defp place(machine, nil, line) do
    packet = packet(machine, line)
    {packet, byte_size(packet)}
  end

  defp place(machine, {array, size}, _line), do: {value(machine, array), size}

  defp part(text, at, size), do: binary_part(text <> <<0::size(at + size)-unit(8)>>, at, size)

  defp trimmed(text), do: String.trim_trailing(text, <<0>>)

  # Until there is no turn left, or a statement of one does not go on to the next.
  defp run_turns(_body, _to, turns, turns, machine), do: {:next, machine}

  defp run_turns(body, to, turn, turns, machine) do
    {:next, machine} = next(machine, to, turn)

    case run(body, machine) do
      {:next, machine} -> run_turns(body, to, turn + 1, turns, machine)
      other -> other
    end
  end

  defp run_entries([], _loop, machine), do: {:next, machine}

  defp run_entries([key | keys], {name, number, body} = loop, machine) do
    if Map.there?(fetch_map(machine, name), key) do
      entries = Elixir.Map.put(machine.entries, number, {name, key})

      case run(body, %{machine | entries: entries}) do
        {:next, machine} -> run_entries(keys, loop, machine)
        other -> other
      end
    else
      run_entries(keys, loop, machine)
    end
  end

  # What drains a ring already keeps all others from it.
  defp drain({name, _, _} = loop, machine) do
    if name in machine.drained do
      {:next, machine}
    else
      ended = run_records(loop, %{machine | drained: [name | machine.drained]})
      at = tuple_size(ended) - 1
      put_elem(ended, at, %{elem(ended, at) | drained: machine.drained})
    end
  end

  # A record is taken before its turn: what leaves the loop leaves those behind it.
  defp run_records({name, number, body} = loop, machine) do
    case fetch_map(machine, name) do
      %{line: []} ->
        {:next, machine}

      %{line: [record | rest]} = map ->
        machine = put_map(machine, %{map | line: rest})
        entries = Elixir.Map.put(machine.entries, number, {:record, record})

        case run(body, %{machine | entries: entries}) do
          {:next, machine} -> run_records(loop, machine)
          other -> other
        end
    end
  end

  defp set_timer(machine, map, key, nil, _), do: Timer.cancel(map, key, machine.timer)

  defp set_timer(machine, map, key, symbol, nanoseconds) do
    due = World.now(machine.world) + Integer.wrap(value(machine, nanoseconds), :u64)
    Timer.start(map, key, %{due: due, symbol: symbol, code: machine.code})
  end

  ## Registers

  defp next(machine, nil, _value), do: {:next, machine}

  defp next(machine, {number, type}, value) do
    value =
      if is_integer(value) and type in [:s64, :u64], do: Integer.wrap(value, type), else: value

    {:next, %{machine | registers: Elixir.Map.put(machine.registers, number, value)}}
  end

  defp value(_machine, {:zeros, size}), do: <<0::size(size)-unit(8)>>
  defp value(_machine, constant) when is_integer(constant) or is_binary(constant), do: constant
  defp value(machine, {number}), do: Elixir.Map.fetch!(machine.registers, number)

  # What a map holds, as a register of this type has it.
  defp loaded({_, :text}, value), do: Part.value(:text, value)
  defp loaded(_to, value), do: value

  defp values(machine, list), do: Enum.map(list, &value(machine, &1))

  defp hand(:bpf_map_push_elem, map, nil, value, flag, _cpu), do: Line.push(map, value, flag)
  defp hand(@peek, map, nil, value, _flag, _cpu), do: {Line.member(map, value), map}
  defp hand(_helper, map, key, value, flag, cpu), do: Map.update(map, key, value, flag, cpu)

  # What a map is given: a number of its slot, or bytes; nil where it is given none.
  defp slot(_machine, nil), do: nil
  defp slot(machine, {value, size}), do: Part.padded(value(machine, value), size)
  # The current task, by the kernel's number of it.
  defp slot(machine, :task), do: machine.world.pid
  # Its control group, the last of those from the root on, by its id.
  defp slot(machine, :cgroup), do: List.last(machine.world.cgroups)
  defp slot(machine, number), do: Elixir.Map.fetch!(machine.slots, number)

  # `base`, or zeros, with these parts.
  defp build(machine, {base, size, parts}) do
    base = if base, do: value(machine, base), else: <<0::size(size)-unit(8)>>

    Enum.reduce(parts, base, fn {{offset, type, size}, part}, bytes ->
      <<before::binary-size(offset), _::binary-size(size), rest::binary>> = bytes
      before <> Part.bytes(type, size, value(machine, part)) <> rest
    end)
  end

  defp put_ring(machine, ring),
    do: %{machine | rings: Elixir.Map.put(machine.rings, ring.name, ring)}

  defp var_bytes(machine, name), do: Elixir.Map.fetch!(machine.vars, name).bytes

  defp put_var(machine, name, bytes),
    do: put_in(machine.vars[name], %{machine.vars[name] | bytes: bytes})

  # One that is another's value has the name `{:inner, outer, key}` while it is in use.
  defp fetch_map(machine, {:inner, outer, key} = name),
    do: %{Elixir.Map.fetch!(fetch_map(machine, outer).entries, key) | name: name}

  defp fetch_map(machine, name), do: Elixir.Map.fetch!(machine.maps, name)

  defp put_map(machine, %{name: {:inner, outer, key}} = map) do
    around = fetch_map(machine, outer)
    put_map(machine, %{around | entries: Elixir.Map.put(around.entries, key, map)})
  end

  defp put_map(machine, map), do: %{machine | maps: Elixir.Map.put(machine.maps, map.name, map)}

  # As a program names it.
  defp named(machine, {:inner, outer, key}),
    do: {outer, Map.key_term(fetch_map(machine, outer), key)}

  defp named(_machine, name), do: name

  ## Helpers

  defp overridden(machine, name, arguments) do
    case machine.helpers do
      %{^name => function} -> {:ok, apply(function, arguments)}
      %{} -> :error
    end
  end

  # An argument as the user's function gets it; to the simulated helper memory is its bytes.
  defp argument(machine, :ctx), do: machine.context
  defp argument(_machine, {:type, {:struct, name}}), do: name
  defp argument(_machine, {kind, known}) when kind in [:type, :size, :flag, :map], do: known
  defp argument(_machine, {:given, nil, _type}), do: ""

  defp argument(machine, {:given, value, type}) do
    codec = Codec.compile(type, machine.atoms.types)
    Codec.decode(codec, Part.padded(value(machine, value), Codec.size(codec)))
  end

  defp argument(machine, value), do: value(machine, value)

  defp simulated_argument(machine, {:given, value, type}) when value != nil do
    size = type |> Codec.compile(machine.atoms.types) |> Codec.size()
    Part.padded(value(machine, value), size)
  end

  defp simulated_argument(_machine, {:type, _} = type), do: type
  defp simulated_argument(machine, argument), do: argument(machine, argument)

  defp helper(machine, name, arguments, line) do
    case overridden(machine, name, Enum.map(arguments, &argument(machine, &1))) do
      {:ok, value} ->
        {value, machine}

      :error ->
        case simulated(machine, name, Enum.map(arguments, &simulated_argument(machine, &1))) do
          {:ok, value, machine} ->
            {value, machine}

          :error ->
            raise ArgumentError,
                  "the program calls `#{name}` on line #{line}, which is not simulated; " <>
                    "give helpers: %{#{name}: fn #{parameters(length(arguments))}-> ... end}"
        end
    end
  end

  defp simulated(machine, name, arguments) do
    case MapHelper.call(machine, name, arguments) do
      {:ok, value, maps} ->
        {:ok, value, %{machine | maps: maps}}

      :error ->
        simulated_outside(machine, name, arguments)
    end
  end

  # Without a map: the packet, or what is around the program.
  defp simulated_outside(machine, name, arguments) do
    case Packet.call(machine.context, name, arguments) do
      {:ok, value, context} ->
        {:ok, value, %{machine | context: context}}

      :error ->
        with {:ok, value, world} <- World.call(machine.world, name, arguments),
             do: {:ok, value, %{machine | world: world}}
    end
  end

  defp parameters(0), do: ""
  defp parameters(count), do: Enum.map_join(1..count, ", ", fn _ -> "_" end) <> " "

  defp set_status(machine, {number}, status),
    do: %{machine | registers: Elixir.Map.put(machine.registers, number, status)}
end
