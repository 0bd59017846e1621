"""Where things lie: the repository, the corpora, the measuring kit, and room for scratch files."""
import contextlib
import os
import pathlib
import shutil
import tempfile

from support.failure import Failure

BENCH = pathlib.Path(__file__).resolve().parent.parent
REPOSITORY = BENCH.parent
RESULTS = BENCH / "results"


def corpus(*parts: str) -> pathlib.Path:
    """A folder or file below CORPORA that must be there."""
    place = _corpora().joinpath(*parts)
    if not place.exists():
        raise Failure(f"`{'/'.join(parts)}` is not laid out below CORPORA", "bench/README.md says how; CORPORA=folder names another place")
    return place


def corpus_if_there(*parts: str) -> pathlib.Path | None:
    """The same, or None when it is not laid out."""
    place = _corpora().joinpath(*parts)
    return place if place.exists() else None


def kit(script: str) -> pathlib.Path:
    """A script of the measuring kit: from MEASURE, from beside the repository, or our copy."""
    given = os.environ.get("MEASURE")
    for folder in [pathlib.Path(given)] if given else [REPOSITORY.parent / "shared/measure", BENCH / "measure"]:
        if (folder / script).is_file():
            return folder / script
    raise Failure(f"the measuring kit has no `{script}`", "unset MEASURE to use bench/measure")


@contextlib.contextmanager
def scratch():
    """A folder that is gone afterwards."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sallyport-bench-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _corpora() -> pathlib.Path:
    return pathlib.Path(os.environ.get("CORPORA", REPOSITORY.parent / "corpora")).resolve()
