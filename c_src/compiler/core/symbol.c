/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/symbol.h"

#include "base/buffer.h"
#include "compiler/core/context.h"

#include <string.h>

/* C's own words, and the beginnings that the generated code keeps for itself. */
static const char *const reserved[] = {
	"asm",	   "auto",     "bool",	 "break",    "case",   "char",	   "const",    "continue",
	"default", "do",       "double", "else",     "enum",   "extern",   "float",    "for",
	"goto",	   "if",       "inline", "int",	     "long",   "register", "restrict", "return",
	"short",   "signed",   "sizeof", "static",   "struct", "switch",   "typedef",  "typeof",
	"union",   "unsigned", "void",	 "volatile", "while",  "bpf",	   "linux",    "unix",
	"license", "ctx",      "main",	 "SEC",
};

static const char *const reserved_prefixes[] = { "_", "bpf_", "honey_" };

/* Longer ones end here; what makes names unique comes after. */
#define LONGEST_IDENTIFIER 100

static bool is_reserved(const char *name)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++) {
		if (strcmp(reserved[i], name) == 0)
			return true;
	}
	return false;
}

static bool has_reserved_prefix(const char *name)
{
	for (size_t i = 0; i < sizeof(reserved_prefixes) / sizeof(reserved_prefixes[0]); i++) {
		if (strncmp(name, reserved_prefixes[i], strlen(reserved_prefixes[i])) == 0)
			return true;
	}
	return false;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

const char *identifier_of(struct compile *compile, const char *name)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	if (has_reserved_prefix(name) || !is_letter(*name))
		buffer_add_text(&text, "x_");
	for (const char *c = name; *c && text.size < LONGEST_IDENTIFIER; c++) {
		if (is_letter(*c) || is_digit(*c))
			buffer_add(&text, c, 1);
		else
			buffer_print(&text, "_x%02x", (unsigned char)*c);
	}
	if (is_reserved(name))
		buffer_add_text(&text, "_");
	return text.text;
}

static uint64_t key_of(struct compile *compile, const char *symbol)
{
	return (uint64_t)(uintptr_t)name_of_text(&compile->names, symbol);
}

static bool is_taken(struct compile *compile, const struct symbols *symbols, const char *symbol)
{
	return index_get(&symbols->taken, key_of(compile, symbol));
}

/* As the locals of the generated C are called: by a number at the end, or by what is for all. */
static bool looks_local(const char *identifier)
{
	static const char *const locals[] = { "result", "result_part", "scratch", "left_with" };
	const char *last = strrchr(identifier, '_');

	for (size_t i = 0; i < sizeof(locals) / sizeof(locals[0]); i++) {
		if (strcmp(identifier, locals[i]) == 0)
			return true;
	}
	if (strncmp(identifier, "stored_", strlen("stored_")) == 0 ||
	    strncmp(identifier, "key_", strlen("key_")) == 0)
		return true;
	return last && last[1] && !last[1 + strspn(last + 1, "0123456789")];
}

static const char *take(struct compile *compile, struct symbols *symbols, const char *symbol)
{
	if (!symbols->taken.arena)
		index_init(&symbols->taken, compile->arena);
	index_put(&symbols->taken, key_of(compile, symbol), (void *)(uintptr_t)symbol);
	return symbol;
}

const char *program_symbol(struct compile *compile, struct symbols *symbols, const char *name)
{
	const char *identifier = identifier_of(compile, name);
	const char *symbol = identifier;

	for (int n = 2; is_taken(compile, symbols, symbol); n++)
		symbol = arena_print(compile->arena, "%s_%d", identifier, n);
	return take(compile, symbols, symbol);
}

const char *map_symbol(struct compile *compile, struct symbols *symbols, const char *name)
{
	const char *identifier = identifier_of(compile, name);
	const char *symbol = identifier;

	if (looks_local(identifier))
		symbol = arena_print(compile->arena, "%s_", identifier);
	for (int n = 2; is_taken(compile, symbols, symbol); n++)
		symbol = arena_print(compile->arena, "%s_%d_", identifier, n);
	return take(compile, symbols, symbol);
}
