defmodule Honey.Standard.Function do
  use Honey.Standard

  def identity(value), do: value
end
