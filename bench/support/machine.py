"""One line about the machine a figure comes from."""
import os
import pathlib
import platform
import re
import subprocess

from support.places import REPOSITORY


def line() -> str:
    """Processor, memory, kernel, runtime, load and commit; no names or paths."""
    kilobytes = int(_first("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0)
    return ", ".join([
        _first("/proc/cpuinfo", r"model name\s*:\s*(.+)") or platform.machine(),
        f"{os.cpu_count()} cores",
        f"{kilobytes / 1024 ** 2:.0f} GB",
        f"{platform.system()} {platform.release().split('-')[0]}",
        f".NET {_said('dotnet', '--version')}",
        f"load {os.getloadavg()[0]:.1f}",
        f"commit {_said('git', '-C', str(REPOSITORY), 'describe', '--always', '--dirty')}",
    ])


def _first(file: str, pattern: str) -> str | None:
    try:
        found = re.search(pattern, pathlib.Path(file).read_text())
    except OSError:
        return None
    return found.group(1).strip() if found else None


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return "unknown"
