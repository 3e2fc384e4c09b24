     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_divide_ss(__s64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(honey_magnitude(a)) / honey_magnitude(b);
     |
     | 	return (a < 0) != (b < 0) ? -quotient : quotient;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_ss(__s64 a, __s64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % honey_magnitude(b);
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct honey_File {
     | 	char path[16];
     | 	__u32 uid;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } counts SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_File *value;
     | 	int (*max_entries)[8u];
     | } files SEC(".maps");
     | struct trace_event_raw_sys_enter {
     | 	__s64 id;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  65 | static inline __attribute__((always_inline)) __s64 honey_half_1(__s64 n_0)
     | {
  65 | 	return honey_divide_ss(n_0, 2);
     | }
  29 | static inline __attribute__((always_inline)) __s64 honey_clauses_2(__s64 key_0)
     | {
  31 | 	__u32 key_u32_0 = key_0;
  31 | 	void *found_1 = bpf_map_lookup_elem(&files, &key_u32_0);
  38 | 	char comm_4[16] __attribute__((aligned(8)));
  38 | 	bpf_get_current_comm(comm_4, 16);
  44 | 	bpf_ktime_get_ns();
  45 | 	__s64 v_6 = bpf_get_smp_processor_id();
  45 | 	honey_half_1(v_6);
  46 | 	return 6;
     | }
  64 | static inline __attribute__((always_inline)) __s64 honey_setting_3(void)
     | {
  64 | 	return 5;
     | }
  50 | static inline __attribute__((always_inline)) __s64 honey_meant_4(__s64 value_0)
     | {
  52 | 	honey_setting_3();
  53 | 	honey_half_1(1);
  61 | 	return 6 + value_0;
     | }
  50 | static inline __attribute__((always_inline)) __s64 honey_meant_5(const char * value_0)
     | {
  51 | 	static const char text_1[8] __attribute__((aligned(8))) = "\163\150";
  51 | 	__s64 v_2 = *(const __u64 *)(value_0 + 0) == *(const __u64 *)(text_1 + 0);
  51 | 	__s64 a_3 = 0;
  51 | 	if (v_2) {
  51 | 		a_3 = 1;
     | 	} else {
  51 | 		a_3 = 2;
     | 	}
  52 | 	honey_setting_3();
  53 | 	honey_half_1(1);
  56 | 	__s64 d_7 = 0;
  57 | 	__s64 v_8 = honey_letters(*(const __u64 *)(value_0 + 0)) + honey_letters(*(const __u64 *)(value_0 + 8));
  56 | 	d_7 = v_8;
  61 | 	return ((a_3 + 2) + 2) + d_7;
     | }
  13 | SEC("tracepoint/raw_syscalls/sys_enter") int program(void *ctx)
     | {
  14 | 	char comm_0[16] __attribute__((aligned(8)));
  14 | 	bpf_get_current_comm(comm_0, 16);
  15 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  15 | 	__s64 id_1 = ((struct trace_event_raw_sys_enter *)ctx)->id;
  15 | 	asm volatile("" : : "i"(1));
  15 | 	__s64 key_2 = honey_remainder_ss(id_1, 8);
  15 | 	__u32 key_u32_0 = key_2;
  16 | 	bpf_ktime_get_ns();
  20 | 	__u64 *found_5 = bpf_map_lookup_elem(&counts, &key_u32_0);
  20 | 	__u64 v_6 = 2;
  20 | 	if (found_5) {
  20 | 		__u64 v_8 = *found_5;
  20 | 		v_6 = v_8;
     | 	}
  21 | 	void *found_9 = bpf_map_lookup_elem(&files, &key_u32_0);
  24 | 	honey_half_1(key_2);
  26 | 	__s64 v_14 = honey_clauses_2(key_2);
  26 | 	__s64 v_15 = honey_meant_4(key_2);
  26 | 	__s64 v_16 = v_14 + v_15;
  26 | 	__s64 v_17 = honey_meant_5(comm_0);
  26 | 	return v_16 + v_17;
     | }
  27 | #pragma clang attribute pop
