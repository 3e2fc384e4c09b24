/* SPDX-License-Identifier: Apache-2.0 */
/* Integers that the type which they are stored in cannot have. */
#ifndef HONEY_COMPILER_TRUNCATION_H
#define HONEY_COMPILER_TRUNCATION_H

#include "compiler/infer/infer_internal.h"

/* What is stored, "this key", where, "map `counts`", and whose type may be changed, "the map". */
struct storing {
	struct span span;
	const char *what, *where, *owner;
};

/* Warns where no value of the type fits. */
void truncation_check(struct infer *infer, const struct storing *storing, const struct type *type,
		      const struct integer_type *stored);

#endif
