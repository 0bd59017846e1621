"""Every finding of level error in well-known public repositories, and what a person says about each.

Needs CORPORA/wild: a folder a repository. Verdicts stand in bench/wild-verdicts.tsv; --add appends new findings there as `?`.
"""
import collections
import pathlib
import re

from support import program, sarif, verdicts
from support.places import corpus, scratch
from support.processes import must, run
from support.table import Report


def add_options(parser) -> None:
    parser.add_argument("--add", action="store_true", help="append findings without a verdict to bench/wild-verdicts.tsv")
    parser.add_argument("--level", choices=["error", "warning", "note"], default="error", help="list findings of this level (default error)")
    parser.add_argument("--all-files", action="store_true", help="read what .gitignore leaves out, too")


def measure(options) -> Report:
    sallyport, known, counts, new, report = program.path(), verdicts.load(), collections.Counter(), [], Report()
    repositories = sorted(folder for folder in corpus("wild").iterdir() if folder.is_dir())
    cells = [["repository", "error", "warning", "note", "seconds"]]
    with scratch() as room:
        for repository in repositories:
            found = room / "found.sarif"
            extra = ["--no-ignore"] if options.all_files else []
            cost = must(run([sallyport, "scan", ".", *extra, "--output", f"sarif={found}"], cwd=repository), f"the scan of {repository.name}", 0, 1)
            results = [result for result in sarif.results(found) if not result.suppressed]
            levels = collections.Counter(result.level for result in results)
            cells.append([repository.name] + [str(levels[level]) for level in ["error", "warning", "note"]] + [f"{cost.seconds:.1f}"])
            for result in results:
                if result.level == options.level:
                    key = verdicts.key(repository, result)
                    verdict = known.get(key, verdicts.Verdict("?", ""))
                    counts[verdict.word] += 1
                    new += [key] if key not in known else []
                    print(f"{verdict.word:5}  {repository.name}/{result.path}:{result.line}  {result.rule}  {_masked(result.snippet)}  {verdict.reason}")
    if options.add:
        verdicts.add(list(dict.fromkeys(new)))
    report.at_least("repositories", "", 10, len(repositories), "{:.0f}")
    report.tell(f"findings of level {options.level}", str(sum(counts.values())))
    report.tell("right, by a person's verdict", str(counts["right"]))
    report.at_most("wrong, by a person's verdict", "", 0, counts["wrong"], "{:.0f}")
    report.at_most("not looked at yet", "", 0, counts["?"], "{:.0f}")
    report.tables.append(("Findings", cells))
    return report


def _masked(snippet: str) -> str:
    """A line of the snippet. It is masked already; what still looks like a value is masked again."""
    line = " ".join(snippet.split())[:120]
    return re.sub(r"[A-Za-z0-9+/_=-]{12,}", lambda found: found.group()[:4] + "…", line)
