     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static void (*bpf_spin_lock)(void *lock) = (void *)93;
     | static void (*bpf_spin_unlock)(void *lock) = (void *)94;
     | static long (*bpf_for_each_map_elem)(void *map, void *callback, void *state, __u64 flags) = (void *)164;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct honey_Window {
     | 	__u32 place;
     | 	__u32 seen[8];
     | 	__u8 honey_gap_1[4];
     | };
     | struct bpf_spin_lock { __u32 val; };
     | struct honey_Window_shared {
     | 	__u32 place;
     | 	__u32 seen[8];
     | 	struct bpf_spin_lock honey_hidden_0;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Window_shared *value;
     | 	int (*max_entries)[1024u];
     | } windows SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_0 {
     | 	__s64 left;
     | };
  10 | static long honey_turn_0(void *map, const void *honey_key, void *honey_value, struct honey_loop_0 *c)
     | {
  10 | 	__s64 key_0 = *(__u32 *)honey_key;
  10 | 	__u32 key_u32_0 = key_0;
  10 | 	struct honey_Window value_1 __attribute__((aligned(8))) = {};
  10 | 	__builtin_memcpy(&value_1, __builtin_assume_aligned(honey_value, 8), 36);
     | 	{
  10 | 		__s64 place__2 = value_1.place;
  10 | 		if (3 < place__2) {
  11 | 			void *found_6 = bpf_map_lookup_elem(&windows, &key_u32_0);
  11 | 			__s64 v_7 = 0;
  11 | 			struct honey_Window v_8 __attribute__((aligned(8))) = {};
  11 | 			if (found_6) {
     | 				{
  11 | 					bpf_spin_lock((void *)found_6 + 36);
  11 | 					struct honey_Window window_9 __attribute__((aligned(8))) = {};
  11 | 					if (found_6)
  11 | 						__builtin_memcpy(&window_9, __builtin_assume_aligned(found_6, 8), 36);
  12 | 					__s64 next_11 = 0;
  12 | 					next_11 = 0;
  12 | 					__s64 v_12 = 0;
     | 					{
  12 | 						for (__s64 turn_13 = 0; turn_13 < 8; turn_13++) {
  12 | 							asm volatile("" : "+r"(turn_13));
     | 							{
  12 | 								__s64 now_14 = honey_forget(next_11);
  12 | 								__s64 v_15 = 0;
  12 | 								if (turn_13 == 0) {
  12 | 									__s64 v_17 = window_9.seen[0];
  12 | 									v_15 = v_17;
     | 								}
  12 | 								if (turn_13 == 1) {
  12 | 									__s64 v_19 = window_9.seen[1];
  12 | 									v_15 = v_19;
     | 								}
  12 | 								if (turn_13 == 2) {
  12 | 									__s64 v_21 = window_9.seen[2];
  12 | 									v_15 = v_21;
     | 								}
  12 | 								if (turn_13 == 3) {
  12 | 									__s64 v_23 = window_9.seen[3];
  12 | 									v_15 = v_23;
     | 								}
  12 | 								if (turn_13 == 4) {
  12 | 									__s64 v_25 = window_9.seen[4];
  12 | 									v_15 = v_25;
     | 								}
  12 | 								if (turn_13 == 5) {
  12 | 									__s64 v_27 = window_9.seen[5];
  12 | 									v_15 = v_27;
     | 								}
  12 | 								if (turn_13 == 6) {
  12 | 									__s64 v_29 = window_9.seen[6];
  12 | 									v_15 = v_29;
     | 								}
  12 | 								if (turn_13 == 7) {
  12 | 									__s64 v_31 = window_9.seen[7];
  12 | 									v_15 = v_31;
     | 								}
  12 | 								next_11 = v_15 + now_14;
  12 | 								goto out_4;
     | 							}
     | 							out_4:;
     | 						}
  12 | 						v_12 = next_11;
     | 					}
  12 | 					struct honey_Window v_33 __attribute__((aligned(8)));
  12 | 					__builtin_memcpy(&v_33, &window_9, 40);
  12 | 					v_33.place = v_12;
  11 | 					__builtin_memcpy(__builtin_assume_aligned(found_6, 8), &v_33, 36);
     | 				}
  11 | 				bpf_spin_unlock((void *)found_6 + 36);
     | 			}
  10 | 			goto out_1;
     | 		} else {
  10 | 			goto out_1;
     | 		}
     | 	}
     | 	out_1:;
  10 | 	return 0;
     | }
   9 | SEC("xdp") int program(void *ctx)
     | {
     | 	{
  10 | 		struct honey_loop_0 loop_0 = {
  10 | 			.left = 0,
  10 | 		};
  10 | 		bpf_for_each_map_elem(&windows, honey_turn_0, &loop_0, 0);
     | 	}
  12 | 	return 2;
     | }
  13 | #pragma clang attribute pop
