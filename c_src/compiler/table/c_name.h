/* SPDX-License-Identifier: Apache-2.0 */
/* Names of C that are no functions of Elixir's. */
#ifndef HONEY_COMPILER_C_NAME_H
#define HONEY_COMPILER_C_NAME_H

/* What to write instead; NULL for a name that C has not. */
const char *c_name_hint(const char *name);

#endif
