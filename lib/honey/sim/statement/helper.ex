defmodule Honey.Sim.Statement.Helper do
  @moduledoc false
  # Statements that call helpers, other than those on the entries of maps.

  import Honey.Sim.Machine

  alias Honey.Codec
  alias Honey.Sim.{Answer, Machine, MapHelper, Packet, Part, Printk, World}

  @kinds [:helper, :printk]

  @doc "The kinds of statements that `step/2` knows."
  @spec kinds() :: [atom]
  def kinds, do: @kinds

  @doc "What comes of the statement; see `Honey.Sim.Statement`."
  @spec step(Machine.statement(), Machine.t()) :: Machine.ended()
  def step(statement, machine)

  # What fills its register can fail: the status is another register then.
  def step({:helper, line, to, {name, arguments, status, kind}}, machine) do
    {result, machine} = helper(machine, name, arguments, line)

    case {result, status} do
      {{:error, _}, {number}} ->
        status = Answer.status!(machine.atoms, name, result)
        {:next, machine} = next(machine, {number, :s64}, status)
        next(machine, to, Answer.nothing(kind, machine.atoms.types))

      {{:ok, code, value}, {_}} when elem(kind, 0) == :changed and is_integer(code) ->
        result = Answer.result!(machine.atoms, name, kind, value)

        machine
        |> put_register(status, Answer.result!(machine.atoms, name, :u32, code))
        |> next(to, result)

      {value, status} ->
        machine = if status, do: put_register(machine, status, 0), else: machine
        next(machine, to, Answer.result!(machine.atoms, name, kind, value))
    end
  end

  def step({:printk, _, to, {format, arguments}}, machine) do
    line = Printk.render(format, values(machine, arguments))
    next(%{machine | printk: [line | machine.printk]}, to, byte_size(line))
  end

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
end
