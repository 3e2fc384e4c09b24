/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/perf.h"

#include "loader/object.h"
#include "loader/ring.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct perf {
	struct perf *next; /* of the object's */
	atomic_uint references;
	char *name;
	int map; /* of its own: the library takes the buffers out of it in the end */
	struct perf_buffer *buffers;
	size_t first;		 /* the buffer that the next reading begins with */
	pthread_mutex_t reading; /* of all below */
	char *whole; /* what does not lie in one piece, as it goes on at the buffer's beginning */
};

/* An event has no more bytes: its size has 16 bits. */
#define EVENT_MOST 65536

/* A sample as the kernel writes it when PERF_SAMPLE_RAW is all that is asked for. */
struct sample {
	struct perf_event_header header;
	uint32_t size; /* with what fills up the last word */
	char bytes[];
};

/*
 * The library gets no function to call with what it reads: that would be called when the code of ours
 * that had it has been replaced. So events are read here.
 */
static int open_buffers(struct perf *perf, size_t size)
{
	struct perf_event_attr attributes = {
		.size = sizeof(attributes),
		.type = PERF_TYPE_SOFTWARE,
		.config = PERF_COUNT_SW_BPF_OUTPUT,
		.sample_type = PERF_SAMPLE_RAW,
		.sample_period = 1,
		.wakeup_events = 1,
	};

	perf->whole = malloc(EVENT_MOST);
	if (!perf->whole)
		return -ENOMEM;
	perf->buffers = perf_buffer__new_raw(perf->map, size / (size_t)sysconf(_SC_PAGESIZE),
					     &attributes, NULL, NULL, NULL);
	return perf->buffers ? 0 : -errno;
}

static int open_entered(struct object *object, const char *name, size_t size, struct perf *perf)
{
	const struct bpf_map *map = bpf_object__find_map_by_name(object->bpf, name);

	if (!map || bpf_map__type(map) != BPF_MAP_TYPE_PERF_EVENT_ARRAY)
		return -ESRCH;
	perf->name = strdup(name);
	if (!perf->name)
		return -ENOMEM;
	perf->map = fcntl(bpf_map__fd(map), F_DUPFD_CLOEXEC, 3);
	return perf->map < 0 ? -errno : open_buffers(perf, size);
}

static void put_in(struct object *object, struct perf *perf)
{
	pthread_mutex_lock(&object->lock);
	perf->next = object->perfs;
	object->perfs = perf;
	pthread_mutex_unlock(&object->lock);
}

int perf__open(struct object *object, const char *name, size_t size)
{
	struct perf *perf = calloc(1, sizeof(*perf));
	int err = perf ? object__enter(object, OBJECT_LOADED) : -ENOMEM;

	if (err) {
		free(perf);
		return err;
	}
	atomic_init(&perf->references, 1);
	pthread_mutex_init(&perf->reading, NULL);
	perf->map = -1;
	err = open_entered(object, name, size, perf);
	if (err)
		perf__put(perf);
	else
		put_in(object, perf);
	object__leave(object);
	return err;
}

struct perf *perf__get(struct object *object, const char *name)
{
	struct perf *perf;

	pthread_mutex_lock(&object->lock);
	perf = object->perfs;
	while (perf && strcmp(perf->name, name) != 0)
		perf = perf->next;
	if (perf)
		atomic_fetch_add(&perf->references, 1);
	pthread_mutex_unlock(&object->lock);
	return perf;
}

static struct perf *take_out(struct object *object, const char *name)
{
	struct perf **at = &object->perfs, *perf;

	pthread_mutex_lock(&object->lock);
	while (*at && strcmp((*at)->name, name) != 0)
		at = &(*at)->next;
	perf = *at;
	if (perf)
		*at = perf->next;
	pthread_mutex_unlock(&object->lock);
	return perf;
}

static int move_entered(struct object *object, struct object *to, const char *name)
{
	struct perf *perf;
	int err = object__enter(to, OBJECT_LOADED);

	if (err)
		return err;
	perf = take_out(object, name);
	if (perf)
		put_in(to, perf);
	object__leave(to);
	return perf ? 0 : -ESRCH;
}

int perf__move(struct object *object, struct object *to, const char *name)
{
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = move_entered(object, to, name);
	object__leave(object);
	return err;
}

void perf__put(struct perf *perf)
{
	if (atomic_fetch_sub(&perf->references, 1) != 1)
		return;
	perf_buffer__free(perf->buffers);
	if (perf->map >= 0)
		close(perf->map);
	pthread_mutex_destroy(&perf->reading);
	free(perf->whole);
	free(perf->name);
	free(perf);
}

void perf__put_all(struct object *object)
{
	while (object->perfs) {
		struct perf *perf = object->perfs;

		object->perfs = perf->next;
		perf__put(perf);
	}
}

int perf__poll_fd(const struct perf *perf)
{
	return perf_buffer__epoll_fd(perf->buffers);
}

/* A CPU's buffer: the page that tells where the kernel is, and the events behind it. */
struct events {
	struct perf_event_mmap_page *page;
	const char *bytes;
	size_t size; /* a power of two */
};

static bool find_events(const struct perf *perf, size_t number, struct events *events)
{
	struct perf_event_mmap_page *page;
	size_t size;

	if (perf_buffer__buffer(perf->buffers, (int)number, (void **)&page, &size))
		return false;
	*events = (struct events){ page, (const char *)page + page->data_offset, page->data_size };
	return true;
}

static uint64_t end_of(const struct events *events)
{
	return __atomic_load_n(&events->page->data_head, __ATOMIC_ACQUIRE);
}

bool perf__has_records(const struct perf *perf)
{
	struct events events;

	for (size_t i = 0; i < perf_buffer__buffer_cnt(perf->buffers); i++) {
		if (find_events(perf, i, &events) && end_of(&events) != events.page->data_tail)
			return true;
	}
	return false;
}

/* In one piece; a header always is. */
static const struct perf_event_header *event_at(const struct events *events, uint64_t position,
						char *whole)
{
	size_t start = (size_t)position & (events->size - 1), left = events->size - start;
	const struct perf_event_header *event = (const void *)(events->bytes + start);

	if (event->size <= left)
		return event;
	memcpy(whole, events->bytes + start, left);
	memcpy(whole + left, events->bytes, event->size - left);
	return (const void *)whole;
}

/* False when `take` has said it. */
static bool read_events(const struct events *events, char *whole,
			bool (*take)(void *context, const struct record *record), void *context)
{
	uint64_t end = end_of(events), position = events->page->data_tail;
	bool goes_on = true;

	while (goes_on && position != end) {
		const struct perf_event_header *event = event_at(events, position, whole);
		const struct sample *sample = (const void *)event;
		struct record record;

		position += event->size;
		/* The kernel's own record of what was lost is left: programs have counted that. */
		if (event->type != PERF_RECORD_SAMPLE)
			continue;
		record = (struct record){ sample->bytes, sample->size };
		goes_on = take(context, &record);
	}
	__atomic_store_n(&events->page->data_tail, position, __ATOMIC_RELEASE);
	return goes_on;
}

/* Each reading begins with another CPU, so that one that sends much does not keep out others. */
void perf__read(struct perf *perf, bool (*take)(void *context, const struct record *record),
		void *context)
{
	size_t count = perf_buffer__buffer_cnt(perf->buffers);
	struct events events;
	bool goes_on = true;

	pthread_mutex_lock(&perf->reading);
	for (size_t i = 0; i < count && goes_on; i++) {
		perf->first = (perf->first + 1) % count;
		if (find_events(perf, perf->first, &events))
			goes_on = read_events(&events, perf->whole, take, context);
	}
	pthread_mutex_unlock(&perf->reading);
}
