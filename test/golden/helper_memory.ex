defmodule Golden.HelperMemory do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  deftype Timespec, seconds: :s64, nanoseconds: :s64

  deftype Route,
    family: :u8,
    protocol: :u8,
    ports: {:binary, 4},
    length: :u16,
    interface: :u32,
    rest: {:array, :u32, 13}
  deftype MapAttributes, type: :u32, key_size: :u32, value_size: :u32, max_entries: :u32

  defmap :times, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Timespec
  defmap :stacks, :bpf_array, max_entries: 1, key_type: :u32, value_type: {:array, :u64, 8}
  defmap :large, :bpf_array, max_entries: 1, key_type: :u32, value_type: {:array, :u64, 64}

  @sec "raw_tracepoint/sched_switch"
  def typed(ctx) do
    with %Timespec{seconds: seconds} = time when seconds > 0 <- bpf_probe_read_user(4096, Timespec),
         <<first, _::binary>> <- bpf_probe_read_user(4096, {:binary, 7}) do
      bpf_map_update_elem(:times, first, time, :bpf_any)
    end

    case bpf_probe_read_kernel(4096, {:array, :u16, 3}) do
      {:error, reason} -> reason
      [_, second, _] -> bpf_map_delete_elem(:times, second)
    end

    case bpf_get_stack(ctx, :bpf_f_user_stack, 8) do
      {:error, _} -> :ok
      addresses -> bpf_map_update_elem(:stacks, 0, addresses, :bpf_any)
    end

    case bpf_get_task_stack(0, 64) do
      {:error, _} -> :ok
      addresses -> bpf_map_update_elem(:large, 0, addresses, :bpf_any)
    end
  end

  @sec "xdp"
  def packets(ctx) do
    with <<a::16, b::32>> <- bpf_xdp_load_bytes(ctx, 12, 6),
         :ok <- bpf_xdp_store_bytes(ctx, 12, <<b::32, a::16>>),
         sum when is_integer(sum) <- bpf_csum_diff("", <<a::16, b::32, 0::16>>, 7),
         {:ok, 0, mtu} when mtu > sum <- bpf_check_mtu(ctx, 1, 1400, -8),
         {:ok, 0, %Route{family: 2, interface: 3}} <-
           bpf_fib_lookup(ctx, %Route{family: 2, interface: mtu}, :bpf_fib_lookup_direct) do
      2
    else
      _ -> 1
    end
  end

  @sec "syscall"
  def system(_ctx) do
    attributes = %MapAttributes{type: 2, key_size: 4, value_size: 8, max_entries: 1}

    with fd when is_integer(fd) <- bpf_sys_bpf(0, attributes),
         :ok <- bpf_sys_close(fd),
         0 <- bpf_strncmp(bpf_get_current_comm(), "beam.smp"),
         id when is_integer(id) <- bpf_btf_find_by_name_kind("task_struct", 4) do
      id &&& 0xFFFF
    else
      _ -> 0
    end
  end
end
