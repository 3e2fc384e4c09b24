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
	size_t first; /* the buffer that the next reading begins with */
	/* Of the reading that goes on. */
	pthread_mutex_t reading;
	bool (*take)(void *context, const struct record *record);
	void *context;
	bool is_enough;
};

/* A sample as the kernel writes it when PERF_SAMPLE_RAW is all that is asked for. */
struct sample {
	struct perf_event_header header;
	uint32_t size; /* with what fills up the last word */
	char bytes[];
};

/* The kernel's own record of what was lost is left: programs have counted that when it happened. */
static enum bpf_perf_event_ret on_event(void *context, int cpu, struct perf_event_header *event)
{
	const struct sample *sample = (const struct sample *)event;
	struct perf *perf = context;
	struct record record;

	(void)cpu;
	if (event->type != PERF_RECORD_SAMPLE)
		return LIBBPF_PERF_EVENT_CONT;
	record = (struct record){ sample->bytes, sample->size };
	perf->is_enough = !perf->take(perf->context, &record);
	return perf->is_enough ? LIBBPF_PERF_EVENT_DONE : LIBBPF_PERF_EVENT_CONT;
}

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

	perf->buffers = perf_buffer__new_raw(perf->map, size / (size_t)sysconf(_SC_PAGESIZE),
					     &attributes, on_event, perf, NULL);
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

bool perf__has_records(const struct perf *perf)
{
	for (size_t i = 0; i < perf_buffer__buffer_cnt(perf->buffers); i++) {
		struct perf_event_mmap_page *page;
		size_t size;

		if (perf_buffer__buffer(perf->buffers, (int)i, (void **)&page, &size))
			continue;
		if (__atomic_load_n(&page->data_head, __ATOMIC_ACQUIRE) != page->data_tail)
			return true;
	}
	return false;
}

/* Each reading begins with another CPU, so that one that sends much does not keep out others. */
void perf__read(struct perf *perf, bool (*take)(void *context, const struct record *record),
		void *context)
{
	size_t count = perf_buffer__buffer_cnt(perf->buffers);

	pthread_mutex_lock(&perf->reading);
	perf->take = take;
	perf->context = context;
	perf->is_enough = false;
	for (size_t i = 0; i < count && !perf->is_enough; i++) {
		perf->first = (perf->first + 1) % count;
		perf_buffer__consume_buffer(perf->buffers, perf->first);
	}
	pthread_mutex_unlock(&perf->reading);
}
