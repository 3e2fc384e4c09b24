defmodule SignalLog do
  @moduledoc """
  Who sends which signal to whom, and what becomes of it.

      {:ok, log} = Honey.start_link(SignalLog, vars: [to: 4711])
      log |> Honey.Events.stream(:signals) |> Stream.map(&SignalLog.line/1) |> Enum.each(&IO.puts/1)

  The program tells of each signal, and counts it. It only watches: it sends none, and stops none.
  """

  use Honey, license: "GPL"

  import Honey.BpfHelpers

  alias Honey.{Events, KernelMap}
  alias SignalLog.Names

  # `to` is a thread: for a signal to a whole process, the first one, which has the process's id.
  deftype Sent,
    signal: :u32,
    code: :s32,
    result: :u32,
    from: :u32,
    to: :u32,
    from_name: {:string, 16},
    to_name: {:string, 16}

  defmap :signals, :bpf_ringbuf, max_entries: 256 * 1024, types: [Sent]

  # How many there were, by signal, result, and the names of the two.
  defmap :counts, :bpf_hash,
    max_entries: 4_096,
    key_type: {:u32, :u32, {:string, 16}, {:string, 16}},
    value_type: :u64

  # Only this signal, only from this process, only to this one, unless they are 0.
  defvar :signal, :u32, 0
  defvar :from, :u32, 0
  defvar :to, :u32, 0

  # Whether SIGCHLD is told, which each process that ends sends to its parent.
  defvar :children, :bool, true

  @sigchld 17

  ## In the kernel

  @sec "tracepoint/signal/signal_generate"
  def on_signal(ctx) do
    sender = bpf_get_current_pid_tgid() >>> 32

    if wanted?(ctx.sig, signal()) and wanted?(sender, from()) and wanted?(ctx.pid, to()) and
         (children() or ctx.sig != @sigchld) do
      tell(ctx, sender, bpf_get_current_comm())
    end

    0
  end

  defp wanted?(value, setting), do: setting == 0 or setting == value

  defp tell(ctx, sender, name) do
    KernelMap.count(:counts, {ctx.sig, ctx.result, name, ctx.comm})

    Events.emit(:signals, %Sent{
      signal: ctx.sig,
      code: ctx.code,
      result: ctx.result,
      from: sender,
      to: ctx.pid,
      from_name: name,
      to_name: ctx.comm
    })
  end

  ## In Elixir

  @type row :: %{
          signal: String.t(),
          result: String.t(),
          from: String.t(),
          to: String.t(),
          count: pos_integer
        }

  @doc """
  How many signals there were, by kind, the most frequent first: as the kernel has counted them, so also those whose
  events were lost.
  """
  @spec counts(Honey.object()) :: [row]
  def counts(log) do
    log
    |> Honey.Map.to_list!(:counts)
    |> Enum.map(fn {{signal, result, from, to}, count} ->
      %{
        signal: Names.signal(signal),
        result: Names.result(result),
        from: from,
        to: to,
        count: count
      }
    end)
    |> Enum.sort_by(&{-&1.count, &1.signal, &1.from, &1.to, &1.result})
  end

  @doc "The heads of the columns that `line/1` has."
  @spec head() :: String.t()
  def head, do: columns(["FROM", "NAME", "SIGNAL", "TO", "NAME", "HOW", "RESULT"])

  @doc """
  An event in words.

      iex> SignalLog.line(%SignalLog.Sent{signal: 15, from: 17, from_name: "sh", to: 18, to_name: "sleep"})
      "     17  sh               SIGTERM        18  sleep            kill    delivered"
  """
  @spec line(%Sent{}) :: String.t()
  def line(sent) do
    columns([
      to_string(sent.from),
      sent.from_name,
      Names.signal(sent.signal),
      to_string(sent.to),
      sent.to_name,
      Names.how(sent.signal, sent.code),
      Names.result(sent.result)
    ])
  end

  defp columns([from, from_name, signal, to, to_name, how, result]) do
    from = String.pad_leading(from, 7)
    signal = String.pad_trailing(signal, 10)
    to = String.pad_leading(to, 7)
    how = String.pad_trailing(how, 7)
    "#{from}  #{name(from_name)}  #{signal}#{to}  #{name(to_name)}  #{how} #{result}"
  end

  @doc """
  The counts as a table, at most so many.

      iex> SignalLog.table([%{signal: "SIGHUP", result: "ignored", from: "sh", to: "less", count: 3}], 10)
      "  COUNT  SIGNAL     FROM             TO               RESULT\\n" <>
        "      3  SIGHUP     sh               less             ignored\\n"
  """
  @spec table([row], pos_integer) :: String.t()
  def table(rows, most) do
    rows = for row <- Enum.take(rows, most), do: table_line(%{row | count: to_string(row.count)})
    head = %{signal: "SIGNAL", result: "RESULT", from: "FROM", to: "TO", count: "COUNT"}
    Enum.join([table_line(head) | rows])
  end

  defp table_line(row) do
    count = String.pad_leading(row.count, 7)
    signal = String.pad_trailing(row.signal, 9)
    "#{count}  #{signal}  #{name(row.from)}  #{name(row.to)}  #{row.result}\n"
  end

  # A process may call itself anything; what is no line of text is written as Elixir writes it.
  defp name(name) do
    name =
      if String.printable?(name) and not (name =~ ~r/[[:cntrl:]]/),
        do: name,
        else: inspect(name, binaries: :as_strings)

    String.pad_trailing(name, 15)
  end
end
