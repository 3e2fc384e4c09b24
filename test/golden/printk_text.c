     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u32 kind;
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[1u];
     | } events SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1u];
     | } counts SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_0 = 0;
  13 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  13 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  13 | 	if (found_0)
  13 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 8);
  14 | 	static const char format_2[] = "plain \"text\"";
  14 | 	bpf_trace_printk(format_2, sizeof(format_2));
  15 | 	char comm_3[16] __attribute__((aligned(8)));
  15 | 	bpf_get_current_comm(comm_3, 16);
  15 | 	__u64 *found_4 = bpf_map_lookup_elem(&counts, &slot_u32_0);
  15 | 	__u64 v_5 = 0;
  15 | 	if (found_4) {
  15 | 		__u64 v_6 = *found_4;
  15 | 		v_5 = v_6;
     | 	}
  15 | 	static const char format_7[] = "golden %s %llu";
  15 | 	bpf_trace_printk(format_7, sizeof(format_7), comm_3, v_5);
  16 | 	__s64 pid_8 = event__1.pid;
  16 | 	__s64 kind_9 = event__1.kind;
  16 | 	__s64 v_10 = (-2147483648);
  16 | 	if (kind_9 == 0) {
  16 | 		v_10 = 7;
     | 	}
  16 | 	if (kind_9 == 1) {
  16 | 		v_10 = 8;
     | 	}
  16 | 	if (v_10 == (-2147483648)) {
  16 | 		honey_raise(0);
  16 | 		return 0;
     | 	}
  16 | 	char text_14[8] __attribute__((aligned(8))) = "";
  16 | 	if (v_10 == 7) {
  16 | 		static const char text_16[8] __attribute__((aligned(8))) = "\145\170\145\143";
  16 | 		*(__u64 *)(text_14 + 0) = *(const __u64 *)(text_16 + 0);
     | 	}
  16 | 	if (v_10 == 8) {
  16 | 		static const char text_18[8] __attribute__((aligned(8))) = "\145\170\151\164";
  16 | 		*(__u64 *)(text_14 + 0) = *(const __u64 *)(text_18 + 0);
     | 	}
  16 | 	__s64 pid_19 = event__1.pid;
  16 | 	__s64 v_20 = 7 < pid_19;
  16 | 	char text_21[8] __attribute__((aligned(8))) = "";
  16 | 	if (v_20 == 0) {
  16 | 		static const char text_23[8] __attribute__((aligned(8))) = "\146\141\154\163\145";
  16 | 		*(__u64 *)(text_21 + 0) = *(const __u64 *)(text_23 + 0);
     | 	}
  16 | 	if (v_20 == 1) {
  16 | 		static const char text_25[8] __attribute__((aligned(8))) = "\164\162\165\145";
  16 | 		*(__u64 *)(text_21 + 0) = *(const __u64 *)(text_25 + 0);
     | 	}
  16 | 	static const char format_26[] = "pid %lld kind %s! %s";
  16 | 	bpf_trace_printk(format_26, sizeof(format_26), pid_8, text_14, text_21);
  18 | 	static const char format_27[] = "%lld";
  18 | 	__s64 status_27 = bpf_trace_printk(format_27, sizeof(format_27), (__s64)(-1));
  18 | 	__s64 written_28 = 0;
  18 | 	__s64 v_29 = 0;
  18 | 	__s64 v_30 = 0;
  18 | 	if (status_27 < 0) {
  18 | 		v_29 = 3;
  18 | 		v_30 = status_27;
     | 	} else {
  18 | 		written_28 = status_27;
     | 	}
  18 | 	__s64 v_32 = 0;
  18 | 	if (v_29 == 3) {
  18 | 		v_32 = 1;
     | 	} else {
  18 | 		v_32 = written_28;
     | 	}
  20 | 	return v_32;
     | }
  21 | #pragma clang attribute pop
