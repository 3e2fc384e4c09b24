defmodule Honey.Map.Programs do
  @moduledoc false
  # The programs that a `:bpf_prog_array` can have, by their names in Elixir; in the kernel's map
  # they are numbers.

  alias Honey.{Object, Suggestion}

  @enforce_keys [:programs, :model]
  defstruct [:programs, :model]

  @typedoc "`model` is one of whose type all of the map are; nil where nothing is known of that."
  @type t :: %__MODULE__{programs: [Object.program()], model: Object.program() | nil}

  @doc "`model` is the name of that program, or nil."
  @spec new([Object.program()], atom) :: t
  def new(programs, model),
    do: %__MODULE__{programs: programs, model: Enum.find(programs, &(&1.name == model))}

  @doc "The program's name in the object; else why the map cannot have it."
  @spec find(t, term) :: {:ok, binary} | {:error, {:value, atom, String.t()}}
  def find(%__MODULE__{} = programs, name) do
    program = Enum.find(programs.programs, &(&1.name == name))

    cond do
      program == nil ->
        names = programs.programs |> Enum.map(& &1.name) |> Enum.sort()

        {:error,
         {:value, :unknown_program,
          "the object has no program #{inspect(name)}; it has #{Enum.map_join(names, ", ", &inspect/1)}" <>
            Suggestion.did_you_mean(name, names)}}

      programs.model == nil or same?(program, programs.model) ->
        {:ok, program.elf_name}

      true ->
        {:error,
         {:value, :program_type,
          "#{inspect(name)} is of \"#{program.section}\", and cannot follow #{inspect(programs.model.name)}, " <>
            "of \"#{programs.model.section}\": programs that follow one another have the same type"}}
    end
  end

  @doc "The name of the program with the kernel's number; of another object's just that number."
  @spec name(t, non_neg_integer) :: atom | non_neg_integer
  def name(%__MODULE__{programs: programs}, id) do
    case Enum.find(programs, &(&1.id == id)) do
      nil -> id
      program -> program.name
    end
  end

  # Of tracepoints the same one: another's context has other fields in their places.
  defp same?(%{type: "tracepoint"} = one, other),
    do: one.type == other.type and event(one) == event(other)

  defp same?(one, other), do: one.type == other.type

  defp event(program), do: program.section |> String.split("/", parts: 2) |> List.last()
end
