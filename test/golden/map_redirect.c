     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_redirect_map)(void *map, __u64 key, __u64 flags) = (void *)51;
     | struct {
     | 	int (*type)[14];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } ports SEC(".maps");
     | struct {
     | 	int (*type)[25];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } links SEC(".maps");
     | struct {
     | 	int (*type)[16];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[2u];
     | 	int (*map_flags)[4];
     | 	int (*numa_node)[0];
     | } cpus SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("xdp") int program(void *ctx)
     | {
  12 | 	__s64 v_0 = bpf_redirect_map(&ports, 3, 1);
  12 | 	return v_0;
     | }
  13 | #pragma clang attribute pop
