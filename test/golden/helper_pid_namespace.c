     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_ns_current_pid_tgid)(__u64 device, __u64 inode, void *ids, __u32 size) = (void *)120;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[64u];
     | } found SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u32 stored_u32;
   9 | 	__s64 status_0 = 0;
   9 | 	__u64 filled_1 = 0;
   9 | 	status_0 = bpf_get_ns_current_pid_tgid(4, 4026531836ll, &filled_1, 8);
   9 | 	__u64 ids_1 = filled_1;
   9 | 	__s64 v_2 = 0;
   9 | 	if (status_0 < 0) {
   9 | 		v_2 = 3;
     | 	}
   9 | 	__s64 v_4 = 0;
   9 | 	__s64 v_5 = 0;
   9 | 	__s64 v_6 = 0;
   9 | 	if (v_2 == 3) {
   9 | 		v_4 = status_0;
   9 | 		v_5 = 1;
     | 	} else {
  11 | 		__u32 slot_u32_0 = (ids_1 >> 32);
  11 | 		stored_u32 = ids_1 & 4294967295ll;
  11 | 		__s64 status_12 = bpf_map_update_elem(&found, &slot_u32_0, &stored_u32, 0);
  11 | 		__s64 v_13 = 0;
  11 | 		__s64 v_14 = 0;
  11 | 		if (status_12 < 0) {
  11 | 			v_13 = 3;
  11 | 			v_14 = status_12;
     | 		} else {
  11 | 			v_13 = 1;
     | 		}
   9 | 		v_4 = 3;
   9 | 		v_5 = v_13;
   9 | 		v_6 = v_14;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop
