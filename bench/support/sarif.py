"""Reads a SARIF file, and writes it again the way the kit's scorers want it."""
import json
import os
import pathlib
import urllib.parse
from dataclasses import dataclass

LEVELS = {"none": 0, "note": 1, "warning": 2, "error": 3}


@dataclass(frozen=True)
class Result:
    """One finding of a SARIF file."""

    rule: str
    level: str
    path: str
    line: int
    fingerprint: str
    snippet: str
    suppressed: bool


def results(sarif: pathlib.Path) -> list[Result]:
    """All results that have a place in a file."""
    return [_result(result) for run in json.loads(sarif.read_text())["runs"] for result in run.get("results") or [] if result.get("locations")]


def at_least(sarif: pathlib.Path, level: str, to: pathlib.Path, below: str = "cases") -> pathlib.Path:
    """Copies the results of at least a level, without suppressed ones, their paths starting with `below`."""
    document = json.loads(sarif.read_text())
    for run in document["runs"]:
        kept = [r for r in run.get("results") or [] if not r.get("suppressions") and LEVELS[r.get("level", "warning")] >= LEVELS[level]]
        for result in kept:
            place = result["locations"][0]["physicalLocation"]["artifactLocation"]
            place["uri"] = _below(urllib.parse.unquote(place["uri"]), below)
            # A finding inside an archive or a notebook may have no line of its own.
            result["locations"][0]["physicalLocation"].setdefault("region", {}).setdefault("startLine", 1)
        run["results"] = kept
    to.write_text(json.dumps(document))
    return to


def only_in(sarif: pathlib.Path, paths: set[str]) -> pathlib.Path:
    """Drops the results outside the given files."""
    document = json.loads(sarif.read_text())
    for run in document["runs"]:
        run["results"] = [r for r in run["results"] if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] in paths]
    sarif.write_text(json.dumps(document))
    return sarif


def _below(path: str, folder: str) -> str:
    return path if f"{folder}/" in path else os.path.join(folder, path)


def _result(result: dict) -> Result:
    place = result["locations"][0]["physicalLocation"]
    region = place.get("region", {})
    prints = result.get("partialFingerprints") or {}
    return Result(
        result.get("ruleId", "?"), result.get("level", "warning"), urllib.parse.unquote(place["artifactLocation"]["uri"]),
        region.get("startLine", 1), next(iter(prints.values()), ""), region.get("snippet", {}).get("text", ""), bool(result.get("suppressions")))
