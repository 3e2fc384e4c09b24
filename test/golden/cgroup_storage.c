     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_get_current_task_btf)(void) = (void *)158;
     | static void *(*bpf_cgrp_storage_get)(void *map, void *cgroup, void *value, __u64 flags) = (void *)210;
     | static long (*bpf_cgrp_storage_delete)(void *map, void *cgroup) = (void *)211;
     | struct cgroup;
     | struct css_set {
     | 	struct cgroup *dfl_cgrp;
     | } __attribute__((preserve_access_index));
     | struct task_struct {
     | 	struct css_set *cgroups;
     | } __attribute__((preserve_access_index));
     | #define honey_cgroup(task) (((struct task_struct *)(task))->cgroups->dfl_cgrp)
     | struct honey_Use {
     | 	__u64 calls;
     | 	__u32 last;
     | 	__u8 honey_gap_1[4];
     | };
     | struct {
     | 	int (*type)[32];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[0u];
     | 	int (*map_flags)[1];
     | } counts SEC(".maps");
     | struct {
     | 	int (*type)[32];
     | 	__u32 *key;
     | 	struct honey_Use *value;
     | 	int (*max_entries)[0u];
     | 	int (*map_flags)[1];
     | } uses SEC(".maps");
     | struct trace_event_raw_sys_enter {
     | 	__s64 id;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | SEC("tracepoint/raw_syscalls/sys_enter") int on_enter(void *ctx)
     | {
  13 | 	__u64 stored_u64;
  15 | 	__u64 *found_0 = bpf_cgrp_storage_get(&counts, honey_cgroup(bpf_get_current_task_btf()), 0, 0);
  15 | 	__s64 status_1 = 0;
  15 | 	__u64 *there_2 = found_0;
  15 | 	if (!found_0) {
  15 | 		stored_u64 = 1;
  15 | 		__s64 status_4 = -17;
  15 | 		if (!bpf_cgrp_storage_get(&counts, honey_cgroup(bpf_get_current_task_btf()), 0, 0)) {
  15 | 			status_4 = bpf_cgrp_storage_get(&counts, honey_cgroup(bpf_get_current_task_btf()), &stored_u64, 1) ? 0 : -12;
     | 		}
  15 | 		status_1 = status_4;
  15 | 		if (status_4 == (-17)) {
  15 | 			__u64 *found_6 = bpf_cgrp_storage_get(&counts, honey_cgroup(bpf_get_current_task_btf()), 0, 0);
  15 | 			there_2 = found_6;
  15 | 			status_1 = (-2);
     | 		}
     | 	}
  15 | 	if (there_2) {
  15 | 		*there_2;
  15 | 		__sync_fetch_and_add(there_2, 1);
  15 | 		status_1 = 0;
     | 	}
  17 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  17 | 	__s64 id_8 = ((struct trace_event_raw_sys_enter *)ctx)->id;
  17 | 	asm volatile("" : : "i"(1));
  17 | 	struct honey_Use v_9 __attribute__((aligned(8))) = {};
  17 | 	v_9.calls = 1;
  17 | 	v_9.last = id_8;
  17 | 	void *found_10 = bpf_cgrp_storage_get(&uses, honey_cgroup(bpf_get_current_task_btf()), 0, 0);
  17 | 	__s64 status_11 = 0;
  17 | 	void *there_12 = found_10;
  17 | 	if (!found_10) {
  17 | 		__s64 status_14 = -17;
  17 | 		if (!bpf_cgrp_storage_get(&uses, honey_cgroup(bpf_get_current_task_btf()), 0, 0)) {
  17 | 			status_14 = bpf_cgrp_storage_get(&uses, honey_cgroup(bpf_get_current_task_btf()), &v_9, 1) ? 0 : -12;
     | 		}
  17 | 		status_11 = status_14;
  17 | 		if (status_14 == (-17)) {
  17 | 			void *found_16 = bpf_cgrp_storage_get(&uses, honey_cgroup(bpf_get_current_task_btf()), 0, 0);
  17 | 			there_12 = found_16;
  17 | 			status_11 = (-2);
     | 		}
     | 	}
  17 | 	if (there_12) {
  18 | 		asm volatile("" : "+r"(ctx) : "i"(2));
  18 | 		__s64 id_18 = ((struct trace_event_raw_sys_enter *)ctx)->id;
  18 | 		asm volatile("" : : "i"(3));
  17 | 		__sync_fetch_and_add(&((struct honey_Use *)there_12)->calls, 1);
  17 | 		((struct honey_Use *)there_12)->last = id_18;
  17 | 		status_11 = 0;
     | 	}
  17 | 	__s64 v_19 = 0;
  17 | 	__s64 v_20 = 0;
  17 | 	if (status_11 < 0) {
  17 | 		v_19 = 6;
  17 | 		v_20 = status_11;
     | 	} else {
  17 | 		v_19 = 1;
     | 	}
  18 | 	return 0;
     | }
  23 | SEC("tracepoint/raw_syscalls/sys_exit") int on_exit(void *ctx)
     | {
  24 | 	__u64 *found_0 = bpf_cgrp_storage_get(&counts, honey_cgroup(bpf_get_current_task_btf()), 0, 0);
  24 | 	__u64 v_1 = 2;
  24 | 	if (found_0) {
  24 | 		__u64 v_3 = *found_0;
  24 | 		v_1 = v_3;
     | 	}
  24 | 	__u64 v_4 = 0;
  24 | 	if (!(!found_0)) {
  24 | 		v_4 = v_1;
     | 	} else {
  24 | 		v_4 = 0;
     | 	}
  24 | 	__s64 v_7 = 0;
  24 | 	__s64 v_8 = 0;
  24 | 	__s64 v_9 = 0;
  24 | 	if (1000 < v_4) {
  25 | 		__s64 status_12 = bpf_cgrp_storage_delete(&counts, honey_cgroup(bpf_get_current_task_btf()));
  25 | 		__s64 v_13 = 0;
  25 | 		__s64 v_14 = 0;
  25 | 		if (status_12 < 0) {
  25 | 			v_13 = 6;
  25 | 			v_14 = status_12;
     | 		} else {
  25 | 			v_13 = 1;
     | 		}
  24 | 		v_7 = 3;
  24 | 		v_8 = v_13;
  24 | 		v_9 = v_14;
     | 	} else {
  24 | 		v_7 = 2;
  24 | 		v_8 = 1;
     | 	}
  24 | 	return 0;
     | }
  25 | #pragma clang attribute pop
