# Two commands: `make run` starts Capaian in the browser, `make test` checks everything (the types beside the tests).
# Both make their own .venv with the pinned libraries; a second run finds it ready and starts at once.
# CAPAIAN_DATA=path make run starts with the store at that path, an empty one if there is none.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-compile

.PHONY: run test cepat gaya tipe uji benchmarks bersih

run: $(VENV)/siap-run
	$(PY) -m streamlit run app.py

# What was compiled once is kept, whatever the shell says: the tests start many programs.
test cepat uji: export PYTHONDONTWRITEBYTECODE =

# The engine asks for very many small pieces of memory, and waits for the disk after every write. With this allocator the tests
# take a fifth less of the processor, and nothing of theirs needs to outlive a power cut; both only where the machine has them.
DIDAHULUKAN := $(wildcard $(addprefix /usr/lib/$(shell uname -m)-linux-gnu/,libjemalloc.so.2 libeatmydata.so))
ifneq ($(DIDAHULUKAN),)
test cepat uji: export LD_PRELOAD = $(DIDAHULUKAN)
test cepat uji: export MALLOC_CONF = dirty_decay_ms:-1,muzzy_decay_ms:-1,narenas:2,thp:always
endif

test: gaya
	@$(MAKE) --no-print-directory -j 2 tipe uji

# For every day, in two minutes: all but what drives a browser or LibreOffice, walks through the whole SOP, or tries very many cases.
cepat: gaya
	@$(MAKE) --no-print-directory -j 2 tipe uji PILIH='-m "not lama"'

gaya: $(VENV)/siap-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

tipe: $(VENV)/siap-test
	$(PY) -m mypy

uji: $(VENV)/siap-test
	$(PY) -m pytest -n auto $(PILIH)

benchmarks: $(VENV)/siap-test
	$(PY) -m tests.benchmarks

bersih:
	rm -rf $(VENV)

# What the server imports is compiled here: its first start answers as soon as every other.
$(VENV)/siap-run: requirements.txt constraints.txt | $(PY)
	$(PIP) -r requirements.txt
	@$(PY) -c "import streamlit.web.bootstrap, app"
	@touch $@

$(VENV)/siap-test: requirements-dev.txt requirements.txt constraints.txt | $(PY)
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/siap-run

# The first Python on this machine that is new enough and can make a venv; PYTHON=... names another.
$(PY):
	@for calon in "$(PYTHON)" python3 python3.13 python3.12 python3.11; do \
	  [ -n "$$calon" ] || continue; \
	  "$$calon" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Membuat $(VENV) dengan $$calon ..."; \
	  exec "$$calon" -m venv $(VENV); \
	done; \
	echo "Capaian memerlukan Python 3.11 atau lebih baru beserta venv (di Debian/Ubuntu: apt install python3-venv)." >&2; \
	exit 1
