/* SPDX-License-Identifier: Apache-2.0 */
/* Remote forms: operators, helpers, raises, `value.field`, and calls that are refused. */
#include "base/buffer.h"
#include "compiler/desugar/desugar_internal.h"

#include "compiler/syntax/data_function.h"
#include "compiler/syntax/sequence.h"
#include "compiler/syntax/unknown_helper.h"
#include "compiler/core/suggest.h"

#include <string.h>

#define HELPER_MODULE "Elixir.Honey.BpfHelpers"
#define KERNEL_MAP_MODULE "Elixir.Honey.KernelMap"

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

/* %Module{fields}, of which the fields are given; NULL for another term. */
static const char *read_struct(const struct term *term, const struct term **fields)
{
	struct form whole, map;

	if (!form_of(term, &whole) || !whole.name || strcmp(whole.name, "%") != 0 ||
	    !form_of(term_item(whole.arguments, 1), &map))
		return NULL;
	*fields = map.arguments;
	return term_name(term_item(whole.arguments, 0));
}

/*
 * RuntimeError.exception("text") and the like, within :erlang.error(...); Kernel.Utils.raise(value)
 * for an exception that is a value.
 */
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
	if (module && strcmp(module, "Elixir.Kernel.Utils") == 0)
		module = read_struct(message, &message);
	if (message && message->kind == TERM_LIST)
		message = term_get(message, "message");
	if (!module)
		return;
	if (strcmp(module, "Elixir.KeyError") == 0)
		raise->raise.kind = RAISE_KEY;
	raise->raise.message = module_text(module);
	if (message && message->kind == TERM_BINARY)
		raise->raise.message = arena_print(desugar->compile->arena, "%s: %.*s",
						   module_text(module), (int)message->binary.size,
						   message->binary.bytes);
}

/* Older Elixirs make :erlang.error(:erlang.raise(...)) of `reraise`. */
static bool is_reraise(const struct term *reason)
{
	struct form call;

	return form_of(reason, &call) && !call.name &&
	       term_is_atom(term_item(term_item(call.head, 2), 1), "raise") &&
	       term_is_atom(term_item(term_item(call.head, 2), 0), "erlang");
}

/* What `raise` expands to, and {:badbool, operator, value} of `and`, `or`. */
static struct expression *desugar_error(struct desugar *desugar, const struct form *form,
					struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_RAISE, span);
	const struct term *reason = term_item(form->arguments, 0);
	struct form tuple;

	if (is_reraise(reason))
		return refuse_foreign(desugar, "erlang", "raise", 3, span);
	expression->raise.kind = RAISE_RAISE;
	if (term_is_atom(reason, "badarith"))
		expression->raise.kind = RAISE_ARITHMETIC;
	else if (term_is_atom(reason, "badarg"))
		expression->raise.kind = RAISE_ARGUMENT;
	else if (form_of(reason, &tuple) && tuple.name && strcmp(tuple.name, "{}") == 0 &&
		 term_is_atom(term_item(tuple.arguments, 0), "badbool"))
		expression->raise.kind = RAISE_BAD_BOOLEAN;
	else
		read_exception(desugar, reason, expression);
	return expression;
}

/*
 * Whether its outcome can be one that nobody means. What macros make has no column; but `in` is one
 * of Elixir's own, whose `===` is of the user's value.
 */
static bool is_checked(const struct expression *expression)
{
	const struct operator *operator = expression->operation.operator;
	const struct expression *left = expression->operation.left;

	if (!expression->span.column)
		return operator->kind == OPERATOR_STRICTLY_EQUAL &&
		       (left->span.column || left->kind == EXPRESSION_VARIABLE);
	return operator->class == OPERATOR_EQUALITY || operator->class == OPERATOR_ORDER ||
	       operator->kind == OPERATOR_SHIFT_LEFT || operator->kind == OPERATOR_SHIFT_RIGHT;
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
		return refuse_foreign(desugar, "erlang", name, count, parent);
	span = span_of(form->meta, desugar->function->span, strlen(operator->elixir));
	expression = new_expression(desugar, EXPRESSION_OPERATOR, span);
	expression->operation.operator = operator;
	expression->operation.left =
		desugar_expression(desugar, term_item(form->arguments, 0), span);
	if (count == 2)
		expression->operation.right =
			desugar_expression(desugar, term_item(form->arguments, 1), span);
	if (is_checked(expression))
		check_later(desugar, expression);
	return expression;
}

static struct expression *desugar_function(struct desugar *desugar,
					   const struct data_function *function,
					   const struct form *form, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_FUNCTION, span);

	expression->function.function = function;
	expression->function.written = desugar->written;
	expression->function.count = term_count(form->arguments);
	expression->function.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}

static bool is_still(const struct expression *expression)
{
	return expression->kind == EXPRESSION_VARIABLE || expression->kind == EXPRESSION_ATOM ||
	       expression->kind == EXPRESSION_INTEGER || expression->kind == EXPRESSION_STRING;
}

/* Elixir makes `%{map | key => value}` of :maps.put(key, value, map): the map comes first. */
static struct expression *desugar_put(struct desugar *desugar, const struct data_function *function,
				      const struct form *form, struct span span)
{
	struct expression *put = new_expression(desugar, EXPRESSION_FUNCTION, span);
	struct expression **arguments =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 3);
	struct expression *bound;
	struct variable *map;

	put->function.function = function;
	put->function.written = desugar->written;
	put->function.count = 3;
	put->function.arguments = arguments;
	arguments[2] = desugar_expression(desugar, term_item(form->arguments, 2), span);
	arguments[0] = desugar_expression(desugar, term_item(form->arguments, 0), span);
	arguments[1] = desugar_expression(desugar, term_item(form->arguments, 1), span);
	if (is_still(arguments[2]) || (is_still(arguments[0]) && is_still(arguments[1])))
		return put;
	map = made_variable(desugar, "map", span);
	bound = bind_hidden(desugar, map, arguments[2]);
	arguments[2] = read_variable(desugar, map, span);
	map->scope_ends_at = ++desugar->position;
	return then_do(desugar, bound, put);
}

static struct expression *desugar_erlang(struct desugar *desugar, const char *name,
					 const struct form *form, struct span span)
{
	const struct term *list = term_item(form->arguments, 1);
	const struct data_function *function =
		data_function_find("erlang", name, term_count(form->arguments));

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

/* Whether Elixir has no values for what the helper takes or returns: it is refused then. */
bool refuse_helper(struct desugar *desugar, const struct helper *helper, struct span span)
{
	return helper_refused(desugar->compile, helper, span);
}

static struct expression *desugar_helper(struct desugar *desugar, const char *name,
					 const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct helper *helper = helper_find(name, (int)count);
	const struct helper *refused = helper ? helper : helper_find(name, -1);
	struct expression *expression, *interpolated = NULL;

	span = span_of(form->meta, span, strlen(name));
	/* How many arguments it is given is of no matter then. */
	if (refused && refuse_helper(desugar, refused, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!helper) {
		unknown_helper(desugar->compile, name, count, span);
		return new_expression(desugar, EXPRESSION_POISON, span);
	}
	expression = new_expression(desugar, EXPRESSION_HELPER, span);
	expression->helper.helper = helper;
	expression->helper.count = count;
	if (helper->id == HELPER_TRACE_PRINTK && count == 1)
		interpolated = desugar_printk(desugar, term_item(form->arguments, 0), span);
	expression->helper.is_interpolated = interpolated;
	if (!interpolated) {
		expression->helper.arguments = desugar_list(desugar, form->arguments, span);
		return expression;
	}
	expression->helper.arguments = ARENA_NEW(desugar->compile->arena, struct expression *);
	expression->helper.arguments[0] = interpolated;
	return expression;
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
	check_later(desugar, expression);
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
	const struct data_function *function;
	struct expression *standard;
	const struct module *module;
	struct expression *made;

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
	made = desugar_string(desugar, left->atom, name, form, span);
	if (made)
		return made;
	if (strcmp(left->atom, "erlang") == 0)
		return desugar_erlang(desugar, name, form, span);
	if (strcmp(left->atom, "lists") == 0 && strcmp(name, "member") == 0 && count == 2)
		return desugar_member(desugar, form, span);
	if (strcmp(left->atom, "Elixir.Enum") == 0 || strcmp(left->atom, "Elixir.Range") == 0 ||
	    sequence_function_find(left->atom, name, count))
		return desugar_sequence_call(desugar, left->atom, name, form, span);
	if (strcmp(left->atom, "Elixir.Function") == 0 && strcmp(name, "identity") == 0 &&
	    count == 1)
		return desugar_expression(desugar, term_item(form->arguments, 0), span);
	function = data_function_find(left->atom, name, count);
	if (function)
		return function->kind == FUNCTION_PUT_KEY
			       ? desugar_put(desugar, function, form, span)
			       : desugar_function(desugar, function, form, span);
	if (strcmp(left->atom, "Elixir.Honey") == 0 && strcmp(name, "fuel") == 0 && count == 2)
		return desugar_fuel(desugar, form, span);
	if (strcmp(left->atom, "Elixir.Honey.Var") == 0)
		return desugar_global(desugar, name, form, span);
	if (strcmp(left->atom, "Elixir.Honey") == 0 && strcmp(name, "with_lock") == 0 && count == 3)
		return desugar_lock(desugar, form, span);
	if (strcmp(left->atom, "Elixir.Honey") == 0 && strcmp(name, "tail_call") == 0 && count == 2)
		return desugar_tail_call(desugar, form, span);
	if (strcmp(left->atom, HELPER_MODULE) == 0)
		return desugar_helper(desugar, name, form, span);
	if (strcmp(left->atom, EVENTS_MODULE) == 0)
		return desugar_emit(desugar, name, form, span);
	if (strcmp(left->atom, KFUNC_MODULE) == 0)
		return desugar_kfunc(desugar, name, form, span);
	if (strcmp(left->atom, TIMER_MODULE) == 0)
		return desugar_timer(desugar, name, form, span);
	made = strcmp(left->atom, KERNEL_MAP_MODULE) == 0
		       ? desugar_kernel_map(desugar, name, form, span)
		       : NULL;
	if (made)
		return made;
	standard = desugar_standard(desugar, left->atom, name, form, span);
	if (standard)
		return standard;
	module = unit_find_module(desugar->unit, left->atom);
	if (module)
		return desugar_linked(desugar, module, name, form, span);
	return refuse_foreign(desugar, left->atom, name, count, span_within(form->arguments, span));
}
