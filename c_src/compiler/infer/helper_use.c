/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/helper_use.h"

#include "base/buffer.h"
#include "compiler/infer/program_array.h"

#define MOST_NAMED 8
#define SLEEPER_LOCK_KERNEL KERNEL_VERSION_OF(6, 7)

struct use {
	struct compile *compile;
	const struct unit *unit;
	const struct function *program;
	int number;    /* of the program, even: the next is for what its timers call */
	bool is_timer; /* what is looked at is called by a timer */
};

static const char *program_text(const struct use *use)
{
	return program_type_text(use->program->program->kind->type);
}

/* The call may stand in a function that several programs call. */
static void note_program(const struct use *use, struct diagnostic *diagnostic,
			 const struct instance *instance)
{
	if (instance->function != use->program)
		diagnostic_note(&use->compile->diagnostics, diagnostic, use->program->span.line,
				"`%s` comes to it", function_text(use->compile, use->program));
}

static struct diagnostic *refuse(const struct use *use, const struct instance *instance,
				 const struct expression *call, enum diagnostic_code code,
				 const char *text)
{
	struct diagnostics *diagnostics = &use->compile->diagnostics;
	struct diagnostic *diagnostic;

	diagnostics->origin = instance->function->origin;
	diagnostic = error_at(diagnostics, call->span, code, "%s", text);
	note_program(use, diagnostic, instance);
	return diagnostic;
}

/* The types that may call it, as far as they are few. */
static void name_types(const struct use *use, struct diagnostic *diagnostic,
		       const struct helper *helper)
{
	static const enum program_type types[] = {
#define PROGRAM_TYPE(enumerator, number, text) PROGRAM_TYPE_##enumerator,
#include "compiler/table/program_type.def"
#undef PROGRAM_TYPE
	};
	struct buffer text;
	size_t count = 0;

	buffer_init(&text, use->compile->arena);
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (!helper_kernel_for(helper, types[i]))
			continue;
		buffer_print(&text, "%s%s", count++ ? ", " : "", program_type_text(types[i]));
	}
	if (count <= MOST_NAMED)
		diagnostic_hint(&use->compile->diagnostics, diagnostic, "it is for %s", text.text);
}

static void check_type(const struct use *use, const struct instance *instance,
		       const struct expression *call, const struct helper *helper)
{
	int kernel = helper_kernel_for(helper, use->program->program->kind->type);
	const char *text;

	if (!kernel) {
		text = arena_print(use->compile->arena, "`%s` is not for %s", helper->name,
				   program_text(use));
		name_types(use, refuse(use, instance, call, CODE_HELPER_REFUSED, text), helper);
	} else if (kernel > use->unit->kernel && helper_kernel(helper) <= use->unit->kernel) {
		text = arena_print(use->compile->arena,
				   "`%s` needs kernel %d.%d in %s, but this module is for %d.%d",
				   helper->name, kernel >> 8, kernel & 0xff, program_text(use),
				   use->unit->kernel >> 8, use->unit->kernel & 0xff);
		diagnostic_hint(&use->compile->diagnostics,
				refuse(use, instance, call, CODE_KERNEL_TOO_OLD, text),
				"write `use Honey, kernel: \"%d.%d\"` if it need not run on older "
				"kernels",
				kernel >> 8, kernel & 0xff);
	}
}

static void check_sleep(const struct use *use, const struct instance *instance,
			const struct expression *call)
{
	const char *text;

	if (!(helper_row(call->helper.helper)->effects & EFFECT_SLEEPS) ||
	    (use->program->program->kind->sleeps && !use->is_timer))
		return;
	text = arena_print(use->compile->arena, "`%s` may sleep, and %s must not",
			   call->helper.helper->name,
			   use->is_timer ? "what a timer calls" : program_text(use));
	refuse(use, instance, call, CODE_HELPER_REFUSED, text);
}

/* Before 6.1 what a program that may sleep has found could be freed under it. */
static bool may_free_early(const struct map_definition *map)
{
	return map->flags & MAP_FLAG_NO_PREALLOC && map->kind->key_rule != KEY_OBJECT;
}

static int sleeping_kernel(const struct map_definition *map)
{
	int kernel = map->kind->sleeping_kernel, late = KERNEL_VERSION_OF(6, 1);

	return kernel && may_free_early(map) && kernel < late ? late : kernel;
}

static void check_map(const struct use *use, const struct instance *instance,
		      const struct expression *call, const struct map_definition *map)
{
	struct diagnostics *diagnostics = &use->compile->diagnostics;
	int kernel = sleeping_kernel(map);
	struct diagnostic *diagnostic;
	const char *text;

	if (!use->program->program->kind->sleeps || (kernel && kernel <= use->unit->kernel))
		return;
	text = arena_print(use->compile->arena,
			   "%s may sleep, and such programs cannot use map `%s` of type `:%s`%s%s",
			   program_text(use), map->name, map->kind->name,
			   kernel && may_free_early(map) ? " with `:no_prealloc`" : "",
			   kernel ? arena_print(use->compile->arena, " before kernel %d.%d",
						kernel >> 8, kernel & 0xff)
				  : "");
	diagnostic = refuse(use, instance, call, kernel ? CODE_KERNEL_TOO_OLD : CODE_HELPER_REFUSED,
			    text);
	if (kernel)
		diagnostic_hint(diagnostics, diagnostic,
				"write `use Honey, kernel: \"%d.%d\"` if it need not run on older "
				"kernels",
				kernel >> 8, kernel & 0xff);
	else
		diagnostic_hint(diagnostics, diagnostic, "%s",
				map->kind->value_rule == VALUE_PROGRAM
					? "call the function: it is compiled into the program"
					: "use the map in a program of another type, or a "
					  "`:bpf_hash`");
}

/* Taking a socket out of a map is for programs that could put one there. */
static void check_socket_map(const struct use *use, const struct instance *instance,
			     const struct expression *call, const struct map_definition *map)
{
	const char *text;

	if (map->kind->value_rule != VALUE_COOKIE ||
	    use->program->program->kind->type == PROGRAM_TYPE_XDP)
		return;
	text = arena_print(use->compile->arena, "map `%s` of type `:%s` is not for %s", map->name,
			   map->kind->name, program_text(use));
	diagnostic_hint(&use->compile->diagnostics,
			refuse(use, instance, call, CODE_HELPER_REFUSED, text),
			"an XDP program can delete from it, and Elixir can put and delete");
}

/* Whether programs of the type can interrupt anything: no lock, no timer. */
static bool is_anywhere(enum program_type type)
{
	return type == PROGRAM_TYPE_KPROBE || type == PROGRAM_TYPE_TRACEPOINT ||
	       type == PROGRAM_TYPE_PERF_EVENT || type == PROGRAM_TYPE_RAW_TRACEPOINT ||
	       type == PROGRAM_TYPE_RAW_TRACEPOINT_WRITABLE;
}

bool program_takes_locks(enum program_type type)
{
	return !is_anywhere(type) && type != PROGRAM_TYPE_SOCKET_FILTER;
}

static void refuse_hidden(const struct use *use, const struct instance *instance,
			  const struct map_use *u, const char *what, const char *hint)
{
	const char *text =
		arena_print(use->compile->arena,
			    "map `%s` has values with %s, and the kernel takes no such map in %s",
			    u->map->name, what, program_text(use));

	diagnostic_hint(&use->compile->diagnostics,
			refuse(use, instance, u->expression, CODE_HELPER_REFUSED, text), "%s",
			hint);
}

/* A program that may sleep can hold a lock on newer kernels alone. */
static void check_lock_kernel(const struct use *use, const struct instance *instance,
			      const struct expression *call, const struct map_definition *map)
{
	const char *text;

	if (!use->program->program->kind->sleeps || use->unit->kernel >= SLEEPER_LOCK_KERNEL)
		return;
	text = arena_print(use->compile->arena,
			   "map `%s` has values with a lock, which needs kernel %d.%d in %s, but "
			   "this module is for %d.%d",
			   map->name, SLEEPER_LOCK_KERNEL >> 8, SLEEPER_LOCK_KERNEL & 0xff,
			   program_text(use), use->unit->kernel >> 8, use->unit->kernel & 0xff);
	diagnostic_hint(&use->compile->diagnostics,
			refuse(use, instance, call, CODE_KERNEL_TOO_OLD, text),
			"write `use Honey, kernel: \"%d.%d\"` if it need not run on older kernels",
			SLEEPER_LOCK_KERNEL >> 8, SLEEPER_LOCK_KERNEL & 0xff);
}

static void check_locks(const struct use *use, const struct instance *instance)
{
	enum program_type type = use->program->program->kind->type;

	for (const struct map_use *u = instance->map_uses; u; u = u->next) {
		if (u->expression->kind == EXPRESSION_SEQUENCE)
			check_map(use, instance, u->expression, u->map);
		if (map_has_timer(u->map) && is_anywhere(type))
			refuse_hidden(use, instance, u, "a timer",
				      "note what is to happen in a map of its own, and let a "
				      "`syscall` program that Elixir runs start the timers");
		if (!map_has_lock(u->map))
			continue;
		if (!program_takes_locks(type))
			refuse_hidden(
				use, instance, u, "a lock",
				"count in a `:bpf_percpu_hash` or `:bpf_percpu_array`, where "
				"nothing else changes the value, or with additions to a map of "
				"integers, which are atomic");
		else
			check_lock_kernel(use, instance, u->expression, u->map);
	}
}

static void check_call(const struct use *use, const struct instance *instance,
		       const struct helper_call *note)
{
	const struct expression *call = note->call;

	check_type(use, instance, call, note->helper);
	check_sleep(use, instance, call);
	if (note->map) {
		check_map(use, instance, call, note->map);
		check_socket_map(use, instance, call, note->map);
	}
	if (note->map && note->map->outer)
		check_map(use, instance, call, note->map->outer);
	if (call->helper.helper->id == HELPER_TAIL_CALL)
		program_array_note(use->compile, use->program, instance, call, note->map);
}

static void visit(struct use *use, struct instance *instance);

/* The same program, as far as the kernel asks what may be called; but it never sleeps. */
static void visit_timer(const struct use *use, const struct timer *timer)
{
	struct use other = *use;

	if (!timer || !timer->instance)
		return;
	other.number = use->number | 1;
	other.is_timer = true;
	visit(&other, timer->instance);
}

static void visit(struct use *use, struct instance *instance)
{
	if (instance->checked_for == use->number)
		return;
	instance->checked_for = use->number;
	for (const struct helper_call *c = instance->helper_calls; c; c = c->next)
		check_call(use, instance, c);
	for (const struct helper_call *c = instance->helper_calls; c; c = c->next)
		visit_timer(use, c->timer);
	check_locks(use, instance);
	for (const struct callee *c = instance->callees; c; c = c->next)
		visit(use, c->instance);
}

void check_helper_use(struct compile *compile, const struct typed_unit *typed_unit)
{
	int number = 0;

	for (struct instance *i = typed_unit->instances; i; i = i->next) {
		const struct program *program = i->function->program;
		struct use use = { .compile = compile,
				   .unit = typed_unit->unit,
				   .program = i->function,
				   .number = number += 2 };

		if (!program || i->function->arity != 1 || i->arguments[0].context != program)
			continue;
		visit(&use, i);
	}
	program_array_check(compile, typed_unit->unit);
}
