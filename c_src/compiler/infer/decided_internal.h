/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of decided share: where a value comes from, and its words. */
#ifndef HONEY_COMPILER_DECIDED_INTERNAL_H
#define HONEY_COMPILER_DECIDED_INTERNAL_H

#include "compiler/infer/infer.h"

struct decided {
	struct compile *compile;
	struct typed_unit *typed_unit;
	const struct instance *instance;
	int looked_at;
	bool comes_from_kernel; /* some part of what was looked at */
	bool comes_from_lookup; /* the value itself */
	bool may_be_narrowed;	/* a variable that was is a source, too */
	const char *odd_field;	/* the field of a struct that is of another kind, in words */
};

/* decided_source.c */
const struct type *type_of(const struct decided *decided, const struct expression *expression);
/* A variable's before anything narrowed it. */
const struct type *bound_type(const struct decided *decided, const struct expression *expression);
/* Before a value is asked for its source. */
void begin_source(struct decided *decided, const struct instance *instance, bool may_be_narrowed);
/* Literals, what comes out of helpers and memory, and what is computed of these. */
bool is_source(struct decided *decided, const struct expression *expression);
/* As type_text(), but the range of an integer that is nothing else. */
const char *value_text(struct decided *decided, const struct type *type);
/* `:ok` or `{:error, reason}` */
bool is_status(const struct type *type);

/* decided_kind.c: values of kinds that can never be equal, whatever the values are */
/*
 * Whether the two are of kinds that have nothing in common, which the function itself tells. Atoms
 * are left out: nil and `:error` are looked for where they may be some day.
 */
bool is_of_other_kind(struct decided *decided, const struct instance *instance,
		      const struct expression *left, const struct expression *right);
bool pattern_is_of_other_kind(struct decided *decided, const struct instance *instance,
			      const struct expression *subject, const struct pattern *pattern);
/* The test of a guard that no value of the subject's kind passes; NULL for none. */
const struct expression *failing_test(struct decided *decided, const struct instance *instance,
				      const struct expression *subject,
				      const struct clause *clause);
/* What was meant by the one that is an address of text, where the other is text; NULL for none. */
const char *kind_hint(struct decided *decided, const struct expression *left,
		      const struct expression *right);

/* decided_comparison.c, decided_call.c */
void decided_check_comparison(struct decided *decided, const struct function *function,
			      const struct expression *operation);
void decided_check_call(struct decided *decided, const struct function *function,
			const struct expression *call);

#endif
