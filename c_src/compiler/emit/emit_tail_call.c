/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tail call that finds no program comes back. The other program would not give back the scratch
 * memory of this one, so that is done before; after it this one takes it again, and leaves if
 * another run of it has had it in between:
 *
 *	__u64 taken_1 = *(volatile __u64 *)&scratch->taken;
 *	__sync_fetch_and_add(&scratch->claims, -1);
 *	bpf_tail_call(ctx, &stages, index);
 *	__sync_fetch_and_add(&scratch->claims, 1);
 *	if (*(volatile __u64 *)&scratch->claims != 1 ||
 *	    *(volatile __u64 *)&scratch->taken != taken_1) {
 *		honey_raise(0);
 *		return 1;
 *	}
 */
#include "compiler/emit/emit_internal.h"

static void emit_release(struct emit *emit, int line, int number)
{
	emit_line(emit, line, "__u64 taken_%d = *(volatile __u64 *)&scratch->taken;", number);
	emit_line(emit, line, "__sync_fetch_and_add(&scratch->claims, -1);");
}

static void emit_claim(struct emit *emit, int line, int number)
{
	emit_line(emit, line, "__sync_fetch_and_add(&scratch->claims, 1);");
	emit_line(emit, line,
		  "if (*(volatile __u64 *)&scratch->claims != 1 || "
		  "*(volatile __u64 *)&scratch->taken != taken_%d) {",
		  number);
	emit->indent++;
	emit_line(emit, line, "honey_raise(%d);", emit->function->lost_site);
	emit_line(emit, line, "%s", leave_c(emit));
	emit->indent--;
	emit_line(emit, line, "}");
}

void emit_tail_call(struct emit *emit, const struct ir_statement *statement)
{
	bool has_scratch = emit->function->needs_scratch;
	int line = statement->line, number = has_scratch ? ++emit->tail_calls : 0;

	if (has_scratch)
		emit_release(emit, line, number);
	emit_line(emit, line, "bpf_tail_call(ctx, &%s, %s);", statement->tail_call.map->symbol,
		  condition_c(emit, statement->tail_call.index));
	if (has_scratch)
		emit_claim(emit, line, number);
}
