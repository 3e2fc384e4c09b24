     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static long (*bpf_probe_read_kernel)(void *buffer, __u32 type, const void *address) = (void *)113;
     | struct {
     | 	int (*type)[1];
     | 	__u64 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } values SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) int honey_read_1(__s64 more__0, __u64 result__1, __s64 *result_0, __s64 *result_1, __u64 *result_2)
     | {
  17 | 	__s64 status_2 = 0;
  17 | 	__u64 filled_3;
  17 | 	status_2 = bpf_probe_read_kernel(&filled_3, 8, (const void *)result__1);
  17 | 	__u64 kept__3 = filled_3;
  17 | 	__s64 kept_part_4 = 0;
  17 | 	if (status_2 < 0) {
  17 | 		kept_part_4 = 3;
     | 	}
  17 | 	__s64 v_6 = 0;
  17 | 	__s64 v_7 = 0;
  17 | 	__u64 v_8 = 0;
  17 | 	if (kept_part_4 == 3) {
  17 | 		v_6 = 3;
  17 | 		v_7 = status_2;
     | 	} else {
  17 | 		v_6 = 4;
  17 | 		v_8 = kept__3 + (__u64)more__0;
     | 	}
  19 | 	*result_0 = v_6;
  19 | 	*result_1 = v_7;
  19 | 	*result_2 = v_8;
  19 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int main_(void *ctx)
     | {
   9 | 	__u64 stored_u64;
  12 | 	__u64 slot_u64_0 = 0;
  10 | 	__u64 v_0 = bpf_ktime_get_ns();
  10 | 	__s64 v_1;
  10 | 	__s64 v_2;
  10 | 	__u64 value_3;
  10 | 	honey_read_1(1, v_0, &v_1, &v_2, &value_3);
  10 | 	__s64 v_4 = 0;
  10 | 	__s64 v_5 = 0;
  10 | 	__s64 v_6 = 0;
  10 | 	if (v_1 == 3) {
  10 | 		v_4 = 0;
  10 | 		v_5 = 0;
     | 	} else {
  12 | 		stored_u64 = value_3;
  12 | 		__s64 status_10 = bpf_map_update_elem(&values, &slot_u64_0, &stored_u64, 0);
  12 | 		__s64 v_11 = 0;
  12 | 		__s64 v_12 = 0;
  12 | 		if (status_10 < 0) {
  12 | 			v_11 = 3;
  12 | 			v_12 = status_10;
     | 		} else {
  12 | 			v_11 = 1;
     | 		}
  10 | 		v_4 = 3;
  10 | 		v_5 = v_11;
  10 | 		v_6 = v_12;
     | 	}
  12 | 	if (v_5 == 0) {
  12 | 		return v_4;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop
