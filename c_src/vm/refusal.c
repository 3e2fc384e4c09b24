/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "vm/refusal.h"

#include "loader/error_name.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/object.h"
#include "vm/bytes.h"

#include <bpf/libbpf.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void tell(const char *path, const char *step, int err, const struct log *log)
{
	char *text = strdup(log->text ? log->text : "");
	char *rest = text, *line;
	char name[64], words[128];

	error_name(-err, name, sizeof(name));
	error_words(-err, words, sizeof(words));
	printf("log\t%s\t%s\t%s\t%s\n", path, step, name, words);
	while (rest && (line = strsep(&rest, "\n")))
		printf("| %s\n", line);
	free(text);
}

/* The first one that is refused. */
static int attach_all(struct object *object, struct log *log)
{
	struct bpf_program *program;
	int err = 0;

	bpf_object__for_each_program(program, object->bpf)
	{
		struct link *link = NULL;

		if (!err)
			err = link__attach(object, bpf_program__name(program), false, NULL, log,
					   &link);
		if (link)
			link__put(link);
	}
	return err;
}

void refusal__tell(const char *path)
{
	struct bytes elf = bytes__read(path);
	struct object *object = NULL;
	struct log log = { 0 };
	const char *step = "open";
	int err = object__open(elf.start, elf.size, "refused", &log, &object);

	if (!err) {
		log__release(&log);
		step = "load";
		err = object__load(object, &log);
	}
	if (!err) {
		log__release(&log);
		step = "attach";
		err = attach_all(object, &log);
	}
	if (err)
		tell(path, step, err, &log);
	else
		printf("log\t%s\tnone\n", path);
	log__release(&log);
	if (object) {
		object__close(object);
		object__put(object);
	}
	free(elf.start);
}

/* With CAP_SYS_RESOURCE a process would set its limit as high as it likes. */
void refusal__limit_memory(void)
{
	const struct rlimit none = { 0, 0 };
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct sets[2];

	if (syscall(SYS_capget, &header, sets))
		return;
	sets[0].effective &= ~(1u << CAP_SYS_RESOURCE);
	sets[0].permitted &= ~(1u << CAP_SYS_RESOURCE);
	syscall(SYS_capset, &header, sets);
	setrlimit(RLIMIT_MEMLOCK, &none);
}
