     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  19 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __u64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  19 | 	__s64 stored_s64;
  19 | 	__u32 key_u32_0 = key_0;
  19 | 	stored_s64 = value_1;
  19 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  19 | 	__s64 v_3 = 0;
  19 | 	__s64 v_4 = 0;
  19 | 	if (status_2 < 0) {
  19 | 		v_3 = 3;
  19 | 		v_4 = status_2;
     | 	} else {
  19 | 		v_3 = 1;
     | 	}
  19 | 	*result_0 = v_3;
  19 | 	*result_1 = v_4;
  19 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int switch_x3f(void *ctx)
     | {
   9 | 	__u64 v_0 = bpf_ktime_get_ns();
   9 | 	__s64 v_1;
   9 | 	__s64 v_2;
   9 | 	honey_put_1(0, v_0, &v_1, &v_2);
   9 | 	return 0;
     | }
  19 | static inline __attribute__((always_inline)) int honey_put_3(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  19 | 	__s64 stored_s64;
  19 | 	__u32 key_u32_0 = key_0;
  19 | 	stored_s64 = value_1;
  19 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  19 | 	__s64 v_3 = 0;
  19 | 	__s64 v_4 = 0;
  19 | 	if (status_2 < 0) {
  19 | 		v_3 = 3;
  19 | 		v_4 = status_2;
     | 	} else {
  19 | 		v_3 = 1;
     | 	}
  19 | 	*result_0 = v_3;
  19 | 	*result_1 = v_4;
  19 | 	return 0;
     | }
  12 | SEC("raw_tracepoint/sched_wakeup") int a_name_longer_than_the_kernel_keeps_x21(void *ctx)
     | {
  12 | 	__s64 v_0 = bpf_get_smp_processor_id();
  12 | 	__s64 v_1;
  12 | 	__s64 v_2;
  12 | 	honey_put_3(1, v_0, &v_1, &v_2);
  12 | 	return 0;
     | }
  15 | SEC("tp/sched/sched_switch") int main_(void *ctx)
     | {
  15 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  15 | 	__s64 next_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  15 | 	asm volatile("" : : "i"(1));
  15 | 	__s64 v_1;
  15 | 	__s64 v_2;
  15 | 	honey_put_3(2, next_pid_0, &v_1, &v_2);
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop
