"""Runs one of the repository's own tests at a larger size and reads the figures that it writes."""
import json
import os
import pathlib
import subprocess
import tempfile

from support.failure import Failure
from support.places import REPOSITORY


def measured(project: str, method: str, **environment: str) -> dict:
    """The figures of the tests whose full name matches; an empty dict when they write none. Failing tests are a failure."""
    program = REPOSITORY / f"artifacts/bin/{project}/release/{project}"
    built = subprocess.run(["dotnet", "build", REPOSITORY / f"tests/{project}", "-c", "Release", "--nologo", "-v", "quiet"], stdout=subprocess.DEVNULL)
    if built.returncode != 0:
        raise Failure(f"{project} was not built", f"run dotnet build tests/{project} -c Release")
    with tempfile.TemporaryDirectory() as room:
        result = pathlib.Path(room) / "result.json"
        done = subprocess.run([program, "--filter-method", method, "--no-progress"], env={**os.environ, **environment, "SALLYPORT_RESULT": str(result)}, capture_output=True, text=True)
        figures = json.loads(result.read_text()) if result.exists() else {}
        if done.returncode != 0 and not figures:
            raise Failure(f"{method} failed: {done.stdout[-600:]}", f"run {program} --filter-method '{method}'")
        return figures
