     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) int honey_operation_1(__s64 n_0, __s64 *result_0, __s64 *result_1)
     | {
  16 | 	__s64 v_1 = 0;
  16 | 	__s64 v_2 = 0;
  16 | 	if (n_0 == 0) {
  16 | 		v_2 = 3;
     | 	} else {
  16 | 		if (n_0 == 1) {
  16 | 			v_2 = 4;
     | 		} else {
  16 | 			if (n_0 == 2) {
  16 | 				v_2 = 5;
     | 			} else {
  16 | 				v_1 = n_0;
  16 | 				v_2 = 0;
     | 			}
     | 		}
     | 	}
  19 | 	*result_0 = v_1;
  19 | 	*result_1 = v_2;
  19 | 	return 0;
     | }
  16 | static inline __attribute__((always_inline)) __s64 honey_operation_fn_2(__s64 v_0)
     | {
  16 | 	return v_0 + 5;
     | }
  17 | static inline __attribute__((always_inline)) __s64 honey_operation_fn_3(__s64 v_0, __s64 v_1)
     | {
  17 | 	return v_0 + v_1;
     | }
  18 | static inline __attribute__((always_inline)) __s64 honey_operation_fn_4(void)
     | {
  18 | 	return 6;
     | }
   5 | SEC("syscall") int run(void *ctx)
     | {
   6 | 	__s64 n_0 = bpf_get_smp_processor_id();
   8 | 	__s64 f_1;
   8 | 	__s64 f_part_2;
   8 | 	honey_operation_1(n_0, &f_1, &f_part_2);
   8 | 	__s64 v_3 = 0;
   8 | 	if (f_part_2 == 3) {
   9 | 		__s64 v_5 = honey_operation_fn_2(n_0);
   8 | 		v_3 = v_5;
     | 	} else {
   8 | 		if (f_part_2 == 4) {
  10 | 			__s64 v_7 = honey_operation_fn_3(n_0, 7);
   8 | 			v_3 = v_7;
     | 		} else {
   8 | 			if (f_part_2 == 5) {
  11 | 				__s64 v_9 = honey_operation_fn_4();
   8 | 				v_3 = v_9;
     | 			} else {
   8 | 				v_3 = f_1;
     | 			}
     | 		}
     | 	}
  12 | 	return v_3;
     | }
  13 | #pragma clang attribute pop
