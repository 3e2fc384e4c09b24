defmodule Honey.Standard.List do
  use Honey.Standard

  def wrap(nil), do: []
  def wrap(list) when is_list(list), do: list
  def wrap(term), do: [term]
end
