/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes Erlang's external term format, which etf.h reads. A container is opened with its count,
 * and its items follow; a list is closed as well, because its end is a term of its own.
 */
#ifndef HONEY_COMPILER_ETF_WRITE_H
#define HONEY_COMPILER_ETF_WRITE_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct etf_writer {
	struct buffer bytes;
};

void etf_write_begin(struct etf_writer *writer, struct arena *arena);
void etf_write_tuple(struct etf_writer *writer, size_t count);
void etf_write_list(struct etf_writer *writer, size_t count);
void etf_write_list_end(struct etf_writer *writer, size_t count);
void etf_write_map(struct etf_writer *writer, size_t count);
void etf_write_atom(struct etf_writer *writer, const char *name); /* NULL: nil */
void etf_write_boolean(struct etf_writer *writer, bool value);
void etf_write_binary(struct etf_writer *writer, const char *bytes, size_t size);
void etf_write_text(struct etf_writer *writer, const char *text); /* NULL: nil */
void etf_write_magnitude(struct etf_writer *writer, uint64_t magnitude, bool is_negative);
void etf_write_integer(struct etf_writer *writer, int64_t value);

#endif
