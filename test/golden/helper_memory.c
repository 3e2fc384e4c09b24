     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_csum_diff)(const void *from, __u32 from_size, const void *to, __u32 to_size, __u32 seed) = (void *)28;
     | static long (*bpf_get_stack)(void *ctx, void *buffer, __u32 depth, __u64 flags) = (void *)67;
     | static long (*bpf_fib_lookup)(void *ctx, void *parameters, __u32 size, __u32 flags) = (void *)69;
     | static long (*bpf_probe_read_user)(void *buffer, __u32 type, const void *address) = (void *)112;
     | static long (*bpf_probe_read_kernel)(void *buffer, __u32 type, const void *address) = (void *)113;
     | static long (*bpf_get_task_stack)(void *task, void *buffer, __u32 depth, __u64 flags) = (void *)141;
     | static void *(*bpf_get_current_task_btf)(void) = (void *)158;
     | static long (*bpf_check_mtu)(void *ctx, __u32 ifindex, __u32 *length, __s32 difference, __u64 flags) = (void *)163;
     | static long (*bpf_sys_bpf)(__u32 command, const void *attributes, __u32 size) = (void *)166;
     | static long (*bpf_btf_find_by_name_kind)(const char *name, __u64 size, __s32 kind, __u64 flags) = (void *)167;
     | static long (*bpf_sys_close)(__u32 fd) = (void *)168;
     | static long (*bpf_strncmp)(const char *text, __u64 size, const char *other) = (void *)182;
     | static long (*bpf_xdp_load_bytes)(void *ctx, __u32 offset, void *buffer, __u32 size) = (void *)189;
     | static long (*bpf_xdp_store_bytes)(void *ctx, __u32 offset, const void *from, __u32 size) = (void *)190;
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
     | struct honey_Timespec {
     | 	__s64 seconds;
     | 	__s64 nanoseconds;
     | };
     | struct honey_Route {
     | 	__u8 family;
     | 	__u8 protocol;
     | 	char ports[4];
     | 	__u16 length;
     | 	__u32 interface;
     | 	__u32 rest[13];
     | };
     | struct honey_MapAttributes {
     | 	__u32 type;
     | 	__u32 key_size;
     | 	__u32 value_size;
     | 	__u32 max_entries;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Timespec *value;
     | 	int (*max_entries)[64u];
     | } times SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 (*value)[8];
     | 	int (*max_entries)[1u];
     | } stacks SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 (*value)[64];
     | 	int (*max_entries)[1u];
     | } large SEC(".maps");
     | struct honey_scratch {
     | 	__u64 claims;
     | 	union {
     | 		struct {
     | 			struct { __u64 items[64]; } data_0 __attribute__((aligned(8)));
     | 		} typed;
     | 	};
     | };
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	struct honey_scratch *value;
     | 	int (*max_entries)[4];
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
  21 | static inline __attribute__((always_inline)) int honey_run_typed(void *ctx, struct honey_scratch *scratch)
     | {
  34 | 	__u32 slot_u32_2 = 0;
  22 | 	__s64 status_0 = 0;
  22 | 	struct honey_Timespec time_1 __attribute__((aligned(8)));
  22 | 	status_0 = bpf_probe_read_user(&time_1, 16, (const void *)4096);
  22 | 	__s64 time_part_2 = (-1);
  22 | 	if (status_0 < 0) {
  22 | 		time_part_2 = 3;
     | 	}
  22 | 	__s64 seconds_5 = time_1.seconds;
  22 | 	__s64 holds_6 = 0;
  22 | 	if (time_part_2 == (-1)) {
  22 | 		holds_6 = 0 < seconds_5;
     | 	}
  22 | 	if (holds_6) {
  23 | 		__s64 status_8 = 0;
  23 | 		char v_9[8] __attribute__((aligned(8))) = "";
  23 | 		status_8 = bpf_probe_read_user(v_9, 7, (const void *)4096);
  23 | 		__s64 v_10 = 2;
  23 | 		if (status_8 < 0) {
  23 | 			v_10 = 3;
     | 		}
  23 | 		__s64 first_15 = 0;
     | 		{
  23 | 			__u64 v_13 = *(const __u8 *)(v_9 + 0);
  23 | 			__s64 first_14 = (__s64)v_13;
  23 | 			first_15 = first_14;
     | 		}
  23 | 		__u32 first_u32_0 = first_15;
  23 | 		if (v_10 == 2) {
  24 | 			bpf_map_update_elem(&times, &first_u32_0, &time_1, 0);
     | 		}
     | 	}
  27 | 	__s64 status_17 = 0;
  27 | 	struct { __u16 items[3]; } v_18 __attribute__((aligned(8)));
  27 | 	status_17 = bpf_probe_read_kernel(&v_18, 6, (const void *)4096);
  27 | 	__s64 v_19 = (-1);
  27 | 	if (status_17 < 0) {
  27 | 		v_19 = 3;
     | 	}
  27 | 	if (!(v_19 == 3)) {
  27 | 		__s64 second_24 = v_18.items[1];
  27 | 		__u32 second_u32_1 = second_24;
  29 | 		bpf_map_delete_elem(&times, &second_u32_1);
     | 	}
  32 | 	__s64 status_26 = 0;
  32 | 	struct { __u64 items[8]; } addresses_27 __attribute__((aligned(8))) = {};
  32 | 	status_26 = bpf_get_stack(ctx, &addresses_27, 64, 256);
  32 | 	__s64 v_28 = (-1);
  32 | 	if (status_26 < 0) {
  32 | 		v_28 = 3;
     | 	}
  32 | 	if (!(v_28 == 3)) {
  34 | 		bpf_map_update_elem(&stacks, &slot_u32_2, &addresses_27, 0);
     | 	}
  37 | 	__s64 status_34 = 0;
  37 | 	__builtin_memset(&scratch->typed.data_0, 0, 512);
  37 | 	status_34 = bpf_get_task_stack(bpf_get_current_task_btf(), &scratch->typed.data_0, 512, 0);
  37 | 	__s64 v_36 = (-1);
  37 | 	if (status_34 < 0) {
  37 | 		v_36 = 3;
     | 	}
  37 | 	__s64 v_38 = 0;
  37 | 	__s64 v_39 = 0;
  37 | 	if (v_36 == 3) {
  37 | 		v_38 = 1;
     | 	} else {
  39 | 		__s64 status_43 = bpf_map_update_elem(&large, &slot_u32_2, &scratch->typed.data_0, 0);
  39 | 		__s64 v_44 = 0;
  39 | 		__s64 v_45 = 0;
  39 | 		if (status_43 < 0) {
  39 | 			v_44 = 3;
  39 | 			v_45 = status_43;
     | 		} else {
  39 | 			v_44 = 1;
     | 		}
  37 | 		v_38 = v_44;
  37 | 		v_39 = v_45;
     | 	}
  39 | 	return 0;
     | }
  21 | SEC("raw_tracepoint/sched_switch") int typed(void *ctx)
     | {
  21 | 	struct honey_scratch *scratch = honey_claim(0, 4);
  21 | 	int left_with = 0;
  21 | 	if (scratch) {
  21 | 		left_with = honey_run_typed(ctx, scratch);
  21 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
  21 | 		honey_raise(0);
     | 	}
  21 | 	return left_with;
     | }
  44 | SEC("xdp") int packets(void *ctx)
     | {
  45 | 	__s64 status_0 = 0;
  45 | 	char v_1[8] __attribute__((aligned(8))) = "";
  45 | 	status_0 = bpf_xdp_load_bytes(ctx, 12, v_1, 6);
  45 | 	__s64 v_2 = 2;
  45 | 	if (status_0 < 0) {
  45 | 		v_2 = 3;
     | 	}
  45 | 	__s64 v_4 = 0;
  45 | 	__s64 v_5 = 0;
  45 | 	__s64 v_6 = 0;
  45 | 	__s64 v_7 = 0;
  45 | 	__s64 v_8 = 0;
  45 | 	__s64 v_9 = 0;
  45 | 	__s64 v_10 = 0;
  45 | 	struct honey_Route v_11 __attribute__((aligned(8))) = {};
  45 | 	__s64 b_29 = 0;
  45 | 	__s64 a_30 = 0;
     | 	{
  45 | 		__u64 v_13 = *(const __u8 *)(v_1 + 0);
  45 | 		__u64 v_15 = *(const __u8 *)(v_1 + 1);
  45 | 		__s64 a_17 = (__s64)((v_13 << 8) | v_15);
  45 | 		__u64 v_18 = *(const __u8 *)(v_1 + 2);
  45 | 		__u64 v_20 = *(const __u8 *)(v_1 + 3);
  45 | 		__u64 v_23 = *(const __u8 *)(v_1 + 4);
  45 | 		__u64 v_26 = *(const __u8 *)(v_1 + 5);
  45 | 		__s64 b_28 = (__s64)((((v_18 << 24) | (v_20 << 16)) | (v_23 << 8)) | v_26);
  45 | 		b_29 = b_28;
  45 | 		a_30 = a_17;
     | 	}
  45 | 	if (v_2 == 2) {
  46 | 		char text_31[8] __attribute__((aligned(8))) = "";
  46 | 		*(__u32 *)(text_31 + 0) = __builtin_bswap32((__u32)((__u64)b_29));
  46 | 		*(__u16 *)(text_31 + 4) = __builtin_bswap16((__u16)((__u64)a_30));
  46 | 		__s64 status_34 = bpf_xdp_store_bytes(ctx, 12, text_31, 6);
  46 | 		__s64 v_35 = 0;
  46 | 		__s64 v_36 = 0;
  46 | 		if (status_34 < 0) {
  46 | 			v_35 = 3;
  46 | 			v_36 = status_34;
     | 		} else {
  46 | 			v_35 = 1;
     | 		}
  46 | 		__s64 v_38 = 0;
  46 | 		__s64 v_39 = 0;
  46 | 		__s64 v_40 = 0;
  46 | 		__s64 v_41 = 0;
  46 | 		__s64 v_42 = 0;
  46 | 		__s64 v_43 = 0;
  46 | 		__s64 v_44 = 0;
  46 | 		struct honey_Route v_45 __attribute__((aligned(8))) = {};
  46 | 		if (v_35 == 1) {
  47 | 			char text_47[8] __attribute__((aligned(8))) = "";
  47 | 			*(__u16 *)(text_47 + 0) = __builtin_bswap16((__u16)((__u64)a_30));
  47 | 			__u64 v_49 = (__u64)b_29;
  47 | 			*(__u16 *)(text_47 + 2) = __builtin_bswap16((__u16)(v_49 >> 16));
  47 | 			*(__u16 *)(text_47 + 4) = __builtin_bswap16((__u16)v_49);
  47 | 			*(__u16 *)(text_47 + 6) = __builtin_bswap16((__u16)0);
  47 | 			__s64 status_51 = bpf_csum_diff(0, 0, text_47, 8, 7);
  47 | 			__s64 sum_52 = 0;
  47 | 			__s64 sum_part_53 = 0;
  47 | 			__s64 v_54 = 0;
  47 | 			if (status_51 < 0) {
  47 | 				sum_part_53 = 3;
  47 | 				v_54 = status_51;
     | 			} else {
  47 | 				sum_52 = status_51;
     | 			}
  47 | 			__s64 v_56 = 0;
  47 | 			__s64 v_57 = 0;
  47 | 			__s64 v_58 = 0;
  47 | 			__s64 v_59 = 0;
  47 | 			__s64 v_60 = 0;
  47 | 			__s64 v_61 = 0;
  47 | 			__s64 v_62 = 0;
  47 | 			struct honey_Route v_63 __attribute__((aligned(8))) = {};
  47 | 			if (sum_part_53 == 0) {
  48 | 				__s64 status_65 = 0;
  48 | 				__u32 filled_66 = 1400;
  48 | 				status_65 = bpf_check_mtu(ctx, 1, &filled_66, (-8), 0);
  48 | 				__s64 v_66 = filled_66;
  48 | 				__s64 v_67 = 0;
  48 | 				__s64 v_68 = 0;
  48 | 				__s64 v_69 = 0;
  48 | 				__s64 mtu_70 = 0;
  48 | 				if (status_65 < 0) {
  48 | 					v_67 = 3;
  48 | 					v_68 = status_65;
     | 				} else {
  48 | 					v_67 = 6;
  48 | 					v_69 = status_65;
  48 | 					mtu_70 = v_66;
     | 				}
  48 | 				__s64 v_72 = 0;
  48 | 				__s64 v_73 = 0;
  48 | 				__s64 v_74 = 0;
  48 | 				__s64 v_75 = 0;
  48 | 				__s64 v_76 = 0;
  48 | 				__s64 v_77 = 0;
  48 | 				__s64 v_78 = 0;
  48 | 				struct honey_Route v_79 __attribute__((aligned(8))) = {};
  48 | 				__s64 holds_86 = 0;
  48 | 				if ((v_67 == 6) && (v_69 == 0)) {
  48 | 					holds_86 = sum_52 < mtu_70;
     | 				}
  48 | 				if (holds_86) {
  50 | 					struct honey_Route v_88 __attribute__((aligned(8))) = {};
  50 | 					v_88.family = 2;
  50 | 					v_88.interface = mtu_70;
  50 | 					__s64 status_89 = 0;
  50 | 					struct honey_Route v_90 __attribute__((aligned(8))) = {};
  50 | 					__builtin_memcpy(&v_90, &v_88, 64);
  50 | 					status_89 = bpf_fib_lookup(ctx, &v_90, 64, 1);
  50 | 					__s64 v_91 = 0;
  50 | 					__s64 v_92 = 0;
  50 | 					__s64 v_93 = 0;
  50 | 					struct honey_Route v_94 __attribute__((aligned(8))) = {};
  50 | 					if (status_89 < 0) {
  50 | 						v_91 = 3;
  50 | 						v_92 = status_89;
     | 					} else {
  50 | 						v_91 = 6;
  50 | 						v_93 = status_89;
  50 | 						__builtin_memcpy(&v_94, &v_90, 64);
     | 					}
  49 | 					__s64 v_96 = 0;
  49 | 					__s64 v_97 = 0;
  49 | 					__s64 v_98 = 0;
  49 | 					__s64 v_99 = 0;
  49 | 					__s64 v_100 = 0;
  49 | 					struct honey_Route v_101 __attribute__((aligned(8))) = {};
  49 | 					__s64 family_108 = v_94.family;
  49 | 					__s64 interface_110 = v_94.interface;
  49 | 					if (((v_91 == 6) && (v_93 == 0)) && ((family_108 == 2) && (interface_110 == 3))) {
  49 | 						v_96 = 7;
  49 | 						v_97 = 2;
     | 					} else {
  49 | 						v_96 = 8;
  49 | 						v_98 = v_91;
  49 | 						v_99 = v_92;
  49 | 						v_100 = v_93;
  49 | 						__builtin_memcpy(&v_101, &v_94, 64);
     | 					}
  48 | 					v_72 = v_96;
  48 | 					v_73 = v_97;
  48 | 					v_74 = v_98;
  48 | 					v_75 = v_99;
  48 | 					v_76 = v_100;
  48 | 					__builtin_memcpy(&v_79, &v_101, 64);
  48 | 					v_77 = 0;
  48 | 					v_78 = (-1);
     | 				} else {
  48 | 					v_72 = 8;
  48 | 					v_74 = v_67;
  48 | 					v_75 = v_68;
  48 | 					v_76 = v_69;
  48 | 					__builtin_memset(&v_79, 0, 64);
  48 | 					v_77 = mtu_70;
  48 | 					v_78 = 0;
     | 				}
  47 | 				v_56 = v_72;
  47 | 				v_57 = v_73;
  47 | 				v_58 = v_74;
  47 | 				v_59 = v_75;
  47 | 				v_60 = v_76;
  47 | 				__builtin_memcpy(&v_63, &v_79, 64);
  47 | 				v_61 = v_77;
  47 | 				v_62 = v_78;
     | 			} else {
  47 | 				v_56 = 8;
  47 | 				v_58 = 3;
  47 | 				v_59 = v_54;
  47 | 				v_60 = 0;
  47 | 				__builtin_memset(&v_63, 0, 64);
  47 | 				v_61 = 0;
  47 | 				v_62 = 0;
     | 			}
  46 | 			v_38 = v_56;
  46 | 			v_39 = v_57;
  46 | 			v_40 = v_58;
  46 | 			v_41 = v_59;
  46 | 			v_42 = v_60;
  46 | 			__builtin_memcpy(&v_45, &v_63, 64);
  46 | 			v_43 = v_61;
  46 | 			v_44 = v_62;
     | 		} else {
  46 | 			v_38 = 8;
  46 | 			v_40 = 3;
  46 | 			v_41 = v_36;
  46 | 			v_42 = 0;
  46 | 			__builtin_memset(&v_45, 0, 64);
  46 | 			v_43 = 0;
  46 | 			v_44 = 0;
     | 		}
  45 | 		v_4 = v_38;
  45 | 		v_5 = v_39;
  45 | 		v_6 = v_40;
  45 | 		v_7 = v_41;
  45 | 		v_8 = v_42;
  45 | 		__builtin_memcpy(&v_11, &v_45, 64);
  45 | 		v_9 = v_43;
  45 | 		v_10 = v_44;
     | 	} else {
  45 | 		v_4 = 8;
  45 | 		v_6 = 3;
  45 | 		v_7 = status_0;
  45 | 		v_8 = 0;
  45 | 		__builtin_memset(&v_11, 0, 64);
  45 | 		v_9 = 0;
  45 | 		v_10 = 0;
     | 	}
  45 | 	__s64 v_114 = 0;
  45 | 	if (v_4 == 7) {
  45 | 		v_114 = v_5;
     | 	} else {
  45 | 		v_114 = 1;
     | 	}
  53 | 	return v_114;
     | }
  58 | SEC("syscall") int system(void *ctx)
     | {
  59 | 	struct honey_MapAttributes attributes_0 __attribute__((aligned(8))) = {};
  59 | 	attributes_0.type = 2;
  59 | 	attributes_0.key_size = 4;
  59 | 	attributes_0.value_size = 8;
  59 | 	attributes_0.max_entries = 1;
  61 | 	__s64 status_1 = bpf_sys_bpf(0, &attributes_0, 16);
  61 | 	__s64 fd_2 = 0;
  61 | 	__s64 fd_part_3 = 0;
  61 | 	__s64 v_4 = 0;
  61 | 	if (status_1 < 0) {
  61 | 		fd_part_3 = 3;
  61 | 		v_4 = status_1;
     | 	} else {
  61 | 		fd_2 = status_1;
     | 	}
  61 | 	__s64 v_6 = 0;
  61 | 	__s64 v_7 = 0;
  61 | 	__s64 v_8 = 0;
  61 | 	__s64 v_9 = 0;
  61 | 	__s64 v_10 = 0;
  61 | 	if (fd_part_3 == 0) {
  62 | 		__s64 status_12 = bpf_sys_close(fd_2);
  62 | 		__s64 v_13 = 0;
  62 | 		__s64 v_14 = 0;
  62 | 		if (status_12 < 0) {
  62 | 			v_13 = 3;
  62 | 			v_14 = status_12;
     | 		} else {
  62 | 			v_13 = 1;
     | 		}
  62 | 		__s64 v_16 = 0;
  62 | 		__s64 v_17 = 0;
  62 | 		__s64 v_18 = 0;
  62 | 		__s64 v_19 = 0;
  62 | 		__s64 v_20 = 0;
  62 | 		if (v_13 == 1) {
  63 | 			char comm_22[16] __attribute__((aligned(8)));
  63 | 			bpf_get_current_comm(comm_22, 16);
  63 | 			static const char text_23[16] __attribute__((aligned(8))) = "\142\145\141\155\056\163\155\160";
  63 | 			__s64 v_24 = bpf_strncmp(comm_22, 16, text_23);
  63 | 			__s64 v_25 = 0;
  63 | 			__s64 v_26 = 0;
  63 | 			__s64 v_27 = 0;
  63 | 			__s64 v_28 = 0;
  63 | 			__s64 v_29 = 0;
  63 | 			if (v_24 == 0) {
  64 | 				static const char text_31[16] __attribute__((aligned(8))) = "\164\141\163\153\137\163\164\162\165\143\164";
  64 | 				__s64 status_32 = bpf_btf_find_by_name_kind(text_31, 12, 4, 0);
  64 | 				__s64 id_33 = 0;
  64 | 				__s64 id_part_34 = 0;
  64 | 				__s64 v_35 = 0;
  64 | 				if (status_32 < 0) {
  64 | 					id_part_34 = 3;
  64 | 					v_35 = status_32;
     | 				} else {
  64 | 					id_33 = status_32;
     | 				}
  64 | 				__s64 v_37 = 0;
  64 | 				__s64 v_38 = 0;
  64 | 				__s64 v_39 = 0;
  64 | 				if (id_part_34 == 0) {
  64 | 					v_37 = 7;
  64 | 					v_38 = id_33 & 65535;
     | 				} else {
  64 | 					v_37 = 8;
  64 | 					v_39 = v_35;
     | 				}
  63 | 				v_25 = v_37;
  63 | 				v_26 = v_38;
  63 | 				v_27 = 0;
  63 | 				v_28 = 3;
  63 | 				v_29 = v_39;
     | 			} else {
  63 | 				v_25 = 8;
  63 | 				v_27 = v_24;
  63 | 				v_28 = 0;
  63 | 				v_29 = 0;
     | 			}
  62 | 			v_16 = v_25;
  62 | 			v_17 = v_26;
  62 | 			v_18 = v_27;
  62 | 			v_19 = v_28;
  62 | 			v_20 = v_29;
     | 		} else {
  62 | 			v_16 = 8;
  62 | 			v_18 = 0;
  62 | 			v_19 = 3;
  62 | 			v_20 = v_14;
     | 		}
  61 | 		v_6 = v_16;
  61 | 		v_7 = v_17;
  61 | 		v_8 = v_18;
  61 | 		v_9 = v_19;
  61 | 		v_10 = v_20;
     | 	} else {
  61 | 		v_6 = 8;
  61 | 		v_8 = 0;
  61 | 		v_9 = 3;
  61 | 		v_10 = v_4;
     | 	}
  61 | 	__s64 v_42 = 0;
  61 | 	if (v_6 == 7) {
  61 | 		v_42 = v_7;
     | 	} else {
  61 | 		v_42 = 0;
     | 	}
  67 | 	return v_42;
     | }
  68 | #pragma clang attribute pop
