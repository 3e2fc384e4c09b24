/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's grace periods: after one, every run of a program that had begun before it has ended. */
#ifndef HONEY_LOADER_GRACE_PERIOD_H
#define HONEY_LOADER_GRACE_PERIOD_H

/* By membarrier(2), or where that is not allowed or not there (nohz_full=, seccomp) in another way. */
void grace_period__wait(void);

/* By a map of maps, whose updates wait for one: 0 or -errno. */
int grace_period__wait_by_map(void);

#endif
