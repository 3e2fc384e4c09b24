defmodule Honey.Release do
  @moduledoc false
  # Whether this VM is a release's, which has no Mix: what is wrong with its libraries is mended where it is built.

  @doc "Whether it is one."
  @spec running?() :: boolean()
  def running?, do: System.get_env("RELEASE_ROOT") != nil or not Code.ensure_loaded?(Mix)

  @doc "What to do about a library that is missing, or does not fit; `otherwise` where Mix is."
  @spec remedy(:compiler | :loader, otherwise :: String.t()) :: String.t()
  def remedy(library, otherwise) do
    case {running?(), library} do
      {false, _} ->
        otherwise

      {true, :compiler} ->
        "a release compiles nothing: call this where Mix is, as in tests, or build the release again with " <>
          "Honey's priv/honey_compiler-*.so in it, for the Erlang/OTP and the machine that it runs on"

      {true, :loader} ->
        "build the release again, where libbpf-dev is installed, for the Erlang/OTP and the machine " <>
          "that it runs on"
    end
  end
end
