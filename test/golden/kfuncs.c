     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | extern int bpf_strnlen(const char *argument_1, __u64 argument_2) __attribute__((section(".ksyms")));
     | extern void bpf_rcu_read_lock(void) __attribute__((section(".ksyms")));
     | extern int bpf_strcmp(const char *argument_1, const char *argument_2) __attribute__((section(".ksyms")));
     | extern void bpf_rcu_read_unlock(void) __attribute__((section(".ksyms")));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | static inline __attribute__((always_inline)) int honey_size_of_1(const char * text_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  10 | 	__s64 status_1 = bpf_strnlen(text_0, 16);
  10 | 	__s64 v_2 = 0;
  10 | 	__s64 v_3 = 0;
  10 | 	__s64 v_4 = 0;
  10 | 	if (status_1 < 0) {
  10 | 		v_3 = 3;
  10 | 		v_4 = status_1;
     | 	} else {
  10 | 		v_2 = status_1;
     | 	}
  10 | 	*result_0 = v_2;
  10 | 	*result_1 = v_3;
  10 | 	*result_2 = v_4;
  10 | 	return 0;
     | }
  10 | static inline __attribute__((always_inline)) int honey_size_of_2(const char * text_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  10 | 	__s64 status_1 = bpf_strnlen(text_0, 16);
  10 | 	__s64 v_2 = 0;
  10 | 	__s64 v_3 = 0;
  10 | 	__s64 v_4 = 0;
  10 | 	if (status_1 < 0) {
  10 | 		v_3 = 3;
  10 | 		v_4 = status_1;
     | 	} else {
  10 | 		v_2 = status_1;
     | 	}
  10 | 	*result_0 = v_2;
  10 | 	*result_1 = v_3;
  10 | 	*result_2 = v_4;
  10 | 	return 0;
     | }
  13 | SEC("syscall") int program(void *ctx)
     | {
  14 | 	bpf_rcu_read_lock();
  15 | 	char comm_0[16] __attribute__((aligned(8)));
  15 | 	bpf_get_current_comm(comm_0, 16);
  15 | 	static const char text_1[8] __attribute__((aligned(8))) = "\154\151\164\145\162\141\154";
  15 | 	__s64 order_2 = bpf_strcmp(comm_0, text_1);
  16 | 	bpf_rcu_read_unlock();
  18 | 	char comm_3[16] __attribute__((aligned(8)));
  18 | 	bpf_get_current_comm(comm_3, 16);
  18 | 	__s64 size_4;
  18 | 	__s64 size_part_5;
  18 | 	__s64 v_6;
  18 | 	honey_size_of_1(comm_3, &size_4, &size_part_5, &v_6);
  18 | 	__s64 v_7 = 0;
  18 | 	__s64 v_8 = 0;
  18 | 	__s64 v_9 = 0;
  18 | 	if (size_part_5 == 0) {
  19 | 		static const char text_11[8] __attribute__((aligned(8))) = "\154\151\164\145\162\141\154";
  19 | 		__s64 other_12;
  19 | 		__s64 other_part_13;
  19 | 		__s64 v_14;
  19 | 		honey_size_of_2(text_11, &other_12, &other_part_13, &v_14);
  19 | 		__s64 v_15 = 0;
  19 | 		__s64 v_16 = 0;
  19 | 		__s64 v_17 = 0;
  19 | 		if (other_part_13 == 0) {
  19 | 			v_15 = 4;
  19 | 			v_16 = (size_4 + other_12) + order_2;
     | 		} else {
  19 | 			v_15 = 5;
  19 | 			v_17 = v_14;
     | 		}
  18 | 		v_7 = v_15;
  18 | 		v_8 = v_16;
  18 | 		v_9 = v_17;
     | 	} else {
  18 | 		v_7 = 5;
  18 | 		v_9 = v_6;
     | 	}
  18 | 	__s64 v_21 = 0;
  18 | 	if (v_7 == 4) {
  18 | 		v_21 = v_8;
     | 	} else {
  18 | 		v_21 = 1;
     | 	}
  22 | 	return v_21;
     | }
  23 | #pragma clang attribute pop
