     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u32 count;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } counts SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  17 | 	__u32 slot_u32_1 = 2;
  15 | 	__u32 slot_u32_0 = 1;
  11 | 	struct honey_Event event__0 __attribute__((aligned(8))) = {};
  11 | 	event__0.pid = 1;
  15 | 	__u64 *found_4 = bpf_map_lookup_elem(&counts, &slot_u32_0);
  15 | 	__u64 v_5 = 2;
  15 | 	if (found_4) {
  15 | 		__u64 v_7 = *found_4;
  15 | 		v_5 = v_7;
     | 	}
  16 | 	bpf_ktime_get_ns();
  17 | 	__s64 status_9 = bpf_map_delete_elem(&counts, &slot_u32_0);
  17 | 	__s64 v_10 = 0;
  17 | 	__s64 v_11 = 0;
  17 | 	if (status_9 < 0) {
  17 | 		v_10 = 3;
  17 | 		v_11 = status_9;
     | 	} else {
  17 | 		v_10 = 1;
     | 	}
  17 | 	__s64 status_13 = bpf_map_delete_elem(&counts, &slot_u32_1);
  17 | 	__s64 v_14 = 0;
  17 | 	__s64 v_15 = 0;
  17 | 	if (status_13 < 0) {
  17 | 		v_14 = 3;
  17 | 		v_15 = status_13;
     | 	} else {
  17 | 		v_14 = 1;
     | 	}
  20 | 	__s64 count_17 = event__0.count;
  20 | 	stored_u64 = count_17;
  20 | 	bpf_map_update_elem(&counts, &slot_u32_0, &stored_u64, 0);
  21 | 	bpf_map_delete_elem(&counts, &slot_u32_0);
  22 | 	static const char format_20[] = "hello";
  22 | 	bpf_trace_printk(format_20, sizeof(format_20));
     | 	{
  23 | 		for (__s64 turn_21 = 0; turn_21 < 2; turn_21++) {
  23 | 			asm volatile("" : "+r"(turn_21));
     | 			{
  23 | 				__s64 key_22 = 0;
  23 | 				if (turn_21 == 0) {
  23 | 					key_22 = 1;
     | 				} else {
  23 | 					key_22 = 2;
     | 				}
  23 | 				__u32 key_u32_3 = key_22;
  23 | 				bpf_map_delete_elem(&counts, &key_u32_3);
  23 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  24 | 	__s64 status_25 = bpf_map_delete_elem(&counts, &slot_u32_0);
  24 | 	__s64 v_26 = 0;
  24 | 	__s64 v_27 = 0;
  24 | 	if (status_25 < 0) {
  24 | 		v_26 = 3;
  24 | 		v_27 = status_25;
     | 	} else {
  24 | 		v_26 = 1;
     | 	}
  24 | 	__s64 status_29 = bpf_map_delete_elem(&counts, &slot_u32_1);
  24 | 	__s64 v_30 = 0;
  24 | 	__s64 v_31 = 0;
  24 | 	if (status_29 < 0) {
  24 | 		v_30 = 3;
  24 | 		v_31 = status_29;
     | 	} else {
  24 | 		v_30 = 1;
     | 	}
  25 | 	__s64 pid_33 = event__0.pid;
  25 | 	return pid_33;
     | }
  26 | #pragma clang attribute pop
