using System.Diagnostics;

namespace Sallyport.Sandbox;

/// <summary>Real tools do their work inside.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly Ground _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public void Git_commits_branches_and_merges()
    {
        using (var init = Process.Start(new ProcessStartInfo("git", ["init", "--quiet", _ground.Project]))!)
        {
            init.WaitForExit();
        }

        var (code, output) = _ground.Shell("""
            export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.org; set -e
            echo one > file; git add file; git commit -qm one; git checkout -qb side; echo two >> file; git commit -qam two
            git checkout -q -; git merge -q side; git log --oneline | wc -l; git status --short -- file; git stash list
            """);
        (code, output.Trim()).ShouldBe((0, "2"));
    }

    [Fact]
    public void Npm_installs_a_package_that_lies_in_the_project_and_node_runs_it()
    {
        Directory.CreateDirectory(_ground["part"]);
        File.WriteAllText(_ground["part/package.json"], """{"name":"part","version":"1.0.0","main":"index.js"}""");
        File.WriteAllText(_ground["part/index.js"], "module.exports = 42\n");
        File.WriteAllText(_ground["package.json"], """{"name":"whole","version":"1.0.0","dependencies":{"part":"file:./part"}}""");
        var (code, output) = _ground.Shell("npm install --offline --no-audit --no-fund --loglevel=error && node -e 'console.log(require(\"part\"))'");
        code.ShouldBe(0, output);
        output.ShouldEndWith("42\n");
    }

    [Fact]
    public void A_server_of_the_tests_own_listens_and_answers_inside() => _ground.Shell("""
        node -e '
        const http = require("http");
        const server = http.createServer((_, answer) => answer.end("hello")).listen(0, "127.0.0.1", () =>
          http.get({ port: server.address().port, host: "127.0.0.1" }, answer => answer.on("data", d => console.log(String(d))).on("end", () => server.close())));'
        """).ShouldBe((0, "hello\n"));

    [Fact]
    public void An_MCP_server_answers_over_its_streams() => _ground.Shell("""
        printf '{"jsonrpc":"2.0","id":1,"method":"ping"}\n' | node -e '
        require("readline").createInterface({ input: process.stdin }).on("line", line => console.log(JSON.stringify({ jsonrpc: "2.0", id: JSON.parse(line).id, result: {} })));'
        """).ShouldBe((0, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n"));

    [Fact]
    public void Python_runs_threads_processes_and_a_database() => _ground.Shell("""
        /usr/bin/python3 -c '
        import multiprocessing, sqlite3, tempfile, threading
        with multiprocessing.get_context("fork").Pool(2) as pool: print(sum(pool.map(abs, [-1, -2, -3])))
        base = sqlite3.connect("base.db"); base.execute("create table t (x)"); base.commit(); print(len(tempfile.mkdtemp()) > 0)'
        """.Replace("\n        ", "\n", StringComparison.Ordinal)).ShouldBe((0, "6\nTrue\n"));

    [Fact]
    public void Dotnet_builds_and_runs_a_program_in_the_build_profile()
    {
        File.WriteAllText(_ground["app.csproj"], """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        File.WriteAllText(_ground["Program.cs"], "System.Console.WriteLine(6 * 7);\n");
        var (code, output) = _ground.Shell("dotnet build -v q --nologo -m:1 && dotnet bin/Debug/net10.0/app.dll", Ground.Profile("build"));
        code.ShouldBe(0, output);
        output.ShouldEndWith("42\n");
    }
}
