defmodule Golden.NarrowedEither do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Process, state: {:enum, [:new, :busy, :done, :gone]}

  defmap :processes, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Process

  # Of each `case` some clause matches, so nothing of the program raises.
  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:processes, 1) do
      %{state: state} when state in [:new, :busy] ->
        case state do
          :new -> 1
          :busy -> 2
        end

      process when is_nil(process) or process.state == :gone ->
        if process, do: 3, else: 4

      %{state: state} when not (state != :new and state != :done) ->
        case state do
          :new -> 5
          :done -> 6
        end

      _ ->
        7
    end
  end
end
