     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  14 | static __attribute__((noinline, used)) __s64 honey_mix_1(__s64 x0_0)
     | {
  15 | 	__s64 x1_3 = (x0_0 * 3) ^ (x0_0 + 0);
  16 | 	__s64 x2_6 = (x1_3 * 4) ^ (x1_3 + 1);
  17 | 	__s64 x3_9 = (x2_6 * 5) ^ (x2_6 + 2);
  18 | 	__s64 x4_12 = (x3_9 * 6) ^ (x3_9 + 3);
  19 | 	__s64 x5_15 = (x4_12 * 7) ^ (x4_12 + 4);
  20 | 	__s64 x6_18 = (x5_15 * 8) ^ (x5_15 + 5);
  21 | 	__s64 x7_21 = (x6_18 * 9) ^ (x6_18 + 6);
  22 | 	__s64 x8_24 = (x7_21 * 10) ^ (x7_21 + 7);
  23 | 	return x8_24;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  11 | 	__u32 slot_u32_3 = 2;
  10 | 	__u32 slot_u32_1 = 0;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_1);
  10 | 	__s64 v_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		v_1 = v_2;
     | 	}
  10 | 	__s64 v_3 = honey_mix_1(v_1);
  10 | 	stored_s64 = v_3;
  10 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 	__s64 *found_5 = bpf_map_lookup_elem(&s, &slot_u32_3);
  11 | 	__s64 v_6 = 0;
  11 | 	if (found_5) {
  11 | 		__s64 v_7 = *found_5;
  11 | 		v_6 = v_7;
     | 	}
  11 | 	__s64 v_8 = honey_mix_1(v_6);
  11 | 	stored_s64 = v_8;
  11 | 	__s64 status_9 = bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  11 | 	__s64 v_10 = 0;
  11 | 	__s64 v_11 = 0;
  11 | 	if (status_9 < 0) {
  11 | 		v_10 = 3;
  11 | 		v_11 = status_9;
     | 	} else {
  11 | 		v_10 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop
