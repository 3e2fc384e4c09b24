/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/printk_format.h"

#include "base/buffer.h"
#include "compiler/infer/conversion.h"
#include "compiler/infer/address.h"
#include "compiler/infer/infer_internal.h"

#include <ctype.h>
#include <string.h>

#define LONGEST_FORMAT 512

static const char usual_hint[] =
	"`bpf_printk(\"pid #{pid}\")`, or `bpf_printk(\"pid %d\", [pid])`; %d, %u and %x take an "
	"integer, %s a string, %% is a percent sign";

static bool refuse_format(struct infer *infer, const struct expression *call, const char *message,
			  const char *hint)
{
	struct diagnostic *diagnostic =
		error_at(&infer->compile->diagnostics, call->span, CODE_BAD_FORMAT, "%s", message);

	diagnostic_hint(&infer->compile->diagnostics, diagnostic, "%s", hint);
	return false;
}

static bool bad_format(struct infer *infer, const struct expression *call, const char *message)
{
	return refuse_format(infer, call, message, usual_hint);
}

struct printk_value printk_value_of(const struct atom_table *atoms, const struct type *type)
{
	struct printk_value value = { .kind = PRINTK_OTHER };

	if (type_is_integer(type)) {
		value.kind = PRINTK_NUMBER;
		value.is_u64 = type->integer == INTEGER_U64;
	} else if (type_is_single_atom(type)) {
		value.kind = PRINTK_CONSTANT;
		value.text = conversion_of_atom(atoms, type->atoms.ids[0], CONVERSION_ANY);
		value.size = strlen(value.text);
	} else if (type_is_atoms(type) && !type->atoms.any_errno) {
		value.kind = PRINTK_ATOMS;
	} else if (type_is_binary(type) && type->text_size && type->literal) {
		value.kind = PRINTK_CONSTANT;
		value.text = type->literal;
		value.size = type->text_size - 1;
	} else if (type_is_binary(type) && type->text_size) {
		value.kind = PRINTK_TEXT;
	}
	return value;
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

static bool is_printed(const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if ((c < ' ' && c != '\n' && c != '\t') || c > '~')
			return false;
	}
	return true;
}

/* "#{value}" */
static bool check_interpolated(struct infer *infer, const struct expression *call,
			       const struct expression *argument, const struct type *type)
{
	struct printk_value value = printk_value_of(&infer->typed_unit->atoms, type);
	const char *text = type_text(infer->compile, &infer->typed_unit->atoms, type);

	if (type->is_poison)
		return false;
	if (type_is_none(type))
		return true;
	if (value.kind == PRINTK_CONSTANT && !is_printed(value.text, value.size))
		return bad_format(infer, call,
				  "the text has a character that the kernel does not print, "
				  "expected ASCII");
	if (value.kind != PRINTK_OTHER)
		return true;
	return refuse_format(
		infer, call,
		arena_print(infer->compile->arena, "%s is %s here, which bpf_printk cannot print",
			    operand_text(infer, argument), text),
		type->integer != INTEGER_NONE && type_has_atom(type, ATOM_NIL)
			? "give it a default, `#{value || 0}`, or match nil first"
			: "interpolate an integer, a string, or one of some atoms; match "
			  "others first");
}

static bool check_conversion(struct infer *infer, const struct expression *call, char conversion,
			     const struct expression *argument)
{
	const char *address;
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
		address = address_text_hint(infer->compile, infer->instance, argument);
		return refuse_format(
			infer, call,
			arena_print(infer->compile->arena, "`%%s` is given %s, expected a string",
				    type_text(infer->compile, &infer->typed_unit->atoms, &type)),
			address ? address : usual_hint);
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

static bool check_argument(struct infer *infer, const struct expression *call, char conversion,
			   const struct expression *argument)
{
	struct type type;

	if (!call->helper.is_interpolated)
		return check_conversion(infer, call, conversion, argument);
	type = infer_expression(infer, argument);
	return check_interpolated(infer, call, argument, &type);
}

/* In text that is no format, `%d` would be printed as it stands. */
static bool check_no_conversion(struct infer *infer, const struct expression *call,
				const struct expression *format)
{
	const char *bytes = format->string.bytes;

	for (size_t i = 0; i + 2 < format->string.size; i++) {
		if (bytes[i] != '%')
			continue;
		if (bytes[++i] == '%' && strchr("duxs", bytes[i + 1]))
			return bad_format(
				infer, call,
				arena_print(infer->compile->arena,
					    "the text has `%%%c`, but no list of values follows",
					    bytes[i + 1]));
	}
	return true;
}

static bool check_text(struct infer *infer, const struct expression *call,
		       const struct expression *format)
{
	if (format->kind != EXPRESSION_STRING)
		return bad_format(infer, call, "the format of bpf_printk is not a literal string");
	if (format->string.size >= LONGEST_FORMAT)
		return bad_format(infer, call, "the format of bpf_printk is longer than 511 bytes");
	if (!is_printed(format->string.bytes, format->string.size))
		return bad_format(infer, call,
				  "the format has a character that the kernel does not print, "
				  "expected ASCII");
	return !call->helper.is_interpolated || check_no_conversion(infer, call, format);
}

static bool is_plain_list(const struct expression *list)
{
	return list->kind == EXPRESSION_DATA && list->data.kind == DATA_LIST && !list->data.base;
}

/* What kernels before 5.13 do not know, which answer {:error, :einval} and print nothing. */
static void warn_of_old_kernels(struct infer *infer, const struct expression *call,
				const char *format)
{
	const struct unit *unit = infer->typed_unit->unit;
	const char *what = NULL;
	int strings = 0;

	for (const char *c = strchr(format, '%'); c; c = strchr(c + 2, '%')) {
		strings += c[1] == 's';
		if (c[1] == '%')
			what = "a percent sign";
	}
	if (strings > 1)
		what = "two strings";
	if (!what || unit->kernel >= KERNEL_VERSION_OF(5, 13))
		return;
	diagnostic_hint(&infer->compile->diagnostics,
			warn_at(&infer->compile->diagnostics, call->span, CODE_KERNEL_TOO_OLD,
				"kernels before 5.13 print nothing here: their bpf_printk does not "
				"take %s, and this module is for %d.%d",
				what, unit->kernel >> 8, unit->kernel & 0xff),
			"leave it out, or write `use Honey, kernel: \"5.13\"`");
}

/* The whole format as the kernel sees it. */
static bool check_spelling(struct infer *infer, const struct expression *call,
			   const struct expression *format, const struct printk_value *values,
			   size_t arguments)
{
	struct buffer text;

	buffer_init(&text, infer->compile->arena);
	printk_print(&text, format->string.bytes, format->string.size, values);
	if (!text.size)
		return true;
	if (text.size >= LONGEST_FORMAT)
		return bad_format(infer, call, "the format of bpf_printk is longer than 511 bytes");
	for (const char *c = strchr(text.text, '%'); c; c = strchr(c + 2, '%')) {
		if (c[1] == 's' && isalnum((unsigned char)c[2]))
			return refuse_format(
				infer, call,
				arena_print(
					infer->compile->arena,
					"a string is followed by `%c`, and the kernel prints no "
					"letter or digit right behind one",
					c[2]),
				"put a space or a mark between them");
	}
	if (arguments > PRINTK_MOST_ARGUMENTS)
		check_use(infer, call->span, "`bpf_printk` of more than three values", true,
			  KERNEL_VERSION_OF(5, 16));
	warn_of_old_kernels(infer, call, text.text);
	return true;
}

static bool check_values(struct infer *infer, const struct expression *call,
			 const struct expression *format, const struct expression *list,
			 size_t first)
{
	struct printk_value values[PRINTK_MOST_VALUES];
	size_t count = list->data.count - first, arguments = 0;

	for (size_t i = 0; i < count; i++) {
		const struct expression *argument = list->data.items[first + i];

		values[i] = printk_value_of(&infer->typed_unit->atoms,
					    &typed_of(infer, argument)->type);
		arguments += !call->helper.is_interpolated || values[i].kind != PRINTK_CONSTANT;
	}
	return check_spelling(infer, call, format, values, arguments);
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
	if (given > PRINTK_MOST_VALUES)
		return bad_format(infer, call, "bpf_printk takes at most twelve values");
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
	return good && check_values(infer, call, format, list, first);
}

bool printk_check_list(struct infer *infer, const struct expression *call,
		       const struct expression *list)
{
	if (is_plain_list(list) && list->data.count)
		return printk_check(infer, call, list->data.items[0], list, 1);
	return bad_format(
		infer, call,
		"bpf_printk/1 takes a text, or a literal list that begins with its format");
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

static void print_value(struct buffer *text, const struct printk_value *value)
{
	switch (value->kind) {
	case PRINTK_NUMBER:
		buffer_add_text(text, value->is_u64 ? "%llu" : "%lld");
		break;
	case PRINTK_TEXT:
	case PRINTK_ATOMS:
		buffer_add_text(text, "%s");
		break;
	case PRINTK_CONSTANT:
		for (size_t i = 0; i < value->size; i++) {
			print_character(text, value->text[i]);
			if (value->text[i] == '%')
				print_character(text, '%');
		}
		break;
	case PRINTK_OTHER:
		break;
	}
}

void printk_print(struct buffer *text, const char *format, size_t size,
		  const struct printk_value *values)
{
	size_t n = 0;

	for (size_t i = 0; i < size; i++) {
		if (format[i] != '%') {
			print_character(text, format[i]);
			continue;
		}
		i++;
		if (format[i] == '%')
			buffer_add_text(text, "%%");
		else if (format[i] == 'v')
			print_value(text, &values[n++]);
		else if (format[i] == 's')
			n++, buffer_add_text(text, "%s");
		else if (format[i] == 'd')
			buffer_add_text(text, values[n++].is_u64 ? "%llu" : "%lld");
		else
			n++, buffer_print(text, "%%ll%c", format[i]);
	}
}
