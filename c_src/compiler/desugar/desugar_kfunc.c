/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a call of a kfunc becomes by the macro of its `defkfunc`:
 *
 *	Honey.Kfunc.call(:bpf_strnlen, [:string, :u64], :size, false, {6, 17}, [text, most])
 *
 * A kfunc is called as a helper is, so a row is made for it, as helper.def has them.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

static const struct {
	const char *type;
	enum parameter_kind kind;
} parameter_types[] = {
	{ "u16", PARAMETER_U16 }, { "u32", PARAMETER_U32 }, { "s32", PARAMETER_S32 },
	{ "u64", PARAMETER_U64 }, { "s64", PARAMETER_S64 }, { "string", PARAMETER_TEXT },
};

static const struct {
	const char *type;
	enum helper_result result;
} result_types[] = {
	{ "u32", RESULT_U32 },		 { "s32", RESULT_S32 },	  { "u64", RESULT_U64 },
	{ "s64", RESULT_S64 },		 { "void", RESULT_NONE }, { "status", RESULT_MAP_STATUS },
	{ "size", RESULT_INT_OR_ERROR },
};

/* Honey.Kfunc has looked at it; false when it has not. */
static bool read_parameters(struct desugar *desugar, struct helper *kfunc, const struct term *types)
{
	if (term_count(types) > HELPER_MOST_PARAMETERS)
		return false;
	for (size_t i = 0; i < term_count(types); i++) {
		const char *name = arena_print(desugar->compile->arena, "argument_%zu", i + 1);
		size_t n = 0, count = sizeof(parameter_types) / sizeof(parameter_types[0]);

		while (n < count && !term_is_atom(term_item(types, i), parameter_types[n].type))
			n++;
		if (n == count)
			return false;
		kfunc->parameters.items[i] = (struct parameter){ parameter_types[n].kind, name };
	}
	kfunc->parameters.count = term_count(types);
	return true;
}

static bool read_result(struct helper *kfunc, const struct term *type)
{
	for (size_t i = 0; i < sizeof(result_types) / sizeof(result_types[0]); i++) {
		if (!term_is_atom(type, result_types[i].type))
			continue;
		kfunc->result = result_types[i].result;
		return true;
	}
	return false;
}

static struct helper *read_kfunc(struct desugar *desugar, const struct term *arguments)
{
	struct helper *kfunc = ARENA_NEW(desugar->compile->arena, struct helper);
	const struct term *kernel = term_item(arguments, 4);

	kfunc->id = HELPER_KFUNC;
	kfunc->name = term_name(term_item(arguments, 0));
	kfunc->gpl_only = true;
	kfunc->effects = term_is_atom(term_item(arguments, 3), "true") ? EFFECT_SLEEPS : 0;
	kfunc->offers.count = 1;
	kfunc->offers.items[0] =
		(struct helper_offer){ KERNEL_VERSION_OF(term_number(term_item(kernel, 0), 0),
							 term_number(term_item(kernel, 1), 0)),
				       UINT64_MAX };
	if (!kfunc->name || !read_parameters(desugar, kfunc, term_item(arguments, 1)) ||
	    !read_result(kfunc, term_item(arguments, 2)))
		return NULL;
	return kfunc;
}

struct expression *desugar_kfunc(struct desugar *desugar, const char *name, const struct form *form,
				 struct span span)
{
	size_t count = term_count(form->arguments);
	const struct term *given = term_item(form->arguments, 5);
	struct helper *kfunc;
	struct expression *expression;

	kfunc = strcmp(name, "call") == 0 && count == 6 ? read_kfunc(desugar, form->arguments)
							: NULL;
	if (!kfunc || term_count(given) != kfunc->parameters.count)
		return refuse_foreign(desugar, KFUNC_MODULE, name, count, span);
	expression = new_expression(desugar, EXPRESSION_HELPER, span);
	expression->helper.helper = kfunc;
	expression->helper.count = term_count(given);
	expression->helper.arguments = desugar_list(desugar, given, span);
	return expression;
}
