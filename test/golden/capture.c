     | char _license[] SEC("license") = "GPL";
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
  12 | static inline __attribute__((always_inline)) __u64 honey_add_one_1(__u64 x_0)
     | {
  12 | 	return x_0 + 1;
     | }
   7 | static inline __attribute__((always_inline)) __u64 honey_run_fn_2(__u64 v_0)
     | {
   7 | 	__u64 v_1 = honey_add_one_1(v_0);
   7 | 	return v_1;
     | }
  10 | static inline __attribute__((always_inline)) __u64 honey_apply_twice_3(__u64 x_0)
     | {
  10 | 	__u64 v_1 = honey_run_fn_2(x_0);
  10 | 	__u64 v_2 = honey_run_fn_2(v_1);
  10 | 	return v_2;
     | }
   7 | static inline __attribute__((always_inline)) __u64 honey_run_fn_4(__u64 n_0, __s64 v_1)
     | {
   7 | 	return (__u64)v_1 * n_0;
     | }
   7 | static inline __attribute__((always_inline)) __u64 honey_run_fn_5(__u64 n_0, __u64 v_1)
     | {
   7 | 	return v_1 * n_0;
     | }
  10 | static inline __attribute__((always_inline)) __u64 honey_apply_twice_6(__u64 v_0, __s64 x_1)
     | {
  10 | 	__u64 v_2 = honey_run_fn_4(v_0, x_1);
  10 | 	__u64 v_3 = honey_run_fn_5(v_0, v_2);
  10 | 	return v_3;
     | }
   7 | static inline __attribute__((always_inline)) __s64 honey_run_fn_7(__u64 v_0, __s64 v_1)
     | {
   7 | 	return (__s64)v_0 - v_1;
     | }
  11 | static inline __attribute__((always_inline)) __s64 honey_combine_8(__u64 x_0, __s64 y_1)
     | {
  11 | 	__s64 v_2 = honey_run_fn_7(x_0, y_1);
  11 | 	return v_2;
     | }
   5 | SEC("syscall") int run(void *ctx)
     | {
   6 | 	__u64 n_0 = bpf_ktime_get_ns();
   7 | 	__u64 v_1 = honey_apply_twice_3(n_0);
   7 | 	__u64 v_2 = honey_apply_twice_6(n_0, 2);
   7 | 	__s64 v_4 = honey_combine_8(n_0, 5);
   7 | 	return (v_1 + v_2) + (__u64)v_4;
     | }
