"""Sets everything up on a fresh machine, then runs the program, its tests or its benchmarks.

Standard library only: this is the first thing that runs. It finds a Python that is new enough, installs missing
system libraries where it may (or prints the one line that would), makes the virtual environment `.venv`, installs
pinned and hash-checked packages into it, compiles the translations, and hands over.

    python3 packaging/bootstrap.py run [ARGUMENTS OF THE PROGRAM…]
    python3 packaging/bootstrap.py test [ARGUMENTS OF PYTEST…]
    python3 packaging/bootstrap.py bench [ARGUMENTS OF THE BENCHMARKS…]
    python3 packaging/bootstrap.py faults [ARGUMENTS OF PYTEST…]
"""

from __future__ import annotations

import ctypes
import glob
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "packaging" / "requirements"
TRANSLATIONS = ROOT / "translations"
OLDEST, NEWEST = (3, 11), (3, 14)

# What Qt opens at run time and no Python package brings: library -> Debian and Ubuntu package.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# What makes the program better and is not needed: places of which one must have a file -> package.
WISHES = {
    ("/usr/lib/*/libenchant-2.so.2", "/usr/lib*/libenchant-2.so.2"): "libenchant-2-2",
    ("/usr/share/hunspell/*.dic", "/usr/share/myspell/*.dic"): "hunspell-en-us",
}
# What the tests start besides: program -> package.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xwininfo": "x11-utils",
    "xev": "x11-utils",
    "xprop": "x11-utils",
    "import": "imagemagick",
    "compare": "imagemagick",
    "openbox": "openbox",
    "strace": "strace",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "gcc": "gcc",
    "gencat": "libc6-dev",  # it comes with the headers, which gcc alone does not bring
}


def main(arguments: list[str]) -> int:
    """Prepare for the asked-for job and do it; returns its exit code."""
    if not arguments or arguments[0] not in ("run", "test", "bench", "faults"):
        say((__doc__ or "").strip())
        return 2
    job, rest = arguments[0], arguments[1:]
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return in_another_python(arguments)
    if sys.platform.startswith("linux") and not system_ready(for_tests=job != "run"):
        return 1
    python = environment(ROOT / ".venv", "runtime" if job == "run" else "development", Path(sys.executable))
    if python is None or not translations_ready(python):
        return 1
    if job == "run":
        return call(python, "-m", "trustjournal", *rest)
    if job == "bench":
        return call(python, "-m", "benchmarks", *rest)
    if job == "faults":
        return call(python, "-m", "tests.faults", *rest)
    if rest:
        return call(python, "-m", "pytest", *rest)
    return every_check(python)


def every_check(python: Path) -> int:
    """Lint, types, walls and tests on this Python; then the tests that need no window on the newest other one here."""
    for step in (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
    ):
        say(f"== {' '.join(step)}")
        code = call(python, "-m", *step)
        if code:
            return code
    code = every_test(python)
    if code:
        return code
    other = newest_other_python()
    if other is None:
        say(f"== no Python newer than {sys.version_info[0]}.{sys.version_info[1]} on this machine: tried on one only")
        return 0
    second = environment(ROOT / f".venv-{other.name}", "development", other)
    if second is None:
        return 1
    say(f"== pytest on {other.name}, all but the journeys through real windows")
    return call(second, "-m", "pytest", "-q", "--ignore=tests/journeys", "--ignore=tests/privacy")


def every_test(python: Path) -> int:
    """All tests, those of windows beside the others: two cores need little more than half the time of one."""
    say("== pytest -q tests/ui, and beside it pytest -q --ignore=tests/ui")
    windows = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui"]
    with tempfile.TemporaryFile() as said, subprocess.Popen(windows, cwd=ROOT, stdout=said, stderr=said) as beside:
        code = call(python, "-m", "pytest", "-q", "--ignore=tests/ui")
        code_beside = beside.wait()
        said.seek(0)
        say(said.read().decode("utf-8", "replace"))
    return code or code_beside


def environment(folder: Path, requirements: str, interpreter: Path) -> Path | None:
    """A virtual environment in `folder` that holds exactly the pinned packages; its interpreter, or None on failure."""
    wanted = REQUIREMENTS / f"{requirements}.txt"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = folder / "installed-from"
    # The development file holds the runtime packages too, at the same versions: it serves both.
    stamps = {name: stamp(REQUIREMENTS / f"{name}.txt") for name in {requirements, "development"}}
    if python.exists() and mark.exists() and mark.read_text() in stamps.values():
        return python
    say(f"== setting up {folder.name} (once; pinned packages with checked hashes)")
    made = call(interpreter, "-m", "venv", "--clear", str(folder))
    if made:
        say("Python could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv")
        return None
    installed = call(
        python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--require-hashes", "--only-binary", ":all:", "-r", str(wanted),
    )  # fmt: skip
    if installed:
        say("The packages could not be installed. Is the package index in reach? Try the same command again.")
        return None
    mark.write_text(stamp(wanted))
    return python


def translations_ready(python: Path) -> bool:
    """Compile each translation that changed since it was last compiled; whether all are ready to be used."""
    compiler = python.with_name("pyside6-lrelease.exe" if os.name == "nt" else "pyside6-lrelease")
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        if call(compiler, "-silent", str(source), "-qm", str(compiled)):
            say(f"{source.relative_to(ROOT)} could not be compiled.")
            return False
    return True


def stamp(requirements: Path) -> str:
    """A short name for the exact content of a requirements file."""
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def system_ready(*, for_tests: bool) -> bool:
    """Whether the system libraries are here; installs them where this user may, or prints the line that would."""
    packages = [package for library, package in LIBRARIES.items() if not can_load(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if for_tests:
        packages += dict.fromkeys(
            package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None
        )
    if not packages:
        try_wishes()
        return True
    apt = shutil.which("apt-get")
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if apt is None:
        say("Some system libraries that Qt needs are missing. Install what your system calls: " + ", ".join(packages))
        return True  # other systems name and place them in other ways: let the program say what it finds
    prefix: list[str] = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and (shutil.which("sudo") is None or call_quietly("sudo", "-n", "true")):
        say("Some system libraries are missing. This line installs them; then run the same command again:")
        say("  sudo " + " ".join(line))
        return False
    say("== installing system libraries: " + " ".join(packages))
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*line, "-qq"]):
        if subprocess.call([*prefix, *command], stdout=subprocess.DEVNULL, env=surroundings):
            say("They could not be installed. The line that was tried: " + " ".join([*prefix, *command]))
            return False
    try_wishes()
    return True


def try_wishes() -> None:
    """At the first start, install what is only wished for; where that may not be, say how, and go on."""
    wishes = [package for places, package in WISHES.items() if not any(map(glob.glob, places))]
    if not wishes or (ROOT / ".venv").exists() or shutil.which("apt-get") is None:
        return
    line = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wishes]
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and (shutil.which("sudo") is None or call_quietly("sudo", "-n", "true")):
        say("To have spelling checked in English too, this line installs a dictionary: sudo " + " ".join(line))
    elif call_quietly(*prefix, *line) and (call_quietly(*prefix, "apt-get", "update") or call_quietly(*prefix, *line)):
        say("No dictionary could be installed, so spelling will not be checked. Tried: " + " ".join([*prefix, *line]))


def can_load(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def in_another_python(arguments: list[str]) -> int:
    """Do it all in a Python of a version that fits, where one is on the path."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and not call_quietly(found, "-c", "import ensurepip"):
            return call(Path(found), __file__, *arguments)
    oldest, newest = (".".join(map(str, version)) for version in (OLDEST, NEWEST))
    say(f"TrustJournal needs Python {oldest} to {newest}; this one is {sys.version.split()[0]}.")
    return 1


def newest_other_python() -> Path | None:
    """The newest Python on this machine that is newer than this one and that the program supports."""
    places = [Path(found) for minor in range(NEWEST[1], OLDEST[1], -1) if (found := shutil.which(f"python3.{minor}"))]
    places += sorted(
        Path.home().glob(".pyenv/versions/3.*/bin/python3.*[0-9]"), key=lambda path: path.name, reverse=True
    )
    for place in places:
        version = tuple(int(number) for number in place.name.removeprefix("python").split("."))
        if sys.version_info[:2] < version <= NEWEST and not call_quietly(str(place), "-c", "import ensurepip, ssl"):
            return place
    return None


def call(program: Path, *arguments: str) -> int:
    """Run something from the top of the project and return its exit code; Ctrl+C ends it, not us first."""
    with subprocess.Popen([str(program), *arguments], cwd=ROOT) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def call_quietly(*command: str) -> int:
    """Run something only to learn whether it works."""
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return 1


def say(line: str) -> None:
    """One line to the person in the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
