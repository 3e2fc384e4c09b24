defmodule TestingDemo.KernelTests do
  @moduledoc """
  Can the tests that need the kernel run? `@moduletag TestingDemo.KernelTests.tags()`

  Tags are evaluated when a test's file is compiled, which is when it is known whether there is a kernel
  for it. ExUnit counts what has the tag `:skip` as skipped, not as passed.
  """

  use Honey, license: "GPL"

  # Asked for is a program that cannot be wrong. If the one that is tested were asked for, then a mistake in it
  # that the verifier refuses would skip the tests that are to find it.
  @sec "xdp"
  def probe(_ctx), do: 2

  @doc """
  `kernel: true`, for `--only kernel` and `--exclude kernel`; and `skip:`, where such tests cannot run.

  A test asks for what it needs: `tags(:namespaces)` is for those that make network namespaces as well.
  """
  @spec tags(:programs | :namespaces) :: keyword
  def tags(need \\ :programs) do
    case reason() || (need == :namespaces && no_namespaces()) do
      reason when is_binary(reason) -> [kernel: true, skip: reason]
      _ -> [kernel: true]
    end
  end

  @doc "Why no program can be loaded, in a line, or nil."
  @spec reason() :: String.t() | nil
  def reason do
    with {:ok, object} <- Honey.load(__MODULE__), :ok <- Honey.unload(object) do
      nil
    else
      {:error, error} -> error |> Exception.message() |> String.split("\n") |> hd()
    end
  end

  defp no_namespaces do
    case System.cmd("unshare", ["--net", "true"], stderr_to_stdout: true) do
      {_, 0} -> nil
      {text, _} -> String.trim(text)
    end
  end
end
