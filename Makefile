# Everything sets up what it needs by itself: Python 3.11+, git and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# What continuous integration sets; a shell reads them as "$$BASE", so that no name of a branch is ever run.
BASE ?= origin/main
FROM ?= HEAD
AS_OF ?= $(shell TZ=Europe/Moscow date +%F)
OUT ?= site
SIZES ?= 50,1200,12000
export BASE FROM AS_OF OUT PREVIOUS SIZES

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint unit bench lock clean \
	records check-github check-gitlab diff-markdown preview comment nightly fix-check

help: ## Что можно сделать
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

site: $(READY) ## Собрать сайт в папку site/
	@$(BIN)/dorkarta build
	@echo "Посмотреть: $(PYTHON) -m http.server -d site, затем открыть http://127.0.0.1:8000/"

serve: $(READY) ## Показывать сайт и обновлять его при каждой правке
	@$(BIN)/dorkarta serve

check: $(READY) ## Проверить записи
	@$(BIN)/dorkarta check

test: lint unit ## Проверить всё: стиль, типы, стрелки, тесты

lint: $(READY)
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

unit: $(READY)
	@$(BIN)/pytest -q -n auto

bench: $(READY) ## Измерить скорость: SIZES=50,1200,12000, с документами DOCUMENTS=1
	@$(BIN)/python scripts/benchmarks/deadlines.py
	@$(BIN)/python scripts/benchmarks/builds.py --sizes "$$SIZES" $(if $(DOCUMENTS),--documents)

records: # Take the records and the prose of a revision, FROM; links among them become plain texts
	@git -c core.symlinks=false restore --source="$$FROM" --worktree -- roadmaps content

check-github: $(READY) # Problems at their lines in a request; ids are compared with BASE
	@$(BIN)/dorkarta check --format github --base "$$BASE"

check-gitlab: $(READY)
	@mkdir -p request
	@$(BIN)/dorkarta check --format gitlab --base "$$BASE" > request/codequality.json

diff-markdown: $(READY) # What a request changes since BASE, in words
	@mkdir -p request
	@$(BIN)/dorkarta diff "$$BASE" --format markdown --out request/diff.md

preview: $(READY) # The site of a request
	@$(BIN)/dorkarta build --as-of "$$AS_OF" --out request/site

comment: # Write what a request changes under it; needs no more than Python
	@$(PYTHON) scripts/forge/comment.py request/diff.md

nightly: $(READY) ## Собрать сайт дня: AS_OF=дата OUT=папка PREVIOUS=manifest.json опубликованного сайта
	@$(BIN)/dorkarta build --as-of "$$AS_OF" --out "$$OUT" --compress $${PREVIOUS:+--previous "$$PREVIOUS"}
	@cd "$$OUT" && sha256sum --check --quiet SHA256SUMS

fix-check: $(READY)
	@$(BIN)/dorkarta fix --check

lock: ## Обновить requirements.lock
	@uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --universal \
	  --python-version 3.11 --upgrade --quiet --custom-compile-command "make lock" -o requirements.lock

clean: ## Удалить всё собранное
	rm -rf $(VENV) .cache site .site.* request .mypy_cache .ruff_cache .pytest_cache .hypothesis scripts/*.egg-info

$(READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
