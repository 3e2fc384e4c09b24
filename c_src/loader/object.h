/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A BPF object in the kernel: its programs, its maps, and the links that
 * attach the programs.
 *
 *              object__load()            object__close()
 *	OPENED ----> LOADING ----> LOADED ----> CLOSING ----> CLOSED
 *	   ^            | refused                  ^
 *	   |____________|                          |
 *	   |_______________________________________|
 *	                object__close()
 *
 * Every use of the object's descriptors stands between object__enter() and
 * object__leave(). The closer, of whom there is one, first makes the object
 * refuse new users, then waits until the last has left: so no descriptor is
 * closed, and its number given to another file, under a running call.
 *
 * References keep only the memory. What is in the kernel goes when the object
 * is closed, whoever still refers to it.
 *
 * Functions return 0 or -errno; a closed object answers -ERROR_CLOSED.
 */
#ifndef HONEY_LOADER_OBJECT_H
#define HONEY_LOADER_OBJECT_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bpf_object;
struct link;
struct log;
struct map;
struct perf;
struct succession;
struct user_ring;

/* Who wants to know that the programs run no more: its eventfd is written to, once. */
struct object_watcher {
	struct object_watcher *next;
	int fd;
};

/* Where live variables are: those with an initial value, and those without. */
enum live_section {
	LIVE_DATA,
	LIVE_BSS,
	LIVE_SECTIONS,
};

enum object_state {
	OBJECT_OPENED,
	OBJECT_LOADING,
	OBJECT_LOADED,
	OBJECT_CLOSING,
	OBJECT_CLOSED,
};

struct object {
	struct bpf_object *bpf;
	atomic_uint references;
	pthread_mutex_t lock;	/* of all below */
	pthread_cond_t changed; /* a state; users or runs became 0 */
	enum object_state state;
	unsigned int users;
	unsigned int runs;  /* test runs, whose callers are users, too */
	bool is_retired;    /* no test run begins any more: its successor's programs run */
	struct link *links; /* those attached; each is one reference on its link */
	struct object_watcher *watchers;
	struct map *owned_maps;	       /* with descriptors of their own: see map_owned.h */
	bool has_closed_owned;	       /* no more of them come */
	int stats_fd;		       /* while it is open, the kernel counts runs; -1 */
	struct succession *succession; /* once there is one, it stays */
	struct perf *perfs; /* buffers of its perf event arrays; each is one reference on them */
	struct user_ring *user_rings; /* those that were pushed to */
	/* The live variables, once they were asked for: until the object is closed. */
	struct live_memory {
		char *bytes;
		size_t size, mapped;
	} live[LIVE_SECTIONS];
};

/* Parses an ELF file; the bytes are needed only during the call. */
int object__open(const void *elf, size_t size, const char *name, struct log *log,
		 struct object **object);
int object__load(struct object *object, struct log *log);

/* True in the one call that closed it; the others return when it is closed. */
bool object__close(struct object *object);

struct object *object__get(struct object *object);
void object__put(struct object *object); /* the last one closes what is still open */

int object__enter(struct object *object, enum object_state needed);
void object__leave(struct object *object);
void object__await_closed(struct object *object);

/* Around a test run, by who has entered the object. */
int object__begin_run(struct object *object);
void object__end_run(struct object *object);
/* Lets no other test run begin, and waits for those that have begun. */
void object__retire(struct object *object);

/* The caller has entered the object; the watcher stays where it is until it is taken away again. */
void object__watch(struct object *object, struct object_watcher *watcher);
void object__unwatch(struct object *object, struct object_watcher *watcher);

#endif
