/* SPDX-License-Identifier: Apache-2.0 */
/* Calls that no clause of the function takes. */
#include "base/buffer.h"
#include "compiler/infer/decided_internal.h"

/* The callee, where none of its clauses can take what this call gives it; else NULL. */
static const struct instance *untaken(const struct instance *instance,
				      const struct expression *call)
{
	const struct instance *callee = instance->typed[call->number].callee;

	if (!callee || !callee->no_clause_may_match)
		return NULL;
	for (const struct clause *c = callee->function->first_clause; c; c = c->next) {
		if (!callee->clauses[c->number].is_dead)
			return NULL;
	}
	return callee;
}

/* "`{:c, 1}` and `2`" */
static const char *given_text(struct decided *decided, const struct instance *callee, size_t count)
{
	struct buffer text;

	buffer_init(&text, decided->compile->arena);
	for (size_t i = 0; i < count; i++)
		buffer_print(&text, "%s%s", i ? (i + 1 < count ? ", " : " and ") : "",
			     value_text(decided, &callee->arguments[i]));
	return text.text;
}

/* Where all instances that come to the call agree. */
void decided_check_call(struct decided *decided, const struct function *function,
			const struct expression *call)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	const struct instance *callee = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (!i->typed[call->number].callee)
			continue;
		callee = untaken(i, call);
		if (!callee)
			return;
	}
	if (callee && call->call.count)
		diagnostic_hint(diagnostics,
				warn_at(diagnostics, call->span, CODE_NEVER_MATCHES,
					"no clause of `%s` takes %s: this call always raises",
					function_text(decided->compile, callee->function),
					given_text(decided, callee, call->call.count)),
				"add a clause for it, or give what one takes");
}
