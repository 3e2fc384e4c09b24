     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_probe_read_user)(void *buffer, __u32 type, const void *address) = (void *)112;
     | static __u64 (*bpf_get_current_ancestor_cgroup_id)(__s32 level) = (void *)123;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 1;
   9 | 	bpf_get_current_ancestor_cgroup_id(4294967296ll);
  10 | 	__u64 *found_1 = bpf_map_lookup_elem(&h, &slot_u32_0);
  10 | 	__u64 v_2 = 2;
  10 | 	__s64 v_3 = !found_1;
  10 | 	if (found_1) {
  10 | 		__u64 v_4 = *found_1;
  10 | 		v_2 = v_4;
     | 	}
  10 | 	if (v_3) {
  10 | 		honey_raise(0);
  10 | 		return 0;
     | 	}
  10 | 	__s64 status_6 = 0;
  10 | 	__u32 filled_7;
  10 | 	status_6 = bpf_probe_read_user(&filled_7, 4, (const void *)v_2);
  10 | 	__s64 v_7 = filled_7;
  10 | 	__s64 v_8 = 0;
  10 | 	if (status_6 < 0) {
  10 | 		v_8 = 3;
     | 	}
  10 | 	if (v_8 == 0) {
  10 | 		return v_7;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop
