/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's helpers: the tables of helper.def and those that its columns are of, as C data. */
#ifndef HONEY_COMPILER_HELPER_H
#define HONEY_COMPILER_HELPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum program_type {
#define PROGRAM_TYPE(enumerator, number, text) PROGRAM_TYPE_##enumerator = number,
#include "compiler/table/program_type.def"
#undef PROGRAM_TYPE
};

/* "an XDP program" */
const char *program_type_text(enum program_type type);

enum parameter_kind {
#define PARAMETER_KIND(enumerator, name, c, place, what) PARAMETER_##enumerator,
#include "compiler/table/parameter_kind.def"
#undef PARAMETER_KIND
};

/* See parameter_kind.def. */
enum parameter_place { PLACE_SHOWN, PLACE_LAST, PLACE_HIDDEN, PLACE_ABSENT };

enum helper_result {
#define HELPER_RESULT(enumerator, name, c, what) RESULT_##enumerator,
#include "compiler/table/helper_result.def"
#undef HELPER_RESULT
};

enum helper_effect_bit {
#define HELPER_EFFECT(enumerator, name, documentation) EFFECT_BIT_##enumerator,
#include "compiler/table/helper_effect.def"
#undef HELPER_EFFECT
	EFFECT_COUNT
};

enum helper_effect {
	EFFECT_NONE = 0,
#define HELPER_EFFECT(enumerator, name, documentation) \
	EFFECT_##enumerator = 1 << EFFECT_BIT_##enumerator,
#include "compiler/table/helper_effect.def"
#undef HELPER_EFFECT
};

#define BPF_NOEXIST 1 /* a flag of bpf_map_update_elem */

enum helper_id {
#define HELPER(enumerator, ...) HELPER_##enumerator,
#include "compiler/table/helper.def"
#undef HELPER
	HELPER_COUNT,
	HELPER_KFUNC /* no helper: a function of the kernel's that `defkfunc` declares */
};

#define HELPER_MOST_PARAMETERS 5
#define HELPER_MOST_OFFERS 4

struct parameter {
	enum parameter_kind kind;
	const char *name;
};

/* Types of programs that may call a helper, as a set, from a kernel on. */
struct helper_offer {
	int kernel;
	uint64_t types;
};

struct helper {
	enum helper_id id;
	const char *name;
	int number;
	struct {
		size_t count;
		struct parameter items[HELPER_MOST_PARAMETERS];
	} parameters; /* of C; of an alias, those of Elixir */
	enum helper_result result;
	bool gpl_only;
	unsigned effects;
	struct {
		size_t count;
		struct helper_offer items[HELPER_MOST_OFFERS];
	} offers;
	const char *documentation;
};

/* What programs call in place of RINGBUF_RESERVE, for messages; see desugar_emit.c. */
#define EMIT_NAME "Honey.Events.emit"
/* In place of TIMER_START, with the function that is called, and of TIMER_CANCEL; see desugar_timer.c. */
#define TIMER_START_NAME "Honey.Timer.start"
#define TIMER_CANCEL_NAME "Honey.Timer.cancel"

/* All that Elixir can name: the kernel's in the order of their ids, then the aliases. */
extern const struct helper helpers[];
extern const size_t helper_count;
/* `arity` < 0 finds any row of that name. */
const struct helper *helper_find(const char *name, int arity);
/* "did you mean" among them; a name that stops in the middle is one that goes on. NULL for none. */
const char *helper_suggest(struct arena *arena, const char *name);
/* The kernel's row; of an alias, that of the helper which it calls. */
const struct helper *helper_of(enum helper_id id);
/* The same of any helper that is called; of a kfunc, itself. */
const struct helper *helper_row(const struct helper *helper);

/* The parameters in Elixir: how many, and which of C's the n-th is. */
size_t helper_arity(const struct helper *helper);
size_t helper_shown(const struct helper *helper, size_t n);
/* The parameter of C that is of the kind; -1 for none. */
int helper_find_parameter(const struct helper *helper, enum parameter_kind kind);
/* What to write instead of a call with so many arguments. */
const char *helper_arity_hint(struct arena *arena, const struct helper *helper, size_t count);
/* Why Elixir cannot call it, "it takes a socket"; NULL when it can. */
const char *helper_obstacle(const struct helper *helper);

/* What to write in its place; NULL for none. */
const char *helper_instead(const struct helper *helper);

/* The first kernel that has it; the first in which the type may call it, 0 for none. */
int helper_kernel(const struct helper *helper);
int helper_kernel_for(const struct helper *helper, enum program_type type);

const char *parameter_kind_name(enum parameter_kind kind);
/* "const void *", to be followed by the parameter's name. */
const char *parameter_kind_c(enum parameter_kind kind);
const char *helper_result_name(enum helper_result result);
const char *helper_result_c(enum helper_result result);
const char *helper_effect_name(enum helper_effect_bit effect);
const char *helper_effect_text(enum helper_effect_bit effect);

struct helper_flag {
	enum parameter_kind kind;
	const char *name;
	int value;
};

extern const struct helper_flag helper_flags[];
extern const size_t helper_flag_count;

#endif
