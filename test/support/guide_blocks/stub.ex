defmodule Honey.Test.GuideBlocks.Stub do
  @moduledoc """
  What calls of a module need to know of it: its public functions and its structs, read from its source.
  """

  @doc "The modules of a source: the name of each, and a body in which functions answer nil."
  @spec modules(String.t()) :: [{String.t(), String.t()}]
  def modules(source) do
    {_, modules} = source |> Code.string_to_quoted!() |> Macro.prewalk([], &note_module/2)
    modules
  end

  defp note_module({:defmodule, _, [{:__aliases__, _, path}, [do: body]]} = node, modules) do
    {_, parts} = Macro.prewalk(body, [], &note_part/2)
    {node, [{Enum.join(path, "."), parts |> Enum.uniq() |> Enum.join("\n")} | modules]}
  end

  defp note_module(node, modules), do: {node, modules}

  defp note_part({:def, meta, [{:when, _, [head, _]} | rest]}, parts),
    do: note_part({:def, meta, [head | rest]}, parts)

  # Not those whose names are computed: no page calls them.
  defp note_part({:def, _, [{name, _, arguments} | _]}, parts)
       when is_atom(name) and name != :unquote do
    arguments = if is_list(arguments), do: arguments, else: []
    most = length(arguments)
    least = most - Enum.count(arguments, &match?({:\\, _, _}, &1))

    functions =
      for arity <- least..most//1 do
        "def #{name}(#{Enum.map_join(List.duplicate("_", arity), ", ", & &1)}), do: nil"
      end

    {nil, functions ++ parts}
  end

  defp note_part({:deftype, _, [{:__aliases__, _, [name]}, fields]}, parts) do
    names = fields |> Keyword.keys() |> inspect(limit: :infinity)
    {nil, ["defmodule #{name} do\ndefstruct #{names}\nend" | parts]}
  end

  defp note_part(node, parts), do: {node, parts}
end
