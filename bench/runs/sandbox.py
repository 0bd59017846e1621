"""What gets out of the sandbox, and what its start costs beside plain bubblewrap.

Needs bubblewrap and python3; as root also setpriv, to try it as an ordinary user, too. The 44 probes of the kit and our own some three hundred.
"""
import json
import os
import pathlib
import re
import shutil
import socket
import threading

from support import program
from support.failure import Failure
from support.places import kit, scratch
from support.processes import interleave, least, median, must, run
from support.table import Report

INTENDED = {"write-cwd"}
ORDINARY = 60123
PLAIN = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-all", "--die-with-parent", "/bin/true"]
MEGABYTE = 1 << 20


def add_options(parser) -> None:
    parser.add_argument("--rounds", type=int, default=25, help="rounds of the interleaved starts (default 25)")
    parser.add_argument("--requests", type=int, default=60, help="requests of one megabyte through the proxy (default 60)")


def measure(options) -> Report:
    if not shutil.which("bwrap"):
        raise Failure("bubblewrap is not installed", "install the package `bubblewrap`")
    sallyport, report = program.path(), Report()
    users = ["root", "an ordinary user"] if os.geteuid() == 0 and shutil.which("setpriv") else ["this user"]
    for user in users:
        _kit(report, sallyport, user)
        for backend in ["bubblewrap", "landlock"]:
            _own(report, sallyport, user, backend)
    _start(report, sallyport, options.rounds)
    _throughput(report, sallyport, options.requests)
    return report


def _as(user: str, room: pathlib.Path, command: list) -> list:
    """The command as that user, who owns the room."""
    if user != "an ordinary user":
        return command
    for folder, _, files in os.walk(room):
        for path in [folder] + [os.path.join(folder, file) for file in files]:
            os.chown(path, ORDINARY, ORDINARY)
    return ["setpriv", "--reuid", str(ORDINARY), "--regid", str(ORDINARY), "--clear-groups", *command]


def _own_home(room: pathlib.Path) -> dict:
    return {"HOME": str(room), "XDG_STATE_HOME": str(room / "state"), "XDG_CONFIG_HOME": str(room / "config"), "XDG_CACHE_HOME": str(room / "cache")}


def _kit(report: Report, sallyport: pathlib.Path, user: str) -> None:
    with scratch() as room:
        os.chmod(room, 0o755)
        for name in ["esc_host.py", "escape.sh", "ours.sh"]:
            shutil.copy(kit(f"sandbox/{name}"), room)
        command = _as(user, room, ["/usr/bin/env", "python3", "-B", room / "esc_host.py", room / "ours.sh"])
        ended = run(command, cwd=room, limit=240, keep_out=True, environment={**_own_home(room), "SALLYPORT": str(sallyport), "SALLYPORT_RUN": "", "OUT": str(room / "out")})
        verdicts = re.findall(r"^(OPEN   |blocked|n/a    ) ([\w-]+)", ended.out, re.MULTILINE)
        opened = sorted({name for verdict, name in verdicts if verdict.strip() == "OPEN"} - INTENDED)
        report.at_least(f"kit, as {user}: probes that ran", "", 43, len(verdicts), "{:.0f}")
        report.at_most(f"kit, as {user}: open beyond intent{': ' + ', '.join(opened) if opened else ''}", "11", 0, len(opened), "{:.0f}")


def _own(report: Report, sallyport: pathlib.Path, user: str, backend: str) -> None:
    with scratch() as room:
        os.chmod(room, 0o755)
        command = _as(user, room, [sallyport, "doctor", "sandbox", "--backend", backend, "--report", room / "report.json"])
        ended = run(command, cwd=room, limit=300, keep_out=True, environment=_own_home(room))
        file = room / "report.json"
        if not file.exists():
            report.tell(f"{backend}, as {user}", "not proven here: " + (ended.err.strip().splitlines() or ["no report"])[0])
            return
        probes = json.loads(file.read_text().split("\nsignature:")[0])["probes"]
        count = lambda verdict: sum(probe["verdict"] == verdict for probe in probes)
        report.at_least(f"{backend}, as {user}: probes refused, of {len(probes)}", "", 115, count("refused"), "{:.0f}")
        report.at_most(f"{backend}, as {user}: open", "", 0, count("OPEN"), "{:.0f}")
        report.tell(f"{backend}, as {user}: possible outside, intended", f"{sum(probe['possibleOutside'] for probe in probes)}, {count('intended')}")
        bombs = [probe for probe in probes if probe["area"] == "bombs"]
        slowest = max((float(found[1]) for probe in bombs if (found := re.search(r"after ([\d.]+) s", probe["detail"]))), default=99)
        report.at_most(f"{backend}, as {user}: slowest of {len(bombs)} bombs, whose time is 1 s", "no limits", 2, slowest, "{:.1f} s")


def _start(report: Report, sallyport: pathlib.Path, rounds: int) -> None:
    with scratch() as room:
        (room / "project").mkdir()
        own = _own_home(room)
        must(run([sallyport, "run", "--", "/bin/true"], cwd=room / "project", environment=own), "the first start")  # with its self-test
        commands = {
            "sandbox": [sallyport, "run", "--", "/bin/true"], "with egress": [sallyport, "run", "--allow", "example.org", "--", "/bin/true"],
            "empty": [sallyport, "--version"], "bwrap": PLAIN,
        }
        costs = interleave({name: lambda name=name: must(run(commands[name], cwd=room / "project", environment=own), name) for name in commands}, rounds)
    ms = lambda name: 1000 * median(costs[name])
    report.at_most("start of the sandbox, more than `sallyport --version`, medians", "14 plain, 43 Codex, 361 srt", 50, ms("sandbox") - ms("empty"), "{:.0f} ms")
    report.at_most("the same with the egress proxy, more than without", "", 35, ms("with egress") - ms("sandbox"), "{:.0f} ms")
    report.tell("milliseconds, median (shortest)", ", ".join(f"{name} {ms(name):.0f} ({1000 * least(costs[name]):.0f})" for name in costs))


def _throughput(report: Report, sallyport: pathlib.Path, requests: int) -> None:
    """Bodies of a megabyte from a server of ours on loopback, straight and through the proxy, by one client in one process each."""
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_serve, args=(server,), daemon=True).start()
    port = server.getsockname()[1]
    with scratch() as room:
        project = room / "project"
        project.mkdir()
        (project / "client.py").write_text(CLIENT)
        straight = must(run(["/usr/bin/env", "python3", "client.py", str(port), str(requests), "direct"], cwd=project, keep_out=True), "the straight client")
        proxied = must(run([sallyport, "run", "--allow", f"127.0.0.1:{port} private", "--", "/usr/bin/python3", "client.py", str(port), str(requests), "proxy"],
                           cwd=project, keep_out=True, environment=_own_home(room)), "the client in the sandbox")
    server.close()
    direct, through = (json.loads(ended.out) for ended in (straight, proxied))
    report.at_least("megabytes a second through the proxy, of those straight", "", 60, 100 * through["rate"] / direct["rate"])
    report.at_most("a small request through the proxy, median, more than straight", "", 1, through["small"] - direct["small"], "{:.2f} ms")
    report.tell("MB/s straight, through", f"{direct['rate']:.0f}, {through['rate']:.0f}")


def _serve(server: socket.socket) -> None:
    body = bytes(MEGABYTE)
    try:
        while True:
            client, _ = server.accept()
            threading.Thread(target=_answer, args=(client, body), daemon=True).start()
    except OSError:
        return


def _answer(client: socket.socket, body: bytes) -> None:
    with client:
        while head := client.recv(65536):
            small = b"GET /small" in head
            part = b"ok" if small else body
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(part) + part)


CLIENT = """
import json, socket, statistics, sys, time

port, requests, way = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
s = socket.create_connection(("127.0.0.1", 3128 if way == "proxy" else port))
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
if way == "proxy":
    s.sendall(b"CONNECT 127.0.0.1:%d HTTP/1.1\\r\\n\\r\\n" % port)
    s.recv(4096)


def ask(path, size):
    s.sendall(b"GET %s HTTP/1.1\\r\\nHost: 127.0.0.1:%d\\r\\n\\r\\n" % (path, port))
    data = b""
    while b"\\r\\n\\r\\n" not in data:
        data += s.recv(65536)
    left = size - len(data.split(b"\\r\\n\\r\\n", 1)[1])
    while left > 0:
        left -= len(s.recv(min(left, 1 << 20)))


times = []
for _ in range(requests):
    started = time.perf_counter()
    ask(b"/small", 2)
    times.append(time.perf_counter() - started)
ask(b"/large", 1 << 20)
started = time.perf_counter()
for _ in range(requests):
    ask(b"/large", 1 << 20)
print(json.dumps({"rate": requests / (time.perf_counter() - started), "small": 1000 * statistics.median(times)}))
"""
