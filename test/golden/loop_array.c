     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | #define honey_index(i, count) ({ __u64 index = (i); asm("" : "+r"(index)); if (index >= count) index = 0; asm("" : "+r"(index)); index; })
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct honey_Sample {
     | 	__u32 counts[16];
     | 	__u32 kinds[4];
     | 	char names[9][3];
     | 	__u8 honey_gap_2[1];
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Sample *value;
     | 	int (*max_entries)[1u];
     | } samples SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  22 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  22 | 	__s64 stored_s64;
  22 | 	__u32 key_u32_0 = key_0;
  22 | 	stored_s64 = value_1;
  22 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  22 | 	__s64 v_3 = 0;
  22 | 	__s64 v_4 = 0;
  22 | 	if (status_2 < 0) {
  22 | 		v_3 = 3;
  22 | 		v_4 = status_2;
     | 	} else {
  22 | 		v_3 = 1;
     | 	}
  22 | 	*result_0 = v_3;
  22 | 	*result_1 = v_4;
  22 | 	return 0;
     | }
  13 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  14 | 	__u32 slot_u32_0 = 0;
  14 | 	void *found_0 = bpf_map_lookup_elem(&samples, &slot_u32_0);
  14 | 	struct honey_Sample sample_1 __attribute__((aligned(8))) = {};
  14 | 	if (found_0)
  14 | 		__builtin_memcpy(&sample_1, __builtin_assume_aligned(found_0, 8), 108);
  15 | 	__s64 next_3 = 0;
  15 | 	next_3 = 0;
  15 | 	__s64 v_4 = 0;
     | 	{
  15 | 		for (__s64 turn_5 = 0; turn_5 < 16; turn_5++) {
  15 | 			asm volatile("" : "+r"(turn_5));
     | 			{
  15 | 				__s64 now_6 = honey_forget(next_3);
  15 | 				__s64 v_7 = sample_1.counts[honey_index(turn_5, 16)];
  15 | 				next_3 = now_6 + v_7;
  15 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  15 | 		v_4 = next_3;
     | 	}
  15 | 	__s64 v_9;
  15 | 	__s64 v_10;
  15 | 	honey_put_1(0, v_4, &v_9, &v_10);
  16 | 	__s64 v_12 = 0;
  16 | 	__s64 v_13 = 0;
     | 	{
  16 | 		for (__s64 turn_14 = 0; turn_14 < 4; turn_14++) {
  16 | 			asm volatile("" : "+r"(turn_14));
     | 			{
  16 | 				__s64 v_15 = 0;
  16 | 				if (turn_14 == 0) {
  16 | 					__s64 v_17 = sample_1.kinds[0];
  16 | 					v_15 = v_17;
     | 				}
  16 | 				if (turn_14 == 1) {
  16 | 					__s64 v_19 = sample_1.kinds[1];
  16 | 					v_15 = v_19;
     | 				}
  16 | 				if (turn_14 == 2) {
  16 | 					__s64 v_21 = sample_1.kinds[2];
  16 | 					v_15 = v_21;
     | 				}
  16 | 				if (turn_14 == 3) {
  16 | 					__s64 v_23 = sample_1.kinds[3];
  16 | 					v_15 = v_23;
     | 				}
  16 | 				__s64 v_24 = (-2147483648);
  16 | 				if (v_15 == 0) {
  16 | 					v_24 = 8;
     | 				}
  16 | 				if (v_15 == 1) {
  16 | 					v_24 = 9;
     | 				}
  16 | 				if (v_24 == (-2147483648)) {
  16 | 					honey_raise(0);
  16 | 					return 0;
     | 				}
  16 | 				__s64 v_29 = 0;
  16 | 				if (v_24 == 9) {
  16 | 					v_29 = turn_14;
     | 				} else {
  16 | 					goto out_3;
     | 				}
  16 | 				v_12 = v_29;
  16 | 				v_13 = 0;
  16 | 				goto out_2;
     | 			}
     | 			out_3:;
     | 		}
  16 | 		v_12 = 2;
  16 | 		v_13 = 1;
     | 	}
     | 	out_2:;
  16 | 	__s64 v_32 = 0;
  16 | 	if (v_13 != 1) {
  16 | 		v_32 = v_12;
     | 	} else {
  16 | 		v_32 = (-1);
     | 	}
  16 | 	__s64 v_35;
  16 | 	__s64 v_36;
  16 | 	honey_put_1(1, v_32, &v_35, &v_36);
  17 | 	__s64 next_38 = 0;
  17 | 	next_38 = 0;
  17 | 	__s64 v_39 = 0;
     | 	{
  17 | 		for (__s64 turn_40 = 0; turn_40 < 9; turn_40++) {
  17 | 			asm volatile("" : "+r"(turn_40));
     | 			{
  17 | 				__s64 now_41 = honey_forget(next_38);
  17 | 				asm volatile("" : : "r"(&sample_1.names) : "memory");
  17 | 				char text_42[8] __attribute__((aligned(8))) = "";
  17 | 				if (turn_40 == 0) {
  17 | 					char v_44[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_44, &sample_1.names[0], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_44 + 0);
     | 				}
  17 | 				if (turn_40 == 1) {
  17 | 					char v_46[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_46, &sample_1.names[1], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_46 + 0);
     | 				}
  17 | 				if (turn_40 == 2) {
  17 | 					char v_48[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_48, &sample_1.names[2], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_48 + 0);
     | 				}
  17 | 				if (turn_40 == 3) {
  17 | 					char v_50[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_50, &sample_1.names[3], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_50 + 0);
     | 				}
  17 | 				if (turn_40 == 4) {
  17 | 					char v_52[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_52, &sample_1.names[4], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_52 + 0);
     | 				}
  17 | 				if (turn_40 == 5) {
  17 | 					char v_54[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_54, &sample_1.names[5], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_54 + 0);
     | 				}
  17 | 				if (turn_40 == 6) {
  17 | 					char v_56[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_56, &sample_1.names[6], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_56 + 0);
     | 				}
  17 | 				if (turn_40 == 7) {
  17 | 					char v_58[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_58, &sample_1.names[7], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_58 + 0);
     | 				}
  17 | 				if (turn_40 == 8) {
  17 | 					char v_60[8] __attribute__((aligned(8))) = "";
  17 | 					__builtin_memcpy(&v_60, &sample_1.names[8], 3);
  17 | 					*(__u64 *)(text_42 + 0) = *(const __u64 *)(v_60 + 0);
     | 				}
  17 | 				static const char text_61[8] __attribute__((aligned(8))) = "\145\164\150";
  17 | 				__s64 v_62 = *(const __u64 *)(text_42 + 0) == *(const __u64 *)(text_61 + 0);
  17 | 				if (v_62) {
  17 | 					next_38 = now_41 + 1;
  17 | 					goto out_5;
     | 				} else {
  17 | 					next_38 = now_41;
  17 | 					goto out_5;
     | 				}
     | 			}
     | 			out_5:;
     | 		}
  17 | 		v_39 = next_38;
     | 	}
  17 | 	__s64 v_65;
  17 | 	__s64 v_66;
  17 | 	honey_put_1(3, v_39, &v_65, &v_66);
     | 	{
  18 | 		for (__s64 turn_68 = 0; turn_68 < 16; turn_68++) {
  18 | 			asm volatile("" : "+r"(turn_68));
     | 			{
  18 | 				__s64 count_69 = sample_1.counts[honey_index(turn_68, 16)];
  18 | 				if (9 < count_69) {
  18 | 					__s64 v_71;
  18 | 					__s64 v_72;
  18 | 					honey_put_1(2, count_69, &v_71, &v_72);
  18 | 					goto out_7;
     | 				} else {
  18 | 					goto out_7;
     | 				}
     | 			}
     | 			out_7:;
     | 		}
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop
