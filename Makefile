# What people do in this tree; `make help` lists it. The native build is c_src/Makefile.

.DEFAULT_GOAL := help
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory

# Elixir wants its file names and its output in UTF-8.
export LC_ALL := C.UTF-8

# Tables (.def) are laid out by hand, and fixtures are kept as they were written.
c_files = $(shell find c_src bench -name fixtures -prune -o -name "*.[ch]" -print)
examples = $(patsubst %/mix.exs,%,$(wildcard examples/*/mix.exs))
# Honey is compiled once for all examples.
example_build = MIX_BUILD_PATH=$(CURDIR)/_build/examples-$(1)

.PHONY: help
help: ## this list
	@echo "Honey: eBPF programs written in Elixir"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | \
		while IFS=$$'\t' read -r goal text; do \
			printf '  make %-14s %s\n' "$$goal" "$$text"; \
		done

# ----- using it -----------------------------------------------------------------------------------

.PHONY: setup
setup: ## install the Debian packages that are missing, or say which
	@scripts/setup.sh build

.PHONY: build
build: setup ## compile everything
	@mix compile

.PHONY: demo
demo: setup ## watch the CPU monitor for ten seconds on the running kernel
	@scripts/demo.sh

# ----- testing it ---------------------------------------------------------------------------------

.PHONY: test
test: build test-c test-examples ## run all tests (those of the kernel need root)
	@mix test

.PHONY: test-c
test-c: build ## run the C tests, with address and undefined behaviour sanitizers
	@MIX_APP_PATH=$(CURDIR)/_build/test-c $(MAKE) -C c_src test

.PHONY: test-examples
test-examples: build
	@for example in $(examples); do \
		echo "$$example"; \
		(cd $$example && $(call example_build,test) mix test) || exit 1; \
	done

.PHONY: test-trixie
test-trixie: ## run all tests in a Debian trixie chroot: newer Elixir, OTP, clang, libbpf
	@scripts/chroot.sh trixie

.PHONY: test-vm
test-vm: build ## load and run what is compiled on Linux 5.10, 6.1 and 6.12, in QEMU
	@scripts/test-vm.sh

.PHONY: soak
soak: build ## run N random programs (2000) and N * 3 / 20 binaries from seed SEED in the kernel, simulated, on the BEAM
	@MIX_ENV=test mix run scripts/soak.exs \
		$(if $(N),--programs $(N)) $(if $(SEED),--seed $(SEED))

.PHONY: soak-ownership
soak-ownership: build ## load and unload N times (10000), kill N / 5 owners, and count what is left
	@MIX_ENV=test mix run scripts/soak_ownership.exs \
		$(if $(N),--cycles $(N) --kills $$(($(N) / 5)))

.PHONY: examples
examples: build ## compile every example, warnings being errors
	@for example in $(examples); do \
		echo "$$example"; \
		(cd $$example && $(call example_build,dev) mix compile --force --warnings-as-errors) || exit 1; \
	done

.PHONY: bench
bench: build ## compare with C: instructions, nanoseconds, compile time
	@bench/run

# ----- keeping it tidy ----------------------------------------------------------------------------

.PHONY: check
check: check-format check-warnings examples ## formats, and no warning from any compiler

.PHONY: check-format
check-format: setup-check
	@echo "check: formats"
	@scripts/format_c.sh --check $(c_files)
	@mix format --check-formatted

# Each compiler has its own objects; Elixir's warnings are shown once per compile, hence --force.
.PHONY: check-warnings
check-warnings: setup-check
	@for compiler in gcc clang; do \
		echo "check: warnings of $$compiler"; \
		MIX_APP_PATH=$(CURDIR)/_build/check-$$compiler CC=$$compiler WERROR=1 \
			$(MAKE) -C c_src objects >/dev/null || exit 1; \
	done
	@echo "check: warnings of Elixir"
	@MIX_ENV=test mix compile --force --warnings-as-errors
	@MIX_ENV=test mix test --warnings-as-errors --exclude test

.PHONY: setup-check
setup-check:
	@scripts/setup.sh check

.PHONY: format
format: setup-check ## lay out all C and Elixir
	@scripts/format_c.sh $(c_files)
	@mix format

.PHONY: dialyzer
dialyzer: setup-check build ## check the typespecs with OTP's dialyzer
	@scripts/dialyzer.sh

.PHONY: clean
clean: ## remove what was built
	@rm -rf _build doc priv/*.so* priv/honey
	@rm -rf $(foreach example,$(examples),$(example)/_build $(example)/priv/honey)
