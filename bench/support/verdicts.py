"""A person's verdicts on findings in public repositories: bench/wild-verdicts.tsv."""
import pathlib
from dataclasses import dataclass

from support.failure import Failure
from support.places import BENCH
from support.sarif import Result

FILE = BENCH / "wild-verdicts.tsv"
HEAD = ["repository", "path", "rule", "fingerprint", "verdict", "reason"]
WORDS = ["right", "wrong", "?"]


@dataclass(frozen=True)
class Verdict:
    """Whether a finding was right, and why a person says so; `?` until one has looked."""

    word: str
    reason: str


def load() -> dict[tuple, Verdict]:
    """Verdicts by what identifies a finding."""
    known = {}
    for number, line in enumerate(FILE.read_text().splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(HEAD) or cells[4] not in WORDS or (cells[4] != "?" and not cells[5]):
            raise Failure(f"{FILE.name}:{number} is no verdict", f"{len(HEAD)} cells between tabs: {', '.join(HEAD)}; the verdict is right, wrong or ?, with a reason")
        known[tuple(cells[:4])] = Verdict(cells[4], cells[5])
    return known


def key(repository: pathlib.Path, result: Result) -> tuple:
    """What identifies a finding when lines have moved."""
    return (repository.name, result.path, result.rule, result.fingerprint)


def add(keys: list[tuple]) -> None:
    """Appends findings that wait for a verdict."""
    with FILE.open("a") as file:
        for one in keys:
            file.write("\t".join([*one, "?", ""]) + "\n")
