/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/* The programs of examples/network_monitor by hand. */
#include "bpf.h"

#define AF_INET 2

char LICENSE[] SEC("license") = "GPL";

struct socket {
	__u32 pid;
	int fd;
};

struct traffic {
	__u64 sent, received, sends, receives, nanoseconds;
};

struct call {
	int fd;
	__u16 port, gap;
	__u32 address, gap2;
	__u64 entered;
};

struct connect_event {
	__u64 type;
	__u32 pid, address;
	__u16 port, gap;
	int result;
	__u64 nanoseconds;
	char name[16];
};

struct alert_event {
	__u64 type;
	__u32 pid;
	int fd;
	__u64 bytes;
};

enum { TYPE_CONNECT, TYPE_ALERT, TYPES };

HASH(traffic, 10240, struct socket, struct traffic);
HASH(calls, 10240, __u32, struct call);
HASH(accepted, 10240, __u32, __u64);
RINGBUF(events, 262144);

const volatile __u64 alert_bytes = 10 * 1024 * 1024;
__u64 lost[TYPES];

static __always_inline int enter(struct call *call)
{
	__u32 thread = bpf_get_current_pid_tgid();

	call->entered = bpf_ktime_get_ns();
	bpf_map_update_elem(&calls, &thread, call, BPF_ANY);
	return 0;
}

/* The call that this thread was in; `call` is a copy of it. */
static __always_inline int leave(__u32 thread, struct call *call, __u64 *ns)
{
	struct call *known = bpf_map_lookup_elem(&calls, &thread);

	if (!known)
		return 0;
	*call = *known;
	bpf_map_delete_elem(&calls, &thread);
	*ns = bpf_ktime_get_ns() - call->entered;
	return 1;
}

SEC("tracepoint/syscalls/sys_enter_connect")
int on_enter_connect(struct trace_event_raw_sys_enter *ctx)
{
	struct call call = { .fd = ctx->args[0] };
	char *from = (char *)ctx->args[1];
	__u16 family, port;
	__u32 address;

	if (bpf_probe_read_user(&family, sizeof(family), from) || family != AF_INET ||
	    bpf_probe_read_user(&port, sizeof(port), from + 2) ||
	    bpf_probe_read_user(&address, sizeof(address), from + 4))
		return 0;
	call.port = __builtin_bswap16(port);
	call.address = __builtin_bswap32(address);
	return enter(&call);
}

SEC("tracepoint/syscalls/sys_exit_connect")
int on_exit_connect(struct trace_event_raw_sys_exit *ctx)
{
	__u64 id = bpf_get_current_pid_tgid();
	struct connect_event *event;
	struct call call;
	__u64 ns;

	if (!leave(id, &call, &ns))
		return 0;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event) {
		__sync_fetch_and_add(&lost[TYPE_CONNECT], 1);
		return 0;
	}
	event->type = TYPE_CONNECT;
	event->pid = id >> 32;
	event->address = call.address;
	event->port = call.port;
	event->gap = 0;
	event->result = ctx->ret;
	event->nanoseconds = ns;
	bpf_get_current_comm(event->name, sizeof(event->name));
	bpf_ringbuf_submit(event, 0);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_accept4")
int on_exit_accept(struct trace_event_raw_sys_exit *ctx)
{
	__u32 pid;

	if (ctx->ret < 0)
		return 0;
	pid = bpf_get_current_pid_tgid() >> 32;
	add(&accepted, &pid, 1);
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_sendto")
int on_enter_sendto(struct trace_event_raw_sys_enter *ctx)
{
	struct call call = { .fd = ctx->args[0] };

	return enter(&call);
}

SEC("tracepoint/syscalls/sys_enter_recvfrom")
int on_enter_recvfrom(struct trace_event_raw_sys_enter *ctx)
{
	struct call call = { .fd = ctx->args[0] };

	return enter(&call);
}

static __always_inline void alert(const struct socket *socket, __s64 bytes)
{
	struct traffic *sums = bpf_map_lookup_elem(&traffic, socket);
	struct alert_event *event;
	__u64 sum = sums ? sums->sent + sums->received : 0;
	__s64 past = sum - alert_bytes;

	if (past < 0 || past >= bytes)
		return;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event) {
		__sync_fetch_and_add(&lost[TYPE_ALERT], 1);
		return;
	}
	event->type = TYPE_ALERT;
	event->pid = socket->pid;
	event->fd = socket->fd;
	event->bytes = sum;
	bpf_ringbuf_submit(event, 0);
}

static __always_inline int transferred(long bytes, int is_sent)
{
	__u64 id = bpf_get_current_pid_tgid();
	struct traffic first = {}, *known;
	struct socket socket;
	struct call call;
	__u64 ns;

	if (!leave(id, &call, &ns) || bytes <= 0)
		return 0;
	socket.pid = id >> 32;
	socket.fd = call.fd;
	known = bpf_map_lookup_elem(&traffic, &socket);
	if (!known) {
		*(is_sent ? &first.sent : &first.received) = bytes;
		*(is_sent ? &first.sends : &first.receives) = 1;
		first.nanoseconds = ns;
		if (bpf_map_update_elem(&traffic, &socket, &first, BPF_NOEXIST) == -EEXIST)
			known = bpf_map_lookup_elem(&traffic, &socket);
	}
	if (known) {
		__sync_fetch_and_add(is_sent ? &known->sent : &known->received, bytes);
		__sync_fetch_and_add(is_sent ? &known->sends : &known->receives, 1);
		__sync_fetch_and_add(&known->nanoseconds, ns);
	}
	alert(&socket, bytes);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_sendto")
int on_exit_sendto(struct trace_event_raw_sys_exit *ctx)
{
	return transferred(ctx->ret, 1);
}

SEC("tracepoint/syscalls/sys_exit_recvfrom")
int on_exit_recvfrom(struct trace_event_raw_sys_exit *ctx)
{
	return transferred(ctx->ret, 0);
}
