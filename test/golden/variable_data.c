     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | #define honey_turns(at, size, piece) \
     | 	for (__u64 at = 0; at < (size) / (piece) * (piece); at += (piece)) \
     | 		if (({ asm volatile("" : "+r"(at)); 1; }))
     | #define honey_copy(unit, to, from, size) ({ \
     | 	char *copy_to = (char *)(to); \
     | 	const char *copy_from = (const char *)(from); \
     | 	honey_turns(copy_at, size, 64) \
     | 		__builtin_memcpy(__builtin_assume_aligned(copy_to + copy_at, sizeof(unit)), \
     | 			__builtin_assume_aligned(copy_from + copy_at, sizeof(unit)), 64); \
     | 	__builtin_memcpy( \
     | 		__builtin_assume_aligned(copy_to + (size) / 64 * 64, sizeof(unit)), \
     | 		__builtin_assume_aligned(copy_from + (size) / 64 * 64, sizeof(unit)), \
     | 		(size) % 64); })
     | #define honey_clear(unit, to, size) ({ \
     | 	char *clear_to = (char *)(to); \
     | 	honey_turns(clear_at, size, 64) \
     | 		__builtin_memset(__builtin_assume_aligned(clear_to + clear_at, sizeof(unit)), \
     | 			0, 64); \
     | 	__builtin_memset( \
     | 		__builtin_assume_aligned(clear_to + (size) / 64 * 64, sizeof(unit)), \
     | 		0, (size) % 64); })
     | #define honey_differences(unit, a, b, size) ({ \
     | 	const char *one = (const char *)(a), *other = (const char *)(b); \
     | 	__u64 differences = 0; \
     | 	honey_turns(pair_at, size, 4 * sizeof(unit)) \
     | 		for (__u32 n = 0; n < 4 * sizeof(unit); n += sizeof(unit)) \
     | 			differences |= *(const unit *)(one + pair_at + n) ^ \
     | 				       *(const unit *)(other + pair_at + n); \
     | 	for (__u32 n = (size) / (4 * sizeof(unit)) * 4; n < (size) / sizeof(unit); n++) \
     | 		differences |= ((const unit *)one)[n] ^ ((const unit *)other)[n]; \
     | 	for (__u32 n = (size) / sizeof(unit) * sizeof(unit); n < (size); n++) \
     | 		differences |= (__u8)(one[n] ^ other[n]); \
     | 	differences; })
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_length(const char *text, __u64 size)
     | {
     | 	__u64 length = 0;
     |
     | 	for (__u64 at = 0; at < size; at += 8) {
     | 		asm volatile("" : "+r"(at));
     | 		length += honey_letters(*(const __u64 *)(text + at));
     | 	}
     | 	return length;
     | }
     | struct honey_Range {
     | 	__u8 low;
     | 	__u8 honey_gap_0[3];
     | 	__s32 high;
     | 	char names[2][5];
     | 	__u8 honey_gap_2[2];
     | };
     | const volatile struct honey_Range range SEC(".rodata") __attribute__((aligned(8))) = { .low = 1, .high = -2ll, .names = { { 97, 98, 0, 0, 0 }, { 99, 100, 101, 0, 0 } } };
     | volatile struct honey_Range seen SEC(".data") __attribute__((aligned(8))) = {};
     | const volatile char address[6] SEC(".rodata") __attribute__((aligned(8))) = { 1, 2, 3, 4, 5, 6 };
     | volatile char name[12] SEC(".data") __attribute__((aligned(8))) = { 110, 111, 110, 101, 0, 0, 0, 0, 0, 0, 0, 0 };
     | volatile __u16 ports[3] SEC(".data") __attribute__((aligned(8))) = { 80, 443, 0 };
     | volatile __u64 large[80] SEC(".data") __attribute__((aligned(8))) = {};
     | struct honey_scratch {
     | 	__u64 claims;
     | 	union {
     | 		struct {
     | 			struct { __u64 items[80]; } data_0 __attribute__((aligned(8)));
     | 		} run;
     | 	};
     | };
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	struct honey_scratch *value;
     | 	int (*max_entries)[16];
     | } honey_scratch SEC(".maps");
     | static inline __attribute__((always_inline, nodebug)) struct honey_scratch *
     | honey_claim(__u32 first, __u32 end)
     | {
     | #pragma clang loop unroll(disable)
     | 	for (__u32 i = first; i < end; i++) {
     | 		__u32 key = i;
     | 		struct honey_scratch *scratch = bpf_map_lookup_elem(&honey_scratch, &key);
     |
     | 		if (!scratch)
     | 			return 0;
     | 		__sync_fetch_and_add(&scratch->claims, 1);
     | 		if (*(volatile __u64 *)&scratch->claims == 1)
     | 			return scratch;
     | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	}
     | 	return 0;
     | }
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  24 | static inline __attribute__((always_inline)) int honey_text_1(const char * v_0, char *result_0)
     | {
  24 | 	char text_1[8] __attribute__((aligned(8))) = "";
  24 | 	__s64 b_8 = 0;
  24 | 	__s64 a_9 = 0;
  24 | 	__s64 matches_10 = 0;
     | 	{
  24 | 		__u64 v_2 = *(const __u8 *)(v_0 + 1);
  24 | 		if (v_2 == 0) {
  24 | 			goto out_0;
     | 		}
  24 | 		__u64 v_4 = *(const __u8 *)(v_0 + 0);
  24 | 		__s64 a_5 = (__s64)v_4;
  24 | 		__u64 v_6 = *(const __u8 *)(v_0 + 1);
  24 | 		__s64 b_7 = (__s64)v_6;
  24 | 		b_8 = b_7;
  24 | 		a_9 = a_5;
  24 | 		matches_10 = 1;
     | 	}
     | 	out_0:;
  24 | 	if (matches_10) {
  25 | 		char text_12[8] __attribute__((aligned(8))) = "";
  25 | 		if (a_9 == b_8) {
  25 | 			static const char text_15[8] __attribute__((aligned(8))) = "\163\141\155\145";
  25 | 			*(__u64 *)(text_12 + 0) = *(const __u64 *)(text_15 + 0);
     | 		} else {
  25 | 			static const char text_16[8] __attribute__((aligned(8))) = "\157\164\150\145\162";
  25 | 			*(__u64 *)(text_12 + 0) = *(const __u64 *)(text_16 + 0);
     | 		}
  24 | 		*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_12 + 0);
     | 	} else {
  24 | 		static const char text_17[8] __attribute__((aligned(8))) = "\163\150\157\162\164";
  24 | 		*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_17 + 0);
     | 	}
  26 | 	*(__u64 *)(result_0 + 0) = *(const __u64 *)(text_1 + 0);
  26 | 	return 0;
     | }
  14 | static inline __attribute__((always_inline)) int honey_run_run(void *ctx, struct honey_scratch *scratch)
     | {
  15 | 	const void *place_1 = (const void *)&range;
  15 | 	asm volatile("" : "+r"(place_1) : : "memory");
  15 | 	struct honey_Range range_0 __attribute__((aligned(8))) = {};
  15 | 	__builtin_memcpy(&range_0, __builtin_assume_aligned(place_1, 8), 20);
  16 | 	__s64 high_1 = range_0.high;
  16 | 	struct honey_Range v_3 __attribute__((aligned(8)));
  16 | 	__builtin_memcpy(&v_3, &range_0, 20);
  16 | 	v_3.high = (high_1 + 1);
  16 | 	void *place_2 = (void *)&seen;
  16 | 	asm volatile("" : "+r"(place_2) : : "memory");
  16 | 	__builtin_memcpy(__builtin_assume_aligned(place_2, 8), &v_3, 20);
  16 | 	asm volatile("" : : : "memory");
  17 | 	const void *place_3 = (const void *)&seen;
  17 | 	asm volatile("" : "+r"(place_3) : : "memory");
  17 | 	struct honey_Range v_4 __attribute__((aligned(8))) = {};
  17 | 	__builtin_memcpy(&v_4, __builtin_assume_aligned(place_3, 8), 20);
  17 | 	__s64 low_5 = v_4.low;
  17 | 	struct { __u16 items[3]; } v_6 __attribute__((aligned(8))) = {};
  17 | 	v_6.items[0] = 1;
  17 | 	v_6.items[1] = low_5;
  17 | 	v_6.items[2] = 3;
  17 | 	void *place_4 = (void *)&ports;
  17 | 	asm volatile("" : "+r"(place_4) : : "memory");
  17 | 	__builtin_memcpy(__builtin_assume_aligned(place_4, 8), &v_6, 6);
  17 | 	asm volatile("" : : : "memory");
  18 | 	const void *place_5 = (const void *)&large;
  18 | 	asm volatile("" : "+r"(place_5) : : "memory");
  18 | 	honey_copy(__u64, &scratch->run.data_0, __builtin_assume_aligned(place_5, 8), 640);
  18 | 	void *place_6 = (void *)&large;
  18 | 	asm volatile("" : "+r"(place_6) : : "memory");
  18 | 	honey_copy(__u64, __builtin_assume_aligned(place_6, 8), &scratch->run.data_0, 640);
  18 | 	asm volatile("" : : : "memory");
  19 | 	const void *place_7 = (const void *)&name;
  19 | 	asm volatile("" : "+r"(place_7) : : "memory");
  19 | 	char v_8[16] __attribute__((aligned(8))) = "";
  19 | 	__builtin_memcpy(&*v_8, __builtin_assume_aligned(place_7, 8), 12);
  19 | 	static const char text_9[8] __attribute__((aligned(8))) = "\156\157\156\145";
  19 | 	__s64 v_10 = *(const __u64 *)(v_8 + 0) == *(const __u64 *)(text_9 + 0);
  19 | 	if (v_10) {
  19 | 		char comm_12[16] __attribute__((aligned(8)));
  19 | 		bpf_get_current_comm(comm_12, 16);
  19 | 		char v_13[8] __attribute__((aligned(8)));
  19 | 		honey_text_1(comm_12, v_13);
  19 | 		char text_14[16] __attribute__((aligned(8))) = "";
  19 | 		*(__u64 *)(text_14 + 0) = *(const __u64 *)(v_13 + 0);
  19 | 		*(__u64 *)(text_14 + 8) = 0;
  19 | 		void *place_8 = (void *)&name;
  19 | 		asm volatile("" : "+r"(place_8) : : "memory");
  19 | 		__builtin_memcpy(__builtin_assume_aligned(place_8, 8), &*text_14, 12);
  19 | 		asm volatile("" : : : "memory");
     | 	}
  20 | 	const void *place_9 = (const void *)&address;
  20 | 	asm volatile("" : "+r"(place_9) : : "memory");
  20 | 	char v_15[8] __attribute__((aligned(8))) = "";
  20 | 	__builtin_memcpy(&*v_15, __builtin_assume_aligned(place_9, 8), 6);
  20 | 	__s64 first_18 = 0;
     | 	{
  20 | 		__u64 v_16 = *(const __u8 *)(v_15 + 0);
  20 | 		__s64 first_17 = (__s64)v_16;
  20 | 		first_18 = first_17;
     | 	}
  21 | 	const void *place_10 = (const void *)&ports;
  21 | 	asm volatile("" : "+r"(place_10) : : "memory");
  21 | 	struct { __u16 items[3]; } v_19 __attribute__((aligned(8))) = {};
  21 | 	__builtin_memcpy(&v_19, __builtin_assume_aligned(place_10, 8), 6);
  21 | 	__s64 v_20 = v_19.items[1];
  21 | 	return first_18 + v_20;
     | }
  14 | SEC("syscall") int run(void *ctx)
     | {
  14 | 	struct honey_scratch *scratch = honey_claim(0, 16);
  14 | 	int left_with = 0;
  14 | 	if (scratch) {
  14 | 		left_with = honey_run_run(ctx, scratch);
  14 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
  14 | 		honey_raise(0);
     | 	}
  14 | 	return left_with;
     | }
  15 | #pragma clang attribute pop
