summary: the project is writable, nothing else is; no network
network: none
unix-sockets: no
memory: 4G
processes: 512
open-files: 4096
file-size: 4G
disk: 16G
scratch: 2G
time: 12h

# What the command sees of the environment; a value that looks like a secret stays out all the same.
environment: LANG LANGUAGE LC_* TERM TERMINFO COLORTERM NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS LINES TZ CI EDITOR VISUAL PAGER PATH
environment: DOTNET_ROOT JAVA_HOME GOROOT NODE_ENV PYTHONDONTWRITEBYTECODE PYTHONUNBUFFERED SOURCE_DATE_EPOCH
set: DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_EnableDiagnostics=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0

# Tools that live in the home folder, where they exist: programs and caches, no credentials.
read: ~/.cargo/bin ~/.cargo/registry ~/.cargo/env ~/.rustup/toolchains ~/.rustup/settings.toml ~/.pyenv ~/.nvm ~/.volta/bin ~/.volta/tools ~/.fnm ~/.bun/bin ~/.deno/bin ~/.local/bin
read: ~/.local/share/uv ~/.local/share/pnpm ~/.dotnet ~/.nuget/packages ~/go/bin ~/go/pkg/mod ~/.sdkman/candidates ~/.m2/repository ~/.rbenv ~/.asdf

# What configures git, agents, editors, MCP servers, shells and Sallyport: read-only, also when it does not exist yet.
protect: .git/hooks/ .git/config .git/config.worktree
protect: .claude/ .cursor/ .codex/ .gemini/ .windsurf/ .continue/ .kiro/ .roo/ .mcp.json .aider.conf.yml
protect: .vscode/ .idea/ .zed/ .vimrc .exrc .nvim.lua
protect: .bashrc .bash_profile .bash_login .profile .zshrc .zshenv .zprofile .zlogin .envrc
protect: sallyport.yml .sallyport/

# Read-only where it exists; a build may need to make it.
protect-existing: .husky .githooks .pre-commit-config.yaml lefthook.yml .lefthook.yml .npmrc .yarnrc .yarnrc.yml .pypirc mise.toml .mise.toml .devcontainer .fleet .vs
protect-existing: .github/copilot-instructions.md .opencode opencode.json .amazonq .junie .augment .trae .crush .crush.json .goosehints .rules AGENTS.md CLAUDE.md GEMINI.md
