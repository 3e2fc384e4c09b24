defmodule Honey.Link do
  @moduledoc """
  An attached program, as `Honey.attach/3` gives it.

  It lasts until `Honey.detach/1`, or until its object is closed. Forgetting the link does not
  detach the program.
  """

  @derive {Inspect, only: [:program]}
  @enforce_keys [:ref, :program]
  defstruct [:ref, :program]

  @type t :: %__MODULE__{ref: reference(), program: atom()}
end
