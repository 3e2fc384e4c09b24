defmodule Honey.Golden.MacroError.Macros do
  defmacro half(n) do
    quote do
      unquote(n) / 2
    end
  end

  defmacro define do
    quote do
      def plain(n) do
        n / 3
      end
    end
  end

  # What it defines stands where it is written.
  defmacro define_kept do
    quote location: :keep do
      def kept(n) do
        n / 4
      end
    end
  end
end

defmodule Honey.Golden.MacroError do
  use Honey, license: "GPL", kernel: "5.14"

  require Honey.Golden.MacroError.Macros, as: Macros
  Macros.define()
  Macros.define_kept()

  @sec "syscall"
  def run(_ctx) do
    plain(1) + kept(2) + Macros.half(3)
  end
end
