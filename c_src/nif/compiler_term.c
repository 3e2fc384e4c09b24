/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/compiler_term.h"

#include <string.h>

/* Names are UTF-8, for which enif_make_atom() has no encoding before OTP 26. */
ERL_NIF_TERM make_atom(ErlNifEnv *env, const char *name)
{
	unsigned char encoded[3 + 255] = { 131, 119 };
	size_t size = strlen(name);
	ERL_NIF_TERM term;

	if (size <= 255) {
		encoded[2] = (unsigned char)size;
		memcpy(encoded + 3, name, size);
		if (enif_binary_to_term(env, encoded, size + 3, &term, 0))
			return term;
	}
	return enif_make_atom(env, "invalid");
}

ERL_NIF_TERM make_bytes(ErlNifEnv *env, const void *bytes, size_t size)
{
	ERL_NIF_TERM term;
	unsigned char *copy = enif_make_new_binary(env, size, &term);

	if (size)
		memcpy(copy, bytes, size);
	return term;
}

ERL_NIF_TERM make_text(ErlNifEnv *env, const char *text)
{
	return text ? make_bytes(env, text, strlen(text)) : make_atom(env, "nil");
}

void put(ErlNifEnv *env, ERL_NIF_TERM *map, const char *key, ERL_NIF_TERM value)
{
	enif_make_map_put(env, *map, make_atom(env, key), value, map);
}

ERL_NIF_TERM make_version(ErlNifEnv *env, int version)
{
	char text[32];

	enif_snprintf(text, sizeof(text), "%d.%d", version >> 8, version & 0xff);
	return make_text(env, text);
}
