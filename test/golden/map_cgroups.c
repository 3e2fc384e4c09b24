     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_current_task_under_cgroup)(void *map, __u32 index) = (void *)37;
     | static long (*bpf_redirect_map)(void *map, __u64 key, __u64 flags) = (void *)51;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct {
     | 	int (*type)[8];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[2u];
     | } groups SEC(".maps");
     | struct {
     | 	int (*type)[17];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[64u];
     | } sockets SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("tracepoint/raw_syscalls/sys_enter") int on_enter(void *ctx)
     | {
  11 | 	__s64 status_0 = bpf_current_task_under_cgroup(&groups, 1);
  11 | 	__s64 v_1 = 0;
  11 | 	__s64 v_2 = 0;
  11 | 	__s64 v_3 = 0;
  11 | 	if (status_0 < 0) {
  11 | 		v_2 = 3;
  11 | 		v_3 = status_0;
     | 	} else {
  11 | 		v_1 = status_0;
     | 	}
  11 | 	__s64 v_5 = 0;
  11 | 	if ((v_2 == 0) && (v_1 == 1)) {
  11 | 		v_5 = 1;
     | 	} else {
  11 | 		if ((v_2 == 0) && (v_1 == 0)) {
  11 | 			v_5 = 0;
     | 		} else {
  11 | 			if ((v_2 == 3) && (v_3 == (-11))) {
  11 | 				v_5 = 2;
     | 			} else {
  11 | 				if (v_2 == 3) {
  11 | 					v_5 = 3;
     | 				} else {
  11 | 					honey_raise(0);
  11 | 					return 0;
     | 				}
     | 			}
     | 		}
     | 	}
  15 | 	return v_5;
     | }
  20 | SEC("xdp") int on_packet(void *ctx)
     | {
  21 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  21 | 	asm("" : "+r"(length_0));
  21 | 	__builtin_assume(length_0 == (__s32)length_0);
  21 | 	__s64 packet_0 = length_0 * 8;
  21 | 	__s64 v_1 = 0;
  21 | 	__s64 matches_9 = 0;
     | 	{
  21 | 		if (packet_0 < 112) {
  21 | 			goto out_0;
     | 		}
  21 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
  21 | 		asm volatile("" : "+r"(bytes_3));
  21 | 		if (bytes_3 + 14 > honey_packet_end(ctx))
  21 | 			goto out_0;
  21 | 		__u64 v_4 = __builtin_bswap16(*(const __u16 *)(bytes_3 + 12));
  21 | 		__s64 v_5 = (__s64)v_4;
  21 | 		if (v_5 != 2048) {
  21 | 			goto out_0;
     | 		}
  21 | 		matches_9 = 1;
     | 	}
     | 	out_0:;
  21 | 	if (matches_9) {
  23 | 		asm volatile("" : "+r"(ctx) : "i"(0));
  23 | 		__s64 rx_queue_index_10 = *(__u32 *)((char *)ctx + 16);
  23 | 		asm volatile("" : : "i"(1));
  23 | 		__s64 v_11 = bpf_redirect_map(&sockets, rx_queue_index_10, 2);
  21 | 		v_1 = v_11;
     | 	} else {
  21 | 		v_1 = 2;
     | 	}
  25 | 	return v_1;
     | }
  26 | #pragma clang attribute pop
