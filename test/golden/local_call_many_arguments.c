     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_divide_ss(__s64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(honey_magnitude(a)) / honey_magnitude(b);
     |
     | 	return (a < 0) != (b < 0) ? -quotient : quotient;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_mix_1_more {
     | 	const char * name_4;
     | 	__s64 v_5;
     | 	__s64 result_0;
     | 	__s64 result_1;
     | };
  19 | static __attribute__((noinline, used)) int honey_mix_1(__s64 x0_0, __s64 y_1, __s64 z_2, __s64 w_3, struct honey_mix_1_more *more)
     | {
  19 | 	const char * name_4 = more->name_4;
  19 | 	__s64 v_5 = more->v_5;
  20 | 	__s64 x1_8 = (x0_0 * 3) ^ (x0_0 + z_2);
  21 | 	__s64 x2_11 = (x1_8 * 4) ^ (x1_8 + w_3);
  22 | 	__s64 x3_14 = (x2_11 * 5) ^ (x2_11 + 2);
  23 | 	__s64 x4_17 = (x3_14 * 6) ^ (x3_14 + v_5);
  24 | 	__s64 x5_20 = (x4_17 * 7) ^ (x4_17 + 4);
  25 | 	__s64 x6_23 = (x5_20 * 8) ^ (x5_20 + 5);
  26 | 	__s64 x7_26 = (x6_23 * 9) ^ (x6_23 + 6);
  27 | 	__s64 x8_29 = (x7_26 * 10) ^ (x7_26 + 7);
  28 | 	__s64 x9_32 = (x8_29 * 11) ^ (x8_29 + y_1);
  29 | 	static const char text_33[8] __attribute__((aligned(8))) = "\143\141\164";
  29 | 	__s64 v_34 = *(const __u64 *)(name_4 + 0) == *(const __u64 *)(text_33 + 0);
  29 | 	__s64 v_35 = 0;
  29 | 	if (v_34) {
  29 | 		v_35 = x9_32;
     | 	} else {
  29 | 		if (y_1 == 0) {
  29 | 			honey_raise(0);
  29 | 			return 1;
     | 		}
  29 | 		v_35 = honey_divide_ss(x7_26, y_1);
     | 	}
  29 | 	more->result_0 = v_35;
  29 | 	more->result_1 = x8_29;
  29 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_4 = 3;
  15 | 	__u32 slot_u32_2 = 2;
  11 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 a_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		a_1 = v_2;
     | 	}
  11 | 	__s64 *found_3 = bpf_map_lookup_elem(&s, &slot_u32_1);
  11 | 	__s64 b_4 = 0;
  11 | 	if (found_3) {
  11 | 		__s64 v_5 = *found_3;
  11 | 		b_4 = v_5;
     | 	}
  12 | 	char comm_6[16] __attribute__((aligned(8)));
  12 | 	bpf_get_current_comm(comm_6, 16);
  13 | 	struct honey_mix_1_more more_1;
  13 | 	more_1.name_4 = comm_6;
  13 | 	more_1.v_5 = b_4;
  13 | 	if (honey_mix_1(a_1, b_4, 1, a_1, &more_1))
  13 | 		return 0;
  13 | 	__s64 c_7 = more_1.result_0;
  13 | 	__s64 d_8 = more_1.result_1;
  14 | 	struct honey_mix_1_more more_2;
  14 | 	more_2.name_4 = comm_6;
  14 | 	more_2.v_5 = a_1;
  14 | 	if (honey_mix_1(c_7, d_8, b_4, 2, &more_2))
  14 | 		return 0;
  14 | 	__s64 e_9 = more_2.result_0;
  14 | 	__s64 f_10 = more_2.result_1;
  15 | 	stored_s64 = e_9;
  15 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  16 | 	stored_s64 = f_10;
  16 | 	__s64 status_12 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  16 | 	__s64 v_13 = 0;
  16 | 	__s64 v_14 = 0;
  16 | 	if (status_12 < 0) {
  16 | 		v_13 = 4;
  16 | 		v_14 = status_12;
     | 	} else {
  16 | 		v_13 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop
