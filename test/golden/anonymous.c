     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[2u];
     | } numbers SEC(".maps");
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
  19 | 	__u64 v_2 = 0;
  19 | 	v_2 = m_0;
  19 | 	return x_1 + v_2;
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
   8 | 	__u64 v_1 = 0;
   8 | 	if (found_0) {
   8 | 		__u64 v_2 = *found_0;
   8 | 		v_1 = v_2;
     | 	}
   8 | 	__u64 n_3 = 0;
   8 | 	n_3 = v_1;
   9 | 	__u64 *found_4 = bpf_map_lookup_elem(&numbers, &slot_u32_1);
   9 | 	__u64 m_5 = 0;
   9 | 	if (found_4) {
   9 | 		__u64 v_6 = *found_4;
   9 | 		m_5 = v_6;
     | 	}
  18 | 	__u64 n_7 = n_3 + 1;
  19 | 	__u64 v_8 = honey_apply_twice_2(n_3, n_7);
  19 | 	__u64 v_9 = honey_apply_twice_4(m_5, n_7);
  19 | 	return v_8 + v_9;
     | }
