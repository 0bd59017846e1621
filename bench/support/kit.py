"""Runs the measuring kit's generators and scorers."""
import json
import pathlib
import subprocess
import sys
from dataclasses import dataclass

from support import sarif
from support.failure import Failure
from support.places import kit


@dataclass(frozen=True)
class CaseScore:
    """Labelled cases: shares in per cent, at level warning or above where nothing else is said."""

    recall: float
    worst_source: float
    worst_source_name: str
    providers_full: str
    benign: float
    nearmiss: float
    nearmiss_as_error: float


@dataclass(frozen=True)
class SynthScore:
    """Generated carriers, in per cent."""

    plain: float
    hidden: float
    by_carrier: dict[str, float]
    benign: float
    badsum: float
    badsum_as_note: float


@dataclass(frozen=True)
class LineScore:
    """Labelled lines, in per cent."""

    repositories: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0


def generate_synth(folder: pathlib.Path, seed: int) -> None:
    """Writes a fresh set of generated cases."""
    _python("secrets/gen_synth.py", folder, str(seed))


def score_cases(corpus: pathlib.Path, found: pathlib.Path, scratch: pathlib.Path, own: str = "") -> CaseScore:
    """Scores the kit's labelled cases; sources named by `own` are the tool's own samples and left out."""
    labels = corpus / "labels.jsonl"
    sources = sorted({json.loads(line)["source"] for line in labels.open()} - {own})
    everything = _score(labels, found, scratch, "warning", own)
    alone = {s: _score(labels, found, scratch, "warning", ",".join({*sources, own} - {s, ""}))["recall_foreign"] for s in sources}
    alone = {source: recall for source, recall in alone.items() if recall is not None}
    worst = min(alone, key=alone.get)
    return CaseScore(
        100 * everything["recall_foreign"], 100 * alone[worst], worst, f"{everything['providers_full']} of {everything['providers']}",
        100 * everything["fpr_benign"], 100 * everything["fpr_nearmiss"], 100 * _score(labels, found, scratch, "error", own)["fpr_nearmiss"])


def score_synth(corpus: pathlib.Path, found: pathlib.Path, scratch: pathlib.Path) -> SynthScore:
    """Scores generated cases."""
    labels = corpus / "labels.jsonl"
    score = _score(labels, found, scratch, "warning")
    kinds = score["kinds"]
    carriers = {kind.removeprefix("hidden-"): 100 * hit / of for kind, (hit, of) in kinds.items() if kind.startswith("hidden-")}
    return SynthScore(
        _share(kinds, "plain-"), _share(kinds, "hidden-"), carriers, 100 * score["fpr_benign"], 100 * score["fpr_badsum"],
        100 * _score(labels, found, scratch, "note")["fpr_badsum"])


def score_lines(corpus: pathlib.Path, found: pathlib.Path, scratch: pathlib.Path) -> LineScore:
    """Scores CredData's labelled lines, results of at least level warning."""
    labels = corpus / "lines.jsonl"
    out = scratch / "lines.json"
    _python("secrets/score_lines.py", labels, sarif.at_least(found, "warning", scratch / "lines.sarif"), "--json", out)
    score = json.loads(out.read_text())
    repositories = len({json.loads(line)["path"].split("/")[1] for line in labels.open()})
    return LineScore(repositories, 100 * score["precision"], 100 * score["recall"])


def cases_listing(corpus: pathlib.Path, found: pathlib.Path) -> str:
    """What the scorer of cases prints for a person: by source, provider and carrier."""
    placed = sarif.at_least(found, "note", found.with_suffix(".placed"))
    return _python("secrets/score.py", corpus / "labels.jsonl", placed, "--min-level", "warning", "--providers")


def lines_listing(lines: pathlib.Path, found: pathlib.Path) -> str:
    """What the scorer of lines prints for a person: by category, for the files that `lines` names."""
    placed = sarif.at_least(found, "warning", found.with_suffix(".placed"))
    return _python("secrets/score_lines.py", lines, sarif.only_in(placed, {json.loads(line)["path"] for line in lines.open()}))


def to_sarif(tool: str, native: pathlib.Path, to: pathlib.Path) -> pathlib.Path:
    """Turns a peer's own JSON into SARIF."""
    _python("secrets/to_sarif.py", tool, native, to)
    return to


def _score(labels: pathlib.Path, found: pathlib.Path, scratch: pathlib.Path, level: str, own: str = "") -> dict:
    out = scratch / "cases.json"
    placed = sarif.at_least(found, "note", scratch / "cases.sarif")
    _python("secrets/score.py", labels, placed, "--min-level", level, "--own", own, "--json", out)
    return json.loads(out.read_text())


def _share(kinds: dict, prefix: str) -> float:
    chosen = [counts for kind, counts in kinds.items() if kind.startswith(prefix)]
    return 100 * sum(hit for hit, _ in chosen) / sum(of for _, of in chosen)


def _python(script: str, *arguments) -> str:
    done = subprocess.run([sys.executable, kit(script), *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"the kit's {script} failed: {done.stderr.strip()[-400:]}", "is the corpus laid out as bench/README.md says?")
    return done.stdout
