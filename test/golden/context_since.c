     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | struct trace_event_raw_hrtimer_start {
     | 	__u8 was_armed;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_kmalloc {
     | 	__u64 gfp_flags;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("tracepoint/timer/hrtimer_start") int added(void *ctx)
     | {
   9 | 	__u64 stored_u64;
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 was_armed_0 = ((struct trace_event_raw_hrtimer_start *)ctx)->was_armed != 0;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 v_1 = 0;
   9 | 	__s64 v_2 = 0;
   9 | 	__s64 v_3 = 0;
   9 | 	if (was_armed_0) {
   9 | 		stored_u64 = 1;
   9 | 		__s64 status_5 = bpf_map_update_elem(&u, &slot_u32_0, &stored_u64, 0);
   9 | 		__s64 v_6 = 0;
   9 | 		__s64 v_7 = 0;
   9 | 		if (status_5 < 0) {
   9 | 			v_6 = 3;
   9 | 			v_7 = status_5;
     | 		} else {
   9 | 			v_6 = 1;
     | 		}
   9 | 		v_1 = 3;
   9 | 		v_2 = v_6;
   9 | 		v_3 = v_7;
     | 	} else {
   9 | 		v_1 = 2;
   9 | 		v_2 = 1;
     | 	}
   9 | 	return 0;
     | }
  12 | SEC("tracepoint/kmem/kmalloc") int changed(void *ctx)
     | {
  12 | 	__u64 stored_u64;
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  12 | 	__u64 gfp_flags_0 = ((struct trace_event_raw_kmalloc *)ctx)->gfp_flags;
  12 | 	asm volatile("" : : "i"(3));
  12 | 	stored_u64 = gfp_flags_0;
  12 | 	__s64 status_1 = bpf_map_update_elem(&u, &slot_u32_0, &stored_u64, 0);
  12 | 	__s64 v_2 = 0;
  12 | 	__s64 v_3 = 0;
  12 | 	if (status_1 < 0) {
  12 | 		v_2 = 3;
  12 | 		v_3 = status_1;
     | 	} else {
  12 | 		v_2 = 1;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop
