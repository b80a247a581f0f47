#!/usr/bin/env bash
# Checks, tests and packs the program for Windows on Debian 12, as root, in the top folder. A Rust of its own: rustup's stays as it is.
#   windows-cross.sh cargo ARGS…   cargo for x86_64-pc-windows-gnu (check, clippy, build, …)
#   windows-cross.sh test ARGS…    cargo test, the test programs run under Wine
#   windows-cross.sh installer     the installer, tried under Wine: install, self-test, a newer version over it, uninstall
#   windows-cross.sh wine EXE ARGS…
# Not to be had here: WebView2, so no window is ever seen; that is for a real Windows.
set -euo pipefail
GNU=x86_64-pc-windows-gnu
CACHE=${SOVANG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/so-vang}/windows
OUT=$CACHE/target
export WINEPREFIX=$CACHE/wine WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} TZ=${TZ:-Asia/Ho_Chi_Minh}
export LC_ALL=C.UTF-8                 # without UTF-8 Wine makes no files with Vietnamese names
export WINEPATH=$OUT/$GNU/debug       # where tauri-build puts WebView2Loader.dll

say() { echo "[windows] $*"; }

packages() {
  local package missing=()
  for package in rustc-web cargo-web rust-web-src rust-web-clippy gcc gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix \
    nsis wine wine64 perl make python3; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing Debian packages: ${missing[*]}"
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Debian has no Rust library for Windows: made once out of the source package of the very same compiler.
library() {
  local lib=/usr/lib/rustlib/$GNU/lib compiler release hash source work
  compiler=$(/usr/bin/rustc -vV | sha256sum | cut -c1-16)
  [ "$(cat "$lib/.built-by" 2>/dev/null || true)" = "$compiler" ] && return 0
  say "Building Rust's library for Windows (once, some minutes)"
  release=$(/usr/bin/rustc -vV | sed -n 's/^release: //p')
  hash=$(/usr/bin/rustc -vV | sed -n 's/^commit-hash: //p')
  source=/usr/src/rustc-$release/library
  [ -f "$source/sysroot/Cargo.toml" ] || { say "rust-web-src does not match rustc-web $release" >&2; exit 1; }
  work=$(mktemp -d)
  (cd "$source" && env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$work" \
    RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes --remap-path-prefix=$source=/rustc/$hash/library" \
    /usr/bin/cargo build --locked --manifest-path sysroot/Cargo.toml --profile dist --features panic-unwind,backtrace --target $GNU)
  rm -rf "$lib"
  mkdir -p "$lib"
  cp "$work/$GNU"/dist/deps/*.rlib "$lib/"
  rm -f "$lib"/libsysroot-*
  echo "$compiler" >"$lib/.built-by"
  rm -rf "$work"
}

prefix() {
  [ -f "$WINEPREFIX/.ready" ] && return 0
  say "Setting up Wine"
  mkdir -p "$CACHE"
  rm -rf "$WINEPREFIX"
  WINEDLLOVERRIDES='mscoree=;mshtml=' wine wineboot -i >/dev/null 2>&1 || true
  # Debian 12's Wine lacks a library that Rust takes its random numbers from: a stand-in, in this prefix only.
  cat >"$CACHE/bcryptprimitives.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE at, SIZE_T left) {
  while (left) {
    ULONG part = left > 0x10000 ? 0x10000 : (ULONG)left;
    if (!SystemFunction036(at, part)) return FALSE;
    at += part;
    left -= part;
  }
  return TRUE;
}
C
  x86_64-w64-mingw32-gcc -O2 -s -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$CACHE/bcryptprimitives.c" -ladvapi32
  wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1   # Wine 8 says that it is Windows 7
  touch "$WINEPREFIX/.ready"
}

windows_cargo() {
  env -u RUSTUP_TOOLCHAIN PATH="/usr/bin:/bin:$PATH" RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc CARGO_TARGET_DIR="$OUT" \
    CARGO_BUILD_TARGET=$GNU CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine /usr/bin/cargo "$@"
}

version() { sed -n 's/^ *"version": "\(.*\)",$/\1/p' tauri.conf.json; }

newer() { local now; now=$(version); echo "${now%.*}.$((${now##*.} + 1))"; }

installed_version() {
  wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\vn.sovang.app' /v DisplayVersion 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' || true
}

# Installs, runs, installs the newer one over it and uninstalls, as a person would, under Wine.
try_installers() { # OLD NEW
  local users=$WINEPREFIX/drive_c/users program kept
  kept=$(echo "$users"/*/AppData/Roaming | head -n 1)/vn.sovang.app
  mkdir -p "$kept"
  echo "của cơ quan" >"$kept/office.txt"
  wine "$1" /S
  program=$(echo "$users"/*/AppData/Local/Programs/"So Vang"/so-vang.exe)
  [ -f "$program" ] || { say "the program was not installed"; exit 1; }
  [ "$(installed_version)" = "$(version)" ] || { say "Windows was told another version"; exit 1; }
  say "installed $(installed_version); running its self-test"
  wine "$program" --self-test
  wine "$2" /S
  [ "$(installed_version)" = "$(newer)" ] || { say "the newer version did not replace the older one"; exit 1; }
  say "installed $(installed_version) over it; running its self-test"
  wine "$program" --self-test
  wine "$(dirname "$program")/uninstall.exe" /S
  for _ in $(seq 60); do [ -e "$program" ] || break; sleep 1; done   # the uninstaller goes on as a copy of itself
  [ ! -e "$program" ] && [ -z "$(installed_version)" ] || { say "the program was not removed"; exit 1; }
  [ "$(cat "$kept/office.txt")" = "của cơ quan" ] || { say "the office's data did not survive"; exit 1; }
  rm -rf "$kept"
  say "removed again; the office's data is still there"
}

installer() {
  local folder=$CACHE/installer setup
  setup=$CACHE/so-vang-$(version)-setup.exe
  windows_cargo build --locked --release -p so-vang
  mkdir -p "$folder"
  cp "$OUT/$GNU"/release/so-vang.exe "$OUT/$GNU"/release/WebView2Loader.dll "$folder/"
  scripts/installer.sh "$folder" "$(version)" "$setup"
  scripts/installer.sh "$folder" "$(newer)" "$CACHE/newer-setup.exe"
  try_installers "$setup" "$CACHE/newer-setup.exe"
  ls "$folder"/MicrosoftEdgeWebView2RuntimeInstaller*.exe >/dev/null 2>&1 ||
    say "WebView2 is not inside: put Microsoft's offline installer into $folder and run this again, or hand it out beside the setup"
  say "The installer: $setup"
}

case ${1:-} in
  cargo) shift; packages; library; windows_cargo "$@" ;;
  test) shift; packages; library; prefix; windows_cargo test "$@" ;;
  installer) packages; library; prefix; installer ;;
  wine) shift; packages; prefix; exec wine "$@" ;;
  *) sed -n '2,7p' "$0"; exit 2 ;;
esac
