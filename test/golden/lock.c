     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static void (*bpf_spin_lock)(void *lock) = (void *)93;
     | static void (*bpf_spin_unlock)(void *lock) = (void *)94;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct honey_Account {
     | 	__s64 balance;
     | 	__u32 limit;
     | 	__u8 kind;
     | 	__u8 honey_gap_2[11];
     | };
     | struct bpf_spin_lock { __u32 val; };
     | struct honey_Account_shared {
     | 	__s64 balance;
     | 	__u32 limit;
     | 	__u8 kind;
     | 	__u8 honey_before_0[3];
     | 	struct bpf_spin_lock honey_hidden_0;
     | 	__u8 honey_end[4];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Account_shared *value;
     | 	int (*max_entries)[1024u];
     | } accounts SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Account_shared *value;
     | 	int (*max_entries)[1u];
     | } total SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  26 | static inline __attribute__((always_inline)) int honey_book_1(const void * account_0_at, void *result_0)
     | {
  26 | 	struct honey_Account v_1 __attribute__((aligned(8))) = {};
  26 | 	__s64 kind_2 = (*(struct honey_Account *)account_0_at).kind;
  26 | 	if (kind_2 == 1) {
  26 | 		honey_raise(0);
  26 | 		return 1;
     | 	} else {
  27 | 		__s64 balance_4 = (*(struct honey_Account *)account_0_at).balance;
  27 | 		__s64 limit_5 = (*(struct honey_Account *)account_0_at).limit;
  27 | 		if (limit_5 == 0) {
  27 | 			honey_raise(1);
  27 | 			return 1;
     | 		}
  27 | 		struct honey_Account v_10 __attribute__((aligned(8)));
  27 | 		__builtin_memcpy(&v_10, &(*(struct honey_Account *)account_0_at), 24);
  27 | 		v_10.balance = (balance_4 + ((__s64)(honey_opaque(100) / (__u64)limit_5)));
  26 | 		__builtin_memcpy(&v_1, &v_10, 24);
     | 	}
  27 | 	__builtin_memcpy(__builtin_assume_aligned(result_0, 8), &v_1, 24);
  27 | 	return 0;
     | }
  15 | SEC("xdp") int program(void *ctx)
     | {
  21 | 	__u32 slot_u32_1 = 0;
  16 | 	__u32 slot_u32_0 = 7;
  16 | 	void *found_0 = bpf_map_lookup_elem(&accounts, &slot_u32_0);
  16 | 	__s64 v_1 = 0;
  16 | 	struct honey_Account v_2 __attribute__((aligned(8))) = {};
  16 | 	v_1 = 1;
  16 | 	if (found_0) {
     | 		{
  16 | 			bpf_spin_lock((void *)found_0 + 16);
  16 | 			struct honey_Account v_3 __attribute__((aligned(8))) = {};
  16 | 			if (found_0)
  16 | 				__builtin_memcpy(&v_3, __builtin_assume_aligned(found_0, 8), 16);
  16 | 			struct honey_Account v_4 __attribute__((aligned(8)));
  16 | 			if (honey_book_1(&v_3, &v_4))
  16 | 				{ bpf_spin_unlock((void *)found_0 + 16); return 2; }
  16 | 			__builtin_memcpy(__builtin_assume_aligned(found_0, 8), &v_4, 16);
  16 | 			__builtin_memcpy(&v_2, &v_4, 24);
  16 | 			v_1 = (-1);
     | 		}
  16 | 		bpf_spin_unlock((void *)found_0 + 16);
     | 	}
  16 | 	__s64 v_5 = 0;
  16 | 	if (v_1 == 1) {
  16 | 		v_5 = 1;
     | 	} else {
  16 | 		__s64 balance_7 = v_2.balance;
  21 | 		void *found_8 = bpf_map_lookup_elem(&total, &slot_u32_1);
  21 | 		struct honey_Account v_9 __attribute__((aligned(8))) = {};
  21 | 		if (found_8) {
     | 			{
  21 | 				bpf_spin_lock((void *)found_8 + 16);
  21 | 				struct honey_Account total_10 __attribute__((aligned(8))) = {};
  21 | 				if (found_8)
  21 | 					__builtin_memcpy(&total_10, __builtin_assume_aligned(found_8, 8), 16);
  21 | 				__s64 balance_11 = total_10.balance;
  21 | 				struct honey_Account v_13 __attribute__((aligned(8)));
  21 | 				__builtin_memcpy(&v_13, &total_10, 24);
  21 | 				v_13.balance = (balance_11 + balance_7);
  21 | 				__builtin_memcpy(__builtin_assume_aligned(found_8, 8), &v_13, 16);
     | 			}
  21 | 			bpf_spin_unlock((void *)found_8 + 16);
     | 		}
  16 | 		v_5 = 2;
     | 	}
  21 | 	return v_5;
     | }
  22 | #pragma clang attribute pop
