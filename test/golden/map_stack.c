     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_stackid)(void *ctx, void *map, __u64 flags) = (void *)27;
     | struct {
     | 	int (*type)[7];
     | 	__u32 *key;
     | 	__u64 (*value)[127];
     | 	int (*max_entries)[128u];
     | } stacks SEC(".maps");
     | struct {
     | 	int (*type)[7];
     | 	__u32 *key;
     | 	__u64 (*value)[8];
     | 	int (*max_entries)[128u];
     | } shallow SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[128u];
     | } counts SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  11 | 	__s64 status_0 = bpf_get_stackid(ctx, &stacks, 0);
  11 | 	__s64 id_1 = 0;
  11 | 	__s64 v_2 = 0;
  11 | 	__s64 v_3 = 0;
  11 | 	if (status_0 < 0) {
  11 | 		v_2 = 3;
  11 | 		v_3 = status_0;
     | 	} else {
  11 | 		id_1 = status_0;
     | 	}
  11 | 	__u32 id_u32_0 = id_1;
  11 | 	if (!(v_2 == 3)) {
  13 | 		stored_u64 = 1;
  13 | 		bpf_map_update_elem(&counts, &id_u32_0, &stored_u64, 0);
     | 	}
  16 | 	bpf_get_stackid(ctx, &shallow, 256);
  17 | 	__s64 status_10 = bpf_get_stackid(ctx, &shallow, 1024);
  17 | 	__s64 v_11 = 0;
  17 | 	__s64 v_12 = 0;
  17 | 	__s64 v_13 = 0;
  17 | 	if (status_10 < 0) {
  17 | 		v_12 = 3;
  17 | 		v_13 = status_10;
     | 	} else {
  17 | 		v_11 = status_10;
     | 	}
  17 | 	if (v_12 == 0) {
  17 | 		return v_11;
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop
