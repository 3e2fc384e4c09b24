/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes Erlang's external term format (version 131, uncompressed). */
#ifndef HONEY_COMPILER_ETF_H
#define HONEY_COMPILER_ETF_H

#include <stddef.h>

struct arena;
struct names;
struct term;

enum etf_status { ETF_OK, ETF_MALFORMED, ETF_TOO_DEEP };

/* Binaries in the term point into `bytes`. */
enum etf_status etf_decode(struct arena *arena, struct names *names, const void *bytes, size_t size,
			   const struct term **term);

#endif
