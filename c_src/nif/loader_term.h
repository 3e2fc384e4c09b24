/* SPDX-License-Identifier: Apache-2.0 */
/* What the loader's NIF functions share: the terms of their arguments and answers. */
#ifndef HONEY_NIF_LOADER_TERM_H
#define HONEY_NIF_LOADER_TERM_H

#include <erl_nif.h>
#include <stdbool.h>
#include <stddef.h>

struct log;
struct map_comparison;
struct object;

/* Where functions run that can wait for the kernel. */
#define BLOCKING ERL_NIF_DIRTY_JOB_IO_BOUND

#define NAME_SIZE 256
/* A directory as `Honey.Pins` lets it through, with names of the object's below it. */
#define PATH_SIZE 1024

ERL_NIF_TERM make_atom(ErlNifEnv *env, const char *name);
ERL_NIF_TERM make_bytes(ErlNifEnv *env, const void *bytes, size_t size);
ERL_NIF_TERM make_text(ErlNifEnv *env, const char *text); /* nil for NULL */
ERL_NIF_TERM make_ok(ErlNifEnv *env, ERL_NIF_TERM term);

/* {error, closed} or {error, {Errno, Words, Log}} for a -errno; the log may be NULL. */
ERL_NIF_TERM make_error(ErlNifEnv *env, int err, const struct log *log);

/* ok, or the error */
ERL_NIF_TERM make_done(ErlNifEnv *env, int err);

/* The answer of a call that wrote the log, which this releases. */
ERL_NIF_TERM end_call(ErlNifEnv *env, int err, ERL_NIF_TERM success, struct log *log);

/* A binary without NUL bytes, as a C string. */
bool get_name(ErlNifEnv *env, ERL_NIF_TERM term, char name[NAME_SIZE]);

bool get_pin_path(ErlNifEnv *env, ERL_NIF_TERM term, char path[PATH_SIZE]);

/* The same, or nil for NULL, which `*path` is then. */
bool get_optional_pin_path(ErlNifEnv *env, ERL_NIF_TERM term, char text[PATH_SIZE],
			   const char **path);

/* What Elixir holds of the loader: each is a resource. */
enum handle_kind {
	HANDLE_OBJECT,
	HANDLE_LINK,
	HANDLE_MAP,
	HANDLE_RING,
	HANDLE_KINDS,
};

ErlNifResourceType *handle_open_type(ErlNifEnv *env, enum handle_kind kind,
				     const ErlNifResourceTypeInit *calls,
				     ErlNifResourceFlags flags);

/*
 * The answer to arguments of a wrong shape. A reference that is no handle was one in another VM, from
 * which the term has come: as good as one of an object that is closed, and no badarg.
 */
ERL_NIF_TERM refuse_arguments(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* The same, of a function that has an answer to closed objects. */
ERL_NIF_TERM refuse_unless_foreign(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[],
				   const char *answer);

/* The object of an object's resource, or NULL. */
struct object *get_object(ErlNifEnv *env, ERL_NIF_TERM term);

/* loader_object.c */
int object_open_types(ErlNifEnv *env, ErlNifResourceFlags flags);
ERL_NIF_TERM object_give(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_owned(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_load(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_alive(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_info.c */
ERL_NIF_TERM object_maps(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_programs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_raised(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_lost(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_count_runs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_stats(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM program_test_run(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* The functions of maps, and their resource. */
int map_open_types(ErlNifEnv *env, ErlNifResourceFlags flags);
ERL_NIF_TERM map_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_get(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_put(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_create(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_open_id(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_put_map(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_put_program(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_push_record(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_pop(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_member(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_delete(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_take(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_cpus(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_link.c */
int link_open_types(ErlNifEnv *env, ErlNifResourceFlags flags);
ERL_NIF_TERM program_attach(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM program_attach_xdp(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM program_attached(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM link_detach(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM link_replace(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM link_rename(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_links(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_detach(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_map_batch.c */
ERL_NIF_TERM map_read(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_count(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_clear(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_put_many(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_ring.c */
int ring_open_types(ErlNifEnv *env, ErlNifResourceFlags flags);
ERL_NIF_TERM perf_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM ring_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM ring_watch(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM ring_drain(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM ring_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_name.c */
ERL_NIF_TERM object_names(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_global.c */
ERL_NIF_TERM object_vars(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM var_set(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM var_get(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM var_put(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_reuse.c */
ERL_NIF_TERM object_reuse(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM perf_move(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM await_programs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM object_succeed(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
/* ok, {error, {differs, [{Aspect, Wanted, Found}]}}, or another error */
ERL_NIF_TERM make_reused(ErlNifEnv *env, int err, const struct map_comparison *comparison);

/* loader_pin.c */
ERL_NIF_TERM pin_check_place(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM pin_wanted(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM pin_adopt(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM pin_commit(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM pin_remove_links(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* loader_probe.c */
ERL_NIF_TERM helper_offered(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM map_offered(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

#endif
