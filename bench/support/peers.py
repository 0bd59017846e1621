"""Other secret scanners: run where they are laid out below CORPORA/peers, quoted from recorded.json where not."""
import json
import os
import pathlib
import sys
from dataclasses import dataclass

from support import kit
from support.places import BENCH, corpus_if_there
from support.processes import must, run


@dataclass(frozen=True)
class Peer:
    """A peer that runs on this machine."""

    name: str
    tool: str

    def scan(self, corpus: pathlib.Path, scratch: pathlib.Path) -> pathlib.Path:
        """Scans `cases` of a corpus; the SARIF file of what was found."""
        native, command, environment = scratch / f"{self.tool}.json", *_COMMANDS[self.tool]()
        cost = must(run(command, cwd=corpus, limit=900, environment=environment, keep_out=True), self.name, 0, 1)
        native.write_text(cost.out)
        return kit.to_sarif(self.tool, native, scratch / f"{self.tool}.sarif")


def recorded() -> list[dict]:
    """The figures of recorded.json."""
    return json.loads((BENCH / "recorded.json").read_text())["peers"]


def here() -> list[Peer]:
    """The peers that run here."""
    peers = []
    if manifest := corpus_if_there("peers/secretlint/node_modules/secretlint/package.json"):
        peers.append(Peer(f"secretlint {json.loads(manifest.read_text())['version']}", "secretlint"))
    if corpus_if_there("peers/detect-secrets/source/detect_secrets"):
        peers.append(Peer("detect-secrets", "detect-secrets"))
    return peers


def _secretlint() -> tuple[list, dict]:
    home = corpus_if_there("peers/secretlint")
    return ["node", home / "node_modules/.bin/secretlint", "--secretlintrc", home / ".secretlintrc.json", "--format", "json", "cases/**/*"], {}


def _detect_secrets() -> tuple[list, dict]:
    source = corpus_if_there("peers/detect-secrets/source")
    python = os.environ.get("PEER_PYTHON", sys.executable)
    return [python, "-m", "detect_secrets", "scan", "--no-verify", "--all-files", "cases"], {"PYTHONPATH": str(source)}


_COMMANDS = {"secretlint": _secretlint, "detect-secrets": _detect_secrets}
