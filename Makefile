# One command for each wish; CI runs the same ones. The first run of any of them sets up .venv from the lock files.
.PHONY: run test check bench lock clean
.SUFFIXES:

VENV := .venv
BIN := $(VENV)/bin
PYTHONS ?= python3.13 python3.12 python3.11 python3 python
LOCK_PYTHON ?= python3.11
ARGS ?=

SUPPORTED = import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PIP = PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore $(BIN)/pip --no-input
INSTALL_LOG := $(VENV)/install.log

# Installing is silent but for one line, and shows its whole log when it fails. It never reads what is piped to `run`.
define install
	@echo "keymen: installing $(1) (once; about half a minute)..." >&2
	@{ $(PIP) install --require-hashes $(2) && $(PIP) install --no-build-isolation --no-deps --editable .; } \
		</dev/null >$(INSTALL_LOG) 2>&1 || { cat $(INSTALL_LOG) >&2; exit 1; }
	@touch $@
endef

run: $(VENV)/ready-to-run
	@$(BIN)/keymen console

test: $(VENV)/ready-to-develop
	$(BIN)/pytest $(ARGS)

check: $(VENV)/ready-to-develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/keymen check

bench: $(VENV)/ready-to-develop
	$(BIN)/python -m benchmarks $(ARGS)

# One lock file serves every Python from 3.11 on: the oldest needs the most.
lock:
	$(LOCK_PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet 'pip-tools~=7.6'
	$(call compile,requirements.lock,)
	$(call compile,requirements-build.lock,--only-build-deps --all-build-deps)
	$(call compile,requirements-dev.lock,--extra dev --constraint requirements.lock --constraint requirements-build.lock)

compile = build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(2) --output-file $(1) pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find bot tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready-to-run: requirements.lock requirements-build.lock pyproject.toml | $(BIN)/python
	$(call install,what it runs on,-r requirements.lock -r requirements-build.lock)

$(VENV)/ready-to-develop: requirements-dev.lock | $(VENV)/ready-to-run
	$(call install,what it is tested with,-r requirements-dev.lock)

$(BIN)/python:
	@for python in $(PYTHONS); do \
		if $$python -c '$(SUPPORTED)' </dev/null >/dev/null 2>&1; then exec $$python -m venv $(VENV) </dev/null; fi; \
	done; \
	echo "keymen: needs Python 3.11, 3.12 or 3.13 with its venv module (on Debian: apt install python3-venv)" >&2; \
	exit 1
