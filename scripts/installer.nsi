; The Windows installer, for whatever builds the program. Called by scripts/installer.sh with VERSION, SRC, OUT and LANGDIR.
; One uninstall key and one folder for every version and every installer: a new version is laid over the old one.
; What the office has entered lies in the roaming application data and is never touched here.
!ifdef AMD64
Target amd64-unicode ; Debian's NSIS has a 64-bit stub, which a 64-bit Wine can run; the usual 32-bit one runs on every Windows
!endif
Unicode true
SetCompressor /SOLID lzma

!define TITLE "Sổ Vàng"
!define EXE "so-vang.exe"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\vn.sovang.app"
!define WEBVIEW2 "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW2_FILES "MicrosoftEdgeWebView2RuntimeInstaller*.exe"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "${TITLE}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\So Vang"
InstallDirRegKey HKCU "${UNKEY}" "InstallLocation"
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài đặt ${TITLE}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "Apache-2.0"
!define MUI_ICON "${ICON}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGDIR}" "Vietnamese"

; A program that runs keeps its file from being opened for writing.
!macro NotRunning un
Function ${un}NotRunning
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    again:
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXE}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Sổ Vàng đang mở. Hãy đóng lại rồi bấm Thử lại." /SD IDCANCEL IDRETRY again
      SetErrorLevel 5
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro NotRunning ""
!insertmacro NotRunning "un."

; $1 becomes the version of WebView2 on this computer, or nothing.
Function FindWebView2
  SetRegView 32
  ReadRegStr $1 HKLM "SOFTWARE\Microsoft\EdgeUpdate\Clients\${WEBVIEW2}" "pv"
  ${If} $1 == ""
    ReadRegStr $1 HKCU "SOFTWARE\Microsoft\EdgeUpdate\Clients\${WEBVIEW2}" "pv"
  ${EndIf}
  SetRegView 64
  ${If} $1 == "0.0.0.0"
    StrCpy $1 ""
  ${EndIf}
FunctionEnd

; Runs Microsoft's own installer found in the folder $2, if there is one.
Function RunWebView2From
  FindFirst $3 $4 "$2\${WEBVIEW2_FILES}"
  ${If} $4 != ""
    DetailPrint "Cài Microsoft Edge WebView2: $4"
    ExecWait '"$2\$4" /silent /install' $0
  ${EndIf}
  FindClose $3
FunctionEnd

; The file lying beside this installer is taken first, then the one packed into it.
Function NeedWebView2
  Call FindWebView2
  ${If} $1 == ""
    StrCpy $2 $EXEDIR
    Call RunWebView2From
    Call FindWebView2
  ${EndIf}
  ${If} $1 == ""
    InitPluginsDir
    SetOutPath "$PLUGINSDIR"
    File /nonfatal "${SRC}/${WEBVIEW2_FILES}"
    StrCpy $2 $PLUGINSDIR
    Call RunWebView2From
    Call FindWebView2
  ${EndIf}
  ${If} $1 == ""
    MessageBox MB_OK|MB_ICONINFORMATION "Máy chưa có Microsoft Edge WebView2. Hãy chép tệp cài WebView2 vào cạnh bộ cài đặt này rồi chạy lại." /SD IDOK
  ${EndIf}
FunctionEnd

Section "Program"
  Call NotRunning
  SetOutPath "$INSTDIR"
  File "${SRC}/${EXE}"
  File /nonfatal "${SRC}/WebView2Loader.dll"
  Call NeedWebView2
  SetOutPath "$INSTDIR"
  CreateShortCut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${EXE}"
  CreateShortCut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${EXE}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${TITLE}"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  Call un.NotRunning
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  DeleteRegKey HKCU "${UNKEY}"
SectionEnd
