defmodule Honey.Link do
  @moduledoc """
  An attached program, as `Honey.attach/3` gives it.

  It lasts until `Honey.detach/1`, or until its object is closed; one that is pinned (`pin_links: true`)
  until it is detached, or its pin is gone. Forgetting the link does not detach the program. `adopted` tells that the
  program took the place of one whose link was pinned before.
  """

  @derive {Inspect, only: [:program]}
  @enforce_keys [:ref, :program]
  defstruct [:ref, :program, adopted: false]

  @type t :: %__MODULE__{ref: reference(), program: atom(), adopted: boolean()}
end
