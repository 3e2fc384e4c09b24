/* SPDX-License-Identifier: Apache-2.0 */
/* What constructions of records, and patterns for them, ask of a record's type. */
#ifndef HONEY_COMPILER_INFER_RECORD_H
#define HONEY_COMPILER_INFER_RECORD_H

#include "compiler/infer/infer.h"

struct infer;
struct record_type;

/* What is read of such memory. */
struct type type_in_memory(struct infer *infer, const struct memory_type *memory);
/* Each is NULL after a diagnostic, and in a trial without one. */
const struct record_type *named_record(struct infer *infer, struct span span, const char *name);
const struct record_field *find_field(struct infer *infer, struct span span,
				      const struct record_type *record, const char *name);
/* The enum's member that one atom was probably meant to be; NULL for none. */
const char *nearest_member(struct infer *infer, const char *name, const struct memory_type *memory);

#endif
