# The commands of the house. `make run` serves, `make test` checks; both build on `make setup`.
.PHONY: setup run test bench train lock model browser
.DELETE_ON_ERROR:
.SILENT:
SHELL := /bin/bash

UV := .venv/bin/uv
# Once the tools for tests are there they stay: their lock holds all that the other one does, in the same versions.
DEV := $(or $(filter test bench lock,$(MAKECMDGOALS)),$(wildcard .venv/.requirements-dev.lock))
LOCK := $(if $(DEV),requirements-dev.lock,requirements.lock)
# Rooms without clock, dice, network or disk: every line and branch of them is tested.
PURE := messages wording once when/* words/* rhythm/* talk/* clinic suggestion script proceeding reactions dialogue \
	heard view complaints alarms aches intents wished understand outline

setup: .venv/.$(LOCK) model

run:
	$(MAKE) --no-print-directory setup || { [ -x .venv/bin/cooldown ] && echo "Going on without the language model."; }
	exec .venv/bin/cooldown serve

test: setup browser
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/pytest --cov=bot --cov-report=
	.venv/bin/coverage report --skip-covered --show-missing --fail-under=100 \
		--include="$$(printf 'bot/%s.py,' $(foreach room,$(PURE),'$(room)'))"

bench: setup
	.venv/bin/python -m tests.bench $(if $(QUICK),--quick) $(SECTIONS)

train: setup
	.venv/bin/cooldown train

lock: COMPILE := $(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock"
lock: .venv/.$(LOCK)
	# the versions that tests ran with are the ones that serve
	$(COMPILE) requirements-uv.in -o requirements-uv.lock
	$(COMPILE) --python-version 3.11 --group build --group dev pyproject.toml -o requirements-dev.lock
	$(COMPILE) --python-version 3.11 --group build -c requirements-dev.lock pyproject.toml -o requirements.lock
	$(COMPILE) --python-version 3.10 --excludes nlu/excludes.txt nlu/requirements.in -o nlu/requirements.lock

model: .venv/.$(LOCK) nlu/.venv/.requirements.lock
	.venv/bin/python -m bot.model

.venv/.%.lock: %.lock pyproject.toml $(UV)
	echo "Installing Cooldown's packages ..."
	$(UV) pip sync --python .venv/bin/python --require-hashes $<
	$(UV) pip install -q --python .venv/bin/python --offline --no-deps --no-build-isolation -e .
	touch $@

$(UV): requirements-uv.lock | .venv/bin/python
	.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv/bin/python:
	for python in python3.11 python3 python3.12 python3.13 python3.14; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		$$python -c 'import ensurepip, venv' 2>/dev/null && exec $$python -m venv .venv; \
		echo "$$python cannot make an environment yet. As root, run:" >&2; \
		exec $$python -c 'import sys; sys.exit("  apt install python%d.%d-venv" % sys.version_info[:2])'; \
	done; printf '%s\n' "Cooldown needs Python 3.11 or newer. As root, run:" "  apt install python3.11-venv" >&2; exit 1

# Python 3.10 is asked for by nlu/.python-version; without it compiled once, Rasa would be compiled at every start.
nlu/.venv/.requirements.lock: nlu/requirements.lock nlu/.python-version | $(UV)
	[ -x nlu/.venv/bin/python ] || $(UV) venv -q --directory nlu .venv || { printf '%s\n' \
		"Rasa needs Python 3.10, which is not here and could not be fetched. Install it and run make setup again:" \
		"  Ubuntu 22.04:  apt install python3.10" \
		"  elsewhere:     pyenv install 3.10    or, with a way to the internet,    $(UV) python install 3.10" >&2; exit 1; }
	echo "Installing Rasa, about 600 MB to fetch the first time ..."
	env -u PYTHONDONTWRITEBYTECODE $(UV) pip sync --python nlu/.venv/bin/python --require-hashes --compile-bytecode $<
	touch $@

browser: SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
browser:
	command -v chromium >/dev/null || { echo "Installing Chromium for the tests of the widget ..."; \
		$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null; } \
		|| { echo "The tests need Chromium: as root, run  apt install chromium" >&2; exit 1; }
