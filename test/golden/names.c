     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
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
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } count_1_ SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } stored_u64_ SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } format_3_ SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } result_ SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } int_ SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } gr_xc3_xb6_xc3_x9fe SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  26 | static __attribute__((noinline, used)) int honey_kept_1(__s64 x0_0, __s64 *result_0)
     | {
  26 | 	__u64 stored_u64;
  35 | 	__u32 slot_u32_0 = 0;
  27 | 	__s64 x1_3 = (x0_0 * 3) ^ (x0_0 + 0);
  28 | 	__s64 x2_6 = (x1_3 * 4) ^ (x1_3 + 1);
  29 | 	__s64 x3_9 = (x2_6 * 5) ^ (x2_6 + 2);
  30 | 	__s64 x4_12 = (x3_9 * 6) ^ (x3_9 + 3);
  31 | 	__s64 x5_15 = (x4_12 * 7) ^ (x4_12 + 4);
  32 | 	__s64 x6_18 = (x5_15 * 8) ^ (x5_15 + 5);
  33 | 	__s64 x7_21 = (x6_18 * 9) ^ (x6_18 + 6);
  34 | 	__s64 x8_24 = (x7_21 * 10) ^ (x7_21 + 7);
  35 | 	if (x0_0 == 0) {
  35 | 		honey_raise(0);
  35 | 		return 1;
     | 	}
  35 | 	stored_u64 = honey_divide_ss(x8_24, x0_0);
  35 | 	bpf_map_update_elem(&result_, &slot_u32_0, &stored_u64, 0);
  36 | 	*result_0 = x8_24;
  36 | 	return 0;
     | }
  14 | SEC("raw_tracepoint/sched_switch") int count_1(void *ctx)
     | {
  14 | 	__u64 stored_u64;
  20 | 	__u64 slot_u64_3 = 1;
  18 | 	__u32 slot_u32_0 = 0;
  15 | 	__s64 int__0 = bpf_get_smp_processor_id();
  16 | 	__s64 count_1 = bpf_get_smp_processor_id();
  17 | 	__s64 stored_u64_2 = int__0 + count_1;
  18 | 	stored_u64 = count_1;
  18 | 	bpf_map_update_elem(&count_1_, &slot_u32_0, &stored_u64, 0);
  19 | 	stored_u64 = stored_u64_2;
  19 | 	bpf_map_update_elem(&stored_u64_, &slot_u32_0, &stored_u64, 0);
  20 | 	bpf_map_update_elem(&int_, &slot_u32_0, &slot_u64_3, 0);
  21 | 	__s64 v_6;
  21 | 	if (honey_kept_1(count_1, &v_6))
  21 | 		return 0;
  21 | 	__s64 v_7;
  21 | 	if (honey_kept_1(int__0, &v_7))
  21 | 		return 0;
  21 | 	stored_u64 = v_6 + v_7;
  21 | 	bpf_map_update_elem(&gr_xc3_xb6_xc3_x9fe, &slot_u32_0, &stored_u64, 0);
  22 | 	static const char format_10[] = "%lld";
  22 | 	bpf_trace_printk(format_10, sizeof(format_10), stored_u64_2);
  23 | 	__s64 status_11 = bpf_map_update_elem(&format_3_, &slot_u32_0, &slot_u64_3, 0);
  23 | 	__s64 v_12 = 0;
  23 | 	__s64 v_13 = 0;
  23 | 	if (status_11 < 0) {
  23 | 		v_12 = 3;
  23 | 		v_13 = status_11;
     | 	} else {
  23 | 		v_12 = 1;
     | 	}
  23 | 	return 0;
     | }
  24 | #pragma clang attribute pop
