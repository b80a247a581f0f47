# Sổ Vàng.  `make app` opens the program; `make test` runs every check there is.
# Each target first installs what this computer lacks (scripts/needs) and says so. The build cache lies outside the clone.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := app
.PHONY: app test page-sound core-sound check types bench package guide soak windows-check windows-installer

export SOVANG_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/so-vang
export CARGO_TARGET_DIR ?= $(SOVANG_CACHE)/target
export PATH := $(SOVANG_CACHE)/tools/bin:$(PATH)
# The built programs that the window, page and batch tests start.
export SOVANG_APP := $(CARGO_TARGET_DIR)/debug/so-vang
export SOVANG_DESK := $(CARGO_TARGET_DIR)/debug/desk

NPM := npm --prefix ui run --silent
# A screen for the window tests; no session bus, or a second window would only raise the first one.
SCREEN := env -u DBUS_SESSION_BUS_ADDRESS LANG=C.UTF-8 xvfb-run -a -s "-screen 0 1366x900x24 -nolisten tcp"

# The page, built when one of its files is newer than what was built last.
PAGE := ui/dist/index.html
$(PAGE): ui/index.html ui/package-lock.json ui/vite.config.ts $(shell find ui/src -type f)
	scripts/needs page
	$(NPM) build

# Opens the window; on a computer without a display the same page is served to a browser on this computer.
app: $(PAGE)
	scripts/needs app
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	cargo build --locked --bin so-vang
	"$(SOVANG_APP)"
else
	@echo "There is no display here, so no window: the address below is for a browser on this computer. Ctrl+C ends it."
	cargo build --locked --bin desk
	"$(SOVANG_DESK)" serve
endif

# Everything: what must be true before a change is kept. .ci/run calls this.
test: $(PAGE)
	scripts/needs test
	cargo fmt --all --check
	cargo deny --log-level error check licenses bans sources
	$(MAKE) -j 2 page-sound core-sound
	"$(SOVANG_DESK)" types | diff -u ui/src/door.gen.ts -
	$(NPM) test
	$(NPM) e2e
	$(SCREEN) cargo test --locked
	git diff --exit-code -- Cargo.lock Cargo.toml ui/package-lock.json

# Two halves of `test` that take one processor each.
page-sound:
	$(NPM) check

core-sound:
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo build --locked --bins

# The quick half: format, lints, types, unit tests.
check:
	scripts/needs test
	cargo fmt --all --check
	cargo clippy --locked --all-targets -- -D warnings
	$(NPM) check
	cargo test --locked --lib

# The page's types, from the core's list of commands.
types:
	cargo build --locked --bins
	"$(SOVANG_DESK)" types > ui/src/door.gen.ts

# The tests that repeat themselves under a seed, many times over (hours).
soak:
	scripts/needs test
	cargo build --locked --bins
	SOVANG_TIMES=$(or $(TIMES),10000) $(SCREEN) cargo test --locked --test '*'

# Ratios against other programs on this computer; the last results stay in bench/results.md.
bench: $(PAGE)
	scripts/needs bench
	cargo build --locked --profile measured -p so-vang -p desk -p bench -p empty-window
	bench/run

# The Debian package.
package:
	scripts/needs package
	$(NPM) tauri -- build --bundles deb
	@ls "$(CARGO_TARGET_DIR)"/release/bundle/deb/*.deb

# The pictures of the user guide, taken from the real page with the sample district.
guide: $(PAGE)
	scripts/needs test
	cargo build --locked --bins
	node scripts/guide.mjs docs/huong-dan/anh

# The core's tests under Wine, and the window program type-checked and linked, for Windows.
windows-check: $(PAGE)
	scripts/windows-cross.sh test --locked -p office -p press -p so-vang

# A setup.exe, installed, tried and removed again under Wine.
windows-installer: $(PAGE)
	scripts/windows-cross.sh installer
