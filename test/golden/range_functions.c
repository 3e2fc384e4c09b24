     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  18 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  18 | 	__s64 stored_s64;
  18 | 	__u32 key_u32_0 = key_0;
  18 | 	stored_s64 = value_1;
  18 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  18 | 	__s64 v_3 = 0;
  18 | 	__s64 v_4 = 0;
  18 | 	if (status_2 < 0) {
  18 | 		v_3 = 4;
  18 | 		v_4 = status_2;
     | 	} else {
  18 | 		v_3 = 1;
     | 	}
  18 | 	*result_0 = v_3;
  18 | 	*result_1 = v_4;
  18 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 n_0 = bpf_get_smp_processor_id();
  12 | 	__s64 has_any_1 = 0;
  12 | 	__u64 others_2 = 0;
  12 | 	if (n_0 <= 100) {
  12 | 		others_2 = honey_opaque((100 - ((__u64)n_0))) / (__u64)3;
  12 | 		has_any_1 = 1;
     | 	}
  12 | 	__s64 v_9;
  12 | 	__s64 v_10;
  12 | 	honey_put_1(0, ((__s64)others_2) + has_any_1, &v_9, &v_10);
  13 | 	__s64 has_any_11 = 0;
  13 | 	__u64 others_12 = 0;
  13 | 	if (n_0 <= 10) {
  13 | 		others_12 = honey_opaque((10 - ((__u64)n_0))) / (__u64)2;
  13 | 		has_any_11 = 1;
     | 	}
  13 | 	__s64 v_19;
  13 | 	__s64 v_20;
  13 | 	honey_put_1(1, ((__s64)others_12) + has_any_11, &v_19, &v_20);
  14 | 	__s64 has_any_21 = 0;
  14 | 	__u64 others_22 = 0;
  14 | 	if (n_0 <= 100) {
  14 | 		others_22 = honey_opaque((100 - ((__u64)n_0))) / (__u64)3;
  14 | 		has_any_21 = 1;
     | 	}
  14 | 	__u64 v_27 = (__u64)n_0;
  14 | 	__u64 index_28 = 0;
  14 | 	__u64 away_29 = 0;
  14 | 	index_28 = v_27;
  14 | 	away_29 = v_27;
  14 | 	__s64 v_32 = 0;
  14 | 	v_32 = (-1);
  14 | 	if (has_any_21 && (away_29 <= others_22)) {
  14 | 		v_32 = n_0 + (((__s64)index_28) * 3);
     | 	}
  14 | 	__s64 v_36;
  14 | 	__s64 v_37;
  14 | 	honey_put_1(2, v_32, &v_36, &v_37);
  15 | 	__s64 is_member_38 = 0;
  15 | 	__s64 is_member_39 = 0;
  15 | 	if (n_0 <= n_0) {
  15 | 		if (n_0 <= 100) {
  15 | 			is_member_39 = ((__u64)(((__u64)n_0) - ((__u64)n_0)) % (__u64)3) == 0;
     | 		}
     | 	}
  15 | 	is_member_38 = is_member_39;
  15 | 	__s64 v_47 = 0;
  15 | 	if (is_member_38) {
  15 | 		__s64 has_any_49 = 0;
  15 | 		__u64 others_50 = 0;
  15 | 		if (n_0 <= 100) {
  15 | 			others_50 = honey_opaque((100 - ((__u64)n_0))) / (__u64)3;
  15 | 			has_any_49 = 1;
     | 		}
  15 | 		v_47 = has_any_49;
     | 	} else {
  15 | 		v_47 = 0;
     | 	}
  15 | 	__s64 v_56 = 0;
  15 | 	__s64 v_57 = 0;
  15 | 	if (v_47) {
  15 | 		__s64 v_59;
  15 | 		__s64 v_60;
  15 | 		honey_put_1(3, 1, &v_59, &v_60);
  15 | 		v_56 = v_59;
  15 | 		v_57 = v_60;
     | 	} else {
  15 | 		__s64 v_61;
  15 | 		__s64 v_62;
  15 | 		honey_put_1(3, 0, &v_61, &v_62);
  15 | 		v_56 = v_61;
  15 | 		v_57 = v_62;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop
