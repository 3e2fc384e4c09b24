defmodule Honey.Standard.Kernel.Path do
  @moduledoc false
  # The source of what is done along a path of keys.

  @doc "What is at its end."
  @spec get(Macro.t(), [Macro.t()]) :: Macro.t()
  def get(data, keys) do
    Enum.reduce(keys, data, fn key, data ->
      quote(do: Access.get(unquote(data), unquote(key)))
    end)
  end

  @doc "The data with something else there: what the function makes of the source of what there is."
  @spec put(Macro.t(), [Macro.t()], (Macro.t() -> Macro.t())) :: Macro.t()
  def put(data, [key | keys], function) do
    inner = quote(do: Map.get(unquote(data), unquote(key)))
    value = if keys == [], do: function.(inner), else: put(inner, keys, function)
    quote(do: Map.put(unquote(data), unquote(key), unquote(value)))
  end
end

defmodule Honey.Standard.Kernel do
  use Honey.Standard

  alias Honey.Standard.Kernel.Path

  import Kernel, except: [**: 2, get_in: 2, put_in: 3, update_in: 3]

  # A negative exponent gives a float.
  def base ** exponent, do: Integer.pow(base, exponent)

  # Paths of so many keys: a function here has clauses for what it would call itself for.
  data = Macro.var(:data, __MODULE__)
  value = Macro.var(:value, __MODULE__)
  function = Macro.var(:function, __MODULE__)

  for count <- 1..8 do
    keys = Macro.generate_arguments(count, __MODULE__)
    put = Path.put(data, keys, fn _ -> value end)
    update = Path.put(data, keys, &quote(do: unquote(function).(unquote(&1))))

    def get_in(unquote(data), unquote(keys)), do: unquote(Path.get(data, keys))
    def put_in(unquote(data), unquote(keys), unquote(value)), do: unquote(put)
    def update_in(unquote(data), unquote(keys), unquote(function)), do: unquote(update)
  end
end
