     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_ss(__s64 a, __s64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % honey_magnitude(b);
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
   9 | 	__s64 n_1 = 0;
   9 | 	if (found_0) {
   9 | 		__s64 v_2 = *found_0;
   9 | 		n_1 = v_2;
     | 	}
  11 | 	__s64 v_4 = honey_remainder_ss(n_1, 2);
  11 | 	__s64 even_5 = v_4 == 0;
  13 | 	__s64 v_6 = 0;
  13 | 	if (0 < n_1) {
  13 | 		v_6 = v_4 != 0;
     | 	} else {
  13 | 		v_6 = 0;
     | 	}
  13 | 	__s64 v_10 = 0;
  13 | 	if (v_6) {
  13 | 		v_10 = 1;
     | 	} else {
  16 | 		__s64 v_12 = 0;
  16 | 		if (0 < n_1) {
  16 | 			v_12 = 1;
     | 		} else {
  16 | 			v_12 = even_5;
     | 		}
  16 | 		__s64 v_15 = 0;
  16 | 		if (v_12) {
  16 | 			v_15 = 2;
     | 		} else {
  16 | 			v_15 = 3;
     | 		}
  13 | 		v_10 = v_15;
     | 	}
  16 | 	return v_10;
     | }
  17 | #pragma clang attribute pop
