defmodule Honey.Golden.Unlinked.Library do
  use Honey

  def count(n), do: n + 1
  def on_library, do: nil
  defp hidden(n), do: n
  def visible(n), do: hidden(n)
end

defmodule Honey.Golden.Unlinked.Plain do
  def count(n), do: n + 1
end

defmodule Honey.Golden.Unlinked.Programs do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx), do: 0

  def count(n), do: n + 1
end

defmodule Honey.Golden.Unlinked do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    a = Honey.Golden.Unlinked.Missing.count(1)
    b = Honey.Golden.Unlinked.Plain.count(a)
    c = Honey.Golden.Unlinked.Programs.count(b)
    d = Honey.Golden.Unlinked.Library.cuont(c)
    e = Honey.Golden.Unlinked.Library.count(c, d)
    Honey.Golden.Unlinked.Library.hidden(e)
  end
end
