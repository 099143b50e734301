# make run      open Enishi (ARGS="..." is handed on)
# make test     all checks and tests
# Each sets up what is missing first; the second time that costs nothing and needs no network.

PY := .venv/bin/python
INSTALLED := .venv/.installed
RUN_LIBRARIES := .venv/.libraries-run
TEST_LIBRARIES := .venv/.libraries-test
BUILT := app/built/stamp
READY := $(INSTALLED) $(BUILT)

PYTEST := $(PY) -m pytest -q
TESTS := -n auto --dist loadgroup

# What the tests are compiled to is kept, also where that is switched off: they start the program often.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: help run tour test check lint types contracts format quick coverage screens bench soak corpus package lock setup clean distclean

run: $(RUN_LIBRARIES) $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	    exec $(PY) -m app $(ARGS); \
	else \
	    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."; \
	    echo "Playing the main job on invented people under a virtual display instead."; \
	    exec $(MAKE) --no-print-directory tour; \
	fi

# The main job on invented people; its pictures stay in build/tour/.
tour: $(TEST_LIBRARIES) $(READY)
	@$(PY) -m tests.tour

test: $(TEST_LIBRARIES) $(READY) check
	@$(PYTEST) $(TESTS) $(ARGS)

# Without the journeys and what takes long: for every save.
quick: $(READY)
	@$(PYTEST) $(TESTS) -m "not corpus and not journey and not slow" $(ARGS)

check: lint types contracts

lint: $(INSTALLED)
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check . || { $(PY) -m ruff format --diff . ; false; }

types: $(INSTALLED)
	@$(PY) -m mypy --no-error-summary

contracts: $(INSTALLED)
	@out=$$(.venv/bin/lint-imports --no-logo 2>&1) || { printf '%s\n' "$$out"; false; }

format: $(INSTALLED)
	@$(PY) -m ruff check --quiet --fix-only --select I .
	@$(PY) -m ruff format --quiet .

# Every branch of the rooms without a window; most of the rest.
coverage: $(TEST_LIBRARIES) $(READY)
	@mkdir -p build/coverage
	@$(PYTEST) $(TESTS) --cov --cov-report= $(ARGS)
	@for room in domain interchange usecases store; do \
	    echo "app/$$room, 100 % wanted:"; \
	    $(PY) -m coverage report --include="app/$$room/*" --fail-under=100 || failed=1; \
	done; \
	echo "app/ui, 85 % wanted:"; \
	$(PY) -m coverage report --include="app/ui/*" --fail-under=85 || failed=1; \
	[ -z "$$failed" ]

# Every page in every language, theme and scale, to build/screens/.
screens: $(TEST_LIBRARIES) $(READY)
	@$(PY) -m tests.screens $(ARGS)

bench: $(TEST_LIBRARIES) $(READY)
	@$(PY) -m tests.bench $(ARGS)

soak: $(TEST_LIBRARIES) $(READY)
	@$(PY) -m tests.soak $(ARGS)

# The big collection of foreign card files, where it stands beside the checkout.
corpus: $(TEST_LIBRARIES) $(READY)
	@test ! -d ../shared/corpus || $(PY) -m tests.interchange.corpus
	@$(PYTEST) $(TESTS) -m corpus $(ARGS)

package: $(TEST_LIBRARIES) $(READY)
	@packaging/system_libraries.sh package $(PY)
	@packaging/build.sh $(ARGS)

# Needs uv (pip install uv) and a package index. One file for Python 3.11 to 3.14 on all three systems.
# No header and no index lines: a lock names versions and hashes, not addresses. Extras stay: older pips
# take `coverage[toml]` for another package than `coverage`, and then for one without a hash.
# Arguments go to uv: make lock ARGS=--upgrade, make lock ARGS="--upgrade-package ruff".
UV := $(firstword $(wildcard .venv/bin/uv) uv)
lock:
	@$(UV) pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes \
	    --no-header --no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links \
	    --output-file requirements.lock $(ARGS) pyproject.toml >/dev/null
	@echo "requirements.lock: $$(grep -c '^[a-z]' requirements.lock) lines of versions"

setup: $(TEST_LIBRARIES) $(READY)

clean:
	@rm -rf build dist app/built .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage*
	@find app tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	@rm -rf .venv

help:
	@sed -n '1,3s/^# //p' Makefile
	@echo "Others: $$(sed -n 's/^.PHONY: help run tour test //p' Makefile)"

# ---------------------------------------------------------------------------------------- set-up

# A Python that was taken away leaves a dangling link, which make sees as missing.
$(PY):
	@python=$$(packaging/find_python.sh) || exit 1; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || packaging/system_libraries.sh venv "$$python" || exit 1; \
	echo "Making the virtual environment .venv with $$("$$python" --version)..."; \
	"$$python" -m venv --clear .venv

$(INSTALLED): requirements.lock | $(PY)
	@echo "Installing the locked versions into .venv..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements.lock
	@touch $@

# These touch the stamp themselves, and only when nothing is missing.
$(RUN_LIBRARIES): packaging/system_libraries.sh | $(PY)
	@packaging/system_libraries.sh run $@

$(TEST_LIBRARIES): packaging/system_libraries.sh | $(PY)
	@packaging/system_libraries.sh test $@

$(BUILT): packaging/build_resources.py $(INSTALLED) $(shell find resources)
	@$(PY) packaging/build_resources.py
