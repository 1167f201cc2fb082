# Each of these sets everything up first; packaging/bootstrap.py says how. `make run ARGS="demo"` passes words on.
PYTHON ?= python3

.PHONY: run test bench faults pins words
run:
	@$(PYTHON) packaging/bootstrap.py run $(ARGS)

test:
	@$(PYTHON) packaging/bootstrap.py test $(ARGS)

bench:
	@$(PYTHON) packaging/bootstrap.py bench $(ARGS)

faults:
	@$(PYTHON) packaging/bootstrap.py faults $(ARGS)

# Renew the pins: needs uv. The files hold versions and hashes, and no address of any index.
pins:
	@uv pip compile pyproject.toml --universal --generate-hashes --no-header --python-version 3.11 --upgrade -q -o packaging/requirements/runtime.txt
	@uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --python-version 3.11 --upgrade -q -o packaging/requirements/development.txt

# Collect the plural forms that need words in English, after adding a "%n" text; then fill in the new ones by hand.
words:
	@cd translations && ../.venv/bin/pyside6-lupdate -no-obsolete -pluralonly -locations none -source-language en_US \
		-target-language en_US -extensions py ../trustjournal -ts trustjournal_en.ts
