     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_divide_us(__u64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(a) / honey_magnitude(b);
     |
     | 	return b < 0 ? -quotient : quotient;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_1 = 1;
  11 | 	__u32 slot_u32_0 = 0;
  11 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  11 | 	__s64 a_1 = 0;
  11 | 	if (found_0) {
  11 | 		__s64 v_2 = *found_0;
  11 | 		a_1 = v_2;
     | 	}
  13 | 	__u64 *found_3 = bpf_map_lookup_elem(&h, &slot_u32_1);
  13 | 	__u64 n_4 = 2;
  13 | 	__s64 n_part_5 = !found_3;
  13 | 	asm volatile("" : "+r"(n_part_5));
  13 | 	if (found_3) {
  13 | 		__u64 v_6 = *found_3;
  13 | 		n_4 = v_6;
     | 	}
  13 | 	__s64 v_7 = 0;
  13 | 	__s64 holds_8 = 0;
     | 	{
  14 | 		if (n_part_5) {
  14 | 			goto out_0;
     | 		}
  14 | 		if (a_1 == 0) {
  14 | 			goto out_0;
     | 		}
  13 | 		holds_8 = 2 < (honey_divide_us(n_4, a_1));
     | 	}
     | 	out_0:;
  13 | 	if (holds_8) {
  13 | 		v_7 = 1;
     | 	} else {
  13 | 		if ((n_part_5 || (a_1 < 0 || (__u64)a_1 < n_4)) || ((!n_part_5) && (((__s64)n_4) == 0))) {
  13 | 			v_7 = 2;
     | 		} else {
  13 | 			v_7 = 3;
     | 		}
     | 	}
  16 | 	return v_7;
     | }
  17 | #pragma clang attribute pop
