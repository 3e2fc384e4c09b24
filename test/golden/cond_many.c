     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  55 | 	__u32 slot_u32_2 = 1;
  50 | 	__u32 slot_u32_1 = 3;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  52 | 	__s64 kind_3 = 0;
     | 	{
  14 | 		if (n_1 == 0) {
  14 | 			kind_3 = 0;
  14 | 			goto out_0;
     | 		}
  15 | 		if (n_1 == 7) {
  15 | 			kind_3 = 1;
  15 | 			goto out_0;
     | 		}
  16 | 		if (n_1 == 14) {
  16 | 			kind_3 = 4;
  16 | 			goto out_0;
     | 		}
  17 | 		if (n_1 == 21) {
  17 | 			kind_3 = 9;
  17 | 			goto out_0;
     | 		}
  18 | 		if (n_1 == 28) {
  18 | 			kind_3 = 16;
  18 | 			goto out_0;
     | 		}
  19 | 		if (n_1 == 35) {
  19 | 			kind_3 = 25;
  19 | 			goto out_0;
     | 		}
  20 | 		if (n_1 == 42) {
  20 | 			kind_3 = 36;
  20 | 			goto out_0;
     | 		}
  21 | 		if (n_1 == 49) {
  21 | 			kind_3 = 49;
  21 | 			goto out_0;
     | 		}
  22 | 		if (n_1 == 56) {
  22 | 			kind_3 = 64;
  22 | 			goto out_0;
     | 		}
  23 | 		if (n_1 == 63) {
  23 | 			kind_3 = 81;
  23 | 			goto out_0;
     | 		}
  24 | 		if (n_1 == 70) {
  24 | 			kind_3 = 100;
  24 | 			goto out_0;
     | 		}
  25 | 		if (n_1 == 77) {
  25 | 			kind_3 = 121;
  25 | 			goto out_0;
     | 		}
  26 | 		if (n_1 == 84) {
  26 | 			kind_3 = 144;
  26 | 			goto out_0;
     | 		}
  27 | 		if (n_1 == 91) {
  27 | 			kind_3 = 169;
  27 | 			goto out_0;
     | 		}
  28 | 		if (n_1 == 98) {
  28 | 			kind_3 = 196;
  28 | 			goto out_0;
     | 		}
  29 | 		if (n_1 == 105) {
  29 | 			kind_3 = 225;
  29 | 			goto out_0;
     | 		}
  30 | 		if (n_1 == 112) {
  30 | 			kind_3 = 256;
  30 | 			goto out_0;
     | 		}
  31 | 		if (n_1 == 119) {
  31 | 			kind_3 = 289;
  31 | 			goto out_0;
     | 		}
  32 | 		if (n_1 == 126) {
  32 | 			kind_3 = 324;
  32 | 			goto out_0;
     | 		}
  33 | 		if (n_1 == 133) {
  33 | 			kind_3 = 361;
  33 | 			goto out_0;
     | 		}
  34 | 		if (n_1 == 140) {
  34 | 			kind_3 = 400;
  34 | 			goto out_0;
     | 		}
  35 | 		if (n_1 == 147) {
  35 | 			kind_3 = 441;
  35 | 			goto out_0;
     | 		}
  36 | 		if (n_1 == 154) {
  36 | 			kind_3 = 484;
  36 | 			goto out_0;
     | 		}
  37 | 		if (n_1 == 161) {
  37 | 			kind_3 = 529;
  37 | 			goto out_0;
     | 		}
  38 | 		if (n_1 == 168) {
  38 | 			kind_3 = 576;
  38 | 			goto out_0;
     | 		}
  39 | 		if (n_1 == 175) {
  39 | 			kind_3 = 625;
  39 | 			goto out_0;
     | 		}
  40 | 		if (n_1 == 182) {
  40 | 			kind_3 = 676;
  40 | 			goto out_0;
     | 		}
  41 | 		if (n_1 == 189) {
  41 | 			kind_3 = 729;
  41 | 			goto out_0;
     | 		}
  42 | 		if (n_1 == 196) {
  42 | 			kind_3 = 784;
  42 | 			goto out_0;
     | 		}
  43 | 		if (n_1 == 203) {
  43 | 			kind_3 = 841;
  43 | 			goto out_0;
     | 		}
  44 | 		if (n_1 == 210) {
  44 | 			kind_3 = 900;
  44 | 			goto out_0;
     | 		}
  45 | 		if (n_1 == 217) {
  45 | 			kind_3 = 961;
  45 | 			goto out_0;
     | 		}
  46 | 		if (n_1 == 224) {
  46 | 			kind_3 = 1024;
  46 | 			goto out_0;
     | 		}
  47 | 		if (n_1 == 231) {
  47 | 			kind_3 = 1089;
  47 | 			goto out_0;
     | 		}
  48 | 		if (n_1 == 238) {
  48 | 			kind_3 = 1156;
  48 | 			goto out_0;
     | 		}
  49 | 		if (n_1 == 245) {
  49 | 			kind_3 = 1225;
  49 | 			goto out_0;
     | 		}
  50 | 		__s64 *found_112 = bpf_map_lookup_elem(&s, &slot_u32_1);
  50 | 		__s64 found_113 = 0;
  50 | 		if (found_112) {
  50 | 			__s64 v_114 = *found_112;
  50 | 			found_113 = v_114;
     | 		}
  50 | 		kind_3 = found_113;
     | 	}
     | 	out_0:;
  55 | 	stored_s64 = kind_3;
  55 | 	__s64 status_115 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  55 | 	__s64 v_116 = 0;
  55 | 	__s64 v_117 = 0;
  55 | 	if (status_115 < 0) {
  55 | 		v_116 = 3;
  55 | 		v_117 = status_115;
     | 	} else {
  55 | 		v_116 = 1;
     | 	}
  55 | 	return 0;
     | }
  56 | #pragma clang attribute pop
