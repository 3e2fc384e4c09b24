/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/tracepoint.h"

#include <bpf/bpf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* -errno of the last place where it was looked for. */
static int read_number(const char *path, long *number)
{
	char text[32];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t size;

	if (fd < 0)
		return -errno;
	size = read(fd, text, sizeof(text) - 1);
	close(fd);
	if (size <= 0)
		return -EIO;
	text[size] = '\0';
	*number = strtol(text, NULL, 10);
	return 0;
}

static int find(const char *name, long *number)
{
	static const char *const roots[] = { "/sys/kernel/tracing", "/sys/kernel/debug/tracing" };
	char path[PATH_MAX];
	int err = -ENOENT;

	for (size_t i = 0; err == -ENOENT && i < sizeof(roots) / sizeof(roots[0]); i++) {
		if (snprintf(path, sizeof(path), "%s/events/%s/id", roots[i], name) >=
		    (int)sizeof(path))
			return -ENAMETOOLONG;
		err = read_number(path, number);
	}
	return err;
}

static int open_event(const char *name)
{
	struct perf_event_attr attributes = { .type = PERF_TYPE_TRACEPOINT,
					      .size = sizeof(attributes) };
	long number = 0;
	int err = find(name, &number), fd;

	if (err)
		return err;
	attributes.config = (__u64)number;
	fd = (int)syscall(SYS_perf_event_open, &attributes, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);
	return fd < 0 ? -errno : fd;
}

/* The link holds on to the event. */
static int link_event(int event, int program)
{
	int link = bpf_link_create(program, event, BPF_PERF_EVENT, NULL), err;

	if (link < 0)
		return errno == EINVAL ? -EOPNOTSUPP : -errno;
	if (!ioctl(event, PERF_EVENT_IOC_ENABLE, 0))
		return link;
	err = -errno;
	close(link);
	return err;
}

int tracepoint__attach(const char *section, int program)
{
	const char *name = strchr(section, '/');
	int event = name ? open_event(name + 1) : -EINVAL, link;

	if (event < 0)
		return event;
	link = link_event(event, program);
	close(event);
	return link;
}
