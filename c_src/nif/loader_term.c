/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/loader_term.h"

#include "loader/error_name.h"
#include "loader/log.h"

#include <errno.h>
#include <string.h>

ERL_NIF_TERM make_atom(ErlNifEnv *env, const char *name)
{
	return enif_make_atom(env, name);
}

ERL_NIF_TERM make_bytes(ErlNifEnv *env, const void *bytes, size_t size)
{
	ERL_NIF_TERM term;
	unsigned char *to = enif_make_new_binary(env, size, &term);

	if (size)
		memcpy(to, bytes, size);
	return term;
}

ERL_NIF_TERM make_text(ErlNifEnv *env, const char *text)
{
	return text ? make_bytes(env, text, strlen(text)) : make_atom(env, "nil");
}

ERL_NIF_TERM make_ok(ErlNifEnv *env, ERL_NIF_TERM term)
{
	return enif_make_tuple2(env, make_atom(env, "ok"), term);
}

ERL_NIF_TERM make_error(ErlNifEnv *env, int err, const struct log *log)
{
	char name[32], words[256];
	ERL_NIF_TERM reason;

	if (err == -ERROR_CLOSED)
		return enif_make_tuple2(env, make_atom(env, "error"), make_atom(env, "closed"));
	error_name(-err, name, sizeof(name));
	error_words(-err, words, sizeof(words));
	reason = enif_make_tuple3(env, make_atom(env, name), make_text(env, words),
				  make_bytes(env, log ? log->text : NULL, log ? log->size : 0));
	return enif_make_tuple2(env, make_atom(env, "error"), reason);
}

ERL_NIF_TERM make_done(ErlNifEnv *env, int err)
{
	return err ? make_error(env, err, NULL) : make_atom(env, "ok");
}

ERL_NIF_TERM end_call(ErlNifEnv *env, int err, ERL_NIF_TERM success, struct log *log)
{
	ERL_NIF_TERM term = err ? make_error(env, err, log) : success;

	log__release(log);
	return term;
}

static bool get_text(ErlNifEnv *env, ERL_NIF_TERM term, char *text, size_t room)
{
	ErlNifBinary binary;

	if (!enif_inspect_binary(env, term, &binary) || binary.size >= room ||
	    memchr(binary.data, '\0', binary.size))
		return false;
	memcpy(text, binary.data, binary.size);
	text[binary.size] = '\0';
	return true;
}

bool get_name(ErlNifEnv *env, ERL_NIF_TERM term, char name[NAME_SIZE])
{
	return get_text(env, term, name, NAME_SIZE);
}

bool get_pin_path(ErlNifEnv *env, ERL_NIF_TERM term, char path[PATH_SIZE])
{
	return get_text(env, term, path, PATH_SIZE);
}

bool get_optional_pin_path(ErlNifEnv *env, ERL_NIF_TERM term, char text[PATH_SIZE],
			   const char **path)
{
	*path = text;
	if (!enif_is_identical(term, make_atom(env, "nil")))
		return get_pin_path(env, term, text);
	*path = NULL;
	return true;
}
