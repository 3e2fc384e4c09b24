/* SPDX-License-Identifier: Apache-2.0 */
/* Remote forms: operators, helpers, raises, `value.field`, and calls that are refused. */
#include "compiler/desugar_internal.h"

#include "compiler/data_function.h"
#include "compiler/suggest.h"

#include <string.h>

#define HELPER_MODULE "Elixir.Honey.BpfHelpers"

static struct expression *desugar_field(struct desugar *desugar, const struct form *form,
					const struct term *object, const char *name,
					struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_FIELD, span);

	expression->field.object = desugar_expression(desugar, object, span);
	expression->field.name = name;
	expression->field.name_span = span_of(form->meta, span, strlen(name));
	if (expression->field.object->span.column)
		expression->span = expression->field.object->span;
	return expression;
}

/* RuntimeError.exception("text") and the like, within :erlang.error(...) */
static void read_exception(struct desugar *desugar, const struct term *term,
			   struct expression *raise)
{
	const struct term *message;
	const char *module;
	struct form call;

	if (!form_of(term, &call) || call.name)
		return;
	module = term_name(term_item(term_item(call.head, 2), 0));
	message = term_item(call.arguments, 0);
	if (message && message->kind == TERM_LIST)
		message = term_get(message, "message");
	if (!module)
		return;
	raise->raise.message = module_text(module);
	if (message && message->kind == TERM_BINARY)
		raise->raise.message = arena_print(desugar->compile->arena, "%s: %.*s",
						   module_text(module), (int)message->binary.size,
						   message->binary.bytes);
}

/* What `raise` expands to, and {:badbool, operator, value} of `and`, `or`. */
static struct expression *desugar_error(struct desugar *desugar, const struct form *form,
					struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_RAISE, span);
	const struct term *reason = term_item(form->arguments, 0);
	struct form tuple;

	expression->raise.kind = RAISE_RAISE;
	if (form_of(reason, &tuple) && tuple.name && strcmp(tuple.name, "{}") == 0 &&
	    term_is_atom(term_item(tuple.arguments, 0), "badbool"))
		expression->raise.kind = RAISE_BAD_BOOLEAN;
	else
		read_exception(desugar, reason, expression);
	return expression;
}

static struct expression *refuse_erlang(struct desugar *desugar, const char *name, size_t count,
					struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (strcmp(name, "/") == 0)
		return refuse(desugar, span, "`/`, which gives a float",
			      "`div/2` divides integers, `rem/2` gives the remainder");
	diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED,
			      "found `%s/%zu`, which Honey cannot compile for the kernel", name,
			      count);
	diagnostic_hint(diagnostics, diagnostic,
			"kernel programs have the operators on integers, comparisons, "
			"`and or not && || !`, and is_integer, is_atom, is_boolean, is_nil");
	return new_expression(desugar, EXPRESSION_POISON, span);
}

static struct expression *desugar_operator(struct desugar *desugar, const char *name,
					   const struct form *form)
{
	size_t count = term_count(form->arguments);
	const struct operator *operator = operator_find(name, count);
	struct span parent = span_of(form->meta, desugar->function->span, 0);
	struct expression *expression;
	struct span span;

	if (!operator)
		return refuse_erlang(desugar, name, count, parent);
	span = span_of(form->meta, desugar->function->span, strlen(operator->elixir));
	expression = new_expression(desugar, EXPRESSION_OPERATOR, span);
	expression->operation.operator = operator;
	expression->operation.left =
		desugar_expression(desugar, term_item(form->arguments, 0), span);
	if (count == 2)
		expression->operation.right =
			desugar_expression(desugar, term_item(form->arguments, 1), span);
	return expression;
}

static struct expression *desugar_function(struct desugar *desugar,
					   const struct data_function *function,
					   const struct form *form, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_FUNCTION, span);

	expression->function.function = function;
	expression->function.count = term_count(form->arguments);
	expression->function.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}

static struct expression *desugar_erlang(struct desugar *desugar, const char *name,
					 const struct form *form, struct span span)
{
	const struct term *list = term_item(form->arguments, 1);
	const struct data_function *function =
		data_function_find(name, term_count(form->arguments));

	struct expression *choice;

	if (function)
		return desugar_function(desugar, function, form, span);
	choice = desugar_choice(desugar, name, form, span);
	if (choice)
		return choice;
	if (strcmp(name, "error") == 0)
		return desugar_error(desugar, form, span);
	if (strcmp(name, "apply") == 0 && term_count(form->arguments) == 2 &&
	    list->kind == TERM_LIST)
		return desugar_invoke(desugar, term_item(form->arguments, 0), list, span);
	return desugar_operator(desugar, name, form);
}

static struct expression *unknown_helper(struct desugar *desugar, const char *name, size_t count,
					 struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	const struct helper *other = helper_find(name, -1);
	const char **names = ARENA_ARRAY(desugar->compile->arena, const char *, helper_count);
	struct diagnostic *diagnostic;
	const char *nearest;

	if (other) {
		diagnostic = error_at(diagnostics, span, CODE_UNKNOWN_HELPER,
				      "`%s` has %zu argument%s here, expected %zu", name, count,
				      count == 1 ? "" : "s", helper_arity(other));
		return new_expression(desugar, EXPRESSION_POISON, span);
	}
	for (size_t i = 0; i < helper_count; i++)
		names[i] = helpers[i].name;
	diagnostic = error_at(diagnostics, span, CODE_UNKNOWN_HELPER,
			      "`Honey.BpfHelpers.%s/%zu` is not a helper that Honey knows", name,
			      count);
	nearest = suggest_name(desugar->compile->arena, name, names, helper_count);
	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s`?", nearest);
	return new_expression(desugar, EXPRESSION_POISON, span);
}

/* Whether Elixir has no values for what the helper takes or returns: it is refused then. */
bool refuse_helper(struct desugar *desugar, const struct helper *helper, struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
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
		break;
	}
	return true;
}

static struct expression *desugar_helper(struct desugar *desugar, const char *name,
					 const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct helper *helper = helper_find(name, (int)count);
	struct expression *expression;

	span = span_of(form->meta, span, strlen(name));
	if (helper && refuse_helper(desugar, helper, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!helper)
		return unknown_helper(desugar, name, count, span);
	expression = new_expression(desugar, EXPRESSION_HELPER, span);
	expression->helper.helper = helper;
	expression->helper.count = count;
	expression->helper.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}

/* Why a module that does `use Honey`, or is not there, could not be linked; see Honey.Library. */
static const struct {
	const char *reason, *text, *hint;
} unlinked[] = {
	{ "missing", "is not a module that could be found", NULL },
	{ "waiting", "waits for this module, or stands after it in the same file",
	  "kernel code that several modules call belongs into a module of its own, without `@sec`" },
	{ "programs", "has programs of its own, so that its functions cannot be linked",
	  "kernel code that several modules call belongs into a module of its own, without `@sec`" },
	{ "failed", "has errors of its own, so that its functions cannot be linked", NULL },
	{ "plain", "is not a module of kernel code",
	  "write `use Honey` in that module: then its functions can be called from programs" },
};

static bool refuse_unlinked(struct desugar *desugar, const char *module, struct span span)
{
	const struct term *reason = term_get(desugar->unit->unlinked, module);
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;

	for (size_t i = 0; i < sizeof(unlinked) / sizeof(unlinked[0]); i++) {
		struct diagnostic *diagnostic;

		if (!term_is_atom(reason, unlinked[i].reason))
			continue;
		diagnostic = error_at(diagnostics, span, CODE_UNLINKED, "`%s` %s",
				      module_text(module), unlinked[i].text);
		if (unlinked[i].hint)
			diagnostic_hint(diagnostics, diagnostic, "%s", unlinked[i].hint);
		return true;
	}
	return false;
}

static struct expression *refuse_module(struct desugar *desugar, const char *module,
					const char *name, size_t count, struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (strcmp(module, "Elixir.String.Chars") == 0)
		return refuse(desugar, span, "a conversion to a string",
			      "`bpf_printk(\"pid %d\", [pid])` prints integers");
	if (refuse_unlinked(desugar, module, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED,
			      "found a call of `%s.%s/%zu`, which does not exist in the kernel",
			      module_text(module), name, count);
	diagnostic_hint(diagnostics, diagnostic,
			"call functions of this module, of modules that `use Honey`, and of "
			"`Honey.BpfHelpers`");
	return new_expression(desugar, EXPRESSION_POISON, span);
}

static struct expression *desugar_linked(struct desugar *desugar, const struct module *module,
					 const char *name, const struct form *form,
					 struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_CALL, span);

	expression->call.module = module;
	expression->call.name = name;
	expression->call.count = term_count(form->arguments);
	expression->call.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}

/* form->head is {:., meta, [module or object, name]} */
struct expression *desugar_remote(struct desugar *desugar, const struct form *form,
				  struct span span)
{
	const struct term *dot = term_item(form->head, 2);
	const struct term *left = term_item(dot, 0);
	const char *name = term_name(term_item(dot, 1));
	size_t count = term_count(form->arguments);
	const struct module *module;

	if (left && term_count(dot) == 1)
		return desugar_invoke(desugar, left, form->arguments, span);
	if (!left || !name)
		return refuse(desugar, span, "a call of a shape that is not known", NULL);
	if (left->kind != TERM_ATOM) {
		if (count == 0)
			return desugar_field(desugar, form, left, name, span);
		return refuse(desugar, span, "a call of a function of a value",
			      "call a named function");
	}
	if (strcmp(left->atom, "erlang") == 0)
		return desugar_erlang(desugar, name, form, span);
	if (strcmp(left->atom, "lists") == 0 && strcmp(name, "member") == 0 && count == 2)
		return desugar_member(desugar, form, span);
	if (strcmp(left->atom, "Elixir.Enum") == 0 && strcmp(name, "at") == 0 && count == 2)
		return desugar_at(desugar, form, span);
	if (strcmp(left->atom, "Elixir.Enum") == 0 && strcmp(name, "member?") == 0 && count == 2 &&
	    !is_range(term_item(form->arguments, 0)))
		return desugar_member_of(desugar, form, span);
	if (strcmp(left->atom, "Elixir.Enum") == 0)
		return desugar_enum(desugar, name, form, span);
	if (strcmp(left->atom, "Elixir.Honey") == 0 && strcmp(name, "fuel") == 0 && count == 2)
		return desugar_fuel(desugar, form, span);
	if (strcmp(left->atom, HELPER_MODULE) == 0)
		return desugar_helper(desugar, name, form, span);
	module = unit_find_module(desugar->unit, left->atom);
	if (module)
		return desugar_linked(desugar, module, name, form, span);
	return refuse_module(desugar, left->atom, name, count, span);
}
