/* SPDX-License-Identifier: Apache-2.0 */
/* Guards: a part of one that raises makes all of it fail. */
#ifndef HONEY_COMPILER_GUARD_H
#define HONEY_COMPILER_GUARD_H

#include "compiler/infer/infer.h"

bool guard_can_raise(const struct instance *instance, const struct expression *guard);
/* Whether its guard lets everything through; so does that of a clause without one. */
bool clause_guard_holds(const struct instance *instance, const struct clause *clause);

#endif
