defmodule Honey.Link do
  @moduledoc """
  An attached program, as `Honey.attach/3` gives it.

  It lasts until `Honey.detach/1`, or until its object is closed; one that is pinned (`pin_links: true`)
  until it is detached, or its pin is gone. Forgetting the link does not detach the program. `adopted` tells that the
  program took the place of one whose link was pinned before.

      {:ok, link} = Honey.attach(object, :on_packet, interface: "eth0")
      link.program          #=> :on_packet
      :ok = Honey.detach(link)
  """

  @derive {Inspect, only: [:program]}
  @enforce_keys [:ref, :program]
  defstruct [:ref, :program, adopted: false]

  @typedoc "A link; `ref` is the loader's."
  @type t :: %__MODULE__{ref: reference(), program: atom(), adopted: boolean()}
end
