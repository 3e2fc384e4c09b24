/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tracepoint's link that can outlive its process. libbpf turns the event off when it lets go of its
 * own, so whoever holds on to the link by a pin would have one that does nothing.
 */
#ifndef HONEY_LOADER_TRACEPOINT_H
#define HONEY_LOADER_TRACEPOINT_H

/*
 * The link's descriptor, for a program of the section "tracepoint/category/name". -EOPNOTSUPP before Linux
 * 5.15, which has no links of events.
 */
int tracepoint__attach(const char *section, int program);

#endif
