/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rings of events for Erlang. A ring's resource belongs to the process that opened it, its only
 * reader, and is released when that ends:
 *
 *	ring_close(), or the owner's end  ->  enif_select(STOP)  ->  ring_stop()
 *
 * The owner may end while a dirty scheduler still drains the ring for it: who is the last of the
 * two releases it.
 */
#include "nif/loader_decode.h"
#include "nif/loader_term.h"

#include "loader/perf.h"
#include "loader/ring.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* A batch is no more than so many records, and ends with the first beyond so many bytes. */
#define MOST_RECORDS 4096
#define MOST_BYTES (1024 * 1024)

/* Bytes before a record: the number of its type. */
#define TYPE_SIZE sizeof(uint64_t)

struct ring_resource {
	struct ring ring;
	struct decoder **decoders; /* by type */
	size_t decoder_count;
	ErlNifMonitor owner;
	ERL_NIF_TERM *records; /* of a batch */
	ERL_NIF_TERM *room;    /* of any of the decoders */
	pthread_mutex_t lock;  /* of all below */
	bool is_draining;
	bool is_stopping; /* enif_select(STOP) was called */
	bool is_stopped;  /* nothing selects it any longer */
};

static ErlNifResourceType *ring_type;

static struct ring_resource *get_ring(ErlNifEnv *env, ERL_NIF_TERM term)
{
	struct ring_resource *resource;

	return enif_get_resource(env, term, ring_type, (void **)&resource) ? resource : NULL;
}

static void release(struct ring_resource *resource)
{
	ring__release(&resource->ring);
	for (size_t i = 0; i < resource->decoder_count; i++)
		decoder_free(resource->decoders[i]);
	resource->decoder_count = 0;
	free(resource->decoders);
	free(resource->records);
	free(resource->room);
	resource->decoders = NULL;
	resource->records = NULL;
	resource->room = NULL;
}

/* False when it is stopped, or another one drains it. */
static bool begin_drain(struct ring_resource *resource)
{
	bool begun;

	pthread_mutex_lock(&resource->lock);
	begun = !resource->is_stopping && !resource->is_draining;
	resource->is_draining = resource->is_draining || begun;
	pthread_mutex_unlock(&resource->lock);
	return begun;
}

static void end_drain(struct ring_resource *resource)
{
	bool is_last;

	pthread_mutex_lock(&resource->lock);
	resource->is_draining = false;
	is_last = resource->is_stopped;
	pthread_mutex_unlock(&resource->lock);
	if (is_last)
		release(resource);
}

static void ring_stop(ErlNifEnv *env, void *argument, ErlNifEvent event, int is_direct_call)
{
	struct ring_resource *resource = argument;
	bool is_last;

	(void)env;
	(void)event;
	(void)is_direct_call;
	pthread_mutex_lock(&resource->lock);
	resource->is_stopped = true;
	is_last = !resource->is_draining;
	pthread_mutex_unlock(&resource->lock);
	if (is_last)
		release(resource);
}

static void stop(ErlNifEnv *env, struct ring_resource *resource)
{
	bool is_first;

	pthread_mutex_lock(&resource->lock);
	is_first = !resource->is_stopping;
	resource->is_stopping = true;
	pthread_mutex_unlock(&resource->lock);
	if (is_first)
		enif_select(env, resource->ring.poll, ERL_NIF_SELECT_STOP, resource, NULL,
			    make_atom(env, "undefined"));
}

static void ring_down(ErlNifEnv *env, void *argument, ErlNifPid *pid, ErlNifMonitor *monitor)
{
	(void)pid;
	(void)monitor;
	stop(env, argument);
}

static void ring_destroy(ErlNifEnv *env, void *argument)
{
	struct ring_resource *resource = argument;

	(void)env;
	release(resource);
	pthread_mutex_destroy(&resource->lock);
}

int ring_open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	ErlNifResourceTypeInit calls = { .dtor = ring_destroy,
					 .stop = ring_stop,
					 .down = ring_down };

	ring_type = handle_open_type(env, HANDLE_RING, &calls, flags);
	return ring_type ? 0 : -1;
}

static bool build_decoders(ErlNifEnv *env, ERL_NIF_TERM codecs, struct ring_resource *resource)
{
	size_t room = 1;
	ERL_NIF_TERM head;
	unsigned count;

	if (!enif_get_list_length(env, codecs, &count))
		return false;
	resource->decoders = calloc(count + 1, sizeof(*resource->decoders));
	resource->records = calloc(MOST_RECORDS, sizeof(*resource->records));
	if (!resource->decoders || !resource->records)
		return false;
	while (enif_get_list_cell(env, codecs, &head, &codecs)) {
		struct decoder *decoder = decoder_new(env, head);

		if (!decoder)
			return false;
		resource->decoders[resource->decoder_count++] = decoder;
		room = decoder_room(decoder) > room ? decoder_room(decoder) : room;
	}
	resource->room = calloc(room, sizeof(*resource->room));
	return resource->room;
}

static ERL_NIF_TERM open_resource(ErlNifEnv *env, struct object *object, const char *name,
				  size_t first, struct ring_resource *resource)
{
	ErlNifPid self;
	int err = ring__open(object, name, first, resource->decoder_count, &resource->ring);

	if (!err && (!enif_self(env, &self) ||
		     enif_monitor_process(env, resource, &self, &resource->owner)))
		err = -ESRCH;
	return err ? make_error(env, err, NULL) : make_ok(env, enif_make_resource(env, resource));
}

/* perf_open(Object, Name, Bytes): the buffers of a perf event array, before programs run */
ERL_NIF_TERM perf_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	char name[NAME_SIZE];
	unsigned size;
	int err;

	if (!object || !get_name(env, argv[1], name) || !enif_get_uint(env, argv[2], &size))
		return refuse_arguments(env, argc, argv);
	err = perf__open(object, name, size);
	return make_done(env, err);
}

/* ring_open(Object, Name, FirstLost, Codecs) */
ERL_NIF_TERM ring_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct ring_resource *resource;
	char name[NAME_SIZE];
	ERL_NIF_TERM term;
	unsigned first;

	if (!object || !get_name(env, argv[1], name) || !enif_get_uint(env, argv[2], &first))
		return refuse_arguments(env, argc, argv);
	resource = enif_alloc_resource(ring_type, sizeof(*resource));
	memset(resource, 0, sizeof(*resource));
	pthread_mutex_init(&resource->lock, NULL);
	if (build_decoders(env, argv[3], resource))
		term = open_resource(env, object, name, first, resource);
	else
		term = refuse_arguments(env, argc, argv);
	enif_release_resource(resource);
	return term;
}

/* What the VM would send. */
static void tell(ErlNifEnv *env, ERL_NIF_TERM ring, ERL_NIF_TERM ref)
{
	ErlNifPid self;

	if (enif_self(env, &self))
		enif_send(env, &self, NULL,
			  enif_make_tuple4(env, make_atom(env, "select"), ring, ref,
					   make_atom(env, "ready_input")));
}

/*
 * ring_watch(Ring, Ref, Records): sends {select, Ring, Ref, ready_input} once the object closes, or,
 * if these are wanted, when there are records.
 */
ERL_NIF_TERM ring_watch(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct ring_resource *resource = get_ring(env, argv[0]);
	bool records = enif_is_identical(argv[2], make_atom(env, "true"));
	int result = -1;

	if (!resource || !enif_is_ref(env, argv[1]))
		return refuse_arguments(env, argc, argv);
	if (begin_drain(resource)) {
		ring__wait_for_records(&resource->ring, records);
		result = enif_select(env, resource->ring.poll, ERL_NIF_SELECT_READ, resource, NULL,
				     argv[1]);
		if (result >= 0 && records && ring__has_untold(&resource->ring))
			tell(env, argv[0], argv[1]);
		end_drain(resource);
	}
	return result < 0 ? make_error(env, -EBADF, NULL) : make_ok(env, argv[1]);
}

/*
 * What no program of ours has written is given as it is. The kernel fills up the last word of what
 * it copies into a CPU's buffer.
 */
static ERL_NIF_TERM record_term(ErlNifEnv *env, const struct ring_resource *resource,
				const struct record *record)
{
	uint64_t type = UINT64_MAX;
	const char *bytes = record->bytes;
	size_t size;

	if (record->size >= TYPE_SIZE)
		memcpy(&type, bytes, TYPE_SIZE);
	if (type >= resource->decoder_count)
		return make_bytes(env, bytes, record->size);
	size = TYPE_SIZE + decoder_size(resource->decoders[type]);
	if (record->size < size || record->size >= size + (resource->ring.perf ? 8 : 1))
		return make_bytes(env, bytes, record->size);
	return decoder_term(env, resource->decoders[type], bytes + TYPE_SIZE, resource->room);
}

/* Records that are read into the resource's `records`. */
struct drain {
	ErlNifEnv *env;
	struct ring_resource *resource;
	unsigned count, most;
	size_t bytes;
};

static bool take_record(void *context, const struct record *record)
{
	struct drain *drain = context;

	drain->resource->records[drain->count++] = record_term(drain->env, drain->resource, record);
	drain->bytes += record->size;
	return drain->count < drain->most && drain->bytes < MOST_BYTES;
}

/* How many records were read. */
static unsigned drain_ring(ErlNifEnv *env, struct ring_resource *resource, unsigned most)
{
	struct drain drain = { .env = env, .resource = resource, .most = most };

	if (most)
		ring__read(&resource->ring, take_record, &drain);
	return drain.count;
}

/*
 * ring_drain(Ring, Most): {ok, Records, Count, Lost, IsClosing}. Closing is looked for first: when
 * it is set, and there were no records, none will come.
 */
ERL_NIF_TERM ring_drain(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct ring_resource *resource = get_ring(env, argv[0]);
	unsigned most, count;
	ERL_NIF_TERM answer;
	bool is_closing;

	if (!resource || !enif_get_uint(env, argv[1], &most) || most > MOST_RECORDS)
		return refuse_arguments(env, argc, argv);
	if (!begin_drain(resource))
		return make_error(env, -EBADF, NULL);
	is_closing = ring__is_closing(&resource->ring);
	count = drain_ring(env, resource, most);
	answer = enif_make_tuple5(
		env, make_atom(env, "ok"), enif_make_list_from_array(env, resource->records, count),
		enif_make_uint(env, count), enif_make_uint64(env, ring__lost(&resource->ring)),
		make_atom(env, is_closing ? "true" : "false"));
	end_drain(resource);
	return answer;
}

ERL_NIF_TERM ring_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct ring_resource *resource = get_ring(env, argv[0]);

	if (!resource)
		return refuse_unless_foreign(env, argc, argv, "ok");
	stop(env, resource);
	return make_atom(env, "ok");
}
