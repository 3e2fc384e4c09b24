defmodule Honey.Map.Kind do
  @moduledoc false
  # The types of maps, as the compiler's own table has them: what `Honey.Map` may do with each, and the
  # table of guides/maps.md. Read when this module is compiled, since a machine that only runs programs
  # has no compiler.

  @external_resource Honey.Nif.path()

  @rows (try do
           Honey.Nif.map_kinds()
         rescue
           Honey.ToolError -> []
         end)

  @doc "All rows, in the order of their numbers."
  @spec all() :: [map]
  def all, do: @rows

  @doc "The row of a type; nil of one that the table does not have."
  @spec find(atom) :: map | nil
  def find(name), do: Enum.find(@rows, &(&1.name == name))

  @doc "Whether `Honey.Map` does this with maps of the type; with one that nothing is known of, it tries."
  @spec user?(atom, atom) :: boolean
  def user?(type, operation) do
    case find(type) do
      nil -> true
      row -> operation in row.user
    end
  end

  @doc "The types with which it does."
  @spec with_user(atom) :: [atom]
  def with_user(operation), do: for(row <- @rows, operation in row.user, do: row.name)

  @keys %{
    none: "none",
    any: "any",
    index: "`:u32`, an index",
    number: "`:u32`",
    prefix: "a prefix",
    object: "an object of the kernel's"
  }

  @values %{
    none: "none",
    any: "any",
    addresses: "`{:array, :u64, n}`",
    program: "a program",
    map: "a map",
    device: "a network interface",
    cpu: "a CPU",
    socket: "a socket",
    cookie: "a socket",
    event: "a perf event",
    cgroup: "a control group"
  }

  @doc "The table of guides/maps.md."
  @spec table() :: String.t()
  def table do
    rows =
      for row <- @rows do
        "| #{row.number} | #{name(row)} | #{row.kernel} | #{row.sleeping} | #{@keys[row.key]} | #{@values[row.value]} | " <>
          "#{programs(row)} | #{Enum.map_join(row.user, ", ", &to_string/1)} | " <>
          "#{Enum.map_join(row.flags, ", ", &to_string/1)} | #{row.doc}#{missing(row)} |\n"
      end

    "| | type | Linux | sleeping | keys | values | programs | `Honey.Map` | flags | |\n" <>
      "| ---: | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n" <> Enum.join(rows)
  end

  defp name(%{user: []} = row), do: "`:#{row.name}`"
  defp name(row), do: "**`:#{row.name}`**"

  defp programs(row),
    do:
      Enum.map_join(row.operations, ", ", fn {name, arity} ->
        "#{short(to_string(name))}/#{arity}"
      end)

  defp short("bpf_map_" <> rest), do: String.replace_suffix(rest, "_elem", "")
  defp short("bpf_" <> rest), do: rest

  defp missing(%{missing: nil}), do: ""
  defp missing(row), do: " Programs need #{row.missing}; until then #{row.instead}."
end
