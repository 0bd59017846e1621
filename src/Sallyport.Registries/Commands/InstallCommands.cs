namespace Sallyport.Registries.Commands;

/// <summary>Recognises the commands that bring packages in.</summary>
public static class InstallCommands
{
    private static readonly System.Buffers.SearchValues<char> VariableName = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "sudo", "RUN", "run:", "-", "$", ">", "!", "%", "exec", "time", "env", "command", "nohup", "then", "do", "else", "if", "!pip", "&&", "script:", "cmd:", "[", "\"", "CMD", "ENTRYPOINT", "@", "#", "PS>",
    };

    /// <summary>Reads a simple command; null when it installs nothing.</summary>
    public static InstallRequest? Read(IReadOnlyList<CommandWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var at = 0;
        while (at < words.Count && (Before.Contains(words[at].Text) || IsAssignment(words[at].Text) || (at > 0 && words[at].Text is "-E" or "-H" or "-y" && words[at - 1].Text == "sudo") || words[at].Text.StartsWith("--mount=", StringComparison.Ordinal)))
        {
            at++;
        }

        if (at >= words.Count)
        {
            return null;
        }

        var program = Program(words[at].Text);
        if (program.StartsWith("python", StringComparison.Ordinal) || program is "py")
        {
            var module = at + 1;
            while (module < words.Count && words[module].Text.StartsWith('-') && words[module].Text != "-m")
            {
                module++;
            }

            return module + 1 < words.Count && words[module].Text == "-m" && words[module + 1].Text is "pip" or "pipx" or "uv" or "poetry" or "pipenv"
                ? Client(words[module + 1].Text, words, module + 2) : null;
        }

        return Client(program, words, at + 1);
    }

    private static string Program(string word)
    {
        var name = word[(word.LastIndexOfAny(['/', '\\']) + 1)..].TrimStart('!', '%', '@', '-');
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !word.AsSpan(0, equals).ContainsAnyExcept(VariableName);
    }

    private static InstallRequest? Client(string program, IReadOnlyList<CommandWord> words, int at) => program switch
    {
        _ when program is "pip" or "pip3" or "pipenv" or "poetry" or "pdm" or "rye" or "uv" or "uvx" or "pipx" or "easy_install" || (program.StartsWith("pip3.", StringComparison.Ordinal) && program.Length <= 7) => PythonCommand.Read(program, words, at),
        "npm" or "npx" or "pnpm" or "pnpx" or "yarn" or "bun" or "bunx" => NpmCommand.Read(program, words, at),
        "dotnet" or "nuget" or "dnx" or "Install-Package" => DotNetCommand.Read(program, words, at),
        "cargo" or "go" or "gem" or "bundle" or "bundler" or "mvn" or "mvnw" => OtherCommand.Read(program, words, at),
        _ => null,
    };
}
