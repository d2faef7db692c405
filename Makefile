# Two commands do everything: `make demo` and `make test`. CMake remains usable alone; see CMakePresets.json.
.PHONY: demo test gallery asan fuzz schema-test browser-test packages npm docs bench format tidy deb install clean

BUILD := build
export OUTMAP_DATA ?= $(abspath ../shared/data)

demo: packages
	cmake --preset release
	cmake --build $(BUILD)/release
	sh samples/demo.sh $(BUILD)/release/outmap demo

# Every diagram of every sample in every theme, on one page to look at before a release.
gallery: packages
	cmake --preset release
	cmake --build $(BUILD)/release
	sh samples/gallery.sh $(BUILD)/release/outmap gallery

test: packages
	cmake --preset dev
	cmake --build $(BUILD)/dev
	ctest --test-dir $(BUILD)/dev --output-on-failure --parallel 2
	$(MAKE) schema-test
	$(MAKE) browser-test

# Address and undefined-behaviour sanitizers over the whole suite, with a third of the random cases of each property
# and without the two tests that only run the program over pictures that others draw too.
asan: packages
	cmake --preset asan
	cmake --build $(BUILD)/asan
	RC_PARAMS=max_success=35 LSAN_OPTIONS=suppressions=$(CURDIR)/tests/support/leaks.txt:print_suppressions=0 ctest --test-dir $(BUILD)/asan --output-on-failure --parallel 2 -E "^(gallery|demo)$$"

# Every reader is fed mutated input for a few seconds, where clang is installed.
fuzz:
	@sh tests/fuzz/run.sh $(BUILD)/fuzz $(or $(SECONDS),5)

# The JSON Schema is held against every sample and every broken map with a validator from npm.
schema-test: npm
	node tests/schema/schema.test.mjs $(BUILD)/dev/outmap

# The reports of the samples are opened in Chromium: clicked, filtered, typed at, printed, and checked for accessibility.
# Pictures are held against what librsvg and Inkscape (where installed) make of them.
browser-test: npm
	node tests/browser/report.test.mjs $(BUILD)/dev/outmap
	node tests/browser/renderers.test.mjs $(BUILD)/dev/outmap

packages:
	@sh tests/support/install_packages.sh packages.txt

npm:
	@cd tests && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --silent; }

# Writes what is generated from tables: docs/commands.md and the field reference in docs/format.md.
docs:
	cmake --preset release && cmake --build $(BUILD)/release
	sh docs/generate.sh $(BUILD)/release/outmap

bench: packages
	cmake --preset bench
	cmake --build $(BUILD)/bench
	sh bench/run.sh $(BUILD)/bench

format:
	cmake --preset dev && cmake --build $(BUILD)/dev --target format

# clang-tidy reads each file alone.
tidy: packages
	cmake --preset dev -B $(BUILD)/tidy -DCMAKE_UNITY_BUILD=OFF -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
	cmake --build $(BUILD)/tidy --target tidy

deb: packages
	cmake --preset release && cmake --build $(BUILD)/release
	cd $(BUILD)/release && cpack

install: packages
	cmake --preset release && cmake --build $(BUILD)/release
	cmake --install $(BUILD)/release

clean:
	rm -rf $(BUILD) demo gallery
