     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[2u];
     | } numbers SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | static inline __attribute__((always_inline)) __u64 honey_run_fn_1(__u64 n_0, __u64 x_1)
     | {
  11 | 	__u64 v_2 = 0;
  11 | 	if (x_1 == 0) {
  11 | 		v_2 = 1;
     | 	} else {
  11 | 		if (n_0 < x_1) {
  11 | 			v_2 = x_1 * n_0;
     | 		} else {
  11 | 			v_2 = x_1;
     | 		}
     | 	}
  14 | 	return v_2;
     | }
  22 | static inline __attribute__((always_inline)) __u64 honey_apply_twice_2(__u64 v_0, __u64 x_1)
     | {
  22 | 	__u64 v_2 = honey_run_fn_1(v_0, x_1);
  22 | 	__u64 v_3 = honey_run_fn_1(v_0, v_2);
  22 | 	return v_3;
     | }
  19 | static inline __attribute__((always_inline)) __u64 honey_run_fn_3(__u64 m_0, __u64 x_1)
     | {
  19 | 	return x_1 + m_0;
     | }
  22 | static inline __attribute__((always_inline)) __u64 honey_apply_twice_4(__u64 v_0, __u64 x_1)
     | {
  22 | 	__u64 v_2 = honey_run_fn_3(v_0, x_1);
  22 | 	__u64 v_3 = honey_run_fn_3(v_0, v_2);
  22 | 	return v_3;
     | }
   7 | SEC("syscall") int run(void *ctx)
     | {
   9 | 	__u32 slot_u32_1 = 1;
   8 | 	__u32 slot_u32_0 = 0;
   8 | 	__u64 *found_0 = bpf_map_lookup_elem(&numbers, &slot_u32_0);
   8 | 	__u64 n_1 = 0;
   8 | 	if (found_0) {
   8 | 		__u64 v_2 = *found_0;
   8 | 		n_1 = v_2;
     | 	}
   9 | 	__u64 *found_3 = bpf_map_lookup_elem(&numbers, &slot_u32_1);
   9 | 	__u64 m_4 = 0;
   9 | 	if (found_3) {
   9 | 		__u64 v_5 = *found_3;
   9 | 		m_4 = v_5;
     | 	}
  18 | 	__u64 n_6 = n_1 + 1;
  19 | 	__u64 v_7 = honey_apply_twice_2(n_1, n_6);
  19 | 	__u64 v_8 = honey_apply_twice_4(m_4, n_6);
  19 | 	return v_7 + v_8;
     | }
  20 | #pragma clang attribute pop
