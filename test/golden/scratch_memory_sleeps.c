     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_copy_from_user)(void *buffer, __u32 type, const void *address) = (void *)148;
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
     | #define honey_index(i, count) ({ __u64 index = (i); asm("" : "+r"(index)); if (index >= count) index = 0; asm("" : "+r"(index)); index; })
     | struct honey_Page {
     | 	__s64 number;
     | 	__s64 words[100];
     | };
     | struct honey_scratch {
     | 	__u64 claims;
     | 	union {
     | 		struct {
     | 			struct honey_Page data_0 __attribute__((aligned(8)));
     | 		} program;
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
   8 | static inline __attribute__((always_inline)) int honey_run_program(void *ctx, struct honey_scratch *scratch)
     | {
   9 | 	__s64 v_0 = bpf_get_smp_processor_id();
   9 | 	honey_clear(__u64, &scratch->program.data_0, 808);
   9 | 	scratch->program.data_0.number = v_0;
  11 | 	__s64 status_2 = 0;
  11 | 	__u32 filled_3 = 0;
  11 | 	status_2 = bpf_copy_from_user(&filled_3, 4, (const void *)4096);
  11 | 	__s64 i_3 = filled_3;
  11 | 	__s64 v_4 = 0;
  11 | 	if (status_2 < 0) {
  11 | 		v_4 = 3;
     | 	}
  11 | 	__s64 v_6 = 0;
  11 | 	if (v_4 == 3) {
  12 | 		__s64 number_10 = scratch->program.data_0.number;
  11 | 		v_6 = number_10;
     | 	} else {
  13 | 		__s64 v_15 = 0;
  13 | 		__s64 v_16 = 0;
  13 | 		v_15 = 2;
  13 | 		v_16 = 1;
  13 | 		if ((0 <= i_3) && (i_3 < 100)) {
  13 | 			__s64 v_17 = scratch->program.data_0.words[honey_index(i_3, 100)];
  13 | 			v_15 = v_17;
  13 | 			v_16 = 0;
     | 		}
  13 | 		__s64 v_18 = 0;
  13 | 		if (v_16 != 1) {
  13 | 			v_18 = v_15;
     | 		} else {
  13 | 			v_18 = 0;
     | 		}
  11 | 		v_6 = v_18;
     | 	}
  13 | 	return v_6;
     | }
   8 | SEC("syscall") int program(void *ctx)
     | {
   8 | 	struct honey_scratch *scratch = honey_claim(0, 16);
   8 | 	int left_with = 0;
   8 | 	if (scratch) {
   8 | 		left_with = honey_run_program(ctx, scratch);
   8 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
   8 | 		honey_raise(0);
     | 	}
   8 | 	return left_with;
     | }
   9 | #pragma clang attribute pop
