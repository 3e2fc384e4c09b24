defmodule Honey.Events do
  @moduledoc """
  Events: records that programs send to Elixir.
  """

  @doc """
  Puts a record into a ring; in programs only.
  """
  @spec emit(atom, struct) :: :ok | {:error, :enospc}
  def emit(ring, record), do: emit(ring, record, :auto)

  @spec emit(atom, struct, :auto | :no_wakeup | :force_wakeup) :: :ok | {:error, :enospc}
  def emit(ring, record, wakeup),
    do: Honey.BpfHelpers.Dispatch.call(:emit, [ring, record, wakeup])
end
