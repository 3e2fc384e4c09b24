     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct honey_Task {
     | 	__u32 pid;
     | 	__u8 honey_gap_0[4];
     | 	__u64 whole;
     | };
     | struct honey_tuple_0 {
     | 	__u32 element0;
     | 	__u32 element1;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u64 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } whole SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	struct honey_tuple_0 *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[64u];
     | } pairs SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  14 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  14 | 	__u32 stored_u32;
  15 | 	__u32 slot_u32_1 = 1;
  15 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  15 | 	__u32 slot_u32_0 = v_0;
  15 | 	__u32 *found_1 = bpf_map_lookup_elem(&h, &slot_u32_0);
  15 | 	__s64 status_2 = 0;
  15 | 	__u32 *there_3 = found_1;
  15 | 	if (!found_1) {
  15 | 		__s64 status_5 = bpf_map_update_elem(&h, &slot_u32_0, &slot_u32_1, 1);
  15 | 		status_2 = status_5;
  15 | 		if (status_5 == (-17)) {
  15 | 			__u32 *found_7 = bpf_map_lookup_elem(&h, &slot_u32_0);
  15 | 			there_3 = found_7;
  15 | 			status_2 = (-2);
     | 		}
     | 	}
  15 | 	if (there_3) {
  15 | 		__s64 v_8 = *there_3;
  15 | 		stored_u32 = v_8 + 1;
  15 | 		__s64 status_10 = bpf_map_update_elem(&h, &slot_u32_0, &stored_u32, 0);
  15 | 		status_2 = status_10;
     | 	}
  16 | 	__u64 id_11 = bpf_get_current_pid_tgid();
  16 | 	__u64 id_u64_4 = id_11;
  17 | 	stored_u32 = id_11;
  17 | 	bpf_map_update_elem(&h, &slot_u32_1, &stored_u32, 0);
  18 | 	bpf_map_update_elem(&whole, &id_u64_4, &id_u64_4, 0);
  19 | 	struct honey_Task v_14 __attribute__((aligned(8))) = {};
  19 | 	v_14.pid = id_11;
  19 | 	v_14.whole = id_11;
  19 | 	struct honey_tuple_0 v_15 __attribute__((aligned(8))) = {};
  19 | 	v_15.element0 = id_11;
  19 | 	v_15.element1 = 1;
  19 | 	bpf_map_update_elem(&pairs, &v_15, &v_14, 0);
  20 | 	__u32 slot_u32_5 = (id_11 & 4294967295ll);
  20 | 	stored_u32 = id_11 >> 32;
  20 | 	__s64 status_19 = bpf_map_update_elem(&h, &slot_u32_5, &stored_u32, 0);
  20 | 	__s64 v_20 = 0;
  20 | 	__s64 v_21 = 0;
  20 | 	if (status_19 < 0) {
  20 | 		v_20 = 3;
  20 | 		v_21 = status_19;
     | 	} else {
  20 | 		v_20 = 1;
     | 	}
  20 | 	return 0;
     | }
  21 | #pragma clang attribute pop
