     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct honey_Pair {
     | 	__u64 a;
     | 	__u64 b;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Pair *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  12 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  12 | 	__u64 pid_1 = v_0 >> 32;
  12 | 	__u32 pid_u32_0 = pid_1;
  13 | 	void *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  13 | 	__s64 status_3 = 0;
  13 | 	void *there_4 = found_2;
  13 | 	if (!found_2) {
  13 | 		struct honey_Pair v_6 __attribute__((aligned(8))) = {};
  13 | 		v_6.a = 1;
  13 | 		__s64 status_7 = bpf_map_update_elem(&h, &pid_u32_0, &v_6, 1);
  13 | 		status_3 = status_7;
  13 | 		if (status_7 == (-17)) {
  13 | 			void *found_9 = bpf_map_lookup_elem(&h, &pid_u32_0);
  13 | 			there_4 = found_9;
  13 | 			status_3 = (-2);
     | 		}
     | 	}
  13 | 	if (there_4) {
  13 | 		struct honey_Pair pair_10 __attribute__((aligned(8))) = {};
  13 | 		if (there_4)
  13 | 			__builtin_memcpy(&pair_10, __builtin_assume_aligned(there_4, 8), 16);
  13 | 		__u64 b_11 = pair_10.b;
  13 | 		__u64 a_12 = pair_10.a;
  13 | 		struct honey_Pair v_13 __attribute__((aligned(8))) = {};
  13 | 		v_13.a = b_11;
  13 | 		v_13.b = a_12;
  13 | 		__s64 status_14 = bpf_map_update_elem(&h, &pid_u32_0, &v_13, 0);
  13 | 		status_3 = status_14;
     | 	}
  13 | 	__s64 v_15 = 0;
  13 | 	__s64 v_16 = 0;
  13 | 	if (status_3 < 0) {
  13 | 		v_15 = 3;
  13 | 		v_16 = status_3;
     | 	} else {
  13 | 		v_15 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop
