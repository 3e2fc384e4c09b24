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

/* export_value.c: what statements set, values, and where a part of memory stands. */
void export_to(struct export *export, const struct ir_value *to);
void export_zeros(struct export *export, const struct memory_type *memory);
void export_value(struct export *export, const struct ir_value *value);
void export_values(struct export *export, struct ir_value *const *values, size_t count);
void export_at(struct export *export, const struct memory_type *type, unsigned offset);

/* export_map.c, export_data.c and export_helper.c: payloads of statements. */
void export_map_access(struct export *export, const struct ir_statement *s);
void export_take(struct export *export, const struct ir_statement *s);
void export_change(struct export *export, const struct ir_statement *s);
void export_timer(struct export *export, const struct ir_statement *s);
void export_global_access(struct export *export, const struct ir_statement *s);
void export_build(struct export *export, const struct ir_statement *s);
void export_emit(struct export *export, const struct ir_statement *s);
void export_part(struct export *export, const struct ir_statement *s);
void export_helper(struct export *export, const struct ir_statement *s);

/* export_type.c: a type as the list of its parts, each with its tag. */
void export_type(struct etf_writer *writer, const struct type *type);
/* export_memory.c: a type of data in memory, as Honey.Codec takes it; all record types. */
void export_memory_type(struct etf_writer *writer, const struct memory_type *type);
void export_record_types(struct etf_writer *writer, const struct unit *unit);
/* The atoms that the unit can have, by their ids. */
void export_atoms(struct etf_writer *writer, const struct typed_unit *unit);

#endif
