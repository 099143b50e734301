"""A crash leaves nothing of what was in memory on the disk (R51)."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("dumps as Linux makes them", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Quagmire-Featherstone"
CRASH = """
import os, sys
sys.path.insert(0, {root!r})
from app.store import no_dumps
{forbid}
secret = "-".join(["Quagmire", "Featherstone"]) * 1000
print(open("/proc/self/limits").read().split("Max core file size")[1].split()[0])
print(open("/proc/self/coredump_filter").read().strip())
print(os.access("/proc/self/environ", os.R_OK))
sys.stdout.flush()
os.abort()
"""


def crash(place, forbid):
    """A process that holds a secret and aborts, where dumps are allowed; what it says of itself."""

    def allow():
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    if hard != resource.RLIM_INFINITY:
        pytest.skip("dumps are forbidden here already")
    done = subprocess.run(
        [sys.executable, "-c", CRASH.format(root=str(ROOT), forbid=forbid)],
        cwd=place, preexec_fn=allow, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGABRT, done.stderr
    return done.stdout.split()


def dumped(place):
    return [path.name for path in place.iterdir()]


def test_an_abort_leaves_no_dump(tmp_path):
    for _ in range(10):
        limit, parts, visible = crash(tmp_path, "no_dumps.forbid()")
        assert (limit, int(parts, 16), visible) == ("0", 0, "True")
    assert dumped(tmp_path) == []


def test_without_it_there_would_be_one(tmp_path):
    """The sabotage twin."""
    limit, parts, _ = crash(tmp_path, "")
    assert limit == "unlimited"
    assert int(parts, 16) != 0
    pattern = Path("/proc/sys/kernel/core_pattern").read_text("ascii").strip()
    if not pattern.startswith(("|", "/")):
        (core,) = tmp_path.iterdir()
        assert SECRET.encode() in core.read_bytes()


@pytest.mark.parametrize("arguments", [["--store", "STORE", "check"], ["--reading-child"]])
def test_the_program_forbids_it_first(tmp_path, arguments):
    arguments = [str(tmp_path / "s") if word == "STORE" else word for word in arguments]
    look = (
        f"import sys, resource; sys.argv[1:] = {arguments!r}\n"
        "from app import __main__ as program\n"
        "from app.interchange import child\n"
        "child.run = lambda: None\n"
        "program.main()\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
        "assert int(open('/proc/self/coredump_filter').read(), 16) == 0\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
