     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_probe_read)(void *buffer, __u32 type, const void *address) = (void *)4;
     | static __u64 (*bpf_get_current_task)(void) __attribute__((const)) = (void *)35;
     | static long (*bpf_probe_read_user)(void *buffer, __u32 type, const void *address) = (void *)112;
     | static long (*bpf_probe_read_kernel)(void *buffer, __u32 type, const void *address) = (void *)113;
     | static long (*bpf_copy_from_user)(void *buffer, __u32 type, const void *address) = (void *)148;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[64u];
     | } found SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
  14 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 task_0 = bpf_get_current_task();
  11 | 	__s64 status_2 = 0;
  11 | 	__s32 filled_3;
  11 | 	status_2 = bpf_probe_read_kernel(&filled_3, 4, (const void *)(task_0 + 24));
  11 | 	__s64 number_3 = filled_3;
  11 | 	__s64 v_4 = 0;
  11 | 	if (status_2 < 0) {
  11 | 		v_4 = 3;
     | 	}
  11 | 	if (!((v_4 == 3) && (status_2 == (-14)))) {
  11 | 		if (!(v_4 == 3)) {
  14 | 			stored_s64 = number_3;
  14 | 			bpf_map_update_elem(&found, &slot_u32_0, &stored_s64, 0);
     | 		}
     | 	}
  17 | 	__s64 status_15 = 0;
  17 | 	__u8 filled_16;
  17 | 	status_15 = bpf_probe_read_user(&filled_16, 1, (const void *)task_0);
  17 | 	__s64 user_16 = filled_16;
  17 | 	__u32 user_u32_2 = user_16;
  17 | 	__s64 user_part_17 = 0;
  17 | 	if (status_15 < 0) {
  17 | 		user_part_17 = 3;
     | 	}
  17 | 	__s64 v_19 = 0;
  17 | 	__s64 v_20 = 0;
  17 | 	if (user_part_17 == 0) {
  18 | 		__s64 status_22 = 0;
  18 | 		__u64 filled_23;
  18 | 		status_22 = bpf_probe_read(&filled_23, 8, (const void *)task_0);
  18 | 		__u64 either_23 = filled_23;
  18 | 		__s64 either_part_24 = 0;
  18 | 		if (status_22 < 0) {
  18 | 			either_part_24 = 3;
     | 		}
  18 | 		__s64 v_26 = 0;
  18 | 		__s64 v_27 = 0;
  18 | 		if (either_part_24 == 0) {
  19 | 			stored_s64 = either_23;
  19 | 			__s64 status_29 = bpf_map_update_elem(&found, &user_u32_2, &stored_s64, 0);
  19 | 			__s64 v_30 = 0;
  19 | 			__s64 v_31 = 0;
  19 | 			if (status_29 < 0) {
  19 | 				v_30 = 3;
  19 | 				v_31 = status_29;
     | 			} else {
  19 | 				v_30 = 1;
     | 			}
  18 | 			v_26 = v_30;
  18 | 			v_27 = v_31;
     | 		} else {
  18 | 			v_26 = 3;
  18 | 			v_27 = status_22;
     | 		}
  17 | 		v_19 = v_26;
  17 | 		v_20 = v_27;
     | 	} else {
  17 | 		v_19 = 3;
  17 | 		v_20 = status_15;
     | 	}
  17 | 	return 0;
     | }
  24 | SEC("syscall") int sleeps(void *ctx)
     | {
  25 | 	__s64 status_0 = 0;
  25 | 	__u16 filled_1 = 0;
  25 | 	status_0 = bpf_copy_from_user(&filled_1, 2, (const void *)4096);
  25 | 	__s64 port_1 = filled_1;
  25 | 	__s64 v_2 = 0;
  25 | 	if (status_0 < 0) {
  25 | 		v_2 = 3;
     | 	}
  25 | 	__s64 v_4 = 0;
  25 | 	if (v_2 == 3) {
  25 | 		v_4 = 0;
     | 	} else {
  25 | 		v_4 = port_1;
     | 	}
  27 | 	return v_4;
     | }
  28 | #pragma clang attribute pop
