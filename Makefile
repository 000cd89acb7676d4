.DEFAULT_GOAL := help
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON ?= python3
BIN := .venv/bin
COPY := build/check
FILES ?= $(firstword $(wildcard corpus/fire/*/report.txt))

.PHONY: bench help run test tests gbk style types floors fresh generated clean

help: ## show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/installed ## check reports: make run FILES="a.docx b.pdf" (default: one of the corpus)
	@$(BIN)/gouji check $(FILES) || test $$? = 1

# The tests first: a slip of style hides none of them.
test: tests gbk style types floors fresh ## everything that CI checks

# One file of tests stays with one process, and its fixtures with it.
PYTEST := $(BIN)/python -m pytest -q --numprocesses auto --maxprocesses 4 --dist loadfile
tests: .venv/installed ## the tests alone
	$(PYTEST)

# What speaks to people, terminals and file systems, once as on a Chinese computer of old, and with every file opened by its encoding.
# A browser (*_used.py) knows nothing of the locale, and the package that drives axe cannot live with it.
GBK := $(addprefix tests/,config decisions/test_files.py readers/test_txt.py test_cli.py test_consoles.py test_paths.py test_progress.py test_saving.py writers)
gbk: .venv/installed ## those tests under a GBK locale that may depend on it (needs localedef: Debian's package locales)
	@if command -v localedef >/dev/null && mkdir -p .venv/locale && { test -d .venv/locale/zh_CN.GBK || localedef -i zh_CN -f GBK .venv/locale/zh_CN.GBK; }; then \
	    LOCPATH=$(CURDIR)/.venv/locale LC_ALL=zh_CN.GBK PYTHONWARNDEFAULTENCODING=1 $(PYTEST) --ignore-glob '*_used.py' $(GBK); \
	else echo 'no locale zh_CN.GBK can be made here: these tests were not run under it'; fi

style: .venv/installed ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(COPY)/installed ## mypy, on an installed copy: in the checkout the rules stand outside the package
	cd $(COPY) && $(CURDIR)/$(BIN)/mypy --config-file $(CURDIR)/pyproject.toml -p lint

floors: $(COPY)/installed ## the import contract, on the same copy
	cd $(COPY) && $(CURDIR)/$(BIN)/lint-imports --config $(CURDIR)/pyproject.toml --no-cache

fresh: .venv/installed ## whether the generated files are those that the code gives
	$(BIN)/python -m lint.generated --check
	PYTHONPATH=. $(BIN)/python docs/build.py --check

generated: .venv/installed ## write the generated files
	$(BIN)/python -m lint.generated

.PHONY: docs new-rule
docs: .venv/installed ## write the pages below docs/site (rules, guides) and the counts they print
	PYTHONPATH=. $(BIN)/python docs/build.py

new-rule: .venv/installed ## the skeleton of a rule: make new-rule CODE=RAT010 NAME=what-it-checks
	$(BIN)/python -m lint.skeleton $(CODE) $(NAME)

clean: ## remove what the other targets made
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/installed: pyproject.toml constraints.txt
	@echo '正在准备运行环境（只在首次使用时） preparing the environment (first use only)'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[ocr]' || echo '没有装上文字识别，扫描件读不了 no text recognition: scans will not be read'
	@touch $@

$(COPY)/installed: .venv/installed $(shell find lint rules -name '*.py' -o -name '*.toml' 2>/dev/null)
	rm -rf build
	$(BIN)/python -m pip install --quiet --no-deps --target $(COPY) .
	touch $@

.PHONY: corpus
corpus: .venv/installed ## what is found in the corpus, rule by rule
	$(BIN)/python -m tests.corpus.score

bench: .venv/installed ## what checking costs: start-up, text core, every format against bare extraction (FILES="a.txt b.pdf")
	$(BIN)/python -m tests.bench $(if $(filter command,$(word 1,$(origin FILES))),$(FILES))
