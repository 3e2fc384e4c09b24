     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static long (*bpf_timer_init)(void *timer, void *map, __u64 flags) = (void *)169;
     | static long (*bpf_timer_set_callback)(void *timer, void *callback) = (void *)170;
     | static long (*bpf_timer_start)(void *timer, __u64 nanoseconds, __u64 flags) = (void *)171;
     | static long (*bpf_timer_cancel)(void *timer) = (void *)172;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct honey_Session {
     | 	__u32 packets;
     | 	__u8 honey_gap_0[4];
     | 	__u64 started;
     | 	__u8 honey_gap_1[16];
     | };
     | struct bpf_timer { __u64 opaque[2]; };
     | struct honey_Session_shared {
     | 	__u32 packets;
     | 	__u8 honey_gap_0[4];
     | 	__u64 started;
     | 	struct bpf_timer honey_hidden_1;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Session_shared *value;
     | 	int (*max_entries)[1024u];
     | } sessions SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Session_shared *value;
     | 	int (*max_entries)[1u];
     | } ticks SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1024u];
     | } ended SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | static int honey_timer_1_ends(void *map, const void *honey_key, void *honey_value);
     | static int honey_timer_2_ends(void *map, const void *honey_key, void *honey_value);
     | static int honey_timer_3_ends(void *map, const void *honey_key, void *honey_value);
  12 | SEC("xdp") int packet(void *ctx)
     | {
  13 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  13 | 	__s64 ingress_ifindex_0 = *(__u32 *)((char *)ctx + 12);
  13 | 	asm volatile("" : : "i"(1));
  13 | 	__u32 ingress_ifindex_u32_0 = ingress_ifindex_0;
  15 | 	void *found_1 = bpf_map_lookup_elem(&sessions, &ingress_ifindex_u32_0);
  15 | 	__s64 v_4 = !found_1;
  15 | 	if (v_4) {
  16 | 		__u64 v_6 = bpf_ktime_get_ns();
  16 | 		struct honey_Session v_7 __attribute__((aligned(8))) = {};
  16 | 		v_7.started = v_6;
  16 | 		bpf_map_update_elem(&sessions, &ingress_ifindex_u32_0, &v_7, 1);
     | 	}
  19 | 	__s64 status_9 = (-2);
  19 | 	void *found_10 = bpf_map_lookup_elem(&sessions, &ingress_ifindex_u32_0);
  19 | 	if (found_10) {
  19 | 		bpf_timer_init((void *)found_10 + 16, &sessions, 1);
  19 | 		__s64 v_11 = bpf_timer_set_callback((void *)found_10 + 16, honey_timer_1_ends);
  19 | 		if (!v_11)
  19 | 			v_11 = bpf_timer_start((void *)found_10 + 16, 10000000000ll, 0);
  19 | 		status_9 = v_11;
     | 	}
  19 | 	__s64 v_12 = 0;
  19 | 	__s64 v_13 = 0;
  19 | 	if (status_9 < 0) {
  19 | 		v_12 = 3;
  19 | 		v_13 = status_9;
     | 	} else {
  19 | 		v_12 = 1;
     | 	}
  19 | 	__s64 v_15 = 0;
  19 | 	if (v_12 == 1) {
  19 | 		v_15 = 2;
     | 	} else {
  19 | 		v_15 = 1;
     | 	}
  21 | 	return v_15;
     | }
  26 | SEC("syscall") int tick(void *ctx)
     | {
  28 | 	__u32 slot_u32_1 = 7;
  27 | 	__u32 slot_u32_0 = 0;
  27 | 	__s64 status_0 = (-2);
  27 | 	void *found_1 = bpf_map_lookup_elem(&ticks, &slot_u32_0);
  27 | 	if (found_1) {
  27 | 		bpf_timer_init((void *)found_1 + 16, &ticks, 1);
  27 | 		__s64 v_2 = bpf_timer_set_callback((void *)found_1 + 16, honey_timer_2_ends);
  27 | 		if (!v_2)
  27 | 			v_2 = bpf_timer_start((void *)found_1 + 16, 1000000, 0);
  27 | 		status_0 = v_2;
     | 	}
  28 | 	__s64 status_3 = (-2);
  28 | 	void *found_4 = bpf_map_lookup_elem(&sessions, &slot_u32_1);
  28 | 	if (found_4) {
  28 | 		__s64 v_5 = bpf_timer_cancel((void *)found_4 + 16);
  28 | 		status_3 = v_5;
     | 	}
  28 | 	return 0;
     | }
  32 | static inline __attribute__((always_inline)) int honey_ended_3(__s64 key_0, const void * session_1_at, __s64 *result_0, __s64 *result_1)
     | {
  32 | 	__u64 stored_u64;
  33 | 	__u32 key_u32_0 = key_0;
  33 | 	__u64 v_2 = bpf_ktime_get_ns();
  33 | 	__u64 started_3 = (*(struct honey_Session *)session_1_at).started;
  33 | 	stored_u64 = (__s64)v_2 - (__s64)started_3;
  33 | 	bpf_map_update_elem(&ended, &key_u32_0, &stored_u64, 0);
  34 | 	__s64 status_6 = bpf_map_delete_elem(&sessions, &key_u32_0);
  34 | 	__s64 v_7 = 0;
  34 | 	__s64 v_8 = 0;
  34 | 	if (status_6 < 0) {
  34 | 		v_7 = 3;
  34 | 		v_8 = status_6;
     | 	} else {
  34 | 		v_7 = 1;
     | 	}
  34 | 	*result_0 = v_7;
  34 | 	*result_1 = v_8;
  34 | 	return 0;
     | }
  19 | static __attribute__((noinline, used)) int honey_timer_1_ends(void *map, const void *honey_key, void *honey_value)
     | {
  19 | 	__s64 key_0 = *(__u32 *)honey_key;
  19 | 	struct honey_Session value_1 __attribute__((aligned(8))) = {};
  19 | 	__builtin_memcpy(&value_1, __builtin_assume_aligned(honey_value, 8), 16);
  19 | 	__s64 v_2;
  19 | 	__s64 v_3;
  19 | 	honey_ended_3(key_0, &value_1, &v_2, &v_3);
  19 | 	return 0;
     | }
  37 | static inline __attribute__((always_inline)) int honey_again_5(const void * ticks_0_at, __s64 *result_0)
     | {
  38 | 	__u32 slot_u32_0 = 0;
  38 | 	void *found_1 = bpf_map_lookup_elem(&ticks, &slot_u32_0);
  38 | 	__s64 status_2 = 0;
  38 | 	void *there_3 = found_1;
  38 | 	if (there_3) {
  38 | 		__sync_fetch_and_add(&((struct honey_Session *)there_3)->packets, 1);
  38 | 		status_2 = 0;
     | 	}
  39 | 	__s64 status_5 = (-2);
  39 | 	void *found_6 = bpf_map_lookup_elem(&ticks, &slot_u32_0);
  39 | 	if (found_6) {
  39 | 		bpf_timer_init((void *)found_6 + 16, &ticks, 1);
  39 | 		__s64 v_7 = bpf_timer_set_callback((void *)found_6 + 16, honey_timer_3_ends);
  39 | 		if (!v_7)
  39 | 			v_7 = bpf_timer_start((void *)found_6 + 16, 1000000, 0);
  39 | 		status_5 = v_7;
     | 	}
  40 | 	__s64 packets_8 = (*(struct honey_Session *)ticks_0_at).packets;
  40 | 	if (packets_8 == 0) {
  40 | 		honey_raise(0);
  40 | 		return 1;
     | 	}
  40 | 	*result_0 = (__s64)(honey_opaque(1) / (__u64)packets_8);
  40 | 	return 0;
     | }
  27 | static __attribute__((noinline, used)) int honey_timer_2_ends(void *map, const void *honey_key, void *honey_value)
     | {
  27 | 	struct honey_Session value_1 __attribute__((aligned(8))) = {};
  27 | 	__builtin_memcpy(&value_1, __builtin_assume_aligned(honey_value, 8), 16);
  27 | 	__s64 v_2;
  27 | 	if (honey_again_5(&value_1, &v_2))
  27 | 		return 0;
  27 | 	return 0;
     | }
  39 | static __attribute__((noinline, used)) int honey_timer_3_ends(void *map, const void *honey_key, void *honey_value)
     | {
  39 | 	struct honey_Session value_1 __attribute__((aligned(8))) = {};
  39 | 	__builtin_memcpy(&value_1, __builtin_assume_aligned(honey_value, 8), 16);
  39 | 	__s64 v_2;
  39 | 	if (honey_again_5(&value_1, &v_2))
  39 | 		return 0;
  39 | 	return 0;
     | }
  40 | #pragma clang attribute pop
