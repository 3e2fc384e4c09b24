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
  10 | 	__s64 v_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		v_1 = v_2;
     | 	}
  10 | 	__s64 n_3 = 0;
  10 | 	n_3 = v_1;
  13 | 	__s64 v_4 = 0;
  13 | 	__s64 v_5 = 0;
  13 | 	__s64 v_6 = 0;
     | 	{
  13 | 		switch (n_3) {
  13 | 		case (-20): {
  14 | 			stored_s64 = 0;
  14 | 			__s64 status_8 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  14 | 			__s64 v_9 = 0;
  14 | 			__s64 v_10 = 0;
  14 | 			if (status_8 < 0) {
  14 | 				v_9 = 3;
  14 | 				v_10 = status_8;
     | 			} else {
  14 | 				v_9 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_9;
  13 | 			v_6 = v_10;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-17): {
  15 | 			stored_s64 = 1;
  15 | 			__s64 status_13 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  15 | 			__s64 v_14 = 0;
  15 | 			__s64 v_15 = 0;
  15 | 			if (status_13 < 0) {
  15 | 				v_14 = 3;
  15 | 				v_15 = status_13;
     | 			} else {
  15 | 				v_14 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_14;
  13 | 			v_6 = v_15;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-14): {
  16 | 			stored_s64 = 4;
  16 | 			__s64 status_18 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  16 | 			__s64 v_19 = 0;
  16 | 			__s64 v_20 = 0;
  16 | 			if (status_18 < 0) {
  16 | 				v_19 = 3;
  16 | 				v_20 = status_18;
     | 			} else {
  16 | 				v_19 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_19;
  13 | 			v_6 = v_20;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-11): {
  17 | 			stored_s64 = 9;
  17 | 			__s64 status_23 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  17 | 			__s64 v_24 = 0;
  17 | 			__s64 v_25 = 0;
  17 | 			if (status_23 < 0) {
  17 | 				v_24 = 3;
  17 | 				v_25 = status_23;
     | 			} else {
  17 | 				v_24 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_24;
  13 | 			v_6 = v_25;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-8): {
  18 | 			stored_s64 = 16;
  18 | 			__s64 status_28 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  18 | 			__s64 v_29 = 0;
  18 | 			__s64 v_30 = 0;
  18 | 			if (status_28 < 0) {
  18 | 				v_29 = 3;
  18 | 				v_30 = status_28;
     | 			} else {
  18 | 				v_29 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_29;
  13 | 			v_6 = v_30;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-5): {
  19 | 			stored_s64 = 25;
  19 | 			__s64 status_33 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  19 | 			__s64 v_34 = 0;
  19 | 			__s64 v_35 = 0;
  19 | 			if (status_33 < 0) {
  19 | 				v_34 = 3;
  19 | 				v_35 = status_33;
     | 			} else {
  19 | 				v_34 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_34;
  13 | 			v_6 = v_35;
  13 | 			goto out_0;
     | 		}
  13 | 		case (-2): {
  20 | 			stored_s64 = 36;
  20 | 			__s64 status_38 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  20 | 			__s64 v_39 = 0;
  20 | 			__s64 v_40 = 0;
  20 | 			if (status_38 < 0) {
  20 | 				v_39 = 3;
  20 | 				v_40 = status_38;
     | 			} else {
  20 | 				v_39 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_39;
  13 | 			v_6 = v_40;
  13 | 			goto out_0;
     | 		}
  13 | 		case 1: {
  21 | 			stored_s64 = 49;
  21 | 			__s64 status_43 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  21 | 			__s64 v_44 = 0;
  21 | 			__s64 v_45 = 0;
  21 | 			if (status_43 < 0) {
  21 | 				v_44 = 3;
  21 | 				v_45 = status_43;
     | 			} else {
  21 | 				v_44 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_44;
  13 | 			v_6 = v_45;
  13 | 			goto out_0;
     | 		}
  13 | 		case 4: {
  22 | 			stored_s64 = 64;
  22 | 			__s64 status_48 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  22 | 			__s64 v_49 = 0;
  22 | 			__s64 v_50 = 0;
  22 | 			if (status_48 < 0) {
  22 | 				v_49 = 3;
  22 | 				v_50 = status_48;
     | 			} else {
  22 | 				v_49 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_49;
  13 | 			v_6 = v_50;
  13 | 			goto out_0;
     | 		}
  13 | 		case 7: {
  23 | 			stored_s64 = 81;
  23 | 			__s64 status_53 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  23 | 			__s64 v_54 = 0;
  23 | 			__s64 v_55 = 0;
  23 | 			if (status_53 < 0) {
  23 | 				v_54 = 3;
  23 | 				v_55 = status_53;
     | 			} else {
  23 | 				v_54 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_54;
  13 | 			v_6 = v_55;
  13 | 			goto out_0;
     | 		}
  13 | 		case 10: {
  24 | 			stored_s64 = 100;
  24 | 			__s64 status_58 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  24 | 			__s64 v_59 = 0;
  24 | 			__s64 v_60 = 0;
  24 | 			if (status_58 < 0) {
  24 | 				v_59 = 3;
  24 | 				v_60 = status_58;
     | 			} else {
  24 | 				v_59 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_59;
  13 | 			v_6 = v_60;
  13 | 			goto out_0;
     | 		}
  13 | 		case 13: {
  25 | 			stored_s64 = 121;
  25 | 			__s64 status_63 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  25 | 			__s64 v_64 = 0;
  25 | 			__s64 v_65 = 0;
  25 | 			if (status_63 < 0) {
  25 | 				v_64 = 3;
  25 | 				v_65 = status_63;
     | 			} else {
  25 | 				v_64 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_64;
  13 | 			v_6 = v_65;
  13 | 			goto out_0;
     | 		}
  13 | 		case 16: {
  26 | 			stored_s64 = 144;
  26 | 			__s64 status_68 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  26 | 			__s64 v_69 = 0;
  26 | 			__s64 v_70 = 0;
  26 | 			if (status_68 < 0) {
  26 | 				v_69 = 3;
  26 | 				v_70 = status_68;
     | 			} else {
  26 | 				v_69 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_69;
  13 | 			v_6 = v_70;
  13 | 			goto out_0;
     | 		}
  13 | 		case 19: {
  27 | 			stored_s64 = 169;
  27 | 			__s64 status_73 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  27 | 			__s64 v_74 = 0;
  27 | 			__s64 v_75 = 0;
  27 | 			if (status_73 < 0) {
  27 | 				v_74 = 3;
  27 | 				v_75 = status_73;
     | 			} else {
  27 | 				v_74 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_74;
  13 | 			v_6 = v_75;
  13 | 			goto out_0;
     | 		}
  13 | 		case 22: {
  28 | 			stored_s64 = 196;
  28 | 			__s64 status_78 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  28 | 			__s64 v_79 = 0;
  28 | 			__s64 v_80 = 0;
  28 | 			if (status_78 < 0) {
  28 | 				v_79 = 3;
  28 | 				v_80 = status_78;
     | 			} else {
  28 | 				v_79 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_79;
  13 | 			v_6 = v_80;
  13 | 			goto out_0;
     | 		}
  13 | 		case 25: {
  29 | 			stored_s64 = 225;
  29 | 			__s64 status_83 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  29 | 			__s64 v_84 = 0;
  29 | 			__s64 v_85 = 0;
  29 | 			if (status_83 < 0) {
  29 | 				v_84 = 3;
  29 | 				v_85 = status_83;
     | 			} else {
  29 | 				v_84 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_84;
  13 | 			v_6 = v_85;
  13 | 			goto out_0;
     | 		}
  13 | 		case 28: {
  30 | 			stored_s64 = 256;
  30 | 			__s64 status_88 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  30 | 			__s64 v_89 = 0;
  30 | 			__s64 v_90 = 0;
  30 | 			if (status_88 < 0) {
  30 | 				v_89 = 3;
  30 | 				v_90 = status_88;
     | 			} else {
  30 | 				v_89 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_89;
  13 | 			v_6 = v_90;
  13 | 			goto out_0;
     | 		}
  13 | 		case 31: {
  31 | 			stored_s64 = 289;
  31 | 			__s64 status_93 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  31 | 			__s64 v_94 = 0;
  31 | 			__s64 v_95 = 0;
  31 | 			if (status_93 < 0) {
  31 | 				v_94 = 3;
  31 | 				v_95 = status_93;
     | 			} else {
  31 | 				v_94 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_94;
  13 | 			v_6 = v_95;
  13 | 			goto out_0;
     | 		}
  13 | 		case 34: {
  32 | 			stored_s64 = 324;
  32 | 			__s64 status_98 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  32 | 			__s64 v_99 = 0;
  32 | 			__s64 v_100 = 0;
  32 | 			if (status_98 < 0) {
  32 | 				v_99 = 3;
  32 | 				v_100 = status_98;
     | 			} else {
  32 | 				v_99 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_99;
  13 | 			v_6 = v_100;
  13 | 			goto out_0;
     | 		}
  13 | 		case 37: {
  33 | 			stored_s64 = 361;
  33 | 			__s64 status_103 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  33 | 			__s64 v_104 = 0;
  33 | 			__s64 v_105 = 0;
  33 | 			if (status_103 < 0) {
  33 | 				v_104 = 3;
  33 | 				v_105 = status_103;
     | 			} else {
  33 | 				v_104 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_104;
  13 | 			v_6 = v_105;
  13 | 			goto out_0;
     | 		}
  13 | 		case 40: {
  34 | 			stored_s64 = 400;
  34 | 			__s64 status_108 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  34 | 			__s64 v_109 = 0;
  34 | 			__s64 v_110 = 0;
  34 | 			if (status_108 < 0) {
  34 | 				v_109 = 3;
  34 | 				v_110 = status_108;
     | 			} else {
  34 | 				v_109 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_109;
  13 | 			v_6 = v_110;
  13 | 			goto out_0;
     | 		}
  13 | 		case 43: {
  35 | 			stored_s64 = 441;
  35 | 			__s64 status_113 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  35 | 			__s64 v_114 = 0;
  35 | 			__s64 v_115 = 0;
  35 | 			if (status_113 < 0) {
  35 | 				v_114 = 3;
  35 | 				v_115 = status_113;
     | 			} else {
  35 | 				v_114 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_114;
  13 | 			v_6 = v_115;
  13 | 			goto out_0;
     | 		}
  13 | 		case 46: {
  36 | 			stored_s64 = 484;
  36 | 			__s64 status_118 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  36 | 			__s64 v_119 = 0;
  36 | 			__s64 v_120 = 0;
  36 | 			if (status_118 < 0) {
  36 | 				v_119 = 3;
  36 | 				v_120 = status_118;
     | 			} else {
  36 | 				v_119 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_119;
  13 | 			v_6 = v_120;
  13 | 			goto out_0;
     | 		}
  13 | 		case 49: {
  37 | 			stored_s64 = 529;
  37 | 			__s64 status_123 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  37 | 			__s64 v_124 = 0;
  37 | 			__s64 v_125 = 0;
  37 | 			if (status_123 < 0) {
  37 | 				v_124 = 3;
  37 | 				v_125 = status_123;
     | 			} else {
  37 | 				v_124 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_124;
  13 | 			v_6 = v_125;
  13 | 			goto out_0;
     | 		}
  13 | 		case 52: {
  38 | 			stored_s64 = 576;
  38 | 			__s64 status_128 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  38 | 			__s64 v_129 = 0;
  38 | 			__s64 v_130 = 0;
  38 | 			if (status_128 < 0) {
  38 | 				v_129 = 3;
  38 | 				v_130 = status_128;
     | 			} else {
  38 | 				v_129 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_129;
  13 | 			v_6 = v_130;
  13 | 			goto out_0;
     | 		}
  13 | 		case 55: {
  39 | 			stored_s64 = 625;
  39 | 			__s64 status_133 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  39 | 			__s64 v_134 = 0;
  39 | 			__s64 v_135 = 0;
  39 | 			if (status_133 < 0) {
  39 | 				v_134 = 3;
  39 | 				v_135 = status_133;
     | 			} else {
  39 | 				v_134 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_134;
  13 | 			v_6 = v_135;
  13 | 			goto out_0;
     | 		}
  13 | 		case 58: {
  40 | 			stored_s64 = 676;
  40 | 			__s64 status_138 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  40 | 			__s64 v_139 = 0;
  40 | 			__s64 v_140 = 0;
  40 | 			if (status_138 < 0) {
  40 | 				v_139 = 3;
  40 | 				v_140 = status_138;
     | 			} else {
  40 | 				v_139 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_139;
  13 | 			v_6 = v_140;
  13 | 			goto out_0;
     | 		}
  13 | 		case 61: {
  41 | 			stored_s64 = 729;
  41 | 			__s64 status_143 = bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  41 | 			__s64 v_144 = 0;
  41 | 			__s64 v_145 = 0;
  41 | 			if (status_143 < 0) {
  41 | 				v_144 = 3;
  41 | 				v_145 = status_143;
     | 			} else {
  41 | 				v_144 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_144;
  13 | 			v_6 = v_145;
  13 | 			goto out_0;
     | 		}
  13 | 		case 64: {
  42 | 			stored_s64 = 784;
  42 | 			__s64 status_148 = bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  42 | 			__s64 v_149 = 0;
  42 | 			__s64 v_150 = 0;
  42 | 			if (status_148 < 0) {
  42 | 				v_149 = 3;
  42 | 				v_150 = status_148;
     | 			} else {
  42 | 				v_149 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_149;
  13 | 			v_6 = v_150;
  13 | 			goto out_0;
     | 		}
  13 | 		case 67: {
  43 | 			stored_s64 = 841;
  43 | 			__s64 status_153 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  43 | 			__s64 v_154 = 0;
  43 | 			__s64 v_155 = 0;
  43 | 			if (status_153 < 0) {
  43 | 				v_154 = 3;
  43 | 				v_155 = status_153;
     | 			} else {
  43 | 				v_154 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_154;
  13 | 			v_6 = v_155;
  13 | 			goto out_0;
     | 		}
  13 | 		case 70: {
  44 | 			stored_s64 = 900;
  44 | 			__s64 status_158 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  44 | 			__s64 v_159 = 0;
  44 | 			__s64 v_160 = 0;
  44 | 			if (status_158 < 0) {
  44 | 				v_159 = 3;
  44 | 				v_160 = status_158;
     | 			} else {
  44 | 				v_159 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_159;
  13 | 			v_6 = v_160;
  13 | 			goto out_0;
     | 		}
  13 | 		case 73: {
  45 | 			stored_s64 = 961;
  45 | 			__s64 status_163 = bpf_map_update_elem(&s, &slot_u32_14, &stored_s64, 0);
  45 | 			__s64 v_164 = 0;
  45 | 			__s64 v_165 = 0;
  45 | 			if (status_163 < 0) {
  45 | 				v_164 = 3;
  45 | 				v_165 = status_163;
     | 			} else {
  45 | 				v_164 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_164;
  13 | 			v_6 = v_165;
  13 | 			goto out_0;
     | 		}
  13 | 		case 76: {
  46 | 			stored_s64 = 1024;
  46 | 			__s64 status_168 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  46 | 			__s64 v_169 = 0;
  46 | 			__s64 v_170 = 0;
  46 | 			if (status_168 < 0) {
  46 | 				v_169 = 3;
  46 | 				v_170 = status_168;
     | 			} else {
  46 | 				v_169 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_169;
  13 | 			v_6 = v_170;
  13 | 			goto out_0;
     | 		}
  13 | 		case 79: {
  47 | 			stored_s64 = 1089;
  47 | 			__s64 status_173 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  47 | 			__s64 v_174 = 0;
  47 | 			__s64 v_175 = 0;
  47 | 			if (status_173 < 0) {
  47 | 				v_174 = 3;
  47 | 				v_175 = status_173;
     | 			} else {
  47 | 				v_174 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_174;
  13 | 			v_6 = v_175;
  13 | 			goto out_0;
     | 		}
  13 | 		case 1099511627775ll: {
  51 | 			stored_s64 = 1369;
  51 | 			__s64 status_193 = bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  51 | 			__s64 v_194 = 0;
  51 | 			__s64 v_195 = 0;
  51 | 			if (status_193 < 0) {
  51 | 				v_194 = 3;
  51 | 				v_195 = status_193;
     | 			} else {
  51 | 				v_194 = 1;
     | 			}
  13 | 			v_4 = 3;
  13 | 			v_5 = v_194;
  13 | 			v_6 = v_195;
  13 | 			goto out_0;
     | 		}
     | 		}
  13 | 		if (1000 < n_3) {
  13 | 			v_4 = 0;
  13 | 			v_5 = 0;
  13 | 			goto out_0;
     | 		}
  54 | 		__s64 v_203;
  54 | 		if (honey_raised_1(n_3, &v_203))
  54 | 			return 0;
  54 | 		stored_s64 = v_203;
  54 | 		__s64 status_204 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  54 | 		__s64 v_205 = 0;
  54 | 		__s64 v_206 = 0;
  54 | 		if (status_204 < 0) {
  54 | 			v_205 = 3;
  54 | 			v_206 = status_204;
     | 		} else {
  54 | 			v_205 = 1;
     | 		}
  13 | 		v_4 = 3;
  13 | 		v_5 = v_205;
  13 | 		v_6 = v_206;
     | 	}
     | 	out_0:;
  54 | 	return 0;
     | }
  55 | #pragma clang attribute pop
