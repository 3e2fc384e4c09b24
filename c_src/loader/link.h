/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A program's attachment. It stays until it is detached or its object is
 * closed; letting go of the handle does not end it. One with a pin goes on when its object is closed.
 *
 *	LIVE --link__detach(), link__replace()--> GOING --> GONE
 *
 * A link keeps its object's memory. Its fields are under the object's lock.
 *
 * A link that was replaced has a successor, which its handle means from then on.
 */
#ifndef HONEY_LOADER_LINK_H
#define HONEY_LOADER_LINK_H

#include "loader/stats.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct bpf_link;
struct log;
struct object;
struct stub;

enum link_state {
	LINK_LIVE,
	LINK_GOING,
	LINK_GONE,
};

struct link {
	struct object *object;
	/* One of the two; what there is of it belongs to whoever took the link from LIVE to GOING. */
	struct bpf_link *bpf;
	int fd;		   /* of a link that libbpf has no function for; -1 */
	struct stub *stub; /* what is attached in the program's place; NULL: the program is */
	struct program_stats before; /* what the stub had run when the program came to it */
	char *pin;	     /* the name that it has in a BPF file system, or is to get; or NULL */
	bool is_pinned;	     /* it has it */
	bool is_adopted;     /* and had it before it was attached here */
	const char *program; /* the object's; valid while the object is entered */
	enum link_state state;
	unsigned asked; /* calls that ask the kernel about it: who takes it waits for them */
	atomic_uint references; /* the object's list has one while LIVE, a handle the other */
	struct link *next;
	struct link *successor; /* a reference; once it is set, it stays */
};

/*
 * Attaches to what the program's section names; the caller gets one reference. By a stub, where
 * that suits the program, so that it can be replaced in one step: see stub.h.
 *
 * With a `pin`, which may be NULL, the link gets that name by pin__commit(), and has no stub. When a link
 * has the name already, the program takes the place of the one there: at once where the kernel can, else it is
 * attached before the other is let go.
 */
int link__attach(struct object *object, const char *program, bool by_stub, const char *pin,
		 struct log *log, struct link **link);

enum xdp_mode {
	XDP_MODE_AUTO,	  /* native where the driver has it, else generic */
	XDP_MODE_NATIVE,  /* in the driver */
	XDP_MODE_GENERIC, /* in the network stack, after the packet's buffer was made */
};

/* Attaches an XDP program to an interface; -ENODEV where there is none of the name. */
int link__attach_xdp(struct object *object, const char *program, const char *interface,
		     enum xdp_mode mode, const char *pin, struct log *log, struct link **link);

/* Takes the names of the object's links away, which then end with it. The caller has entered it. */
int link__unpin_all(struct object *object);

enum link_change {
	LINK_CHANGE_UPDATE,  /* the kernel has put the program into the link */
	LINK_CHANGE_SLOT,    /* the stub goes on with it: one step, too */
	LINK_CHANGE_OVERLAP, /* it was attached, then the one before was detached */
};

/*
 * Has a program of another object, or of the same, take the place of the link's. The link is GONE
 * then, and the new one has what it was; if it fails, the link is as before. -ENOENT where it is
 * detached already.
 */
int link__replace(struct link *link, struct object *object, const char *program, struct log *log,
		  struct link **successor, enum link_change *change);

/* Of a link that has a pin, or is to get one: that has this name from then on. */
int link__rename(struct link *link, const char *pin);

/* The network interface of an XDP program's, a name of IF_NAMESIZE bytes; false for other links. */
bool link__interface(struct link *link, char *name);

/* All LIVE links of an object, each with a reference for the caller, who has entered it. */
int link__all(struct object *object, struct link ***links, size_t *count);

/* Idempotent: returns when the program is detached, whoever detached it. */
void link__detach(struct link *link);
void link__put(struct link *link);

/*
 * Adds the runs of the program by its stubs, which the kernel counts as theirs. The caller has entered
 * the object.
 */
void link__add_runs(struct object *object, const char *program, struct program_stats *stats);

/* Has the program a link that is LIVE? */
bool link__exists(struct object *object, const char *program);

/* All of an object's; the caller has entered the object, or is its closer. */
void link__detach_all(struct object *object, bool unpin);

#endif
