     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_prandom_u32)(void) = (void *)7;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static __u32 (*bpf_get_cgroup_classid)(void *ctx) = (void *)17;
     | static __u64 (*bpf_get_current_task)(void) __attribute__((const)) = (void *)35;
     | static __u32 (*bpf_get_numa_node_id)(void) __attribute__((const)) = (void *)42;
     | static __u64 (*bpf_get_current_cgroup_id)(void) = (void *)80;
     | static __u64 (*bpf_jiffies64)(void) = (void *)118;
     | static __u64 (*bpf_get_current_ancestor_cgroup_id)(__s32 level) = (void *)123;
     | static __u64 (*bpf_ktime_get_boot_ns)(void) = (void *)125;
     | static __u64 (*bpf_ktime_get_coarse_ns)(void) = (void *)160;
     | static __u64 (*bpf_get_attach_cookie)(void *ctx) = (void *)174;
     | static __u64 (*bpf_xdp_get_buff_len)(void *ctx) = (void *)188;
     | static __u64 (*bpf_ktime_get_tai_ns)(void) = (void *)208;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[16u];
     | } u SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | static inline __attribute__((always_inline)) int honey_keep_1(__s64 n_0, __u64 value_1, __s64 *result_0, __s64 *result_1)
     | {
   7 | 	__u64 stored_u64;
   7 | 	__u32 n_u32_0 = n_0;
   7 | 	stored_u64 = value_1;
   7 | 	__s64 status_2 = bpf_map_update_elem(&u, &n_u32_0, &stored_u64, 0);
   7 | 	__s64 v_3 = 0;
   7 | 	__s64 v_4 = 0;
   7 | 	if (status_2 < 0) {
   7 | 		v_3 = 3;
   7 | 		v_4 = status_2;
     | 	} else {
   7 | 		v_3 = 1;
     | 	}
   7 | 	*result_0 = v_3;
   7 | 	*result_1 = v_4;
   7 | 	return 0;
     | }
   7 | static inline __attribute__((always_inline)) int honey_keep_2(__s64 n_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
   7 | 	__u64 stored_u64;
   7 | 	__u32 n_u32_0 = n_0;
   7 | 	stored_u64 = value_1;
   7 | 	__s64 status_2 = bpf_map_update_elem(&u, &n_u32_0, &stored_u64, 0);
   7 | 	__s64 v_3 = 0;
   7 | 	__s64 v_4 = 0;
   7 | 	if (status_2 < 0) {
   7 | 		v_3 = 3;
   7 | 		v_4 = status_2;
     | 	} else {
   7 | 		v_3 = 1;
     | 	}
   7 | 	*result_0 = v_3;
   7 | 	*result_1 = v_4;
   7 | 	return 0;
     | }
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u64 v_0 = bpf_ktime_get_boot_ns();
  11 | 	__s64 v_1;
  11 | 	__s64 v_2;
  11 | 	honey_keep_1(0, v_0, &v_1, &v_2);
  12 | 	__u64 v_3 = bpf_ktime_get_tai_ns();
  12 | 	__s64 v_4;
  12 | 	__s64 v_5;
  12 | 	honey_keep_1(1, v_3, &v_4, &v_5);
  13 | 	__u64 v_6 = bpf_jiffies64();
  13 | 	__s64 v_7;
  13 | 	__s64 v_8;
  13 | 	honey_keep_1(2, v_6, &v_7, &v_8);
  14 | 	__s64 v_9 = bpf_get_prandom_u32();
  14 | 	__s64 v_10;
  14 | 	__s64 v_11;
  14 | 	honey_keep_2(3, v_9, &v_10, &v_11);
  15 | 	__s64 v_12 = bpf_get_numa_node_id();
  15 | 	__s64 v_13;
  15 | 	__s64 v_14;
  15 | 	honey_keep_2(4, v_12, &v_13, &v_14);
  16 | 	__u64 v_15 = bpf_get_current_cgroup_id();
  16 | 	__s64 v_16;
  16 | 	__s64 v_17;
  16 | 	honey_keep_1(5, v_15, &v_16, &v_17);
  17 | 	__s64 v_18 = bpf_get_smp_processor_id();
  17 | 	__u64 v_19 = bpf_get_current_ancestor_cgroup_id(v_18);
  17 | 	__s64 v_20;
  17 | 	__s64 v_21;
  17 | 	honey_keep_1(6, v_19, &v_20, &v_21);
  18 | 	__u64 v_22 = bpf_get_current_task();
  18 | 	__s64 v_23;
  18 | 	__s64 v_24;
  18 | 	honey_keep_1(7, v_22, &v_23, &v_24);
  19 | 	__s64 v_25 = bpf_get_cgroup_classid(ctx);
  19 | 	__s64 v_26;
  19 | 	__s64 v_27;
  19 | 	honey_keep_2(8, v_25, &v_26, &v_27);
  20 | 	__u64 v_28 = bpf_get_attach_cookie(ctx);
  20 | 	__s64 v_29;
  20 | 	__s64 v_30;
  20 | 	honey_keep_1(9, v_28, &v_29, &v_30);
  20 | 	return 0;
     | }
  24 | SEC("xdp") int filter(void *ctx)
     | {
  25 | 	__u64 v_0 = bpf_ktime_get_coarse_ns();
  25 | 	__s64 v_1;
  25 | 	__s64 v_2;
  25 | 	honey_keep_1(10, v_0, &v_1, &v_2);
  26 | 	__u64 v_3 = bpf_xdp_get_buff_len(ctx);
  26 | 	__s64 v_4;
  26 | 	__s64 v_5;
  26 | 	honey_keep_1(11, v_3, &v_4, &v_5);
  26 | 	return 2;
     | }
  27 | #pragma clang attribute pop
