     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
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
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
   9 | SEC("raw_tracepoint/sched_switch") int first(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
   9 | 	__s64 v_1 = 0;
   9 | 	if (found_0) {
   9 | 		__s64 v_2 = *found_0;
   9 | 		v_1 = v_2;
     | 	}
   9 | 	if (v_1 == 0) {
   9 | 		honey_raise(0);
   9 | 		return 0;
     | 	}
   9 | 	return honey_divide_ss(100, v_1);
     | }
  17 | static inline __attribute__((always_inline)) int honey_inverse_2(__s64 n_0, __s64 *result_0)
     | {
  17 | 	if (n_0 == 0) {
  17 | 		honey_raise(1);
  17 | 		return 1;
     | 	}
  17 | 	*result_0 = honey_divide_ss(1000, n_0);
  17 | 	return 0;
     | }
  12 | SEC("raw_tracepoint/sched_wakeup") int second(void *ctx)
     | {
  13 | 	__u32 slot_u32_0 = 1;
  13 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  13 | 	__s64 n_1 = 0;
  13 | 	if (found_0) {
  13 | 		__s64 v_2 = *found_0;
  13 | 		n_1 = v_2;
     | 	}
  14 | 	if (n_1 == 0) {
  14 | 		honey_raise(2);
  14 | 		return 0;
     | 	}
  14 | 	__s64 v_5;
  14 | 	if (honey_inverse_2(n_1, &v_5))
  14 | 		return 0;
  14 | 	return (honey_divide_ss(n_1, n_1)) + v_5;
     | }
