     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct honey_Change {
     | 	__u64 amount;
     | 	__s64 least;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u64 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[4u];
     | } counts SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Change *value;
     | 	int (*max_entries)[4u];
     | } changes SEC(".maps");
     | volatile __u64 lowest SEC(".data") = 0;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  12 | 	__u64 stored_u64;
  22 | 	__u64 slot_u64_8 = 4;
  21 | 	__u64 slot_u64_6 = 3;
  17 | 	__u32 slot_u32_5 = 1;
  16 | 	__u64 slot_u64_3 = 2;
  14 | 	__u64 slot_u64_1 = 1;
  14 | 	__u64 slot_u64_0 = (-1);
  13 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  14 | 	bpf_map_update_elem(&counts, &slot_u64_0, &slot_u64_1, 0);
  15 | 	stored_u64 = (__s64)(-1) - cpu_0;
  15 | 	bpf_map_update_elem(&counts, &slot_u64_1, &stored_u64, 0);
  16 | 	__u64 *found_4 = bpf_map_lookup_elem(&counts, &slot_u64_3);
  16 | 	__s64 status_5 = 0;
  16 | 	__u64 *there_6 = found_4;
  16 | 	if (!found_4) {
  16 | 		__s64 status_8 = bpf_map_update_elem(&counts, &slot_u64_3, &slot_u64_0, 1);
  16 | 		status_5 = status_8;
  16 | 		if (status_8 == (-17)) {
  16 | 			__u64 *found_10 = bpf_map_lookup_elem(&counts, &slot_u64_3);
  16 | 			there_6 = found_10;
  16 | 			status_5 = (-2);
     | 		}
     | 	}
  16 | 	if (there_6) {
  16 | 		__u64 v_11 = *there_6;
  16 | 		stored_u64 = (__s64)v_11 - 1;
  16 | 		__s64 status_13 = bpf_map_update_elem(&counts, &slot_u64_3, &stored_u64, 0);
  16 | 		status_5 = status_13;
     | 	}
  17 | 	struct honey_Change v_14 __attribute__((aligned(8))) = {};
  17 | 	v_14.amount = (-3);
  17 | 	v_14.least = (-3);
  17 | 	bpf_map_update_elem(&changes, &slot_u32_5, &v_14, 0);
  18 | 	lowest = ~cpu_0;
  21 | 	stored_u64 = cpu_0 - 1;
  21 | 	bpf_map_update_elem(&counts, &slot_u64_6, &stored_u64, 0);
  22 | 	__s64 status_19 = bpf_map_update_elem(&counts, &slot_u64_8, &slot_u64_0, 0);
  22 | 	__s64 v_20 = 0;
  22 | 	__s64 v_21 = 0;
  22 | 	if (status_19 < 0) {
  22 | 		v_20 = 3;
  22 | 		v_21 = status_19;
     | 	} else {
  22 | 		v_20 = 1;
     | 	}
  22 | 	return 0;
     | }
  23 | #pragma clang attribute pop
