defmodule KernelTests do
  @moduledoc """
  Tags of tests that need a kernel that takes programs, and network namespaces: `@moduletag KernelTests.tags()`.

  Where there is none, they are skipped, and the reason is printed.
  """

  use Honey, license: "GPL"

  # A program that cannot be wrong asks: where the kernel refuses this one, it is not the example's fault.
  @sec "xdp"
  def probe(_ctx), do: 2

  def tags do
    case reason() do
      nil -> [kernel: true]
      reason -> [kernel: true, skip: reason]
    end
  end

  def reason do
    with {:ok, object} <- Honey.load(__MODULE__),
         :ok <- Honey.unload(object),
         {_, 0} <- System.cmd("unshare", ["--net", "true"], stderr_to_stdout: true) do
      nil
    else
      {text, _status} when is_binary(text) -> String.trim(text)
      {:error, error} -> error |> Exception.message() |> String.split("\n") |> hd()
    end
  end
end

if reason = KernelTests.reason(), do: IO.puts(:stderr, "Without the kernel's tests: #{reason}\n")
ExUnit.start()
