     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_strtol)(const char *text, __u64 size, __u64 base, __s64 *value) = (void *)105;
     | static long (*bpf_strtoul)(const char *text, __u64 size, __u64 base, __u64 *value) = (void *)106;
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
  11 | 	__u32 slot_u32_0 = 1;
   9 | 	char comm_0[16] __attribute__((aligned(8)));
   9 | 	bpf_get_current_comm(comm_0, 16);
   9 | 	__s64 status_1 = 0;
   9 | 	__s64 filled_2 = 0;
   9 | 	status_1 = bpf_strtol(comm_0, 16, 10, &filled_2);
   9 | 	__s64 number_2 = filled_2;
   9 | 	__s64 number_part_3 = 0;
   9 | 	if (status_1 < 0) {
   9 | 		number_part_3 = 3;
     | 	}
   9 | 	__s64 v_5 = 0;
   9 | 	__s64 v_6 = 0;
   9 | 	if (number_part_3 == 0) {
  10 | 		static const char text_8[8] __attribute__((aligned(8))) = "\060\170\061\146";
  10 | 		__s64 status_9 = 0;
  10 | 		__u64 filled_10 = 0;
  10 | 		status_9 = bpf_strtoul(text_8, 5, 0, &filled_10);
  10 | 		__u64 hex_10 = filled_10;
  10 | 		__s64 hex_part_11 = 0;
  10 | 		if (status_9 < 0) {
  10 | 			hex_part_11 = 3;
     | 		}
  10 | 		__s64 v_13 = 0;
  10 | 		__s64 v_14 = 0;
  10 | 		if (hex_part_11 == 0) {
  11 | 			stored_s64 = (__u64)number_2 + hex_10;
  11 | 			__s64 status_17 = bpf_map_update_elem(&found, &slot_u32_0, &stored_s64, 0);
  11 | 			__s64 v_18 = 0;
  11 | 			__s64 v_19 = 0;
  11 | 			if (status_17 < 0) {
  11 | 				v_18 = 3;
  11 | 				v_19 = status_17;
     | 			} else {
  11 | 				v_18 = 1;
     | 			}
  10 | 			v_13 = v_18;
  10 | 			v_14 = v_19;
     | 		} else {
  10 | 			v_13 = 3;
  10 | 			v_14 = status_9;
     | 		}
   9 | 		v_5 = v_13;
   9 | 		v_6 = v_14;
     | 	} else {
   9 | 		v_5 = 3;
   9 | 		v_6 = status_1;
     | 	}
   9 | 	return 0;
     | }
  10 | #pragma clang attribute pop
