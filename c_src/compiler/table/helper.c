/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/table/tables.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "compiler/core/suggest.h"
#include "compiler/table/program_group.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define P(kind, name) \
	{ \
		PARAMETER_##kind, name \
	}
#define PARAMETERS(count, ...) \
	{ \
		count, \
		{ \
			__VA_ARGS__ \
		} \
	}
#define SINCE(major, minor, types) \
	{ \
		KERNEL_VERSION_OF(major, minor), types \
	}
#define OFFERED(count, ...) \
	{ \
		count, \
		{ \
			__VA_ARGS__ \
		} \
	}

const struct helper helpers[] = {
#define HELPER(enumerator, name, number, parameters, result, gpl_only, effects, offers, \
	       documentation) \
	{ HELPER_##enumerator, #name, number, parameters, result, gpl_only, effects, offers, \
	  documentation },
#include "compiler/table/helper.def"
#undef HELPER
#define HELPER_ALIAS(enumerator, called, taken, gives, text) \
	{ .id = HELPER_##enumerator, \
	  .name = #called, \
	  .parameters = taken, \
	  .result = gives, \
	  .documentation = text },
#include "compiler/table/helper_alias.def"
#undef HELPER_ALIAS
};

const size_t helper_count = COUNT(helpers);

static const struct {
	const char *name, *c;
	enum parameter_place place;
	const char *what;
} parameter_kinds[] = {
#define PARAMETER_KIND(enumerator, name, c, place, what) { #name, c, PLACE_##place, what },
#include "compiler/table/parameter_kind.def"
#undef PARAMETER_KIND
};

static const struct {
	const char *name, *c, *what;
} results[] = {
#define HELPER_RESULT(enumerator, name, c, what) { #name, c, what },
#include "compiler/table/helper_result.def"
#undef HELPER_RESULT
};

static const struct {
	const char *name, *text;
} effects[] = {
#define HELPER_EFFECT(enumerator, name, documentation) { #name, documentation },
#include "compiler/table/helper_effect.def"
#undef HELPER_EFFECT
};

const struct helper_flag helper_flags[] = {
#define HELPER_FLAG(kind, name, value) { PARAMETER_##kind, #name, value },
#include "compiler/table/helper_flag.def"
#undef HELPER_FLAG
};

const size_t helper_flag_count = COUNT(helper_flags);

const char *program_type_text(enum program_type type)
{
	static const char *const texts[] = {
#define PROGRAM_TYPE(enumerator, number, text) [number] = text,
#include "compiler/table/program_type.def"
#undef PROGRAM_TYPE
	};

	return texts[type];
}

const struct helper *helper_of(enum helper_id id)
{
	return &helpers[id];
}

const struct helper *helper_row(const struct helper *helper)
{
	return helper->id == HELPER_KFUNC ? helper : helper_of(helper->id);
}

const struct helper *helper_find(const char *name, int arity)
{
	for (size_t i = 0; i < helper_count; i++) {
		if (strcmp(helpers[i].name, name) == 0 &&
		    (arity < 0 || helper_arity(&helpers[i]) == (size_t)arity))
			return &helpers[i];
	}
	return NULL;
}

/* By some program that Honey compiles. */
static bool can_be_called(const struct helper *helper)
{
	for (size_t i = 0; i < program_kind_count && !helper_obstacle(helper); i++) {
		if (helper_kernel_for(helper, program_kinds[i].type))
			return true;
	}
	return false;
}

/* The shortest of those that go on where the name stops, after at least two words. */
static const char *helper_continued(const char *name)
{
	size_t length = strlen(name);
	const char *best = NULL;

	for (size_t i = 0; strchr(name, '_') && i < helper_count; i++) {
		const char *whole = helpers[i].name;

		if (can_be_called(&helpers[i]) && strncmp(whole, name, length) == 0 &&
		    whole[length] == '_' && (!best || strlen(whole) < strlen(best)))
			best = whole;
	}
	return best;
}

const char *helper_suggest(struct arena *arena, const char *name)
{
	const char *continued = helper_continued(name);
	const char **names = ARENA_ARRAY(arena, const char *, helper_count);
	size_t count = 0;

	if (continued)
		return continued;
	for (size_t i = 0; i < helper_count; i++) {
		if (can_be_called(&helpers[i]))
			names[count++] = helpers[i].name;
	}
	return suggest_name(arena, name, names, count);
}

static enum parameter_place place_of(const struct helper *helper, size_t n)
{
	return parameter_kinds[helper->parameters.items[n].kind].place;
}

/* What there is no value for stands for itself, so that its place in the order is seen. */
static bool is_in_order(const struct helper *helper, size_t n)
{
	return place_of(helper, n) == PLACE_SHOWN || place_of(helper, n) == PLACE_ABSENT;
}

size_t helper_arity(const struct helper *helper)
{
	size_t arity = 0;

	for (size_t i = 0; i < helper->parameters.count; i++)
		arity += is_in_order(helper, i) || place_of(helper, i) == PLACE_LAST;
	return arity;
}

size_t helper_shown(const struct helper *helper, size_t n)
{
	size_t last = 0;

	for (size_t i = 0; i < helper->parameters.count; i++) {
		if (is_in_order(helper, i) && n-- == 0)
			return i;
		if (place_of(helper, i) == PLACE_LAST)
			last = i;
	}
	return last;
}

int helper_find_parameter(const struct helper *helper, enum parameter_kind kind)
{
	for (size_t i = 0; i < helper->parameters.count; i++) {
		if (helper->parameters.items[i].kind == kind)
			return (int)i;
	}
	return -1;
}

const char *helper_obstacle(const struct helper *helper)
{
	for (size_t i = 0; i < helper->parameters.count; i++) {
		if (place_of(helper, i) == PLACE_ABSENT)
			return parameter_kinds[helper->parameters.items[i].kind].what;
	}
	return results[helper->result].what;
}

const char *helper_instead(const struct helper *helper)
{
	switch (helper->id) {
#define HELPER_INSTEAD(enumerator, hint) \
	case HELPER_##enumerator: \
		return hint;
#include "compiler/table/helper_instead.def"
#undef HELPER_INSTEAD
	default:
		return NULL;
	}
}

int helper_kernel(const struct helper *helper)
{
	return helper_row(helper)->offers.items[0].kernel;
}

int helper_kernel_for(const struct helper *helper, enum program_type type)
{
	const struct helper *kernels = helper_row(helper);

	for (size_t i = 0; i < kernels->offers.count; i++) {
		if (kernels->offers.items[i].types >> type & 1)
			return kernels->offers.items[i].kernel;
	}
	return 0;
}

const char *parameter_kind_name(enum parameter_kind kind)
{
	return parameter_kinds[kind].name;
}

const char *parameter_kind_c(enum parameter_kind kind)
{
	return parameter_kinds[kind].c;
}

const char *helper_result_name(enum helper_result result)
{
	return results[result].name;
}

const char *helper_result_c(enum helper_result result)
{
	return results[result].c;
}

const char *helper_effect_name(enum helper_effect_bit effect)
{
	return effects[effect].name;
}

const char *helper_effect_text(enum helper_effect_bit effect)
{
	return effects[effect].text;
}

static const struct {
	enum helper_id id;
	size_t count;
	const char *hint;
} arity_hints[] = {
	{ HELPER_MAP_LOOKUP_ELEM, 3,
	  "give the default behind it: `bpf_map_lookup_elem(:map, key) || 0`" },
	{ HELPER_TRACE_PRINTK, 3, "give the values in a list: `bpf_printk(\"%d %d\", [a, b])`" },
	{ HELPER_TRACE_PRINTK, 4, "give the values in a list: `bpf_printk(\"%d %d\", [a, b])`" },
};

const char *helper_arity_hint(struct arena *arena, const struct helper *helper, size_t count)
{
	struct buffer text;

	for (size_t i = 0; i < sizeof(arity_hints) / sizeof(arity_hints[0]); i++) {
		if (arity_hints[i].id == helper->id && arity_hints[i].count == count)
			return arity_hints[i].hint;
	}
	buffer_init(&text, arena);
	buffer_print(&text, "write `%s(", helper->name);
	for (size_t i = 0; i < helper_arity(helper); i++)
		buffer_print(&text, "%s%s", i ? ", " : "",
			     helper->parameters.items[helper_shown(helper, i)].name);
	buffer_add_text(&text, ")`");
	return text.text;
}
