     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  18 | static inline __attribute__((always_inline)) int honey_below_1(__s64 n_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  18 | 	*result_0 = 0;
  18 | 	*result_1 = n_0 - 1;
  18 | 	*result_2 = 1;
  18 | 	return 0;
     | }
  19 | static inline __attribute__((always_inline)) int honey_put_2(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  19 | 	__s64 stored_s64;
  19 | 	__u32 key_u32_0 = key_0;
  19 | 	stored_s64 = value_1;
  19 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  19 | 	__s64 v_3 = 0;
  19 | 	__s64 v_4 = 0;
  19 | 	if (status_2 < 0) {
  19 | 		v_3 = 5;
  19 | 		v_4 = status_2;
     | 	} else {
  19 | 		v_3 = 1;
     | 	}
  19 | 	*result_0 = v_3;
  19 | 	*result_1 = v_4;
  19 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 first_2;
  10 | 	__s64 last_3;
  10 | 	__s64 step_4;
  10 | 	honey_below_1(v_0 & 15, &first_2, &last_3, &step_4);
  12 | 	__s64 v_7;
  12 | 	__s64 v_8;
  12 | 	honey_put_2(0, (first_2 + last_3) + step_4, &v_7, &v_8);
  13 | 	__s64 next_9 = 0;
  13 | 	next_9 = 0;
  13 | 	__u64 turns_10 = 0;
  13 | 	if (first_2 <= last_3) {
  13 | 		__u64 difference_14 = ((__u64)last_3) - ((__u64)first_2);
  13 | 		if (difference_14 < 16) {
  13 | 			turns_10 = difference_14 + 1;
     | 		} else {
  13 | 			turns_10 = 16 + 1;
     | 		}
     | 	}
  13 | 	__s64 exceeds_18 = 16 < turns_10;
  13 | 	__u64 capped_19 = 0;
  13 | 	if (exceeds_18) {
  13 | 		capped_19 = 16;
     | 	} else {
  13 | 		capped_19 = turns_10;
     | 	}
  13 | 	__s64 v_20 = 0;
     | 	{
  13 | 		for (__s64 turn_21 = 0; turn_21 < 16; turn_21++) {
  13 | 			asm volatile("" : "+r"(turn_21));
  13 | 			if ((__u64)turn_21 >= capped_19)
  13 | 				break;
     | 			{
  13 | 				__s64 now_22 = honey_forget(next_9);
  13 | 				next_9 = now_22 + (first_2 + turn_21);
  13 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  13 | 		if (exceeds_18) {
  13 | 			honey_raise(0);
  13 | 			return 0;
     | 		}
  13 | 		v_20 = next_9;
     | 	}
  13 | 	__s64 v_25;
  13 | 	__s64 v_26;
  13 | 	honey_put_2(1, v_20, &v_25, &v_26);
  14 | 	__u64 turns_27 = 0;
  14 | 	if (first_2 <= last_3) {
  14 | 		__u64 difference_31 = ((__u64)last_3) - ((__u64)first_2);
  14 | 		if (difference_31 < 16) {
  14 | 			turns_27 = difference_31 + 1;
     | 		} else {
  14 | 			turns_27 = 16 + 1;
     | 		}
     | 	}
  14 | 	__s64 exceeds_35 = 16 < turns_27;
  14 | 	__u64 capped_36 = 0;
  14 | 	if (exceeds_35) {
  14 | 		capped_36 = 16;
     | 	} else {
  14 | 		capped_36 = turns_27;
     | 	}
     | 	{
  14 | 		for (__s64 turn_37 = 0; turn_37 < 16; turn_37++) {
  14 | 			asm volatile("" : "+r"(turn_37));
  14 | 			if ((__u64)turn_37 >= capped_36)
  14 | 				break;
     | 			{
  14 | 				__s64 i_38 = first_2 + turn_37;
  14 | 				__s64 v_40;
  14 | 				__s64 v_41;
  14 | 				honey_put_2(i_38 & 7, last_3, &v_40, &v_41);
  14 | 				goto out_3;
     | 			}
     | 			out_3:;
     | 		}
  14 | 		if (exceeds_35) {
  14 | 			honey_raise(1);
  14 | 			return 0;
     | 		}
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop
