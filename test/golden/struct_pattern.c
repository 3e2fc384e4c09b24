     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Inner {
     | 	__u8 x;
     | };
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u32 kind;
     | 	struct honey_Inner inner;
     | 	__u8 honey_gap_2[3];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  12 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 12);
  12 | 	__s64 v_3 = 0;
  12 | 	__s64 v_4 = !found_0;
  12 | 	asm volatile("" : "+r"(v_4));
  12 | 	__s64 kind_6 = event__1.kind;
  12 | 	__s64 x_10 = event__1.inner.x;
  12 | 	__s64 pid_13 = event__1.pid;
  12 | 	if (((!v_4) && (kind_6 == 1)) && (x_10 == 3)) {
  12 | 		v_3 = pid_13;
     | 	} else {
  12 | 		__s64 pid_16 = event__1.pid;
  12 | 		__s64 holds_17 = 0;
  12 | 		if (!(!found_0)) {
  12 | 			holds_17 = 7 < pid_16;
     | 		}
  12 | 		if (holds_17) {
  12 | 			v_3 = pid_16;
     | 		} else {
  12 | 			if (!(!found_0)) {
  15 | 				__s64 x_22 = event__1.inner.x;
  12 | 				v_3 = x_22;
     | 			} else {
  12 | 				v_3 = 0;
     | 			}
     | 		}
     | 	}
  16 | 	return v_3;
     | }
  17 | #pragma clang attribute pop
