defmodule Honey.Map.Raising do
  @moduledoc false
  # The functions with `!`: they give what those without do, and raise where these answer an error.

  @doc ~S"""
  `get!` of a map and of an object and a name, of what the module's `get` is:

      raising get(key()) :: value() | nil, "sessions, 42"

  The types are those of the arguments after the map, and of what is given; the text is the arguments of an example,
  beginning with a map: `get!(sessions, 42)`, and of an object `get!(monitor, :sessions, 42)`.
  """
  defmacro raising({:"::", _, [{name, _, types}, result]}, example) do
    [map, object, named] = [quote(do: t()), quote(do: Honey.Object.source()), quote(do: name())]

    [
      function(name, [map | types], result, example),
      function(name, [object, named | types], result, "monitor, :" <> example)
    ]
  end

  defp function(name, types, result, example) do
    arguments = Macro.generate_arguments(length(types), __MODULE__)
    raising = :"#{name}!"

    quote do
      @doc """
      As `#{unquote(name)}/#{unquote(length(types))}`, but raises `Honey.Error` instead of answering `{:error, error}`.

          Honey.Map.#{unquote(raising)}(#{unquote(example)})
      """
      @spec unquote(raising)(unquote_splicing(types)) :: unquote(result)
      def unquote(raising)(unquote_splicing(arguments)),
        do: Honey.Error.answer!(unquote(name)(unquote_splicing(arguments)))
    end
  end
end
