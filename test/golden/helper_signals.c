     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_send_signal)(__u32 signal) = (void *)109;
     | static long (*bpf_send_signal_thread)(__u32 signal) = (void *)117;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   7 | 	__s64 status_0 = bpf_send_signal(10);
   7 | 	__s64 v_1 = 0;
   7 | 	__s64 v_2 = 0;
   7 | 	if (status_0 < 0) {
   7 | 		v_1 = 3;
   7 | 		v_2 = status_0;
     | 	} else {
   7 | 		v_1 = 1;
     | 	}
   7 | 	if (!(v_1 == 1)) {
     | 	}
  13 | 	__s64 status_6 = bpf_send_signal_thread(10);
  13 | 	__s64 v_7 = 0;
  13 | 	__s64 v_8 = 0;
  13 | 	if (status_6 < 0) {
  13 | 		v_7 = 3;
  13 | 		v_8 = status_6;
     | 	} else {
  13 | 		v_7 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop
