/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every Elixir version's expanded forms to the core syntax. What has no place there is
 * refused here, with what to write instead.
 */
#ifndef HONEY_COMPILER_DESUGAR_H
#define HONEY_COMPILER_DESUGAR_H

struct compile;
struct unit;

void desugar(struct compile *compile, struct unit *unit);

#endif
