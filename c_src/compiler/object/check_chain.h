/* SPDX-License-Identifier: Apache-2.0 */
/* The checks of check_elf that follow calls: stack, depth and size of a program. */
#ifndef HONEY_COMPILER_CHECK_CHAIN_H
#define HONEY_COMPILER_CHECK_CHAIN_H

struct check_context;

/* After check_function() of every function and with every call resolved. */
void check_chains(struct check_context *context);

#endif
