"""A scan of one small file beside an empty .NET program, and how many methods it has compiled.

Needs the .NET SDK; nothing else.
"""
import collections
import pathlib
import re

from support import program
from support.places import scratch
from support.processes import interleave, least, median, must, run
from support.table import Report

PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>
"""


def add_options(parser) -> None:
    parser.add_argument("--rounds", type=int, default=25, help="rounds of the interleaved comparison (default 25)")
    parser.add_argument("--detail", action="store_true", help="print which namespaces the compiled methods come from")


def measure(options) -> Report:
    sallyport, report = program.path(), Report()
    with scratch() as room:
        empty = _build_empty(room / "empty")
        file = room / "tree" / "settings.py"
        file.parent.mkdir()
        file.write_text("debug = False\nname = 'example'\n" * 20)
        commands = {"scan": [sallyport, "scan", file.parent], "empty": [empty]}
        costs = interleave({name: lambda name=name: must(run(commands[name], cwd=file.parent), name) for name in commands}, options.rounds)
        compiled = {name: _compiled(command, room / f"{name}.jit") for name, command in commands.items()}
    report.at_most("scan of one small file, more than an empty program, medians", "", 80, 1000 * (median(costs["scan"]) - median(costs["empty"])), "{:.0f} ms")
    report.tell("the same, shortest", f"{1000 * (least(costs['scan']) - least(costs['empty'])):.0f} ms")
    report.tell("milliseconds, median: scan, empty", ", ".join(f"{1000 * median(costs[n]):.0f}" for n in ["scan", "empty"]))
    report.tell("methods compiled: scan, empty", ", ".join(str(sum(compiled[n].values())) for n in ["scan", "empty"]))
    if options.detail:
        report.tables.append(("Methods compiled by the scan", [["namespace", "methods"]] + [[name, str(n)] for name, n in compiled["scan"].most_common(20)]))
    return report


def _build_empty(folder: pathlib.Path) -> pathlib.Path:
    folder.mkdir()
    (folder / "empty.csproj").write_text(PROJECT)
    (folder / "Program.cs").write_text("return 0;\n")
    must(run(["dotnet", "build", "-c", "Release", "--nologo", "-v", "quiet", "-o", folder / "out"], cwd=folder, keep_out=True), "the build of the empty program")
    return folder / "out/empty"


def _compiled(command: list, log: pathlib.Path) -> collections.Counter:
    """Namespaces of the methods that the runtime says it compiled, without what it compiled a second time once it was hot."""
    must(run(command, environment={"DOTNET_JitStdOutFile": str(log), "DOTNET_JitDisasmSummary": "1"}), "the run that lists compiled methods")
    names = re.findall(r"^ *\d+: JIT compiled ([^\[(]+)\S* .*\[(?!Tier1)", log.read_text(), re.MULTILINE) if log.exists() else []
    return collections.Counter(_namespace(name) for name in names)


def _namespace(method: str) -> str:
    owner = method.split(":")[0].split("`")[0].split("[")[0].split("+")[0].rsplit(".", 1)[0]
    return ".".join(owner.split(".")[:3])
