/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What Honey.Map.to_list is compared with: a native library whose functions go over a map of u32 keys
 * and u64 values that the kernel knows by a number.
 *
 *	keys(Id)     key by key, each looked up; no terms: how many there were
 *	reads(Id)    in batches; no terms: how many there were. What the kernel takes of the next one
 *	batches(Id)  in batches, as a list of pairs
 */
#include <bpf/bpf.h>
#include <erl_nif.h>
#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#define BATCH 16384

static ERL_NIF_TERM keys(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	uint32_t key, next;
	uint64_t value, count = 0, sum = 0;
	unsigned int id;
	int fd, err;

	(void)argc;
	if (!enif_get_uint(env, argv[0], &id) || (fd = bpf_map_get_fd_by_id(id)) < 0)
		return enif_make_badarg(env);
	err = bpf_map_get_next_key(fd, NULL, &next);
	while (!err) {
		key = next;
		if (!bpf_map_lookup_elem(fd, &key, &value)) {
			count++;
			sum += value;
		}
		err = bpf_map_get_next_key(fd, &key, &next);
	}
	close(fd);
	return enif_make_tuple2(env, enif_make_uint64(env, count), enif_make_uint64(env, sum));
}

/* Calls the kernel until it is at the end; each batch is prepended to the list, if there is one. */
static int walk(ErlNifEnv *env, int fd, ERL_NIF_TERM *list, uint64_t *read)
{
	static uint32_t keys_of[BATCH];
	static uint64_t values_of[BATCH];
	uint32_t position, count;
	void *from = NULL;
	int err;

	do {
		count = BATCH;
		err = bpf_map_lookup_batch(fd, from, &position, keys_of, values_of, &count, NULL);
		if (err && err != -ENOENT)
			return err;
		from = &position;
		*read += count;
		for (uint32_t i = 0; list && i < count; i++) {
			ERL_NIF_TERM pair = enif_make_tuple2(env, enif_make_uint(env, keys_of[i]),
							     enif_make_uint64(env, values_of[i]));

			*list = enif_make_list_cell(env, pair, *list);
		}
	} while (!err);
	return 0;
}

static ERL_NIF_TERM reads(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	uint64_t read = 0;
	unsigned int id;
	int fd;

	(void)argc;
	if (!enif_get_uint(env, argv[0], &id) || (fd = bpf_map_get_fd_by_id(id)) < 0)
		return enif_make_badarg(env);
	walk(env, fd, NULL, &read);
	close(fd);
	return enif_make_uint64(env, read);
}

static ERL_NIF_TERM batches(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	ERL_NIF_TERM list = enif_make_list(env, 0);
	uint64_t read = 0;
	unsigned int id;
	int fd;

	(void)argc;
	if (!enif_get_uint(env, argv[0], &id) || (fd = bpf_map_get_fd_by_id(id)) < 0)
		return enif_make_badarg(env);
	walk(env, fd, &list, &read);
	close(fd);
	return list;
}

static ErlNifFunc functions[] = {
	{ "keys", 1, keys, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "reads", 1, reads, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "batches", 1, batches, ERL_NIF_DIRTY_JOB_CPU_BOUND },
};

ERL_NIF_INIT(Elixir.Honey.Bench.Maps.Walks, functions, NULL, NULL, NULL, NULL)
