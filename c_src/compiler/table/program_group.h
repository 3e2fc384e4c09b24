/* SPDX-License-Identifier: Apache-2.0 */
/* Types of programs (program_type.def) to which the kernel offers the same helpers, as sets. */
#ifndef HONEY_COMPILER_PROGRAM_GROUP_H
#define HONEY_COMPILER_PROGRAM_GROUP_H

#define ON(type) (UINT64_C(1) << PROGRAM_TYPE_##type)

/* An extension may call what the program that it extends may; it is in no set. */
#define ANY (TRACERS | NETWORK)

#define TRACERS (PROBES | ON(TRACING) | ON(LSM) | ON(SYSCALL))
/* Those that can interrupt anything: no spin lock, no timer. */
#define PROBES (RAW_TRACERS | ON(KPROBE) | ON(TRACEPOINT) | ON(PERF_EVENT))
#define RAW_TRACERS (ON(RAW_TRACEPOINT) | ON(RAW_TRACEPOINT_WRITABLE))

#define NETWORK \
	(PACKETS | CGROUP | ON(CGROUP_SOCK_ADDR) | ON(SK_MSG) | ON(STRUCT_OPS) | ON(NETFILTER))
#define PACKETS \
	(TC | LWT | ON(SOCKET_FILTER) | ON(XDP) | ON(CGROUP_SKB) | ON(SK_SKB) | \
	 ON(FLOW_DISSECTOR) | ON(SK_REUSEPORT) | ON(SK_LOOKUP) | ON(SOCK_OPS))
#define TC (ON(SCHED_CLS) | ON(SCHED_ACT))
#define LWT (ON(LWT_IN) | ON(LWT_OUT) | ON(LWT_XMIT) | ON(LWT_SEG6LOCAL))
/* Control groups without those that see packets. */
#define CGROUP \
	(ON(CGROUP_DEVICE) | ON(CGROUP_SOCK) | ON(CGROUP_SOCKOPT) | ON(CGROUP_SOCK_ADDR) | \
	 ON(CGROUP_SYSCTL))

/* Those that can ask what kind of socket one is. */
#define CASTERS \
	(TC | LWT | ON(SOCKET_FILTER) | ON(XDP) | ON(CGROUP_SKB) | ON(CGROUP_SOCK_ADDR) | \
	 ON(SOCK_OPS) | ON(SK_SKB) | ON(SK_MSG) | ON(FLOW_DISSECTOR) | ON(SK_LOOKUP) | \
	 ON(TRACING) | ON(LSM) | ON(SYSCALL))

#endif
