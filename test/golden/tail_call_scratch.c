     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static void (*bpf_tail_call)(void *ctx, void *map, __u32 index) = (void *)12;
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
     | struct honey_Page {
     | 	__u64 number;
     | 	__u64 words[40];
     | };
     | struct {
     | 	int (*type)[3];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[4u];
     | } stages SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Page *value;
     | 	int (*max_entries)[2u];
     | } pages SEC(".maps");
     | struct honey_scratch {
     | 	__u64 claims;
     | 	__u64 taken;
     | 	union {
     | 		struct {
     | 			struct honey_Page data_0 __attribute__((aligned(8)));
     | 			struct honey_Page data_1 __attribute__((aligned(8)));
     | 		} entry;
     | 	};
     | };
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	struct honey_scratch *value;
     | 	int (*max_entries)[8];
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
     | 		if (*(volatile __u64 *)&scratch->claims == 1) {
     | 			scratch->taken++;
     | 			return scratch;
     | 		}
     | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	}
     | 	return 0;
     | }
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  25 | static inline __attribute__((always_inline)) int honey_follow_1(void *ctx, __s64 n_0, struct honey_scratch *scratch)
     | {
  25 | 	__u64 taken_1 = *(volatile __u64 *)&scratch->taken;
  25 | 	__sync_fetch_and_add(&scratch->claims, -1);
  25 | 	bpf_tail_call(ctx, &stages, n_0);
  25 | 	__sync_fetch_and_add(&scratch->claims, 1);
  25 | 	if (*(volatile __u64 *)&scratch->claims != 1 || *(volatile __u64 *)&scratch->taken != taken_1) {
  25 | 		honey_raise(0);
  25 | 		return 1;
     | 	}
  25 | 	return 0;
     | }
  12 | static inline __attribute__((always_inline)) int honey_run_entry(void *ctx, struct honey_scratch *scratch)
     | {
  15 | 	__u32 slot_u32_1 = 1;
  13 | 	__u32 slot_u32_0 = 0;
  13 | 	void *found_0 = bpf_map_lookup_elem(&pages, &slot_u32_0);
  13 | 	if (found_0)
  13 | 		__builtin_memcpy(&scratch->entry.data_0, __builtin_assume_aligned(found_0, 8), 328);
  13 | 	else
  13 | 		__builtin_memset(&scratch->entry.data_0, 0, 328);
  13 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  13 | 	__s64 rx_queue_index_2 = *(__u32 *)((char *)ctx + 16);
  13 | 	asm volatile("" : : "i"(1));
  13 | 	__builtin_memcpy(&scratch->entry.data_1, &scratch->entry.data_0, 328);
  13 | 	scratch->entry.data_1.number = rx_queue_index_2;
  14 | 	if (honey_follow_1(ctx, 1, scratch))
  14 | 		return 2;
  15 | 	bpf_map_update_elem(&pages, &slot_u32_1, &scratch->entry.data_1, 0);
  15 | 	return 2;
     | }
  12 | SEC("xdp") int entry(void *ctx)
     | {
  12 | 	struct honey_scratch *scratch = honey_claim(0, 4);
  12 | 	int left_with = 2;
  12 | 	if (scratch) {
  12 | 		left_with = honey_run_entry(ctx, scratch);
  12 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
  12 | 		honey_raise(1);
     | 	}
  12 | 	return left_with;
     | }
  20 | static inline __attribute__((always_inline)) int honey_run_small(void *ctx, struct honey_scratch *scratch)
     | {
  21 | 	if (honey_follow_1(ctx, 2, scratch))
  21 | 		return 2;
  21 | 	return 1;
     | }
  20 | SEC("xdp") int small(void *ctx)
     | {
  20 | 	struct honey_scratch *scratch = honey_claim(4, 8);
  20 | 	int left_with = 2;
  20 | 	if (scratch) {
  20 | 		left_with = honey_run_small(ctx, scratch);
  20 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
  20 | 		honey_raise(2);
     | 	}
  20 | 	return left_with;
     | }
  21 | #pragma clang attribute pop
