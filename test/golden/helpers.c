     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | static __u64 (*bpf_get_current_uid_gid)(void) __attribute__((const)) = (void *)15;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u64 stored_u64;
  12 | 	__u32 slot_u32_6 = 3;
  11 | 	__u32 slot_u32_4 = 2;
  10 | 	__u32 slot_u32_2 = 1;
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	__u64 v_0 = bpf_ktime_get_ns();
   9 | 	stored_u64 = v_0;
   9 | 	bpf_map_update_elem(&u, &slot_u32_0, &stored_u64, 0);
  10 | 	__u64 v_2 = bpf_get_current_pid_tgid();
  10 | 	stored_u64 = v_2 >> 32;
  10 | 	bpf_map_update_elem(&u, &slot_u32_2, &stored_u64, 0);
  11 | 	__u64 v_5 = bpf_get_current_uid_gid();
  11 | 	stored_u64 = v_5 & 4294967295ll;
  11 | 	bpf_map_update_elem(&u, &slot_u32_4, &stored_u64, 0);
  12 | 	__s64 v_8 = bpf_get_smp_processor_id();
  12 | 	stored_u64 = v_8;
  12 | 	__s64 status_9 = bpf_map_update_elem(&u, &slot_u32_6, &stored_u64, 0);
  12 | 	__s64 v_10 = 0;
  12 | 	__s64 v_11 = 0;
  12 | 	if (status_9 < 0) {
  12 | 		v_10 = 3;
  12 | 		v_11 = status_9;
     | 	} else {
  12 | 		v_10 = 1;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop
