/* SPDX-License-Identifier: Apache-2.0 */
/* What the running kernel offers, as terms. */
#include "nif/loader_term.h"

#include "loader/helper_probe.h"
#include "loader/map_probe.h"

ERL_NIF_TERM helper_offered(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	static const char *const answers[] = {
		[HELPER_OFFERED] = "offered",
		[HELPER_ABSENT] = "absent",
		[HELPER_FOR_GPL] = "gpl",
		[HELPER_SLEEPS] = "sleeps",
	};
	char license[NAME_SIZE];
	int type, number, answer;

	(void)argc;
	if (!enif_get_int(env, argv[0], &type) || !enif_get_int(env, argv[1], &number) ||
	    !get_name(env, argv[2], license))
		return enif_make_badarg(env);
	answer = helper_probe(type, number, license);
	if (answer < 0)
		return make_error(env, answer, NULL);
	return make_ok(env, make_atom(env, answers[answer]));
}

ERL_NIF_TERM map_offered(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	int type, answer;

	(void)argc;
	if (!enif_get_int(env, argv[0], &type))
		return enif_make_badarg(env);
	answer = map_probe(type);
	if (answer < 0)
		return make_error(env, answer, NULL);
	return make_ok(env, make_atom(env, answer ? "offered" : "absent"));
}
