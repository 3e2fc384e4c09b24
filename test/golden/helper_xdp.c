     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_redirect)(__u32 ifindex, __u64 flags) = (void *)23;
     | static long (*bpf_xdp_adjust_head)(void *ctx, __s32 delta) = (void *)44;
     | static long (*bpf_xdp_adjust_meta)(void *ctx, __s32 delta) = (void *)54;
     | static long (*bpf_xdp_adjust_tail)(void *ctx, __s32 delta) = (void *)65;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("xdp") int cuts(void *ctx)
     | {
   7 | 	__s64 status_0 = bpf_xdp_adjust_tail(ctx, (-4));
   7 | 	__s64 v_1 = 0;
   7 | 	__s64 v_2 = 0;
   7 | 	if (status_0 < 0) {
   7 | 		v_1 = 3;
   7 | 		v_2 = status_0;
     | 	} else {
   7 | 		v_1 = 1;
     | 	}
   7 | 	__s64 v_4 = 0;
   7 | 	if (v_1 == 1) {
   8 | 		__s64 v_6 = bpf_redirect(7, 0);
   7 | 		v_4 = v_6;
     | 	} else {
   7 | 		v_4 = 1;
     | 	}
   9 | 	return v_4;
     | }
  14 | SEC("xdp") int moves(void *ctx)
     | {
  15 | 	__s64 status_0 = bpf_xdp_adjust_meta(ctx, (-8));
  15 | 	__s64 v_1 = 0;
  15 | 	__s64 v_2 = 0;
  15 | 	if (status_0 < 0) {
  15 | 		v_1 = 3;
  15 | 		v_2 = status_0;
     | 	} else {
  15 | 		v_1 = 1;
     | 	}
  15 | 	__s64 v_4 = 0;
  15 | 	__s64 v_5 = 0;
  15 | 	__s64 v_6 = 0;
  15 | 	if (v_1 == 1) {
  16 | 		__s64 status_8 = bpf_xdp_adjust_head(ctx, 14);
  16 | 		__s64 v_9 = 0;
  16 | 		__s64 v_10 = 0;
  16 | 		if (status_8 < 0) {
  16 | 			v_9 = 3;
  16 | 			v_10 = status_8;
     | 		} else {
  16 | 			v_9 = 1;
     | 		}
  16 | 		__s64 v_12 = 0;
  16 | 		__s64 v_13 = 0;
  16 | 		__s64 v_14 = 0;
  16 | 		if (v_9 == 1) {
  16 | 			v_12 = 4;
  16 | 			v_13 = 2;
     | 		} else {
  16 | 			v_12 = 5;
  16 | 			v_14 = v_10;
     | 		}
  15 | 		v_4 = v_12;
  15 | 		v_5 = v_13;
  15 | 		v_6 = v_14;
     | 	} else {
  15 | 		v_4 = 5;
  15 | 		v_6 = v_2;
     | 	}
  15 | 	__s64 v_16 = 0;
  15 | 	if (v_4 == 4) {
  15 | 		v_16 = v_5;
     | 	} else {
  15 | 		v_16 = 1;
     | 	}
  19 | 	return v_16;
     | }
  20 | #pragma clang attribute pop
