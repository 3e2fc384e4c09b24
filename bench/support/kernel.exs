defmodule Honey.Bench.Kernel do
  @moduledoc """
  What is read from the kernel and the machine while measuring.
  """

  defmodule Counted do
    @moduledoc false
    use Honey, license: "GPL"

    @sec "raw_tracepoint/sched_switch"
    def program(_ctx), do: 0
  end

  @doc """
  Runs the function while the kernel counts and times programs. That ends with the object that asks for it, and so
  with this VM, whatever ends it; nothing is attached.
  """
  @spec with_statistics((() -> result)) :: result when result: term
  def with_statistics(function) do
    object = Honey.load!(Counted, stats: true)

    try do
      function.()
    after
      Honey.unload(object)
    end
  end

  @doc "How often a program has run so far, and for how many nanoseconds altogether."
  @spec statistics(pos_integer) :: {non_neg_integer, non_neg_integer}
  def statistics(id) do
    json = show(id)
    {number(json, "run_cnt"), number(json, "run_time_ns")}
  end

  @doc "How many instructions a program has in the kernel, after the verifier."
  @spec instructions(pos_integer) :: non_neg_integer
  def instructions(id), do: id |> show() |> number("bytes_xlated") |> div(8)

  defp show(id) do
    {json, 0} = System.cmd(bpftool(), ["-j", "prog", "show", "id", to_string(id)])
    json
  end

  defp number(json, name) do
    case Regex.run(~r/"#{name}":(\d+)/, json) do
      [_, digits] -> String.to_integer(digits)
      nil -> 0
    end
  end

  defp bpftool, do: System.find_executable("bpftool") || "/usr/sbin/bpftool"

  @doc "The machine, in one line."
  @spec describe() :: String.t()
  def describe do
    {release, 0} = System.cmd("uname", ["-r"])
    {version, 0} = System.cmd(Honey.Compiler.clang(), ["--version"])
    [clang | _] = Regex.run(~r/\d+(\.\d+)+/, version)

    "Linux #{String.trim(release)}, #{System.schedulers_online()} CPUs, clang #{clang}, " <>
      "Elixir #{System.version()}"
  end

  @doc "Runs the function with whatever it writes to the error output dropped."
  @spec silently((() -> term)) :: :ok
  def silently(function) do
    {:ok, sink} = StringIO.open("")
    original = Process.whereis(:standard_error)
    Process.unregister(:standard_error)
    Process.register(sink, :standard_error)

    try do
      function.()
    after
      Process.unregister(:standard_error)
      Process.register(original, :standard_error)
      StringIO.close(sink)
    end

    :ok
  end
end
