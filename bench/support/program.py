"""The Sallyport that is measured."""
import os
import pathlib
import subprocess

from support.failure import Failure
from support.places import REPOSITORY
from support.processes import Cost, must, run


def path() -> pathlib.Path:
    """The executable: SALLYPORT, or what this repository builds. The launcher is left out of timings: it is a shell script of its own."""
    given = os.environ.get("SALLYPORT")
    if given:
        return pathlib.Path(given).resolve()
    if subprocess.run([REPOSITORY / "sallyport", "--version"], stdout=subprocess.DEVNULL).returncode != 0:
        raise Failure("the build failed", "run ./sallyport --version")
    return REPOSITORY / "artifacts/bin/Sallyport.Cli/release/sallyport"


def scan_to_sarif(program: pathlib.Path, folder: pathlib.Path, what: str, sarif: pathlib.Path, limit: float = 900) -> Cost:
    """Scans `what` inside `folder` for secrets into a SARIF file."""
    cost = run([program, "scan", what, "--only", "secrets", "--no-ignore", "--output", f"sarif={sarif}"], cwd=folder, limit=limit)
    must(cost, "the scan", 0, 1)
    if not sarif.is_file():
        raise Failure("the scan wrote no SARIF file", "does this build know `--output sarif=FILE`?")
    return cost
