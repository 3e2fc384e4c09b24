     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | struct honey_Call {
     | 	__s32 fd;
     | 	__u8 honey_gap_0[4];
     | 	__u64 entered;
     | };
     | struct honey_Small {
     | 	__u16 a;
     | 	__u16 b;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Call *value;
     | 	int (*max_entries)[64u];
     | } calls SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	struct honey_Small *key;
     | 	struct honey_Call *value;
     | 	int (*max_entries)[64u];
     | } smalls SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  22 | static inline __attribute__((always_inline)) int honey_later_1(const void * call_0_at, const void * v_1_at, void *result_0)
     | {
  22 | 	__u64 entered_2 = (*(struct honey_Call *)v_1_at).entered;
  22 | 	__s64 fd_3 = (*(struct honey_Call *)call_0_at).fd;
  22 | 	struct honey_Call v_5 __attribute__((aligned(8)));
  22 | 	__builtin_memcpy(&v_5, &(*(struct honey_Call *)call_0_at), 16);
  22 | 	v_5.entered = (entered_2 + (__u64)fd_3);
  22 | 	v_5.fd = 4;
  22 | 	__builtin_memcpy(__builtin_assume_aligned(result_0, 8), &v_5, 16);
  22 | 	return 0;
     | }
  24 | static inline __attribute__((always_inline)) int honey_put_2(const void * call_0_at, __s64 *result_0, __s64 *result_1)
     | {
  24 | 	__s64 fd_1 = (*(struct honey_Call *)call_0_at).fd;
  24 | 	__u32 fd_u32_0 = fd_1;
  24 | 	__s64 status_2 = bpf_map_update_elem(&calls, &fd_u32_0, &(*(struct honey_Call *)call_0_at), 0);
  24 | 	__s64 v_3 = 0;
  24 | 	__s64 v_4 = 0;
  24 | 	if (status_2 < 0) {
  24 | 		v_3 = 3;
  24 | 		v_4 = status_2;
     | 	} else {
  24 | 		v_3 = 1;
     | 	}
  24 | 	*result_0 = v_3;
  24 | 	*result_1 = v_4;
  24 | 	return 0;
     | }
  25 | static inline __attribute__((always_inline)) int honey_count_3(const void * small_0_at, const void * call_1_at, __s64 *result_0, __s64 *result_1)
     | {
  25 | 	struct honey_Small small_0 __attribute__((aligned(8)));
  25 | 	__builtin_memcpy(&small_0, __builtin_assume_aligned(small_0_at, 2), 4);
  25 | 	__s64 status_2 = bpf_map_update_elem(&smalls, &small_0, &(*(struct honey_Call *)call_1_at), 0);
  25 | 	__s64 v_3 = 0;
  25 | 	__s64 v_4 = 0;
  25 | 	if (status_2 < 0) {
  25 | 		v_3 = 3;
  25 | 		v_4 = status_2;
     | 	} else {
  25 | 		v_3 = 1;
     | 	}
  25 | 	*result_0 = v_3;
  25 | 	*result_1 = v_4;
  25 | 	return 0;
     | }
  13 | SEC("syscall") int program(void *ctx)
     | {
  14 | 	__u64 v_0 = bpf_ktime_get_ns();
  14 | 	struct honey_Call call_1 __attribute__((aligned(8))) = {};
  14 | 	call_1.fd = 3;
  14 | 	call_1.entered = v_0;
  15 | 	struct honey_Call later_2 __attribute__((aligned(8)));
  15 | 	honey_later_1(&call_1, &call_1, &later_2);
  16 | 	__s64 v_3;
  16 | 	__s64 v_4;
  16 | 	honey_put_2(&later_2, &v_3, &v_4);
  17 | 	struct honey_Small v_5 __attribute__((aligned(8))) = {};
  17 | 	v_5.a = 1;
  17 | 	__s64 v_6;
  17 | 	__s64 v_7;
  17 | 	honey_count_3(&v_5, &later_2, &v_6, &v_7);
  18 | 	__u64 entered_8 = later_2.entered;
  18 | 	__u64 entered_9 = call_1.entered;
  18 | 	__s64 v_11 = 0;
  18 | 	if (entered_9 < entered_8) {
  18 | 		v_11 = 1;
     | 	} else {
  18 | 		v_11 = 0;
     | 	}
  18 | 	return v_11;
     | }
  19 | #pragma clang attribute pop
