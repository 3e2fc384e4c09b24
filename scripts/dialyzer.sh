#!/bin/sh
# OTP's dialyzer on Honey's modules. What it knows of Erlang and Elixir is kept in _build, in a file
# of its own for each version of the two.
set -eu

cd "$(dirname "$0")/.."
elixir_lib=$(elixir -e 'IO.write(Path.dirname(:code.lib_dir(:elixir)))')
versions=$(elixir -e 'IO.write("#{System.version()}-#{System.otp_release()}")')
plt=_build/dialyzer-$versions.plt

if [ ! -e "$plt" ]; then
	echo "dialyzer: learning Erlang and Elixir $versions (some minutes, once)"
	# Its status is 2 for warnings, which here are about code that is not ours.
	dialyzer -pa "$elixir_lib/elixir/ebin" --quiet --build_plt --output_plt "$plt.new" \
		--apps erts kernel stdlib compiler crypto \
		-r "$elixir_lib/elixir/ebin" "$elixir_lib/logger/ebin" "$elixir_lib/mix/ebin" \
		>/dev/null || [ $? -eq 2 ]
	mv "$plt.new" "$plt"
fi

# Elixir's own code turns what its compiler leaves in a module into what dialyzer reads.
exec dialyzer -pa "$elixir_lib/elixir/ebin" --plt "$plt" --no_check_plt -Wunknown \
	-r _build/dev/lib/honey/ebin
