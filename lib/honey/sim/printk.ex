defmodule Honey.Sim.Printk do
  @moduledoc false
  # What bpf_trace_printk makes of a format, which comes as it stands between the quotes of C.

  alias Honey.Sim.Integer

  @spec render(String.t(), [integer | String.t()]) :: String.t()
  def render(format, arguments) do
    {parts, []} =
      ~r/%(?:%|s|ll[dux])/
      |> Regex.split(Macro.unescape_string(format), include_captures: true)
      |> Enum.map_reduce(arguments, &part/2)

    IO.iodata_to_binary(parts)
  end

  defp part("%%", arguments), do: {"%", arguments}
  defp part("%s", [text | rest]), do: {text, rest}
  defp part("%lld", [value | rest]), do: {to_string(Integer.wrap(value, :s64)), rest}
  defp part("%llu", [value | rest]), do: {to_string(Integer.wrap(value, :u64)), rest}

  defp part("%llx", [value | rest]),
    do: {value |> Integer.wrap(:u64) |> Elixir.Integer.to_string(16) |> String.downcase(), rest}

  defp part(text, arguments), do: {text, arguments}
end
