     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
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
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[16u];
     | } table SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_piece_0 {
     | 	__s64 a_4;
     | 	__s64 left;
     | };
   9 | __attribute__((noinline, used)) int honey_piece_0(struct honey_piece_0 *c)
     | {
   9 | 	__u32 key_u32;
   9 | 	__u32 kept_u32_0;
   9 | 	__s64 kept_s64_1;
   9 | 	if (!c) return 0;
   9 | 	key_u32 = 0;
   9 | 	__s64 *found_0 = bpf_map_lookup_elem(&table, &key_u32);
   9 | 	__s64 v_1 = 2;
   9 | 	if (found_0) {
   9 | 		__s64 v_3 = *found_0;
   9 | 		v_1 = v_3;
     | 	}
   9 | 	if (!(!found_0)) {
   9 | 		c->a_4 = v_1;
     | 	} else {
   9 | 		c->a_4 = 7;
     | 	}
   9 | 	return 0;
     | }
  10 | struct honey_piece_1 {
  11 | 	__s64 a_4;
  12 | 	__s64 b_10;
  13 | 	__s64 left;
  14 | };
   9 | __attribute__((noinline, used)) int honey_piece_1(struct honey_piece_1 *c)
     | {
   9 | 	__u32 kept_u32_0;
   9 | 	__s64 kept_s64_1;
   9 | 	if (!c) return 0;
   9 | 	__s64 a_4 = c->a_4;
   9 | 	kept_u32_0 = a_4;
  10 | 	__s64 *found_6 = bpf_map_lookup_elem(&table, &kept_u32_0);
  10 | 	__s64 v_7 = 2;
  10 | 	if (found_6) {
  10 | 		__s64 v_9 = *found_6;
  10 | 		v_7 = v_9;
     | 	}
  10 | 	if (!(!found_6)) {
  10 | 		c->b_10 = v_7;
     | 	} else {
  10 | 		c->b_10 = a_4 * 3;
     | 	}
   9 | 	return 0;
     | }
  10 | struct honey_piece_2 {
  11 | 	__s64 b_10;
  12 | 	__s64 a_4;
  13 | 	__s64 c_14;
  14 | 	__s64 left;
  15 | };
  11 | __attribute__((noinline, used)) int honey_piece_2(struct honey_piece_2 *c)
     | {
  11 | 	__u32 kept_u32_0;
  11 | 	__s64 kept_s64_1;
  11 | 	if (!c) return 0;
  11 | 	__s64 b_10 = c->b_10;
  11 | 	__s64 a_4 = c->a_4;
  11 | 	if (9 < b_10) {
  11 | 		c->c_14 = b_10 - a_4;
     | 	} else {
  11 | 		c->c_14 = b_10 + a_4;
     | 	}
  12 | 	if (c->c_14 == 0) {
  12 | 		honey_raise(0);
  12 | 		return c->left = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | struct honey_piece_3 {
  13 | 	__s64 a_4;
  14 | 	__s64 c_14;
  15 | 	__s64 d_20;
  16 | 	__s64 b_10;
  17 | 	__s64 e_23;
  18 | 	__s64 left;
  19 | };
  12 | __attribute__((noinline, used)) int honey_piece_3(struct honey_piece_3 *c)
     | {
  12 | 	__s64 stored_s64;
  12 | 	__u32 kept_u32_0;
  12 | 	__s64 kept_s64_1;
  12 | 	if (!c) return 0;
  12 | 	__s64 a_4 = c->a_4;
  12 | 	__s64 c_14 = c->c_14;
  12 | 	__s64 b_10 = c->b_10;
  12 | 	kept_u32_0 = a_4;
  12 | 	c->d_20 = honey_remainder_ss(a_4, c_14);
  13 | 	stored_s64 = c->d_20;
  13 | 	bpf_map_update_elem(&table, &kept_u32_0, &stored_s64, 0);
  14 | 	c->e_23 = (b_10 ^ c->d_20) + c_14;
  14 | 	kept_s64_1 = c->e_23;
  12 | 	return 0;
     | }
  13 | struct honey_piece_4 {
  14 | 	__s64 d_20;
  15 | 	__s64 e_23;
  16 | 	__s64 f_25;
  17 | 	__s64 left;
  18 | };
  15 | __attribute__((noinline, used)) int honey_piece_4(struct honey_piece_4 *c)
     | {
  15 | 	__u32 key_u32;
  15 | 	__s64 stored_s64;
  15 | 	__u32 kept_u32_0;
  15 | 	__s64 kept_s64_1;
  15 | 	if (!c) return 0;
  15 | 	__s64 d_20 = c->d_20;
  15 | 	__s64 e_23 = c->e_23;
  15 | 	if (d_20 == 0) {
  15 | 		honey_raise(1);
  15 | 		return c->left = 1;
     | 	}
  15 | 	c->f_25 = honey_divide_ss(e_23, d_20);
  16 | 	key_u32 = 1;
  16 | 	stored_s64 = e_23;
  16 | 	bpf_map_update_elem(&table, &key_u32, &stored_s64, 0);
  15 | 	return 0;
     | }
  16 | struct honey_piece_5 {
  17 | 	__s64 f_25;
  18 | 	__s64 a_4;
  19 | 	__s64 e_23;
  20 | 	__s64 v_30;
  21 | 	__s64 left;
  22 | };
  17 | __attribute__((noinline, used)) int honey_piece_5(struct honey_piece_5 *c)
     | {
  17 | 	__u32 key_u32;
  17 | 	__s64 stored_s64;
  17 | 	__u32 kept_u32_0;
  17 | 	__s64 kept_s64_1;
  17 | 	if (!c) return 0;
  17 | 	__s64 f_25 = c->f_25;
  17 | 	__s64 a_4 = c->a_4;
  17 | 	__s64 e_23 = c->e_23;
  17 | 	key_u32 = 2;
  17 | 	stored_s64 = f_25 + a_4;
  17 | 	bpf_map_update_elem(&table, &key_u32, &stored_s64, 0);
  18 | 	if (3 < f_25) {
  18 | 		c->v_30 = e_23 - a_4;
     | 	} else {
  18 | 		c->v_30 = f_25;
     | 	}
  17 | 	return 0;
     | }
   8 | SEC("syscall") int main_(void *ctx)
     | {
   8 | 	__u32 key_u32;
   8 | 	__s64 stored_s64;
   8 | 	__u32 kept_u32_0;
   8 | 	__s64 kept_s64_1;
   9 | 	__s64 a_4 = 0;
     | 	{
   9 | 		struct honey_piece_0 piece_0 = {
   9 | 			.a_4 = a_4,
   9 | 			.left = 0,
   9 | 		};
   9 | 		honey_piece_0(&piece_0);
   9 | 		a_4 = piece_0.a_4;
     | 	}
  10 | 	__s64 b_10 = 0;
     | 	{
   9 | 		struct honey_piece_1 piece_1 = {
   9 | 			.a_4 = a_4,
   9 | 			.b_10 = b_10,
   9 | 			.left = 0,
   9 | 		};
   9 | 		honey_piece_1(&piece_1);
   9 | 		b_10 = piece_1.b_10;
     | 	}
   9 | 	kept_u32_0 = a_4;
  11 | 	__s64 c_14 = 0;
     | 	{
  11 | 		struct honey_piece_2 piece_2 = {
  11 | 			.b_10 = b_10,
  11 | 			.a_4 = a_4,
  11 | 			.c_14 = c_14,
  11 | 			.left = 0,
  11 | 		};
  11 | 		honey_piece_2(&piece_2);
  11 | 		c_14 = piece_2.c_14;
  11 | 		if (piece_2.left == 1)
  11 | 			return -1;
     | 	}
  12 | 	__s64 d_20 = 0;
  14 | 	__s64 e_23 = 0;
     | 	{
  12 | 		struct honey_piece_3 piece_3 = {
  12 | 			.a_4 = a_4,
  12 | 			.c_14 = c_14,
  12 | 			.d_20 = d_20,
  12 | 			.b_10 = b_10,
  12 | 			.e_23 = e_23,
  12 | 			.left = 0,
  12 | 		};
  12 | 		honey_piece_3(&piece_3);
  12 | 		d_20 = piece_3.d_20;
  12 | 		e_23 = piece_3.e_23;
     | 	}
  15 | 	__s64 f_25 = 0;
     | 	{
  15 | 		struct honey_piece_4 piece_4 = {
  15 | 			.d_20 = d_20,
  15 | 			.e_23 = e_23,
  15 | 			.f_25 = f_25,
  15 | 			.left = 0,
  15 | 		};
  15 | 		honey_piece_4(&piece_4);
  15 | 		f_25 = piece_4.f_25;
  15 | 		if (piece_4.left == 1)
  15 | 			return -1;
     | 	}
  18 | 	__s64 v_30 = 0;
     | 	{
  17 | 		struct honey_piece_5 piece_5 = {
  17 | 			.f_25 = f_25,
  17 | 			.a_4 = a_4,
  17 | 			.e_23 = e_23,
  17 | 			.v_30 = v_30,
  17 | 			.left = 0,
  17 | 		};
  17 | 		honey_piece_5(&piece_5);
  17 | 		v_30 = piece_5.v_30;
     | 	}
  18 | 	return v_30;
     | }
  19 | #pragma clang attribute pop
