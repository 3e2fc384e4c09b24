defmodule Honey.Golden.LibraryError.Sizes do
  use Honey

  def half(n), do: n / 2
  def name(n), do: "size #{n}"
end

defmodule Honey.Golden.LibraryError do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    Honey.Golden.LibraryError.Sizes.half(4)
  end
end
