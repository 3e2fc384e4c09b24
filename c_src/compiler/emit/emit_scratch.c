/* SPDX-License-Identifier: Apache-2.0 */
/* Scratch memory: its struct, its map, and the programs that claim it; see place.h. */
#include "compiler/emit/emit_internal.h"
#include "compiler/emit/place.h"

#define PER_CPU_ARRAY 6 /* BPF_MAP_TYPE_PERCPU_ARRAY */

bool needs_scratch(const struct ir_unit *unit)
{
	for (const struct ir_function *f = unit->functions; f; f = f->next) {
		if (f->needs_scratch)
			return true;
	}
	return false;
}

static bool claims_scratch(const struct ir_function *function)
{
	return function->is_program && function->needs_scratch;
}

static int claims_of(const struct ir_function *function)
{
	if (!claims_scratch(function))
		return 0;
	if (function->instance->timer)
		return SCRATCH_CLAIMS;
	return function->instance->function->program->kind->sleeps ? SLEEPER_CLAIMS
								   : SCRATCH_CLAIMS;
}

static int count_claims(const struct ir_unit *unit, const struct ir_function *until)
{
	int count = 0;

	for (const struct ir_function *f = unit->functions; f != until; f = f->next)
		count += claims_of(f);
	return count;
}

static const char *area_c(struct emit *emit, const struct ir_function *function, int area)
{
	return arena_print(emit->compile->arena, "%s_%d",
			   function->areas[area].memory ? "data" : "text", area);
}

const char *scratch_c(struct emit *emit, const struct ir_value *value)
{
	return arena_print(emit->compile->arena, "scratch->%s.%s", emit->function->symbol,
			   ir_is_memory(value) ? area_c(emit, emit->function, value->area)
					       : variable_c(emit, value));
}

static void emit_area(struct emit *emit, const struct ir_function *function, int number)
{
	const struct scratch_area *area = &function->areas[number];
	const char *name = area_c(emit, function, number);

	if (area->memory)
		emit_line(emit, 0, "\t\t\t%s;", data_declaration(emit, area->memory, name));
	else
		emit_line(emit, 0, "\t\t\tchar %s[%u] __attribute__((aligned(8)));", name,
			  area->size);
}

static void emit_members(struct emit *emit, const struct ir_function *function)
{
	emit_line(emit, 0, "\t\tstruct {");
	if (function->scratch_offset)
		emit_line(emit, 0, "\t\t\tchar callers[%u];", function->scratch_offset);
	for (size_t i = 0; i < function->in_scratch_count; i++) {
		const struct ir_value *value = function->in_scratch[i];

		emit_line(emit, 0, "\t\t\t%s;",
			  declaration_c(emit, value, variable_c(emit, value)));
	}
	for (int i = 0; i < function->area_count; i++)
		emit_area(emit, function, i);
	emit_line(emit, 0, "\t\t} %s;", function->symbol);
}

static bool has_tail_call(const struct ir_unit *unit)
{
	for (const struct ir_function *f = unit->functions; f; f = f->next) {
		if (f->has_tail_call && f->needs_scratch)
			return true;
	}
	return false;
}

/*
 * A claim that fails is given back, and the next is tried. `taken` is for programs with tail calls,
 * see emit_tail_call.c.
 */
static const char claim_c[] =
	"static inline __attribute__((always_inline, nodebug)) struct honey_scratch *\n"
	"honey_claim(__u32 first, __u32 end)\n"
	"{\n"
	"#pragma clang loop unroll(disable)\n"
	"	for (__u32 i = first; i < end; i++) {\n"
	"		__u32 key = i;\n"
	"		struct honey_scratch *scratch = bpf_map_lookup_elem(&honey_scratch, &key);\n"
	"\n"
	"		if (!scratch)\n"
	"			return 0;\n"
	"		__sync_fetch_and_add(&scratch->claims, 1);\n";

static const char taken_c[] = "		if (*(volatile __u64 *)&scratch->claims == 1) {\n"
			      "			scratch->taken++;\n"
			      "			return scratch;\n"
			      "		}\n";

static const char not_taken_c[] = "		if (*(volatile __u64 *)&scratch->claims == 1)\n"
				  "			return scratch;\n";

static const char claim_end_c[] = "		__sync_fetch_and_add(&scratch->claims, -1);\n"
				  "	}\n"
				  "	return 0;\n"
				  "}\n";

void emit_scratch(struct emit *emit)
{
	bool counts = has_tail_call(emit->unit);

	emit_line(emit, 0, "struct honey_scratch {");
	emit_line(emit, 0, "\t__u64 claims;");
	if (counts)
		emit_line(emit, 0, "\t__u64 taken;");
	emit_line(emit, 0, "\tunion {");
	for (const struct ir_function *f = emit->unit->functions; f; f = f->next) {
		if (f->in_scratch_count || f->area_count)
			emit_members(emit, f);
	}
	emit_line(emit, 0, "\t};");
	emit_line(emit, 0, "};");
	emit_line(emit, 0, "struct {");
	emit_line(emit, 0, "\tint (*type)[%d];", PER_CPU_ARRAY);
	emit_line(emit, 0, "\t__u32 *key;");
	emit_line(emit, 0, "\tstruct honey_scratch *value;");
	emit_line(emit, 0, "\tint (*max_entries)[%d];", count_claims(emit->unit, NULL));
	emit_line(emit, 0, "} honey_scratch SEC(\".maps\");");
	buffer_print(&emit->text, "%s%s%s", claim_c, counts ? taken_c : not_taken_c, claim_end_c);
}

void emit_scratch_program(struct emit *emit, const struct ir_function *function)
{
	bool is_timer = function->instance->timer != NULL;
	int first = count_claims(emit->unit, function);
	int line = function->instance->function->span.line;

	emit_line(emit, 0, "#line %d \"%s\"", line,
		  quoted(emit, function->instance->function->origin.file));
	emit->line = line;
	if (is_timer)
		emit_line(emit, line, "static __attribute__((noinline, used)) int %s(%s)",
			  function->symbol, TIMER_PARAMETERS);
	else
		emit_line(emit, line, "SEC(\"%s\") int %s(void *ctx)",
			  function->instance->function->program->section, function->symbol);
	emit_line(emit, line, "{");
	emit->indent = 1;
	emit_line(emit, line, "struct honey_scratch *scratch = honey_claim(%d, %d);", first,
		  first + claims_of(function));
	emit_line(emit, line, "int left_with = %d;", function->raise_value);
	emit_line(emit, line, "if (scratch) {");
	emit_line(emit, line, "\tleft_with = honey_run_%s(%s, scratch);", function->symbol,
		  is_timer ? "map, honey_key, honey_value" : "ctx");
	emit_line(emit, line, "\t__sync_fetch_and_add(&scratch->claims, -1);");
	emit_line(emit, line, "} else {");
	emit_line(emit, line, "\thoney_raise(%d);", function->busy_site);
	emit_line(emit, line, "}");
	emit_line(emit, line, "return left_with;");
	emit->indent = 0;
	emit_line(emit, line, "}");
}
