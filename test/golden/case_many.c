     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  60 | static inline __attribute__((always_inline)) int honey_raised_1(__s64 n_0, __s64 *result_0)
     | {
  60 | 	__s64 v_1 = 0;
     | 	{
  60 | 		switch (n_0) {
  60 | 		case 200: {
  60 | 			v_1 = 600;
  60 | 			goto out_0;
     | 		}
  60 | 		case 201: {
  60 | 			v_1 = 603;
  60 | 			goto out_0;
     | 		}
  60 | 		case 202: {
  60 | 			v_1 = 606;
  60 | 			goto out_0;
     | 		}
  60 | 		case 203: {
  60 | 			v_1 = 609;
  60 | 			goto out_0;
     | 		}
  60 | 		case 204: {
  60 | 			v_1 = 612;
  60 | 			goto out_0;
     | 		}
  60 | 		case 205: {
  60 | 			v_1 = 615;
  60 | 			goto out_0;
     | 		}
  60 | 		case 206: {
  60 | 			v_1 = 618;
  60 | 			goto out_0;
     | 		}
  60 | 		case 207: {
  60 | 			v_1 = 621;
  60 | 			goto out_0;
     | 		}
  60 | 		case 208: {
  60 | 			v_1 = 624;
  60 | 			goto out_0;
     | 		}
  60 | 		case 209: {
  60 | 			v_1 = 627;
  60 | 			goto out_0;
     | 		}
  60 | 		case 210: {
  60 | 			v_1 = 630;
  60 | 			goto out_0;
     | 		}
  60 | 		case 211: {
  60 | 			v_1 = 633;
  60 | 			goto out_0;
     | 		}
  60 | 		case 212: {
  60 | 			v_1 = 636;
  60 | 			goto out_0;
     | 		}
  60 | 		case 213: {
  60 | 			v_1 = 639;
  60 | 			goto out_0;
     | 		}
  60 | 		case 214: {
  60 | 			v_1 = 642;
  60 | 			goto out_0;
     | 		}
  60 | 		case 215: {
  60 | 			v_1 = 645;
  60 | 			goto out_0;
     | 		}
  60 | 		case 216: {
  60 | 			v_1 = 648;
  60 | 			goto out_0;
     | 		}
  60 | 		case 217: {
  60 | 			v_1 = 651;
  60 | 			goto out_0;
     | 		}
  60 | 		case 218: {
  60 | 			v_1 = 654;
  60 | 			goto out_0;
     | 		}
  60 | 		case 219: {
  60 | 			v_1 = 657;
  60 | 			goto out_0;
     | 		}
  60 | 		case 220: {
  60 | 			v_1 = 660;
  60 | 			goto out_0;
     | 		}
  60 | 		case 221: {
  60 | 			v_1 = 663;
  60 | 			goto out_0;
     | 		}
  60 | 		case 222: {
  60 | 			v_1 = 666;
  60 | 			goto out_0;
     | 		}
  60 | 		case 223: {
  60 | 			v_1 = 669;
  60 | 			goto out_0;
     | 		}
  60 | 		case 224: {
  60 | 			v_1 = 672;
  60 | 			goto out_0;
     | 		}
  60 | 		case 225: {
  60 | 			v_1 = 675;
  60 | 			goto out_0;
     | 		}
  60 | 		case 226: {
  60 | 			v_1 = 678;
  60 | 			goto out_0;
     | 		}
  60 | 		case 227: {
  60 | 			v_1 = 681;
  60 | 			goto out_0;
     | 		}
  60 | 		case 228: {
  60 | 			v_1 = 684;
  60 | 			goto out_0;
     | 		}
  60 | 		case 229: {
  60 | 			v_1 = 687;
  60 | 			goto out_0;
     | 		}
  60 | 		case 230: {
  60 | 			v_1 = 690;
  60 | 			goto out_0;
     | 		}
  60 | 		case 231: {
  60 | 			v_1 = 693;
  60 | 			goto out_0;
     | 		}
  60 | 		case 232: {
  60 | 			v_1 = 696;
  60 | 			goto out_0;
     | 		}
  60 | 		case 233: {
  60 | 			v_1 = 699;
  60 | 			goto out_0;
     | 		}
     | 		}
  60 | 		if (300 < n_0) {
  60 | 			v_1 = n_0;
  60 | 			goto out_0;
     | 		}
  60 | 		honey_raise(0);
  60 | 		return 1;
     | 	}
     | 	out_0:;
  94 | 	*result_0 = v_1;
  94 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  21 | 	__u32 slot_u32_14 = 7;
  20 | 	__u32 slot_u32_12 = 6;
  19 | 	__u32 slot_u32_10 = 5;
  18 | 	__u32 slot_u32_8 = 4;
  17 | 	__u32 slot_u32_6 = 3;
  16 | 	__u32 slot_u32_4 = 2;
  15 | 	__u32 slot_u32_2 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  13 | 	__s64 v_3 = 0;
  13 | 	__s64 v_4 = 0;
  13 | 	__s64 v_5 = 0;
     | 	{
  13 | 		switch (n_1) {
  13 | 		case (-20): {
  14 | 			stored_s64 = 0;
  14 | 			__s64 status_7 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  14 | 			__s64 v_8 = 0;
  14 | 			__s64 v_9 = 0;
  14 | 			if (status_7 < 0) {
  14 | 				v_8 = 3;
  14 | 				v_9 = status_7;
     | 			} else {
  14 | 				v_8 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_8;
  13 | 			v_5 = v_9;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-17): {
  15 | 			stored_s64 = 1;
  15 | 			__s64 status_12 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  15 | 			__s64 v_13 = 0;
  15 | 			__s64 v_14 = 0;
  15 | 			if (status_12 < 0) {
  15 | 				v_13 = 3;
  15 | 				v_14 = status_12;
     | 			} else {
  15 | 				v_13 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_13;
  13 | 			v_5 = v_14;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-14): {
  16 | 			stored_s64 = 4;
  16 | 			__s64 status_17 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  16 | 			__s64 v_18 = 0;
  16 | 			__s64 v_19 = 0;
  16 | 			if (status_17 < 0) {
  16 | 				v_18 = 3;
  16 | 				v_19 = status_17;
     | 			} else {
  16 | 				v_18 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_18;
  13 | 			v_5 = v_19;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-11): {
  17 | 			stored_s64 = 9;
  17 | 			__s64 status_22 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  17 | 			__s64 v_23 = 0;
  17 | 			__s64 v_24 = 0;
  17 | 			if (status_22 < 0) {
  17 | 				v_23 = 3;
  17 | 				v_24 = status_22;
     | 			} else {
  17 | 				v_23 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_23;
  13 | 			v_5 = v_24;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-8): {
  18 | 			stored_s64 = 16;
  18 | 			__s64 status_27 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  18 | 			__s64 v_28 = 0;
  18 | 			__s64 v_29 = 0;
  18 | 			if (status_27 < 0) {
  18 | 				v_28 = 3;
  18 | 				v_29 = status_27;
     | 			} else {
  18 | 				v_28 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_28;
  13 | 			v_5 = v_29;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-5): {
  19 | 			stored_s64 = 25;
  19 | 			__s64 status_32 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  19 | 			__s64 v_33 = 0;
  19 | 			__s64 v_34 = 0;
  19 | 			if (status_32 < 0) {
  19 | 				v_33 = 3;
  19 | 				v_34 = status_32;
     | 			} else {
  19 | 				v_33 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_33;
  13 | 			v_5 = v_34;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-2): {
  20 | 			stored_s64 = 36;
  20 | 			__s64 status_37 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  20 | 			__s64 v_38 = 0;
  20 | 			__s64 v_39 = 0;
  20 | 			if (status_37 < 0) {
  20 | 				v_38 = 3;
  20 | 				v_39 = status_37;
     | 			} else {
  20 | 				v_38 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_38;
  13 | 			v_5 = v_39;
  13 | 			goto out_0;
     | 		}
  13 | 		case 1: {
  21 | 			stored_s64 = 49;
  21 | 			__s64 status_42 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  21 | 			__s64 v_43 = 0;
  21 | 			__s64 v_44 = 0;
  21 | 			if (status_42 < 0) {
  21 | 				v_43 = 3;
  21 | 				v_44 = status_42;
     | 			} else {
  21 | 				v_43 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_43;
  13 | 			v_5 = v_44;
  13 | 			goto out_0;
     | 		}
  13 | 		case 4: {
  22 | 			stored_s64 = 64;
  22 | 			__s64 status_47 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  22 | 			__s64 v_48 = 0;
  22 | 			__s64 v_49 = 0;
  22 | 			if (status_47 < 0) {
  22 | 				v_48 = 3;
  22 | 				v_49 = status_47;
     | 			} else {
  22 | 				v_48 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_48;
  13 | 			v_5 = v_49;
  13 | 			goto out_0;
     | 		}
  13 | 		case 7: {
  23 | 			stored_s64 = 81;
  23 | 			__s64 status_52 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  23 | 			__s64 v_53 = 0;
  23 | 			__s64 v_54 = 0;
  23 | 			if (status_52 < 0) {
  23 | 				v_53 = 3;
  23 | 				v_54 = status_52;
     | 			} else {
  23 | 				v_53 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_53;
  13 | 			v_5 = v_54;
  13 | 			goto out_0;
     | 		}
  13 | 		case 10: {
  24 | 			stored_s64 = 100;
  24 | 			__s64 status_57 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  24 | 			__s64 v_58 = 0;
  24 | 			__s64 v_59 = 0;
  24 | 			if (status_57 < 0) {
  24 | 				v_58 = 3;
  24 | 				v_59 = status_57;
     | 			} else {
  24 | 				v_58 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_58;
  13 | 			v_5 = v_59;
  13 | 			goto out_0;
     | 		}
  13 | 		case 13: {
  25 | 			stored_s64 = 121;
  25 | 			__s64 status_62 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  25 | 			__s64 v_63 = 0;
  25 | 			__s64 v_64 = 0;
  25 | 			if (status_62 < 0) {
  25 | 				v_63 = 3;
  25 | 				v_64 = status_62;
     | 			} else {
  25 | 				v_63 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_63;
  13 | 			v_5 = v_64;
  13 | 			goto out_0;
     | 		}
  13 | 		case 16: {
  26 | 			stored_s64 = 144;
  26 | 			__s64 status_67 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  26 | 			__s64 v_68 = 0;
  26 | 			__s64 v_69 = 0;
  26 | 			if (status_67 < 0) {
  26 | 				v_68 = 3;
  26 | 				v_69 = status_67;
     | 			} else {
  26 | 				v_68 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_68;
  13 | 			v_5 = v_69;
  13 | 			goto out_0;
     | 		}
  13 | 		case 19: {
  27 | 			stored_s64 = 169;
  27 | 			__s64 status_72 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  27 | 			__s64 v_73 = 0;
  27 | 			__s64 v_74 = 0;
  27 | 			if (status_72 < 0) {
  27 | 				v_73 = 3;
  27 | 				v_74 = status_72;
     | 			} else {
  27 | 				v_73 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_73;
  13 | 			v_5 = v_74;
  13 | 			goto out_0;
     | 		}
  13 | 		case 22: {
  28 | 			stored_s64 = 196;
  28 | 			__s64 status_77 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  28 | 			__s64 v_78 = 0;
  28 | 			__s64 v_79 = 0;
  28 | 			if (status_77 < 0) {
  28 | 				v_78 = 3;
  28 | 				v_79 = status_77;
     | 			} else {
  28 | 				v_78 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_78;
  13 | 			v_5 = v_79;
  13 | 			goto out_0;
     | 		}
  13 | 		case 25: {
  29 | 			stored_s64 = 225;
  29 | 			__s64 status_82 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  29 | 			__s64 v_83 = 0;
  29 | 			__s64 v_84 = 0;
  29 | 			if (status_82 < 0) {
  29 | 				v_83 = 3;
  29 | 				v_84 = status_82;
     | 			} else {
  29 | 				v_83 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_83;
  13 | 			v_5 = v_84;
  13 | 			goto out_0;
     | 		}
  13 | 		case 28: {
  30 | 			stored_s64 = 256;
  30 | 			__s64 status_87 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  30 | 			__s64 v_88 = 0;
  30 | 			__s64 v_89 = 0;
  30 | 			if (status_87 < 0) {
  30 | 				v_88 = 3;
  30 | 				v_89 = status_87;
     | 			} else {
  30 | 				v_88 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_88;
  13 | 			v_5 = v_89;
  13 | 			goto out_0;
     | 		}
  13 | 		case 31: {
  31 | 			stored_s64 = 289;
  31 | 			__s64 status_92 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  31 | 			__s64 v_93 = 0;
  31 | 			__s64 v_94 = 0;
  31 | 			if (status_92 < 0) {
  31 | 				v_93 = 3;
  31 | 				v_94 = status_92;
     | 			} else {
  31 | 				v_93 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_93;
  13 | 			v_5 = v_94;
  13 | 			goto out_0;
     | 		}
  13 | 		case 34: {
  32 | 			stored_s64 = 324;
  32 | 			__s64 status_97 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  32 | 			__s64 v_98 = 0;
  32 | 			__s64 v_99 = 0;
  32 | 			if (status_97 < 0) {
  32 | 				v_98 = 3;
  32 | 				v_99 = status_97;
     | 			} else {
  32 | 				v_98 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_98;
  13 | 			v_5 = v_99;
  13 | 			goto out_0;
     | 		}
  13 | 		case 37: {
  33 | 			stored_s64 = 361;
  33 | 			__s64 status_102 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  33 | 			__s64 v_103 = 0;
  33 | 			__s64 v_104 = 0;
  33 | 			if (status_102 < 0) {
  33 | 				v_103 = 3;
  33 | 				v_104 = status_102;
     | 			} else {
  33 | 				v_103 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_103;
  13 | 			v_5 = v_104;
  13 | 			goto out_0;
     | 		}
  13 | 		case 40: {
  34 | 			stored_s64 = 400;
  34 | 			__s64 status_107 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  34 | 			__s64 v_108 = 0;
  34 | 			__s64 v_109 = 0;
  34 | 			if (status_107 < 0) {
  34 | 				v_108 = 3;
  34 | 				v_109 = status_107;
     | 			} else {
  34 | 				v_108 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_108;
  13 | 			v_5 = v_109;
  13 | 			goto out_0;
     | 		}
  13 | 		case 43: {
  35 | 			stored_s64 = 441;
  35 | 			__s64 status_112 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  35 | 			__s64 v_113 = 0;
  35 | 			__s64 v_114 = 0;
  35 | 			if (status_112 < 0) {
  35 | 				v_113 = 3;
  35 | 				v_114 = status_112;
     | 			} else {
  35 | 				v_113 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_113;
  13 | 			v_5 = v_114;
  13 | 			goto out_0;
     | 		}
  13 | 		case 46: {
  36 | 			stored_s64 = 484;
  36 | 			__s64 status_117 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  36 | 			__s64 v_118 = 0;
  36 | 			__s64 v_119 = 0;
  36 | 			if (status_117 < 0) {
  36 | 				v_118 = 3;
  36 | 				v_119 = status_117;
     | 			} else {
  36 | 				v_118 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_118;
  13 | 			v_5 = v_119;
  13 | 			goto out_0;
     | 		}
  13 | 		case 49: {
  37 | 			stored_s64 = 529;
  37 | 			__s64 status_122 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  37 | 			__s64 v_123 = 0;
  37 | 			__s64 v_124 = 0;
  37 | 			if (status_122 < 0) {
  37 | 				v_123 = 3;
  37 | 				v_124 = status_122;
     | 			} else {
  37 | 				v_123 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_123;
  13 | 			v_5 = v_124;
  13 | 			goto out_0;
     | 		}
  13 | 		case 52: {
  38 | 			stored_s64 = 576;
  38 | 			__s64 status_127 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  38 | 			__s64 v_128 = 0;
  38 | 			__s64 v_129 = 0;
  38 | 			if (status_127 < 0) {
  38 | 				v_128 = 3;
  38 | 				v_129 = status_127;
     | 			} else {
  38 | 				v_128 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_128;
  13 | 			v_5 = v_129;
  13 | 			goto out_0;
     | 		}
  13 | 		case 55: {
  39 | 			stored_s64 = 625;
  39 | 			__s64 status_132 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  39 | 			__s64 v_133 = 0;
  39 | 			__s64 v_134 = 0;
  39 | 			if (status_132 < 0) {
  39 | 				v_133 = 3;
  39 | 				v_134 = status_132;
     | 			} else {
  39 | 				v_133 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_133;
  13 | 			v_5 = v_134;
  13 | 			goto out_0;
     | 		}
  13 | 		case 58: {
  40 | 			stored_s64 = 676;
  40 | 			__s64 status_137 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  40 | 			__s64 v_138 = 0;
  40 | 			__s64 v_139 = 0;
  40 | 			if (status_137 < 0) {
  40 | 				v_138 = 3;
  40 | 				v_139 = status_137;
     | 			} else {
  40 | 				v_138 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_138;
  13 | 			v_5 = v_139;
  13 | 			goto out_0;
     | 		}
  13 | 		case 61: {
  41 | 			stored_s64 = 729;
  41 | 			__s64 status_142 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  41 | 			__s64 v_143 = 0;
  41 | 			__s64 v_144 = 0;
  41 | 			if (status_142 < 0) {
  41 | 				v_143 = 3;
  41 | 				v_144 = status_142;
     | 			} else {
  41 | 				v_143 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_143;
  13 | 			v_5 = v_144;
  13 | 			goto out_0;
     | 		}
  13 | 		case 64: {
  42 | 			stored_s64 = 784;
  42 | 			__s64 status_147 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  42 | 			__s64 v_148 = 0;
  42 | 			__s64 v_149 = 0;
  42 | 			if (status_147 < 0) {
  42 | 				v_148 = 3;
  42 | 				v_149 = status_147;
     | 			} else {
  42 | 				v_148 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_148;
  13 | 			v_5 = v_149;
  13 | 			goto out_0;
     | 		}
  13 | 		case 67: {
  43 | 			stored_s64 = 841;
  43 | 			__s64 status_152 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  43 | 			__s64 v_153 = 0;
  43 | 			__s64 v_154 = 0;
  43 | 			if (status_152 < 0) {
  43 | 				v_153 = 3;
  43 | 				v_154 = status_152;
     | 			} else {
  43 | 				v_153 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_153;
  13 | 			v_5 = v_154;
  13 | 			goto out_0;
     | 		}
  13 | 		case 70: {
  44 | 			stored_s64 = 900;
  44 | 			__s64 status_157 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  44 | 			__s64 v_158 = 0;
  44 | 			__s64 v_159 = 0;
  44 | 			if (status_157 < 0) {
  44 | 				v_158 = 3;
  44 | 				v_159 = status_157;
     | 			} else {
  44 | 				v_158 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_158;
  13 | 			v_5 = v_159;
  13 | 			goto out_0;
     | 		}
  13 | 		case 73: {
  45 | 			stored_s64 = 961;
  45 | 			__s64 status_162 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  45 | 			__s64 v_163 = 0;
  45 | 			__s64 v_164 = 0;
  45 | 			if (status_162 < 0) {
  45 | 				v_163 = 3;
  45 | 				v_164 = status_162;
     | 			} else {
  45 | 				v_163 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_163;
  13 | 			v_5 = v_164;
  13 | 			goto out_0;
     | 		}
  13 | 		case 76: {
  46 | 			stored_s64 = 1024;
  46 | 			__s64 status_167 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  46 | 			__s64 v_168 = 0;
  46 | 			__s64 v_169 = 0;
  46 | 			if (status_167 < 0) {
  46 | 				v_168 = 3;
  46 | 				v_169 = status_167;
     | 			} else {
  46 | 				v_168 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_168;
  13 | 			v_5 = v_169;
  13 | 			goto out_0;
     | 		}
  13 | 		case 79: {
  47 | 			stored_s64 = 1089;
  47 | 			__s64 status_172 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  47 | 			__s64 v_173 = 0;
  47 | 			__s64 v_174 = 0;
  47 | 			if (status_172 < 0) {
  47 | 				v_173 = 3;
  47 | 				v_174 = status_172;
     | 			} else {
  47 | 				v_173 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_173;
  13 | 			v_5 = v_174;
  13 | 			goto out_0;
     | 		}
  13 | 		case 1099511627775ll: {
  51 | 			stored_s64 = 1369;
  51 | 			__s64 status_192 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  51 | 			__s64 v_193 = 0;
  51 | 			__s64 v_194 = 0;
  51 | 			if (status_192 < 0) {
  51 | 				v_193 = 3;
  51 | 				v_194 = status_192;
     | 			} else {
  51 | 				v_193 = 1;
     | 			}
  13 | 			v_3 = 3;
  13 | 			v_4 = v_193;
  13 | 			v_5 = v_194;
  13 | 			goto out_0;
     | 		}
     | 		}
  13 | 		if (1000 < n_1) {
  13 | 			v_3 = 0;
  13 | 			v_4 = 0;
  13 | 			goto out_0;
     | 		}
  54 | 		__s64 v_202;
  54 | 		if (honey_raised_1(n_1, &v_202))
  54 | 			return 0;
  54 | 		stored_s64 = v_202;
  54 | 		__s64 status_203 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  54 | 		__s64 v_204 = 0;
  54 | 		__s64 v_205 = 0;
  54 | 		if (status_203 < 0) {
  54 | 			v_204 = 3;
  54 | 			v_205 = status_203;
     | 		} else {
  54 | 			v_204 = 1;
     | 		}
  13 | 		v_3 = 3;
  13 | 		v_4 = v_204;
  13 | 		v_5 = v_205;
     | 	}
     | 	out_0:;
  54 | 	return 0;
     | }
  55 | #pragma clang attribute pop
