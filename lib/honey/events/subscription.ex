defmodule Honey.Events.Subscription do
  @moduledoc false
  # One subscriber of a ring: what it is sent, and what waits for it.
  #
  # The queue has what it could not be sent yet, in order: `{:events, batches, count}`, each a message of at most
  # so many as a read of the ring gives, together no more than `buffer` records, and `{:missed, lost, dropped}`
  # for the records that are missing there. Of these no two are neighbours, so the queue is never much
  # longer than the buffer. Batches are lists of events, the last that came first.

  @enforce_keys [:ref, :pid, :active, :buffer, :mailbox, :every]
  defstruct [:ref, :pid, :active, :buffer, :mailbox, :every, held: 0, queue: :queue.new()]

  @type t :: %__MODULE__{}

  @most_active 32_767

  # What one message has at most.
  @batch 1024

  @spec new(reference(), map()) :: t()
  def new(ref, options), do: struct!(__MODULE__, Map.put(options, :ref, ref))

  @doc "How many events one message has at most."
  @spec batch() :: pos_integer()
  def batch, do: @batch

  @doc "As `Honey.Events.active/2`; nothing is sent here but that it is passive."
  @spec activate(t(), boolean() | :once | integer()) :: t()
  def activate(subscription, number) when is_integer(number) do
    left = if is_integer(subscription.active), do: subscription.active, else: 0
    count(subscription, min(left + number, @most_active))
  end

  def activate(subscription, active), do: %{subscription | active: active}

  @doc "Whether it can be sent something now."
  @spec wants?(t()) :: boolean()
  def wants?(%{active: false}), do: false
  def wants?(%{active: true} = subscription), do: reads?(subscription.pid, subscription.mailbox)
  def wants?(_), do: true

  defp reads?(pid, most) when node(pid) == node() do
    case Process.info(pid, :message_queue_len) do
      {_, length} -> length <= most
      nil -> false
    end
  end

  defp reads?(_pid, _most), do: true

  @doc "Whether nothing waits for it."
  @spec idle?(t()) :: boolean()
  def idle?(subscription), do: :queue.is_empty(subscription.queue)

  @doc "Sends what waits, as far as it is wanted."
  @spec flush(t()) :: t()
  def flush(subscription) do
    if idle?(subscription) or not wants?(subscription) do
      subscription
    else
      {{:value, entry}, queue} = :queue.out(subscription.queue)
      %{subscription | queue: queue} |> send_entry(entry) |> flush()
    end
  end

  @doc "Records that have come."
  @spec give(t(), [term()], pos_integer()) :: t()
  def give(subscription, events, count) do
    if idle?(subscription) and wants?(subscription),
      do:
        send_entry(%{subscription | held: subscription.held + count}, {:events, [events], count}),
      else: keep(subscription, events, count, subscription.buffer - subscription.held)
  end

  @doc "Records that the kernel has lost."
  @spec lose(t(), pos_integer()) :: t()
  def lose(subscription, count), do: subscription |> miss(count, 0) |> flush()

  defp keep(subscription, events, count, room) when count <= room,
    do: %{subscription | held: subscription.held + count} |> wait(events, count)

  defp keep(subscription, events, count, room) when room > 0 do
    subscription |> keep(Enum.take(events, room), room, room) |> miss(0, count - room)
  end

  defp keep(subscription, _events, count, _room), do: miss(subscription, 0, count)

  # What another subscriber had read comes in batches as small as that one is fast: they become one message.
  defp wait(subscription, events, count) do
    case :queue.out_r(subscription.queue) do
      {{:value, {:events, batches, before}}, queue} when before + count <= @batch ->
        put(%{subscription | queue: queue}, {:events, [events | batches], before + count})

      _ ->
        put(subscription, {:events, [events], count})
    end
  end

  defp miss(subscription, lost, dropped) do
    case :queue.out_r(subscription.queue) do
      {{:value, {:missed, before_lost, before_dropped}}, queue} ->
        put(%{subscription | queue: queue}, {
          :missed,
          before_lost + lost,
          before_dropped + dropped
        })

      _ ->
        put(subscription, {:missed, lost, dropped})
    end
  end

  defp put(subscription, entry),
    do: %{subscription | queue: :queue.in(entry, subscription.queue)}

  defp send_entry(subscription, {:events, batches, count}) do
    send(subscription.pid, {:honey_events, subscription.ref, in_order(batches)})
    spend(%{subscription | held: subscription.held - count})
  end

  defp send_entry(%{pid: pid, ref: ref} = subscription, {:missed, lost, dropped}) do
    if lost > 0, do: send(pid, {:honey_lost, ref, lost})
    if dropped > 0, do: send(pid, {:honey_dropped, ref, dropped})
    subscription
  end

  defp in_order([events]), do: events
  defp in_order(batches), do: batches |> Enum.reverse() |> Enum.concat()

  defp spend(%{active: :once} = subscription), do: %{subscription | active: false}
  defp spend(%{active: true} = subscription), do: subscription
  defp spend(%{active: left} = subscription), do: count(subscription, left - 1)

  defp count(subscription, left) when left > 0, do: %{subscription | active: left}

  defp count(subscription, _left) do
    send(subscription.pid, {:honey_passive, subscription.ref})
    %{subscription | active: false}
  end
end
