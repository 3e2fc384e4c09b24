/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/printk_format.h"

#include "base/buffer.h"
#include "compiler/infer/infer_internal.h"

#include <string.h>

#define MOST_ARGUMENTS 3
#define LONGEST_FORMAT 512

static bool bad_format(struct infer *infer, const struct expression *call, const char *message)
{
	struct diagnostic *diagnostic =
		error_at(&infer->compile->diagnostics, call->span, CODE_BAD_FORMAT, "%s", message);

	diagnostic_hint(&infer->compile->diagnostics, diagnostic,
			"`bpf_printk(\"pid %%d\", [pid])`; %%d, %%u and %%x take an integer, %%s a "
			"string, %%%% is a percent sign");
	return false;
}

/* The next conversion's letter from *at on, which is moved behind it; 0 at the end. */
static char next_conversion(const char *format, size_t size, size_t *at)
{
	while (*at < size) {
		if (format[(*at)++] != '%')
			continue;
		if (*at == size)
			return '?';
		if (format[(*at)++] != '%')
			return format[*at - 1];
	}
	return 0;
}

static bool check_argument(struct infer *infer, const struct expression *call, char conversion,
			   const struct expression *argument)
{
	struct type type;

	if (!strchr("duxs", conversion))
		return bad_format(
			infer, call,
			arena_print(infer->compile->arena,
				    "the format has `%%%c`, which bpf_printk does not know",
				    conversion));
	if (argument->kind == EXPRESSION_STRING && conversion == 's')
		return bad_format(infer, call, "a literal string belongs into the format itself");
	type = infer_expression(infer, argument);
	if (type.is_poison)
		return false;
	if (conversion == 's') {
		if (type.text_size && type_is_binary(&type))
			return true;
		return bad_format(
			infer, call,
			arena_print(infer->compile->arena, "`%%s` is given %s, expected a string",
				    type_text(infer->compile, &infer->typed_unit->atoms, &type)));
	}
	if (type_has_binary(&type) || type.context || type_has_function(&type))
		return bad_format(
			infer, call,
			arena_print(infer->compile->arena,
				    "`%%%c` is given %s, expected an integer", conversion,
				    type_text(infer->compile, &infer->typed_unit->atoms, &type)));
	if (may_be_no_integer(infer, argument, &type,
			      arena_print(infer->compile->arena, "`%%%c`", conversion)))
		mark_raise(infer, call, RAISES_RIGHT);
	return true;
}

static bool check_text(struct infer *infer, const struct expression *call,
		       const struct expression *format)
{
	if (format->kind != EXPRESSION_STRING)
		return bad_format(infer, call, "the format of bpf_printk is not a literal string");
	if (format->string.size >= LONGEST_FORMAT)
		return bad_format(infer, call, "the format of bpf_printk is longer than 511 bytes");
	for (size_t i = 0; i < format->string.size; i++) {
		unsigned char c = (unsigned char)format->string.bytes[i];

		if ((c < ' ' && c != '\n' && c != '\t') || c > '~')
			return bad_format(infer, call,
					  "the format has a character that the kernel does not "
					  "print, expected ASCII");
	}
	return true;
}

static bool is_plain_list(const struct expression *list)
{
	return list->kind == EXPRESSION_DATA && list->data.kind == DATA_LIST && !list->data.base;
}

bool printk_check(struct infer *infer, const struct expression *call,
		  const struct expression *format, const struct expression *list, size_t first)
{
	size_t at = 0, given;
	bool good = true;
	char conversion;

	if (!check_text(infer, call, format))
		return false;
	if (!is_plain_list(list))
		return bad_format(infer, call,
				  "the arguments of bpf_printk are not a literal list");
	given = list->data.count - first;
	if (given > MOST_ARGUMENTS)
		return bad_format(infer, call, "bpf_printk takes at most three arguments");
	for (size_t n = first;
	     (conversion = next_conversion(format->string.bytes, format->string.size, &at)); n++) {
		if (n >= list->data.count)
			return bad_format(infer, call,
					  "the format asks for more arguments than given");
		good = check_argument(infer, call, conversion, list->data.items[n]) && good;
		given--;
	}
	if (given)
		return bad_format(infer, call, "the format asks for fewer arguments than given");
	return good;
}

bool printk_check_list(struct infer *infer, const struct expression *call,
		       const struct expression *list)
{
	if (is_plain_list(list) && list->data.count)
		return printk_check(infer, call, list->data.items[0], list, 1);
	return bad_format(infer, call,
			  "bpf_printk/1 takes a literal list that begins with its format");
}

static void print_character(struct buffer *text, char c)
{
	if (c == '\n')
		buffer_add_text(text, "\\n");
	else if (c == '\t')
		buffer_add_text(text, "\\t");
	else if (c == '"' || c == '\\')
		buffer_print(text, "\\%c", c);
	else
		buffer_add(text, &c, 1);
}

void printk_print(struct buffer *text, const char *format, size_t size, const bool *is_u64)
{
	size_t n = 0;

	for (size_t i = 0; i < size; i++) {
		print_character(text, format[i]);
		if (format[i] != '%')
			continue;
		i++;
		if (format[i] == 'd')
			buffer_add_text(text, is_u64[n] ? "llu" : "lld");
		else if (format[i] == 's' || format[i] == '%')
			print_character(text, format[i]);
		else
			buffer_print(text, "ll%c", format[i]);
		n += format[i] != '%';
	}
}
