defmodule Honey.Sim.Code do
  @moduledoc false
  # A module's functions in the compiler's intermediate representation.

  alias Honey.{Compiler, Library, Unit}
  alias Honey.Sim.Type

  defstruct [:functions, :sites, :atoms, :maps, :vars]

  @type function_code :: %{
          name: {atom, arity},
          symbol: String.t(),
          is_entry: boolean,
          program: nil | %{section: String.t(), on_error: integer, fields: list},
          arguments: [Type.t()],
          parameters: [non_neg_integer],
          result: Type.t(),
          body: [Honey.Sim.Machine.statement()]
        }

  @type t :: %__MODULE__{
          functions: %{String.t() => function_code},
          sites: tuple,
          atoms: Type.atoms(),
          maps: [map],
          vars: Honey.Sim.Var.all()
        }

  @doc "What `__honey__/1` of a module has for simulations: its unit, and the functions beside."
  @spec read(module) :: %{unit: Unit.t(), unreached: [Unit.function_map()]}
  def read(module) do
    if not (Elixir.Code.ensure_loaded?(module) and function_exported?(module, :__honey__, 1)) do
      raise ArgumentError, "#{inspect(module)} is not a module that uses Honey"
    end

    %{unit: module.__honey__(:unit), unreached: module.__honey__(:unreached)}
  end

  @doc "The kfuncs that the module's code calls, and with how many arguments."
  @spec kfuncs(map) :: %{atom => [arity]}
  def kfuncs(source) do
    libraries = Library.libraries(source.unit)
    functions = Enum.flat_map([source.unit | libraries], & &1.functions) ++ source.unreached

    {_, found} =
      functions
      |> Enum.flat_map(fn %{clauses: clauses} -> for {_, _, _, body} <- clauses, do: body end)
      |> Macro.prewalk(%{}, fn
        {{:., _, [Honey.Kfunc, :call]}, _, [name, _, _, _, _, arguments]} = node, found ->
          {node, Map.put(found, name, [length(arguments)])}

        node, found ->
          {node, found}
      end)

    found
  end

  @doc "The module's programs, and what they call; of a library, its maps and variables only."
  @spec programs(Unit.t()) :: t
  def programs(unit) do
    represent(if Unit.program?(unit), do: unit, else: %{unit | functions: []})
  end

  @doc "One function that is no program, for arguments of these types."
  @spec entry(map, atom, [Type.argument()]) :: t
  def entry(source, name, types) do
    represent(Unit.with_entry(source.unit, source.unreached, name, types))
  end

  @spec find(t, (function_code -> boolean)) :: function_code | nil
  def find(code, function), do: code.functions |> Map.values() |> Enum.find(function)

  defp represent(unit) do
    case Compiler.represent(unit) do
      {:ok, ir} ->
        %__MODULE__{
          functions: Map.new(ir.functions, &{&1.symbol, &1}),
          sites: List.to_tuple(ir.sites),
          atoms: %{
            names: ir.atoms,
            ids: Map.new(ir.atoms, fn {id, atom} -> {atom, id} end),
            types: ir.types
          },
          maps: ir.maps,
          vars: Honey.Sim.Var.new(ir.vars, ir.types)
        }

      {:error, diagnostics} ->
        raise Honey.CompileError, diagnostics
    end
  end
end
