defmodule KernelTests do
  @moduledoc """
  Tags of tests that need root and a kernel with tracepoints: `@moduletag KernelTests.tags()`.

  Where there is none, they are skipped, and the reason is printed.
  """

  use Honey, license: "GPL"

  # A program that cannot be wrong asks: where the kernel refuses this one, it is not the example's fault.
  @sec "tracepoint/sched/sched_process_exec"
  def probe(_ctx), do: 0

  def tags do
    case reason() do
      nil -> [kernel: true]
      reason -> [kernel: true, skip: reason]
    end
  end

  def reason do
    with {:ok, object} <- Honey.load(__MODULE__), {:ok, _} <- Honey.attach(object) do
      Honey.unload(object)
      nil
    else
      {:error, error} -> error |> Exception.message() |> String.split("\n") |> hd()
    end
  end
end

if reason = KernelTests.reason(), do: IO.puts(:stderr, "Without the kernel's tests: #{reason}\n")
ExUnit.start()
