     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | struct trace_event_raw_btrfs_flush_space {
     | 	__u8 for_preempt;
     | 	__u64 flags;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_alarm_class {
     | 	void *alarm;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_mm_compaction_suitable_template {
     | 	enum __attribute__((packed)) { honey_enum_0 = 2147483647 } idx;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  17 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __u64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  17 | 	__u64 stored_u64;
  17 | 	__u32 key_u32_0 = key_0;
  17 | 	stored_u64 = value_1;
  17 | 	__s64 status_2 = bpf_map_update_elem(&u, &key_u32_0, &stored_u64, 0);
  17 | 	__s64 v_3 = 0;
  17 | 	__s64 v_4 = 0;
  17 | 	if (status_2 < 0) {
  17 | 		v_3 = 3;
  17 | 		v_4 = status_2;
     | 	} else {
  17 | 		v_3 = 1;
     | 	}
  17 | 	*result_0 = v_3;
  17 | 	*result_1 = v_4;
  17 | 	return 0;
     | }
   9 | SEC("tracepoint/btrfs/btrfs_flush_space") int boolean(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 for_preempt_0 = ((struct trace_event_raw_btrfs_flush_space *)ctx)->for_preempt != 0;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 v_1 = 0;
   9 | 	__s64 v_2 = 0;
   9 | 	__s64 v_3 = 0;
   9 | 	if (for_preempt_0) {
   9 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   9 | 		__u64 flags_5 = ((struct trace_event_raw_btrfs_flush_space *)ctx)->flags;
   9 | 		asm volatile("" : : "i"(3));
   9 | 		__s64 v_6;
   9 | 		__s64 v_7;
   9 | 		honey_put_1(0, flags_5, &v_6, &v_7);
   9 | 		v_1 = 3;
   9 | 		v_2 = v_6;
   9 | 		v_3 = v_7;
     | 	} else {
   9 | 		v_1 = 2;
   9 | 		v_2 = 1;
     | 	}
   9 | 	return 0;
     | }
  12 | SEC("tracepoint/alarmtimer/alarmtimer_cancel") int pointer(void *ctx)
     | {
  12 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  12 | 	__u64 alarm_0 = (__u64)((struct trace_event_raw_alarm_class *)ctx)->alarm;
  12 | 	asm volatile("" : : "i"(5));
  12 | 	__s64 v_1;
  12 | 	__s64 v_2;
  12 | 	honey_put_1(1, alarm_0, &v_1, &v_2);
  12 | 	return 0;
     | }
  17 | static inline __attribute__((always_inline)) int honey_put_4(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  17 | 	__u64 stored_u64;
  17 | 	__u32 key_u32_0 = key_0;
  17 | 	stored_u64 = value_1;
  17 | 	__s64 status_2 = bpf_map_update_elem(&u, &key_u32_0, &stored_u64, 0);
  17 | 	__s64 v_3 = 0;
  17 | 	__s64 v_4 = 0;
  17 | 	if (status_2 < 0) {
  17 | 		v_3 = 3;
  17 | 		v_4 = status_2;
     | 	} else {
  17 | 		v_3 = 1;
     | 	}
  17 | 	*result_0 = v_3;
  17 | 	*result_1 = v_4;
  17 | 	return 0;
     | }
  15 | SEC("tracepoint/compaction/mm_compaction_finished") int enumeration(void *ctx)
     | {
  15 | 	asm volatile("" : "+r"(ctx) : "i"(6));
  15 | 	__s64 idx_0 = (__u32)((struct trace_event_raw_mm_compaction_suitable_template *)ctx)->idx;
  15 | 	asm volatile("" : : "i"(7));
  15 | 	__s64 v_1;
  15 | 	__s64 v_2;
  15 | 	honey_put_4(2, idx_0, &v_1, &v_2);
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop
