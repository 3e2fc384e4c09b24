/* SPDX-License-Identifier: Apache-2.0 */
/* Names to what they name: called functions, and the programs' sections and contexts. */
#ifndef HONEY_COMPILER_RESOLVE_H
#define HONEY_COMPILER_RESOLVE_H

struct compile;
struct unit;

void resolve(struct compile *compile, struct unit *unit);

#endif
