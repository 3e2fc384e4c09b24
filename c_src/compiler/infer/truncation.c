/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/truncation.h"

/* All of its bits are kept, but read as another number. */
static void warn_of_sign(struct infer *infer, const struct storing *storing,
			 const struct integer_type *stored)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		warn_at(diagnostics, storing->span, CODE_TRUNCATED,
			"%s is negative, and the :%s of %s is not: it is read as a large number",
			storing->what, stored->name, storing->where);

	diagnostic_hint(diagnostics, diagnostic,
			"give %s a signed type, `:s64`; all bits are `0xFFFF_FFFF_FFFF_FFFF`",
			storing->owner);
}

void truncation_check(struct infer *infer, const struct storing *storing, const struct type *type,
		      const struct integer_type *stored)
{
	struct range range = integer_type_range(stored);
	struct diagnostic *diagnostic;

	if (type->integer == INTEGER_NONE ||
	    (type->range.high >= range.low && type->range.low <= range.high))
		return;
	if (stored->size == 8) {
		if (type->range.high < 0)
			warn_of_sign(infer, storing, stored);
		return;
	}
	diagnostic = warn_at(&infer->compile->diagnostics, storing->span, CODE_TRUNCATED,
			     "%s does not fit into the :%s of %s, which keeps only its lowest bits",
			     storing->what, stored->name, storing->where);
	diagnostic_hint(&infer->compile->diagnostics, diagnostic,
			"give %s a wider type, or keep the bits on purpose: `value &&& 0xFF`",
			storing->owner);
}
