defmodule Honey.BpfHelpers.Example do
  @moduledoc false
  # A use of each helper that can be called, for its documentation. A test compiles them, as bodies of programs
  # that have the maps and types below; `ctx` of a tracepoint is that of syscalls/sys_enter_openat.

  @declarations """
  deftype Timespec, seconds: :s64, nanoseconds: :s64
  deftype Route, family: :u8, protocol: :u8, ports: {:binary, 4}, length: :u16, interface: :u32, rest: {:array, :u32, 13}
  deftype MapAttributes, type: :u32, key_size: :u32, value_size: :u32, max_entries: :u32

  defmap :counts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64
  defmap :names, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: {:string, 16}
  defmap :per_cpu, :bpf_percpu_hash, max_entries: 1024, key_type: :u32, value_type: :u64
  defmap :stacks, :bpf_stack_trace, max_entries: 1024, value_type: {:array, :u64, 32}
  defmap :frames, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: {:array, :u64, 8}
  defmap :jobs, :bpf_queue, max_entries: 64, value_type: :u32
  defmap :seen, :bpf_bloom_filter, max_entries: 1024, value_type: :u32
  defmap :stages, :bpf_prog_array, max_entries: 8
  defmap :groups, :bpf_cgroup_array, max_entries: 2
  defmap :devices, :bpf_devmap, max_entries: 8
  defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Timespec]
  defmap :started, :bpf_task_storage, value_type: :u64
  """

  @examples %{
    {"bpf_map_lookup_elem", 2} => """
    case bpf_map_lookup_elem(:counts, bpf_get_current_pid_tgid() >>> 32) do
      nil -> 0
      count -> count
    end
    """,
    {"bpf_map_update_elem", 4} => """
    case bpf_map_update_elem(:counts, 7, bpf_ktime_get_ns(), :bpf_noexist) do
      :ok -> 0
      {:error, :eexist} -> 1
      {:error, _} -> 2
    end
    """,
    {"bpf_map_delete_elem", 2} => """
    bpf_map_delete_elem(:counts, bpf_get_current_pid_tgid() >>> 32)
    """,
    {"bpf_map_lookup_percpu_elem", 3} => """
    bpf_map_lookup_percpu_elem(:per_cpu, 7, 0) || 0
    """,
    {"bpf_map_push_elem", 3} => """
    bpf_map_push_elem(:jobs, bpf_get_current_pid_tgid() >>> 32, :bpf_exist)
    """,
    {"bpf_map_pop_elem", 1} => """
    case bpf_map_pop_elem(:jobs) do
      nil -> 0
      pid -> pid
    end
    """,
    {"bpf_map_peek_elem", 1} => """
    bpf_map_peek_elem(:jobs) || 0
    """,
    {"bpf_map_peek_elem", 2} => """
    pid = bpf_get_current_pid_tgid() >>> 32
    if bpf_map_peek_elem(:seen, pid) == :ok, do: bpf_map_update_elem(:counts, pid, 1, :bpf_any)
    """,
    {"bpf_probe_read", 2} => """
    case bpf_probe_read(ctx.filename, :u64) do
      {:error, _} -> 0
      first_bytes -> first_bytes
    end
    """,
    {"bpf_probe_read_user", 2} => """
    case bpf_probe_read_user(ctx.filename, {:binary, 4}) do
      {:error, :efault} -> 0
      <<first, _::binary>> -> first
    end
    """,
    {"bpf_probe_read_kernel", 2} => """
    case bpf_probe_read_kernel(bpf_get_current_task(), :u64) do
      {:error, _} -> 0
      word -> word
    end
    """,
    {"bpf_probe_read_str", 2} => """
    case bpf_probe_read_str(ctx.filename, 64) do
      {:error, _} -> 0
      name -> byte_size(name)
    end
    """,
    {"bpf_probe_read_user_str", 2} => """
    case bpf_probe_read_user_str(ctx.filename, 64) do
      {:error, _} -> :ok
      name -> bpf_printk("opens %s", [name])
    end
    """,
    {"bpf_probe_read_kernel_str", 2} => """
    case bpf_probe_read_kernel_str(bpf_get_current_task(), 16) do
      {:error, reason} -> reason
      text -> byte_size(text)
    end
    """,
    {"bpf_copy_from_user", 2} => """
    case bpf_copy_from_user(0x1000, Timespec) do
      {:error, _} -> 0
      time -> rem(time.seconds, 60)
    end
    """,
    {"bpf_copy_from_user_task", 2} => """
    case bpf_copy_from_user_task(0x1000, :u32) do
      {:error, _} -> 0
      _value -> 1
    end
    """,
    {"bpf_probe_write_user", 2} => """
    bpf_probe_write_user(ctx.filename, "/dev/null\\0")
    """,
    {"bpf_ktime_get_ns", 0} => """
    bpf_map_update_elem(:counts, bpf_get_current_pid_tgid() >>> 32, bpf_ktime_get_ns(), :bpf_any)
    """,
    {"bpf_ktime_get_boot_ns", 0} => """
    div(bpf_ktime_get_boot_ns(), 1_000_000_000)
    """,
    {"bpf_ktime_get_coarse_ns", 0} => """
    bpf_map_update_elem(:counts, 0, bpf_ktime_get_coarse_ns(), :bpf_any)
    """,
    {"bpf_ktime_get_tai_ns", 0} => """
    bpf_map_update_elem(:counts, 0, bpf_ktime_get_tai_ns(), :bpf_any)
    """,
    {"bpf_jiffies64", 0} => """
    bpf_map_update_elem(:counts, 0, bpf_jiffies64(), :bpf_any)
    """,
    {"bpf_get_prandom_u32", 0} => """
    # One event of a hundred.
    if rem(bpf_get_prandom_u32(), 100) == 0, do: bpf_map_update_elem(:counts, 0, 1, :bpf_any)
    """,
    {"bpf_get_smp_processor_id", 0} => """
    bpf_map_update_elem(:counts, bpf_get_smp_processor_id(), 1, :bpf_any)
    """,
    {"bpf_get_numa_node_id", 0} => """
    bpf_map_update_elem(:counts, bpf_get_numa_node_id(), 1, :bpf_any)
    """,
    {"bpf_tail_call", 3} => """
    with :error <- bpf_tail_call(ctx, :stages, 0), do: 0
    """,
    {"bpf_get_current_pid_tgid", 0} => """
    both = bpf_get_current_pid_tgid()
    process = both >>> 32
    thread = both &&& 0xFFFFFFFF
    if process == thread, do: bpf_map_update_elem(:counts, process, 1, :bpf_any)
    """,
    {"bpf_get_ns_current_pid_tgid", 2} => """
    # Of /proc/self/ns/pid, as `File.stat!/1` gives its inode.
    case bpf_get_ns_current_pid_tgid(4, 0xEFFFFFFC) do
      {:error, _} -> 0
      both -> both >>> 32
    end
    """,
    {"bpf_get_current_uid_gid", 0} => """
    user = bpf_get_current_uid_gid() &&& 0xFFFFFFFF
    if user == 0, do: bpf_map_update_elem(:counts, user, 1, :bpf_any)
    """,
    {"bpf_get_current_comm", 0} => """
    bpf_map_update_elem(:names, bpf_get_current_pid_tgid() >>> 32, bpf_get_current_comm(), :bpf_any)
    """,
    {"bpf_get_current_task", 0} => """
    bpf_probe_read_kernel(bpf_get_current_task(), :u64)
    """,
    {"bpf_get_current_task_btf", 0} => """
    bpf_map_update_elem(:started, bpf_get_current_task_btf(), bpf_ktime_get_ns(), :bpf_any)
    """,
    {"bpf_get_current_cgroup_id", 0} => """
    if bpf_get_current_cgroup_id() == 4711, do: 1, else: 0
    """,
    {"bpf_get_current_ancestor_cgroup_id", 1} => """
    if bpf_get_current_ancestor_cgroup_id(1) == 4711, do: 1, else: 0
    """,
    {"bpf_current_task_under_cgroup", 2} => """
    case bpf_current_task_under_cgroup(:groups, 0) do
      1 -> 1
      0 -> 0
      {:error, _} -> 2
    end
    """,
    {"bpf_send_signal", 1} => """
    # SIGTERM
    bpf_send_signal(15)
    """,
    {"bpf_send_signal_thread", 1} => """
    # SIGUSR1
    bpf_send_signal_thread(10)
    """,
    {"bpf_get_stackid", 3} => """
    case bpf_get_stackid(ctx, :stacks, :bpf_f_user_stack) do
      {:error, _} -> 0
      stack -> bpf_map_update_elem(:counts, stack, 1, :bpf_any)
    end
    """,
    {"bpf_get_stack", 3} => """
    case bpf_get_stack(ctx, :bpf_f_user_stack, 8) do
      {:error, _} -> :ok
      addresses -> bpf_map_update_elem(:frames, bpf_get_current_pid_tgid() >>> 32, addresses, :bpf_any)
    end
    """,
    {"bpf_get_task_stack", 2} => """
    case bpf_get_task_stack(0, 8) do
      {:error, _} -> :ok
      addresses -> bpf_map_update_elem(:frames, bpf_get_current_pid_tgid() >>> 32, addresses, :bpf_any)
    end
    """,
    {"bpf_get_branch_snapshot", 1} => """
    case bpf_get_branch_snapshot(3) do
      {:error, _} -> 0
      [source, target, _flags] -> if source > target, do: 1, else: 2
    end
    """,
    {"bpf_get_attach_cookie", 1} => """
    bpf_map_update_elem(:counts, 0, bpf_get_attach_cookie(ctx), :bpf_any)
    """,
    {"bpf_get_func_ip", 1} => """
    bpf_map_update_elem(:counts, 0, bpf_get_func_ip(ctx), :bpf_any)
    """,
    {"bpf_get_func_arg", 2} => """
    case bpf_get_func_arg(ctx, 0) do
      {:error, _} -> 0
      argument -> bpf_map_update_elem(:counts, 0, argument, :bpf_any)
    end
    """,
    {"bpf_get_func_ret", 1} => """
    case bpf_get_func_ret(ctx) do
      {:error, _} -> 0
      result -> bpf_map_update_elem(:counts, 0, result, :bpf_any)
    end
    """,
    {"bpf_get_func_arg_cnt", 1} => """
    if bpf_get_func_arg_cnt(ctx) > 2, do: 1, else: 0
    """,
    {"bpf_override_return", 2} => """
    # -ENOMEM
    bpf_override_return(ctx, 0xFFFFFFFFFFFFFFF4)
    """,
    {"bpf_printk", 1} => """
    bpf_printk("process \#{bpf_get_current_pid_tgid() >>> 32} is \#{bpf_get_current_comm()}")
    """,
    {"bpf_printk", 2} => """
    bpf_printk("process %d is %s", [bpf_get_current_pid_tgid() >>> 32, bpf_get_current_comm()])
    """,
    {"bpf_strtol", 2} => """
    case bpf_strtol(bpf_get_current_comm(), 10) do
      {:error, _} -> 0
      number -> if number < 0, do: 1, else: 2
    end
    """,
    {"bpf_strtoul", 2} => """
    case bpf_strtoul(bpf_get_current_comm(), 0) do
      {:error, :einval} -> 0
      {:error, _} -> 1
      number -> bpf_map_update_elem(:counts, 0, number, :bpf_any)
    end
    """,
    {"bpf_strncmp", 2} => """
    if bpf_strncmp(bpf_get_current_comm(), "beam.smp") == 0, do: 1, else: 0
    """,
    {"bpf_ringbuf_query", 2} => """
    if bpf_ringbuf_query(:events, :bpf_rb_avail_data) > 2048, do: 1, else: 0
    """,
    {"bpf_sys_bpf", 2} => """
    # BPF_MAP_CREATE
    case bpf_sys_bpf(0, %MapAttributes{type: 2, key_size: 4, value_size: 8, max_entries: 1}) do
      {:error, _} -> 1
      fd -> if bpf_sys_close(fd) == :ok, do: 0, else: 2
    end
    """,
    {"bpf_sys_close", 1} => """
    case bpf_sys_close(3) do
      :ok -> 0
      {:error, _} -> 1
    end
    """,
    {"bpf_btf_find_by_name_kind", 2} => """
    # BTF_KIND_STRUCT
    case bpf_btf_find_by_name_kind("task_struct", 4) do
      {:error, _} -> 0
      id -> id &&& 0xFFFF
    end
    """,
    {"bpf_kallsyms_lookup_name", 1} => """
    case bpf_kallsyms_lookup_name("schedule") do
      {:error, :enoent} -> 0
      _address -> 1
    end
    """,
    {"bpf_xdp_adjust_head", 2} => """
    # Takes 4 bytes off the front.
    case bpf_xdp_adjust_head(ctx, 4) do
      :ok -> 2
      {:error, _} -> 1
    end
    """,
    {"bpf_xdp_adjust_tail", 2} => """
    case bpf_xdp_adjust_tail(ctx, -4) do
      :ok -> 2
      {:error, _} -> 1
    end
    """,
    {"bpf_xdp_adjust_meta", 2} => """
    case bpf_xdp_adjust_meta(ctx, -8) do
      :ok -> 2
      {:error, _} -> 1
    end
    """,
    {"bpf_xdp_get_buff_len", 1} => """
    if bpf_xdp_get_buff_len(ctx) > 1_514, do: 1, else: 2
    """,
    {"bpf_xdp_load_bytes", 3} => """
    case bpf_xdp_load_bytes(ctx, 12, 2) do
      <<0x0800::16>> -> 2
      _ -> 1
    end
    """,
    {"bpf_xdp_store_bytes", 3} => """
    case bpf_xdp_store_bytes(ctx, 0, <<2, 0, 0, 0, 0, 1>>) do
      :ok -> 3
      {:error, _} -> 1
    end
    """,
    {"bpf_redirect", 2} => """
    bpf_redirect(ctx.ingress_ifindex, 0)
    """,
    {"bpf_redirect_map", 3} => """
    bpf_redirect_map(:devices, 0, :xdp_pass)
    """,
    {"bpf_check_mtu", 4} => """
    case bpf_check_mtu(ctx, 0, 0, 20) do
      {:ok, 0, _mtu} -> 2
      {:ok, _, mtu} -> if mtu > 1_400, do: 2, else: 1
      {:error, _} -> 1
    end
    """,
    {"bpf_fib_lookup", 3} => """
    case bpf_fib_lookup(ctx, %Route{family: 2, interface: ctx.ingress_ifindex}, :bpf_fib_lookup_direct) do
      {:ok, 0, route} -> bpf_redirect(route.interface, 0)
      _ -> 2
    end
    """,
    {"bpf_csum_diff", 3} => """
    case bpf_csum_diff(<<10, 0, 0, 1>>, <<10, 0, 0, 2>>, 0) do
      {:error, _} -> 1
      difference -> if difference > 0xFFFF, do: 2, else: 1
    end
    """,
    {"bpf_tcp_raw_gen_syncookie_ipv4", 2} => """
    ip = <<0x45, 0, 40::16, 0::32, 64, 6, 0::16, 10, 0, 0, 1, 10, 0, 0, 2>>
    syn = <<4000::16, 80::16, 1000::32, 0::32, 0x50, 2, 1024::16, 0::32>>

    case bpf_tcp_raw_gen_syncookie_ipv4(ip, syn) do
      {:error, _} -> 1
      cookie -> if (cookie >>> 32) > 0, do: 2, else: 1
    end
    """,
    {"bpf_tcp_raw_gen_syncookie_ipv6", 2} => """
    ip = <<6::4, 0::28, 20::16, 6, 64, 1::64, 2::64, 3::64, 4::64>>
    syn = <<4000::16, 80::16, 1000::32, 0::32, 0x50, 2, 1024::16, 0::32>>

    case bpf_tcp_raw_gen_syncookie_ipv6(ip, syn) do
      {:error, _} -> 1
      cookie -> if (cookie >>> 32) > 0, do: 2, else: 1
    end
    """,
    {"bpf_tcp_raw_check_syncookie_ipv4", 2} => """
    ip = <<0x45, 0, 40::16, 0::32, 64, 6, 0::16, 10, 0, 0, 1, 10, 0, 0, 2>>
    ack = <<4000::16, 80::16, 1001::32, 7::32, 0x50, 0x10, 1024::16, 0::32>>
    if bpf_tcp_raw_check_syncookie_ipv4(ip, ack) == :ok, do: 2, else: 1
    """,
    {"bpf_tcp_raw_check_syncookie_ipv6", 2} => """
    ip = <<6::4, 0::28, 20::16, 6, 64, 1::64, 2::64, 3::64, 4::64>>
    ack = <<4000::16, 80::16, 1001::32, 7::32, 0x50, 0x10, 1024::16, 0::32>>
    if bpf_tcp_raw_check_syncookie_ipv6(ip, ack) == :ok, do: 2, else: 1
    """
  }

  # One call is all that there is to say: of what the types of programs have that take packets, sockets, messages.
  @calls ~S"""
  bpf_get_cgroup_classid(ctx)
  bpf_skb_vlan_push(ctx, 0x0081, 100)
  bpf_skb_vlan_pop(ctx)
  bpf_get_route_realm(ctx)
  bpf_skb_load_bytes(ctx, 12, 2)
  bpf_skb_get_tunnel_opt(ctx, 16)
  bpf_skb_set_tunnel_opt(ctx, <<1, 2, 3, 4>>)
  bpf_skb_change_proto(ctx, 0xDD86)
  bpf_skb_change_type(ctx, 0)
  bpf_get_hash_recalc(ctx)
  bpf_skb_change_tail(ctx, 64)
  bpf_skb_pull_data(ctx, 54)
  bpf_csum_update(ctx, 0x1234)
  bpf_set_hash_invalid(ctx)
  bpf_skb_change_head(ctx, 14)
  bpf_get_socket_cookie(ctx)
  bpf_get_socket_uid(ctx)
  bpf_set_hash(ctx, 4711)
  bpf_setsockopt(ctx, 1, 8, <<65_536::little-32>>)
  bpf_getsockopt(ctx, 1, 8, :s32)
  bpf_sock_ops_cb_flags_set(ctx, 4)
  bpf_msg_apply_bytes(ctx, 64)
  bpf_msg_cork_bytes(ctx, 64)
  bpf_msg_pull_data(ctx, 0, 64)
  bpf_msg_push_data(ctx, 0, 8)
  bpf_msg_pop_data(ctx, 0, 8)
  bpf_skb_load_bytes_relative(ctx, 9, 1, 1)
  bpf_lwt_push_encap(ctx, 0, <<0::160>>)
  bpf_lwt_seg6_store_bytes(ctx, 5, <<0>>)
  bpf_lwt_seg6_adjust_srh(ctx, 8, 16)
  bpf_lwt_seg6_action(ctx, 3, <<100::little-32>>)
  bpf_rc_repeat(ctx)
  bpf_rc_keydown(ctx, 9, 0x1E3B, 0)
  bpf_rc_pointer_rel(ctx, 10, -10)
  bpf_skb_cgroup_id(ctx)
  bpf_skb_ancestor_cgroup_id(ctx, 1)
  bpf_skb_ecn_set_ce(ctx)
  bpf_get_netns_cookie(ctx)
  bpf_csum_level(ctx, 0)
  bpf_reserve_hdr_opt(ctx, 8)
  bpf_skb_cgroup_classid(ctx)
  bpf_redirect_peer(7)
  bpf_get_retval()
  bpf_set_retval(-1)
  bpf_skb_set_tstamp(ctx, 1_000, 1)
  """

  @all (for call <- String.split(@calls, "\n", trim: true), into: @examples do
          {name, _, arguments} = Code.string_to_quoted!(call)
          {{Atom.to_string(name), length(arguments)}, call <> "\n"}
        end)

  @doc "The example of a row of the helper table, or nil: lines of Elixir."
  @spec fetch(map) :: String.t() | nil
  def fetch(row), do: @all[{row.name, length(row.parameters)}]

  @doc "The names and arities of those that there are."
  @spec keys() :: [{String.t(), arity}]
  def keys, do: Map.keys(@all)

  @doc "What the examples' module declares."
  @spec declarations() :: String.t()
  def declarations, do: @declarations
end
