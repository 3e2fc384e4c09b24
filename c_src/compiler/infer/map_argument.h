/* SPDX-License-Identifier: Apache-2.0 */
/* Says which keys and values of maps are surely not what was meant. */
#ifndef HONEY_COMPILER_MAP_ARGUMENT_H
#define HONEY_COMPILER_MAP_ARGUMENT_H

struct compile;
struct expression;
struct span;
struct typed_unit;

void check_map_arguments(struct compile *compile, struct typed_unit *typed_unit);

/* Where `value` is bpf_get_current_pid_tgid(), of which 32 bits or fewer are kept. */
void hint_of_half(struct compile *compile, const struct expression *value, struct span span);

#endif
