     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_shift_left_s64(__s64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? 0 : a << count;
     | 	return count < -63 ? a >> 63 : a >> -count;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_shift_right_s64(__s64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? a >> 63 : a >> count;
     | 	return count < -63 ? 0 : a << -count;
     | }
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_shift_left_u64(__u64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? 0 : a << count;
     | 	return count < -63 ? 0 : a >> -count;
     | }
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_shift_right_u64(__u64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? 0 : a >> count;
     | 	return count < -63 ? 0 : a << -count;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  17 | 	__u32 slot_u32_11 = 7;
  16 | 	__u32 slot_u32_9 = 6;
  15 | 	__u32 slot_u32_7 = 5;
  14 | 	__u32 slot_u32_5 = 4;
  13 | 	__u32 slot_u32_3 = 3;
  12 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 a_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		a_1 = v_2;
     | 	}
  11 | 	__u64 *found_3 = bpf_map_lookup_elem(&u, &slot_u32_0);
  11 | 	__u64 u_4 = 0;
  11 | 	if (found_3) {
  11 | 		__u64 v_5 = *found_3;
  11 | 		u_4 = v_5;
     | 	}
  12 | 	stored_s64 = u_4 >> 32;
  12 | 	bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  13 | 	stored_s64 = a_1 << 4;
  13 | 	bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  14 | 	stored_s64 = honey_shift_right_s64(a_1, 64);
  14 | 	bpf_map_update_elem(&s, &slot_u32_5, &stored_s64, 0);
  15 | 	stored_s64 = honey_shift_left_u64(u_4, a_1);
  15 | 	bpf_map_update_elem(&s, &slot_u32_7, &stored_s64, 0);
  16 | 	stored_s64 = a_1 >> (u_4 & 63);
  16 | 	bpf_map_update_elem(&s, &slot_u32_9, &stored_s64, 0);
  17 | 	stored_s64 = honey_shift_left_s64(a_1, (-2));
  17 | 	__s64 status_18 = bpf_map_update_elem(&s, &slot_u32_11, &stored_s64, 0);
  17 | 	__s64 v_19 = 0;
  17 | 	__s64 v_20 = 0;
  17 | 	if (status_18 < 0) {
  17 | 		v_19 = 3;
  17 | 		v_20 = status_18;
     | 	} else {
  17 | 		v_19 = 1;
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop
