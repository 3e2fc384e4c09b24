     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&u, &slot_u32_0);
   9 | 	__u64 u_1 = 0;
   9 | 	if (found_0) {
   9 | 		__u64 v_2 = *found_0;
   9 | 		u_1 = v_2;
     | 	}
  10 | 	static const char format_3[] = "plain\t\"quoted\"\\ 100%%";
  10 | 	bpf_trace_printk(format_3, sizeof(format_3));
  11 | 	__s64 v_4 = bpf_get_smp_processor_id();
  11 | 	static const char format_5[] = "%llu %llu %llx";
  11 | 	bpf_trace_printk(format_5, sizeof(format_5), u_1, v_4, (__s64)(-1));
  12 | 	static const char format_6[] = "list form %llu";
  12 | 	bpf_trace_printk(format_6, sizeof(format_6), u_1);
  14 | 	static const char format_7[] = "checked";
  14 | 	__s64 status_7 = bpf_trace_printk(format_7, sizeof(format_7));
  14 | 	__s64 written_8 = 0;
  14 | 	__s64 v_9 = 0;
  14 | 	__s64 v_10 = 0;
  14 | 	if (status_7 < 0) {
  14 | 		v_9 = 3;
  14 | 		v_10 = status_7;
     | 	} else {
  14 | 		written_8 = status_7;
     | 	}
  14 | 	__s64 v_12 = 0;
  14 | 	if (v_9 == 3) {
  14 | 		v_12 = 1;
     | 	} else {
  14 | 		v_12 = written_8;
     | 	}
  16 | 	return v_12;
     | }
  17 | #pragma clang attribute pop
