defmodule Honey.Error.Code do
  @moduledoc false
  # The classes of refusals: the codes that messages have in brackets. Each has an entry in
  # guides/troubleshooting.md, which a test holds against this list.

  @typedoc "One of `all/0`."
  @type t :: atom()

  @verifier ~w(maybe_nil number_as_address outside_value outside_packet unset_memory outside_stack
               misaligned no_result unset_register result_range endless_loop back_edge
               too_many_instructions too_many_ways combined_stack call_depth no_field no_helper
               no_helper_number gpl_only kfunc_not_allowed no_kfuncs may_sleep map_type argument_type
               unbounded_size unbounded_index not_released lock_held lock_call lock_in_tracing
               context_access constant_write zero_divisor unreachable jump_too_far leaked_address
               unknown_instruction verifier)a

  @privileges ~w(privileges locked_memory policy tracefs_missing tracefs_unreadable symbols_hidden
                 path_privileges)a

  @loading ~w(not_bpf btf kernel_lacks no_kernel_btf no_kfunc other_kfunc map_definition map_too_large
              program_too_large no_memory no_descriptors)a

  @attaching ~w(no_tracepoint tracepoint_full attached_already no_target no_interface_named no_interface
                interface_busy interface_driver options not_runnable)a

  @maps ~w(map_full ring_full key_exists key_missing index_outside prefix_length map_flag map_access
           map_busy program_type no_operation no_cgroup no_file no_socket no_task type range size
           constant)a

  @names ~w(no_map no_ring not_a_ring no_program no_variable no_symbols name)a

  @pins ~w(no_bpf_fs no_pin pin_name pin_kind pin_in_the_way pin_raced path directory differs)a

  @objects ~w(closed starting not_running not_an_owner not_owner noproc busy not_honey changed migration pinned
              trace_busy reader_ended nif_not_loaded)a

  @all @verifier ++
         @privileges ++
         @loading ++ @attaching ++ @maps ++ @names ++ @pins ++ @objects ++ [:refused]

  # A diagnostic of the compiler has the same name.
  @of_reason %{
    unknown_map: :no_map,
    unknown_ring: :no_ring,
    unknown_program: :no_program,
    unknown_var: :no_variable,
    unsupported: :no_operation
  }

  @doc "All codes."
  @spec all() :: [t()]
  def all, do: @all

  @doc "The code of an error that has none of its own, from its reason."
  @spec of_reason(atom()) :: t()
  def of_reason(reason) do
    code = Map.get(@of_reason, reason, reason)
    if code in @all, do: code, else: :refused
  end
end
