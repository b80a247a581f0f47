"""How long a window takes from its start to its first text on the screen, and how much memory it has at most.

The screen is Xvfb's, whose picture lies in a file: it is looked at from outside, so no program has to help.
"""
import mmap
import os
import signal
import struct
import subprocess
import tempfile
import time

TEXT_HAS_COLOURS = 12  # a blank window has two or three; smoothed letters have many


class Screen:
    def __init__(self, number):
        self.folder = tempfile.TemporaryDirectory()
        self.name = f":{number}"
        self.server = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-fbdir", self.folder.name],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        picture = os.path.join(self.folder.name, "Xvfb_screen0")
        until = time.monotonic() + 10
        while not (os.path.exists(picture) and os.path.exists(f"/tmp/.X11-unix/X{number}")):
            if time.monotonic() > until:
                raise SystemExit("Xvfb did not start")
            time.sleep(0.05)
        file = open(picture, "rb")
        self.pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.pixels[:100])
        self.start, self.line = header[0] + 12 * header[19], header[12]

    def colours(self):
        seen = set()
        for row in range(0, 768, 6):
            at = self.start + row * self.line
            seen.update(memoryview(self.pixels[at:at + 1366 * 4]).cast("I"))
        return len(seen)

    def close(self):
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()


def memory(group):
    """Proportional memory of every process of the group, in MiB."""
    total = 0
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.getpgid(int(process)) == group:
                with open(f"/proc/{process}/smaps_rollup") as file:
                    total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return total / 1024


def start(command, number):
    """(seconds to the first text, peak memory in MiB) of one start."""
    screen = Screen(number)
    environment = {**os.environ, "DISPLAY": screen.name, "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "LANG": "vi_VN.UTF-8"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment.pop("WAYLAND_DISPLAY", None)
    began = time.monotonic()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while screen.colours() < TEXT_HAS_COLOURS:
            if time.monotonic() - began > 60:
                raise SystemExit(f"{command[0]}: no text on the screen after a minute")
            time.sleep(0.005)
        painted = time.monotonic() - began
        peak = 0
        while time.monotonic() - began < painted + 3:
            peak = max(peak, memory(program.pid))
            time.sleep(0.2)
        return painted, peak
    finally:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        screen.close()
