/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the export share. */
#ifndef HONEY_COMPILER_EXPORT_INTERNAL_H
#define HONEY_COMPILER_EXPORT_INTERNAL_H

#include "compiler/core/etf_write.h"
#include "compiler/lower/ir.h"

struct export
{
	struct compile *compile;
	const struct ir_unit *unit;
	struct etf_writer writer;
};

/* export_ir.c */
void export_block(struct export *export, const struct ir_block *block);

/* export_type.c: a type as the list of its parts, each with its tag. */
void export_type(struct etf_writer *writer, const struct type *type);
/* export_memory.c: a type of data in memory, as Honey.Codec takes it; all record types. */
void export_memory_type(struct etf_writer *writer, const struct memory_type *type);
void export_record_types(struct etf_writer *writer, const struct unit *unit);
/* The atoms that the unit can have, by their ids. */
void export_atoms(struct etf_writer *writer, const struct typed_unit *unit);

#endif
