/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/unknown_helper.h"

#include "base/buffer.h"
#include "compiler/table/c_name.h"

/* "it is for a socket filter and a port sharing program, which Honey does not compile yet" */
static const char *other_types(struct compile *compile, const struct helper *helper)
{
	static const enum program_type types[] = {
#define PROGRAM_TYPE(enumerator, number, text) PROGRAM_TYPE_##enumerator,
#include "compiler/table/program_type.def"
#undef PROGRAM_TYPE
	};
	struct buffer text;
	size_t left = 0;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		left += helper_kernel_for(helper, types[i]) != 0;
	buffer_init(&text, compile->arena);
	buffer_add_text(&text, "it is for ");
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (!helper_kernel_for(helper, types[i]))
			continue;
		left--;
		buffer_print(&text, "%s%s", program_type_text(types[i]),
			     left > 1 ? ", " : (left ? " or " : ""));
	}
	buffer_add_text(&text, ", which Honey does not compile yet");
	return text.text;
}

bool helper_refused(struct compile *compile, const struct helper *helper, struct span span)
{
	struct diagnostics *diagnostics = &compile->diagnostics;
	const char *obstacle = helper_obstacle(helper);
	struct diagnostic *diagnostic;

	if (!obstacle)
		return false;
	diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED,
			      "`%s` cannot be called yet: there is no value for %s", helper->name,
			      obstacle);
	for (size_t i = HELPER_COUNT; i < helper_count; i++) {
		if (helpers[i].id != helper->id)
			continue;
		diagnostic_hint(diagnostics, diagnostic, "write `%s`", helpers[i].name);
		return true;
	}
	diagnostic_hint(diagnostics, diagnostic, "%s",
			helper_instead(helper) ? helper_instead(helper)
					       : other_types(compile, helper));
	return true;
}

void helper_miscounted(struct compile *compile, const struct helper *helper, size_t count,
		       struct span span)
{
	struct diagnostic *diagnostic = error_at(&compile->diagnostics, span, CODE_UNKNOWN_HELPER,
						 "`%s` has %zu argument%s here, expected %zu",
						 helper->name, count, count == 1 ? "" : "s",
						 helper_arity(helper));

	diagnostic_hint(&compile->diagnostics, diagnostic, "%s",
			helper_arity_hint(compile->arena, helper, count));
}

void unknown_helper(struct compile *compile, const char *name, size_t count, struct span span)
{
	struct diagnostics *diagnostics = &compile->diagnostics;
	const struct helper *other = helper_find(name, -1);
	struct diagnostic *diagnostic;
	const char *nearest;

	if (other) {
		helper_miscounted(compile, other, count, span);
		return;
	}
	diagnostic = error_at(diagnostics, span, CODE_UNKNOWN_HELPER,
			      "`Honey.BpfHelpers.%s/%zu` is not a helper that Honey knows", name,
			      count);
	nearest = helper_suggest(compile->arena, name);
	if (c_name_hint(name))
		diagnostic_hint(diagnostics, diagnostic, "%s", c_name_hint(name));
	else if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s`?", nearest);
}
