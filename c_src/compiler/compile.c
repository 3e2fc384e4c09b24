/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/compile.h"

#include "compiler/lower/capture.h"
#include "compiler/object/check_elf.h"
#include "compiler/object/check_text.h"
#include "compiler/object/child.h"
#include "compiler/object/clang.h"
#include "compiler/infer/decided.h"
#include "compiler/desugar/desugar.h"
#include "compiler/dump.h"
#include "compiler/emit/emit.h"
#include "compiler/core/etf.h"
#include "compiler/export/export_ir.h"
#include "compiler/infer/fuse.h"
#include "compiler/infer/helper_use.h"
#include "compiler/lower/hide.h"
#include "compiler/infer/infer.h"
#include "compiler/infer/map_argument.h"
#include "compiler/infer/packet_change.h"
#include "compiler/lower/ir.h"
#include "compiler/lower/lower.h"
#include "compiler/emit/place.h"
#include "compiler/syntax/resolve.h"
#include "compiler/lower/split.h"
#include "compiler/object/strip_elf.h"

#include <string.h>

#define MOST_MEMORY ((size_t)2 << 30)

struct compilation {
	struct compile compile;
	struct child child;
	const struct compile_input *input;
	struct compile_output *output;
	int64_t pass_began;
	enum thrift thrift;
	bool must_save;	 /* the stack did not suffice, and there are ways to take less */
	bool must_order; /* older kernels refuse the order of a loop's blocks: see check_order.h */
	/* Of a second try, with blocks in order: what goes wrong there is told to nobody. */
	bool is_second, has_failed;
};

const char *pass_name(enum pass pass)
{
	static const char *const names[] = {
#define PASS(enumerator, name) #name,
#include "compiler/pass.def"
#undef PASS
	};

	return names[pass];
}

/* The time since the pass before ended was this one's. */
static void end_pass(struct compilation *c, enum pass pass)
{
	int64_t now = c->input->clock ? c->input->clock() : 0;

	c->output->times[pass] += now - c->pass_began;
	c->pass_began = now;
}

static void machine_fault(struct compile_output *output, const char *reason, const char *text)
{
	output->status = COMPILE_MACHINE;
	output->reason = reason;
	output->text = text;
}

static void bug(struct compile_output *output, const char *text)
{
	output->status = COMPILE_BUG;
	output->text = text;
}

static bool has_errors(struct compilation *c)
{
	if (!c->compile.diagnostics.errors)
		return false;
	c->output->status = COMPILE_REJECTED;
	return true;
}

/* The function that the object names by its symbol, or by that of a part of it, for messages. */
static const char *elixir_name(struct compilation *c, const char *symbol)
{
	const struct ir_function *function = ir_function_of(c->output->unit, symbol);

	return function ? function_text(&c->compile, function->instance->function) : symbol;
}

static void report_finding(struct compilation *c, struct check_finding *finding)
{
	bool is_stack = finding->kind == CHECK_STACK || finding->kind == CHECK_FRAME;
	struct span span = { .line = finding->line ? (int)finding->line : 1 };
	struct diagnostics *diagnostics = &c->compile.diagnostics;
	struct diagnostic *diagnostic;

	if (c->is_second) {
		c->has_failed = true;
		return;
	}
	if (is_stack && c->thrift < THRIFT_MOST) {
		c->must_save = true;
		return;
	}
	if (check_fault(finding->kind) == CHECK_FAULT_ORDER) {
		c->must_order = true;
		return;
	}
	diagnostics->origin.file = finding->file ? finding->file : c->output->file;
	if (check_fault(finding->kind) == CHECK_FAULT_BUG) {
		bug(c->output, check_message(c->compile.arena, finding));
		return;
	}
	if (finding->function)
		finding->function = elixir_name(c, finding->function);
	for (uint32_t i = 0; i < finding->chain_length; i++)
		finding->chain[i] = elixir_name(c, finding->chain[i]);
	diagnostic = error_at(diagnostics, span, is_stack ? CODE_STACK_LIMIT : CODE_CODE_LIMIT,
			      "%s", check_message(c->compile.arena, finding));
	diagnostic_hint(
		diagnostics, diagnostic,
		is_stack ? "call fewer functions deep, or keep fewer texts and values for later"
			 : "split it into several functions that are called more than "
			   "once, or into several programs");
}

static void name_kfuncs(struct compilation *c, struct check *check)
{
	const struct ir_unit *unit = c->output->unit;
	const char **names = ARENA_ARRAY(c->compile.arena, const char *, unit->kfunc_count);

	for (size_t i = 0; i < unit->kfunc_count; i++)
		names[i] = unit->kfuncs[i]->name;
	check->kfuncs = names;
	check->kfunc_count = unit->kfunc_count;
}

static void check_object(struct compilation *c, const struct elf *elf)
{
	struct check *check = ARENA_NEW(c->compile.arena, struct check);
	enum elf_error error;

	name_kfuncs(c, check);
	error = check_elf(check, c->compile.arena, elf);
	if (error) {
		bug(c->output, "clang's object cannot be read");
		return;
	}
	c->output->check = check;
	for (uint32_t i = 0; i < check->function_count; i++)
		check->functions[i].elixir = elixir_name(c, check->functions[i].name);
	for (uint32_t i = 0; i < check->finding_count; i++)
		report_finding(c, &check->findings[i]);
}

static void read_object(struct compilation *c, const struct clang_output *object)
{
	struct elf elf;

	if (elf_read(&elf, c->compile.arena, object->object, object->object_size)) {
		bug(c->output, "clang's object is not an ELF file of BPF");
		return;
	}
	check_object(c, &elf);
	end_pass(c, PASS_CHECK);
	if (c->must_save || c->has_failed || c->output->status != COMPILE_OK || has_errors(c))
		return;
	if (strip_elf(c->compile.arena, &elf, &c->output->elf, &c->output->elf_size))
		bug(c->output, "clang's object cannot be stripped");
	end_pass(c, PASS_STRIP);
}

static void clang_failed(struct compilation *c, enum clang_status status,
			 const struct clang_output *object)
{
	struct check_finding finding;

	if (c->is_second) {
		c->has_failed = true;
		return;
	}
	switch (status) {
	case CLANG_OK:
		break;
	case CLANG_MISSING:
		machine_fault(c->output, "clang_missing",
			      object->clang ? arena_print(c->compile.arena, "`%s` cannot be run",
							  object->clang)
					    : "there is no clang in the PATH");
		break;
	case CLANG_REJECTED:
		if (check_clang_text(c->compile.arena, object->text, &finding)) {
			report_finding(c, &finding);
			has_errors(c);
		} else if (!object->text_size) {
			machine_fault(c->output, "clang_missing",
				      arena_print(c->compile.arena,
						  "`%s` ended with status %d and said nothing",
						  object->clang, object->code));
		} else {
			bug(c->output,
			    arena_print(c->compile.arena, "clang refused the generated C:\n%s",
					object->text));
		}
		break;
	case CLANG_KILLED:
		machine_fault(c->output, "clang_killed",
			      arena_print(c->compile.arena, "signal %d", object->code));
		break;
	case CLANG_DEADLINE:
		machine_fault(c->output, "deadline",
			      arena_print(c->compile.arena, "%d ms", object->code));
		break;
	case CLANG_SYSTEM:
		machine_fault(c->output, "system",
			      arena_print(c->compile.arena, "%s: %s", object->step,
					  strerror(object->code)));
		break;
	}
}

static void run_clang_once(struct compilation *c)
{
	struct clang_job job = { .clang = c->input->clang,
				 .path = c->input->path,
				 .root = c->input->root,
				 .source = c->output->c_source,
				 .size = strlen(c->output->c_source),
				 .keeps_order = c->is_second };
	struct clang_output object = { 0 };
	enum clang_status status = clang_run(&c->child, c->compile.arena, &job, &object);

	end_pass(c, PASS_CHILD);
	if (status == CLANG_OK)
		read_object(c, &object);
	else
		clang_failed(c, status, &object);
}

/*
 * Once more, where older kernels want another order. When that does not give it, the first object stands:
 * newer kernels take it.
 */
static void run_clang(struct compilation *c)
{
	struct compile_output first;

	c->must_order = false;
	run_clang_once(c);
	if (!c->must_order || c->must_save || c->output->status != COMPILE_OK)
		return;
	first = *c->output;
	c->is_second = true;
	run_clang_once(c);
	if (c->has_failed || c->output->status != COMPILE_OK) {
		memcpy(first.times, c->output->times, sizeof(first.times));
		*c->output = first;
	}
	c->is_second = c->has_failed = false;
}

static struct unit *read_unit(struct compilation *c)
{
	struct span whole = { .line = 1 };
	const struct term *term = NULL;
	struct diagnostic *diagnostic;
	struct unit *unit = NULL;

	switch (etf_decode(c->compile.arena, &c->compile.names, c->input->bytes, c->input->size,
			   &term)) {
	case ETF_OK:
		unit = unit_read(&c->compile, term);
		break;
	case ETF_TOO_DEEP:
		diagnostic = error_at(&c->compile.diagnostics, whole, CODE_NESTED_TOO_DEEPLY,
				      "the module has an expression that is nested more than "
				      "%d levels deep",
				      DEEPEST_NESTING);
		diagnostic_hint(&c->compile.diagnostics, diagnostic, "%s", nesting_hint);
		c->output->status = COMPILE_REJECTED;
		return NULL;
	case ETF_MALFORMED:
		break;
	}
	if (!unit)
		bug(c->output, "the unit has not the form that the compiler expects");
	return unit;
}

/* With what the stack has room for; only clang knows what that is. */
static void generate(struct compilation *c)
{
	for (;; c->thrift++) {
		c->must_save = false;
		place(&c->compile, c->output->unit, c->thrift);
		end_pass(c, PASS_PLACE);
		if (has_errors(c))
			return;
		c->output->c_source = emit(&c->compile, c->output->unit);
		end_pass(c, PASS_EMIT);
		if (!c->input->without_clang)
			run_clang(c);
		if (!c->must_save)
			return;
	}
}

/* The passes, in order. An error ends the run after the pass that found it. */
static void run_passes(struct compilation *c)
{
	struct compile *compile = &c->compile;
	struct compile_output *output = c->output;
	struct typed_unit *typed_unit;
	struct unit *unit = read_unit(c);

	end_pass(c, PASS_READ);
	if (unit)
		output->file = unit->file;
	if (!unit || has_errors(c))
		return;
	desugar(compile, unit);
	end_pass(c, PASS_DESUGAR);
	resolve(compile, unit);
	end_pass(c, PASS_RESOLVE);
	if (c->input->dumps)
		output->syntax_dump = dump_syntax(compile, unit);
	end_pass(c, PASS_DUMP);
	typed_unit = infer(compile, unit);
	decided_check(compile, typed_unit);
	if (!compile->diagnostics.errors)
		check_map_arguments(compile, typed_unit);
	if (!compile->diagnostics.errors)
		check_helper_use(compile, typed_unit);
	if (!compile->diagnostics.errors)
		check_packet_changes(compile, typed_unit);
	end_pass(c, PASS_INFER);
	if (has_errors(c))
		return;
	if (c->input->dumps)
		output->typed_dump = dump_typed(compile, typed_unit);
	end_pass(c, PASS_DUMP);
	fuse(compile, typed_unit);
	end_pass(c, PASS_FUSE);
	output->unit = lower(compile, typed_unit);
	end_pass(c, PASS_LOWER);
	hide(compile, output->unit);
	end_pass(c, PASS_HIDE);
	if (!c->input->exports_ir)
		split(compile, output->unit, c->input->most_weight);
	capture(compile, output->unit);
	end_pass(c, PASS_SPLIT);
	if (c->input->dumps)
		output->ir_dump = dump_ir(compile, output->unit);
	end_pass(c, PASS_DUMP);
	if (c->input->exports_ir)
		output->ir = export_ir(compile, output->unit, &output->ir_size);
	else
		generate(c);
}

void compile_unit(struct arena *arena, const struct compile_input *input,
		  struct compile_output *output)
{
	struct compilation c = { .input = input, .output = output };
	jmp_buf boundary;

	*output = (struct compile_output){ .status = COMPILE_OK };
	arena_init(arena, &boundary);
	arena->limit = MOST_MEMORY;
	arena->fail_after = input->fail_after;
	child_init(&c.child);
	c.compile.arena = arena;
	c.compile.boundary = &boundary;
	switch (setjmp(boundary)) {
	case BOUNDARY_ENTERED:
		names_init(&c.compile.names, arena);
		diagnostics_init(&c.compile.diagnostics, arena);
		c.pass_began = input->clock ? input->clock() : 0;
		run_passes(&c);
		output->diagnostics = c.compile.diagnostics.first;
		break;
	case BOUNDARY_BUG:
		memcpy(output->bug, c.compile.bug, sizeof(output->bug));
		bug(output, output->bug);
		break;
	default:
		machine_fault(output, "memory", "out of memory");
		break;
	}
	child_release(&c.child);
}
