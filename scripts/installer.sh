#!/usr/bin/env bash
# scripts/installer.sh FOLDER VERSION SETUP.exe: packs so-vang.exe and what lies beside it in FOLDER into a Windows installer.
# Put Microsoft's MicrosoftEdgeWebView2RuntimeInstallerX64.exe into FOLDER to have it inside, for computers without a network.
set -euo pipefail
[ $# = 3 ] || { sed -n '2,3p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
nsis=${NSIS_DIR:-/usr/share/nsis}
# NSIS brings its Vietnamese words in decomposed letters, which Windows draws badly: composed copies.
"${PYTHON:-python3}" - "$nsis/Contrib/Language files" "$words" <<'P'
import pathlib, sys, unicodedata
for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
    text = pathlib.Path(sys.argv[1], name).read_text(encoding="utf-8-sig")
    pathlib.Path(sys.argv[2], name).write_text(unicodedata.normalize("NFC", text), encoding="utf-8-sig")
P
stub=(-DAMD64)
command -v cygpath >/dev/null && stub=()
local_path() { if command -v cygpath >/dev/null; then cygpath -m "$1"; else echo "$1"; fi; }
makensis -V2 "${stub[@]}" -INPUTCHARSET UTF8 "-DVERSION=$2" "-DSRC=$(local_path "$1")" "-DOUT=$(local_path "$3")" \
  "-DLANGDIR=$(local_path "$words")" "-DICON=$(local_path "$here/../assets/icons/icon.ico")" "$(local_path "$here/installer.nsi")"
