"""Agent hooks: milliseconds over HTTP, by the thin client and by the .NET one; golden fixtures; drift on recorded-like sessions.

Needs the .NET SDK, bash and Node; nothing else.
"""
import http.client
import json
import os
import pathlib
import statistics
import subprocess
import time

from support import program
from support.failure import Failure
from support.places import REPOSITORY, scratch
from support.table import Report
from support.tests import measured
from runs.startup import _build_empty


def add_options(parser) -> None:
    parser.add_argument("--rounds", type=int, default=60, help="runs of each client (default 60)")
    parser.add_argument("--requests", type=int, default=400, help="posted events (default 400)")


def measure(options) -> Report:
    report, sallyport = Report(), program.path()
    with scratch() as room:
        _times(options, report, sallyport, room)
    fixtures = sum(len(json.loads(file.read_text())) for file in (REPOSITORY / "tests/Sallyport.Agents.Tests/Fixtures").glob("*.json"))
    passed = measured("Sallyport.Agents.Tests", "*GoldenTests*")
    report.at_least("golden answers: 6 agents × events × 4 decisions and 3 failures", "", 300, fixtures * 7 if passed is not None else 0, "{:.0f}")
    found = planted = alarms = harmless = 0
    for seed in range(1, 6):
        figures = measured("Sallyport.Engine.Tests", "*Planted_changes*", SALLYPORT_SEED=str(seed))
        found, planted = found + figures["found"], planted + figures["planted"]
        alarms, harmless = alarms + figures["alarms"], harmless + figures["harmless"]
    report.at_least(f"drift: planted changes found, of {planted}", "", 95, 100 * found / planted)
    report.at_most(f"drift: false alarms, of {harmless} usual actions", "", 2, 100 * alarms / harmless, "{:.2f} %")
    report.remarks.append("Sessions and planted changes are synthetic: 20 projects × 400 actions × 5 seeds (tests/Sallyport.Engine.Tests/Drift).")
    return report


def _times(options, report: Report, sallyport: pathlib.Path, room: pathlib.Path) -> None:
    home, project = room / "home", room / "project"
    (project / ".git").mkdir(parents=True)
    home.mkdir()
    environment = {**os.environ, "HOME": str(home)}
    for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"]:
        environment.pop(name, None)
    event = json.dumps({"session_id": "s", "cwd": str(project), "hook_event_name": "PreToolUse", "tool_name": "Bash", "tool_input": {"command": "git status"}}).encode()
    subprocess.run([sallyport, "hook", "install", "claude-code", "--write"], cwd=project, env=environment, check=True, capture_output=True)
    clients = {
        "thin": [home / ".local/state/sallyport/bin/sallyport-hook", "hook", "claude-code", "PreToolUse"],
        ".NET": [REPOSITORY / "artifacts/bin/Sallyport.Hook/release/sallyport-hook", "hook", "claude-code", "PreToolUse"],
        "without a server": [sallyport, "hook", "claude-code", "PreToolUse"],
        "empty": [_build_empty(room / "empty")],
        "node": ["node", "-e", "0"],
    }
    server = subprocess.Popen([sallyport, "serve"], cwd=project, env=environment, stderr=subprocess.PIPE)
    try:
        server.stderr.readline()
        port, token, _ = (home / ".local/state/sallyport/serve/door").read_text().split()
        over = _post(int(port), token, event, options.requests, room)
        report.at_most("HTTP hook above fdatasync, p50", "", 1, over[0], "{:.2f} ms")
        report.at_most("HTTP hook above fdatasync, p99", "", 5, over[1], "{:.2f} ms")
        report.tell("HTTP hook as it is, p50 / p99; fdatasync, p50 / p99", over[2])
        times = {name: [] for name in clients}
        for turn in range(options.rounds + 2):
            for name, command in clients.items():
                if name == "without a server" and turn % 6:
                    continue
                started = time.perf_counter()
                done = subprocess.run([str(word) for word in command], input=event, cwd=project, env=environment, capture_output=True)
                if done.returncode != 0:
                    raise Failure(f"the client `{name}` ended with {done.returncode}: {done.stderr.decode()}", "")
                if turn > 1:
                    times[name].append(1000 * (time.perf_counter() - started))
    finally:
        server.terminate()
        server.wait()
    report.at_most("thin client, p50", "", 5, statistics.median(times["thin"]), "{:.1f} ms")
    report.at_most("thin client, p99", "", 25, _p99(times["thin"]), "{:.1f} ms")
    report.at_most(".NET client, more than an empty .NET program, p50", "", 50, statistics.median(times[".NET"]) - statistics.median(times["empty"]), "{:.1f} ms")
    report.tell("without a server, full decision in the client's process, p50", f"{statistics.median(times['without a server']):.0f} ms", "94 ms a call (cc-safety-net, recorded)")
    report.tell("`node -e 0`, empty .NET program, p50", f"{statistics.median(times['node']):.0f} ms, {statistics.median(times['empty']):.0f} ms")


def _post(port: int, token: str, event: bytes, requests: int, room: pathlib.Path) -> tuple:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    hooks, syncs = [], []
    with open(room / "sync", "ab", buffering=0) as file:
        for turn in range(requests + 50):
            started = time.perf_counter()
            connection.request("POST", "/hook/claude-code/PreToolUse", event, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
            if connection.getresponse().read() != b"{}":
                raise Failure("the server did not allow `git status`", "")
            between = time.perf_counter()
            file.write(b"x" * 300)
            os.fdatasync(file.fileno())
            if turn >= 50:
                hooks.append(1000 * (between - started))
                syncs.append(1000 * (time.perf_counter() - between))
    p50, p99 = statistics.median(hooks) - statistics.median(syncs), _p99(hooks) - _p99(syncs)
    return p50, p99, f"{statistics.median(hooks):.2f} / {_p99(hooks):.2f} ms; {statistics.median(syncs):.2f} / {_p99(syncs):.2f} ms"


def _p99(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]
