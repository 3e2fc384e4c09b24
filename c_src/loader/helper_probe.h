/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the running kernel lets a type of program call a helper. */
#ifndef HONEY_LOADER_HELPER_PROBE_H
#define HONEY_LOADER_HELPER_PROBE_H

enum helper_answer {
	HELPER_OFFERED,
	HELPER_ABSENT,	/* not for that type, or not in this kernel */
	HELPER_FOR_GPL, /* refused for the license */
	HELPER_SLEEPS,	/* for programs of the type that may sleep, which this one may not */
};

/*
 * The answer for programs of the type (of enum bpf_prog_type) and license, or -errno when the
 * kernel takes no such program at all. libbpf's own probe does not know the newer verifiers' words.
 */
int helper_probe(int type, int number, const char *license);

#endif
