"""AI tools in a project: set up cleanly, and with each hole they can have. Written from the tools' documentation, not from the product."""
import json
import random

PRIVATE = [
    ".env", ".env.local", ".env.production", "config/.env", "services/api/.env.staging", "deploy/server.key", "certs/tls.pem", "home/id_rsa", "certs/id_ed25519", "secrets/db.yml",
    "infra/terraform.tfstate", "data/raw/people.csv", "data/raw/wave2/answers.sav", "service-account-prod.json", "app/credentials.json", "credentials/aws.ini", "build.p12", ".netrc", "web/.npm/secrets.json",
]
HARMLESS = [".env.example", "src/secrets/vault.py", "docs/credentials/README.md", "src/main.py", "data/clean.csv", "keys.md"]


def private(rng: random.Random) -> list[str]:
    return rng.sample(PRIVATE, rng.randint(1, 6))


def ignore(name):
    return lambda files: {name: "".join(f"{f}\n" if i % 2 and "/" in f else f"/{f}\n" for i, f in enumerate(files))}


def claude(files, allow_read=(), sandbox=True, deny=True):
    settings = {"permissions": {"deny": [f"Read(./{f})" for f in files]} if deny else {"read": {"deny": list(files)}}}
    if sandbox:
        settings["sandbox"] = {"enabled": True, "filesystem": {"allowRead": [f"./{f}" for f in allow_read]}}
    return {".claude/settings.json": json.dumps(settings, indent=2)}


def codex(files, top='default_permissions = "work"\n', extra=""):
    table = ", ".join(['"." = "write"'] + [f'"**/{f}" = "none"' for f in files])
    return {".codex/config.toml": f'{top}\n[permissions.work.filesystem]\n":workspace_roots" = {{ {table}{extra} }}\n'}


GEMINI = {"tools": {"exclude": ["run_shell_command"]}, "advanced": {"ignoreLocalEnv": True}}

# name: (files that show it, cover, files that close the shell and the environment, has a shell that can be left open, loads .env)
TOOLS = {
    "cursor": ({".cursor/rules/a.mdc": "x\n"}, ignore(".cursorignore"), {".cursor/sandbox.json": '{"type": "workspace_readwrite"}'}, True, False),
    "claude-code": ({"CLAUDE.md": "x\n"}, claude, {}, True, False),
    "gemini-cli": ({"GEMINI.md": "x\n"}, ignore(".geminiignore"), {".gemini/settings.json": json.dumps(GEMINI)}, True, True),
    "gemini-code-assist": ({".idx/dev.nix": "x\n"}, ignore(".aiexclude"), {}, False, False),
    "qwen-code": ({"QWEN.md": "x\n"}, ignore(".geminiignore"), {".qwen/settings.json": json.dumps(GEMINI), ".gemini/settings.json": json.dumps(GEMINI)}, True, True),
    "jetbrains": ({".junie/guidelines.md": "x\n"}, ignore(".aiignore"), {}, False, False),
    "cline": ({".clinerules": "x\n"}, ignore(".clineignore"), {}, False, False),
    "docker-agent": ({"cagent.yaml": "agents:\n  root:\n    toolsets:\n      - type: filesystem\n"}, ignore(".agentsignore"), {}, True, False),
    "codex": ({".codex/config.toml": 'model = "gpt"\n'}, codex, {}, False, False),
    "copilot": ({".github/copilot-instructions.md": "x\n"}, None, {}, False, False),
}


def clean(tool: str, files: list[str]) -> dict[str, str]:
    shows, cover, closes, _, _ = TOOLS[tool]
    return {**{f: "x\n" for f in HARMLESS}, **({f: "x\n" for f in files} if cover else {}), **shows, **closes, **(cover(files) if cover else {})}


def holes(tool: str, files: list[str], rng: random.Random):
    """(rule, tree, what must happen beside it) for every hole that the tool can have."""
    shows, cover, closes, shell, loads = TOOLS[tool]
    base, one = clean(tool, files), rng.choice(files)
    if cover is None:
        yield "uncovered-file", {**base, one: "x\n"}, None
        yield "tracked-private-file", {**base, one: "x\n"}, ("track", one)
        yield "unread-ignore-file", {**base, rng.choice([".copilotignore", ".claudeignore"]): ".env\n"}, None
        return
    rest = [f for f in files if f != one]
    yield "uncovered-file", {**base, **cover(rest)}, None
    yield "unread-ignore-file", {**base, rng.choice([".copilotignore", ".claudeignore"]): ".env\n"}, None
    yield "tracked-private-file", base, ("track", one)
    yield "private-file-alias", base, (rng.choice(["symlink", "hardlink"]), one)
    other = "jetbrains" if tool == "cline" else "cline"
    yield "ignore-drift", {**base, **cover(rest), **TOOLS[other][0], **TOOLS[other][1](files)}, None
    if tool == "claude-code":
        yield "ineffective-pattern", {**base, **claude(files, deny=False)}, None
        yield "reincluded-file", {**base, **claude(files, allow_read=[one])}, None
        yield "shell-bypass", {**base, **claude(files, sandbox=False)}, None
    elif tool == "codex":
        yield "ineffective-pattern", {**base, **codex(files, top='sandbox_mode = "workspace-write"\ndefault_permissions = "work"\n')}, None
        yield "reincluded-file", {**base, **codex(files, extra=f', "{one}" = "read"')}, None
        yield "shell-bypass", {**base, **codex(files, top='default_permissions = ":danger-full-access"\nsandbox_mode = "danger-full-access"\n')}, "or ineffective-pattern"
    else:
        name = next(iter(cover(files)))
        lines = cover(files)[name]
        wrong = rng.choice(["./{}", "/home/me/project/{}", "{} # private", "~/{}"])
        yield "ineffective-pattern", {**base, name: lines + wrong.format(one) + "\n"}, None
        if tool != "gemini-code-assist":
            yield "reincluded-file", {**base, name: lines + f"!/{one}\n"}, None
        else:
            yield "empty-exclude-file", {**base, name: ""}, None
        if shell and tool == "docker-agent":
            yield "shell-bypass", {**base, "cagent.yaml": base["cagent.yaml"] + "      - type: shell\n"}, None
        elif shell:
            yield "shell-bypass", {k: v for k, v in base.items() if k not in closes}, None
    if loads:
        yield "env-autoload", {**{k: v for k, v in base.items() if k not in closes}, ".env": "x\n"}, None
