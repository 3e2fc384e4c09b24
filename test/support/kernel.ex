defmodule Honey.Test.Kernel do
  @moduledoc """
  What the machine that runs the tests can do.

  A test module that needs a kernel which takes BPF programs says

      @moduletag Honey.Test.Kernel.tags()

  Where it cannot have one, its tests are skipped, and the reason is printed once.
  """

  alias Honey.Test.Elf

  @tracefs "/sys/kernel/tracing"

  @doc "Can this process create BPF maps and load BPF programs?"
  @spec available?() :: boolean()
  def available?, do: reason() == nil

  @doc "Why not, or nil."
  @spec reason() :: nil | binary()
  def reason do
    case :persistent_term.get({__MODULE__, :reason}, :unknown) do
      :unknown ->
        reason = probe()
        :persistent_term.put({__MODULE__, :reason}, reason)
        reason && IO.puts(:stderr, "\nTests on the live kernel are skipped: #{reason}\n")
        reason

      reason ->
        reason
    end
  end

  @doc "`kernel: true`, and `skip:` with the reason where there is one."
  @spec tags() :: keyword()
  def tags do
    case reason() do
      nil -> [kernel: true]
      reason -> [kernel: true, skip: reason]
    end
  end

  @doc "Mounts tracefs where it is not; tests that attach to tracepoints need it."
  @spec mount_tracefs() :: :ok
  def mount_tracefs do
    unless File.dir?(Path.join(@tracefs, "events")) do
      System.cmd("mount", ["-t", "tracefs", "nodev", @tracefs], stderr_to_stdout: true)
    end

    :ok
  end

  @doc "Is there a program of this number in the kernel?"
  @spec program?(pos_integer()) :: boolean()
  def program?(id), do: bpftool(["prog", "show", "id", to_string(id)])

  @doc "Is there a map of this number in the kernel?"
  @spec map?(pos_integer()) :: boolean()
  def map?(id), do: bpftool(["map", "show", "id", to_string(id)])

  @doc "Waits until the function says true; the kernel frees what nothing refers to a little later, or much on a busy machine."
  @spec eventually((() -> boolean()), non_neg_integer()) :: boolean()
  def eventually(condition, milliseconds \\ 30_000) do
    cond do
      condition.() ->
        true

      milliseconds <= 0 ->
        false

      true ->
        Process.sleep(20)
        eventually(condition, milliseconds - 20)
    end
  end

  defp bpftool(arguments) do
    tool = System.find_executable("bpftool") || "/usr/sbin/bpftool"
    match?({_, 0}, System.cmd(tool, arguments, stderr_to_stdout: true))
  end

  defp probe do
    with :ok <- Honey.LoaderNif.ready(),
         {:ok, elf} <- Elf.build("run"),
         {:ok, object} <- Honey.Runtime.load_binary(elf) do
      Honey.Runtime.unload(object)
      nil
    else
      {:error, %{__exception__: true} = error} -> Exception.message(error)
      {:error, reason} -> reason
    end
  end
end
