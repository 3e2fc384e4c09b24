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
  11 | 	struct honey_Event event_0 __attribute__((aligned(8))) = {};
  11 | 	event_0.pid = 1;
  15 | 	__u64 *found_4 = bpf_map_lookup_elem(&counts, &slot_u32_0);
  15 | 	__u64 v_5 = 2;
  15 | 	if (found_4) {
  15 | 		__u64 v_7 = *found_4;
  15 | 		v_5 = v_7;
     | 	}
  16 | 	bpf_ktime_get_ns();
  17 | 	__s64 v_9 = 0;
  17 | 	__s64 v_10 = 0;
  17 | 	__s64 status_11 = bpf_map_delete_elem(&counts, &slot_u32_0);
  17 | 	__s64 v_12 = 0;
  17 | 	__s64 v_13 = 0;
  17 | 	if (status_11 < 0) {
  17 | 		v_12 = 3;
  17 | 		v_13 = status_11;
     | 	} else {
  17 | 		v_12 = 1;
     | 	}
  17 | 	v_9 = v_12;
  17 | 	v_10 = v_13;
  17 | 	__s64 v_15 = 0;
  17 | 	__s64 v_16 = 0;
  17 | 	__s64 status_17 = bpf_map_delete_elem(&counts, &slot_u32_1);
  17 | 	__s64 v_18 = 0;
  17 | 	__s64 v_19 = 0;
  17 | 	if (status_17 < 0) {
  17 | 		v_18 = 3;
  17 | 		v_19 = status_17;
     | 	} else {
  17 | 		v_18 = 1;
     | 	}
  17 | 	v_15 = v_18;
  17 | 	v_16 = v_19;
  20 | 	__s64 count_21 = event_0.count;
  20 | 	stored_u64 = count_21;
  20 | 	bpf_map_update_elem(&counts, &slot_u32_0, &stored_u64, 0);
  21 | 	bpf_map_delete_elem(&counts, &slot_u32_0);
  22 | 	static const char format_24[] = "hello";
  22 | 	bpf_trace_printk(format_24, sizeof(format_24));
     | 	{
  23 | 		for (__s64 turn_25 = 0; turn_25 < 2; turn_25++) {
  23 | 			asm volatile("" : "+r"(turn_25));
     | 			{
  23 | 				__s64 key_26 = 0;
  23 | 				if (turn_25 == 0) {
  23 | 					key_26 = 1;
     | 				} else {
  23 | 					key_26 = 2;
     | 				}
  23 | 				__u32 key_u32_3 = key_26;
  23 | 				bpf_map_delete_elem(&counts, &key_u32_3);
  23 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  24 | 	__s64 v_29 = 0;
  24 | 	__s64 v_30 = 0;
  24 | 	__s64 status_31 = bpf_map_delete_elem(&counts, &slot_u32_0);
  24 | 	__s64 v_32 = 0;
  24 | 	__s64 v_33 = 0;
  24 | 	if (status_31 < 0) {
  24 | 		v_32 = 3;
  24 | 		v_33 = status_31;
     | 	} else {
  24 | 		v_32 = 1;
     | 	}
  24 | 	v_29 = v_32;
  24 | 	v_30 = v_33;
  24 | 	__s64 v_35 = 0;
  24 | 	__s64 v_36 = 0;
  24 | 	__s64 status_37 = bpf_map_delete_elem(&counts, &slot_u32_1);
  24 | 	__s64 v_38 = 0;
  24 | 	__s64 v_39 = 0;
  24 | 	if (status_37 < 0) {
  24 | 		v_38 = 3;
  24 | 		v_39 = status_37;
     | 	} else {
  24 | 		v_38 = 1;
     | 	}
  24 | 	v_35 = v_38;
  24 | 	v_36 = v_39;
  25 | 	__s64 pid_41 = event_0.pid;
  25 | 	return pid_41;
     | }
  26 | #pragma clang attribute pop
