using Sallyport.Registries.Manifests;
using Sallyport.Registries.Manifests.Kinds.Python;

namespace Sallyport.Registries.Commands;

/// <summary>pip, pipx, pipenv, uv, uvx, poetry, pdm, rye.</summary>
internal static class PythonCommand
{
    private static readonly System.Buffers.SearchValues<char> Replaced = System.Buffers.SearchValues.Create("{}$…`\\");
    private const string Valued = "-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links -t --target --prefix --root --python --platform --python-version --implementation --abi --src --upgrade-strategy --no-binary --only-binary --proxy --retries --timeout --trusted-host --cert --client-cert --cache-dir --log --progress-bar --config-settings -C --global-option --index --default-index --group -G --with --from --spec --source --extra -E --optional --suffix -p --pip-args --exclude-newer --env-file --directory --project -d --dest -w --wheel-dir";

    public static InstallRequest? Read(string program, IReadOnlyList<CommandWord> words, int at)
    {
        var request = new InstallRequest { Client = program.StartsWith("pip3", StringComparison.Ordinal) ? "pip" : program, Ecosystem = Ecosystem.PyPi };
        var reader = new CommandReader(words, at, Valued);
        var one = false;
        if (program is not ("uvx" or "easy_install"))
        {
            var verb = reader.Operand(Option)?.Text;
            verb = program == "uv" && verb is "pip" or "tool" ? $"{verb} {reader.Operand(Option)?.Text}" : verb;
            one = verb is "run" or "tool run" or "inject";
            var installs = program switch
            {
                "pipx" => verb is "install" or "run" or "inject" or "upgrade",
                "uv" => verb is "pip install" or "add" or "tool install" or "tool run" or "run",
                "poetry" or "pdm" or "rye" => verb == "add",
                _ => verb is "install" or "download" or "wheel",
            };
            if (!installs)
            {
                return null;
            }

            if (program == "uv" && verb == "run")
            {
                reader.Operand(Option); // a script or command of the project; only --with brings packages
                return request;
            }
        }
        else
        {
            one = program == "uvx";
        }

        while (reader.Operand(Option) is { } word)
        {
            Add(word, request);
            if (one)
            {
                break; // the rest belongs to the program that is run
            }
        }

        return request;

        void Option(string name, CommandWord value)
        {
            switch (name)
            {
                case "-i" or "--index-url" or "--default-index" or "--extra-index-url" or "--index" or "-f" or "--find-links" or "--source" when value.Text.Contains("://", StringComparison.Ordinal):
                    request.Sources.Add((value.Text, value.Span, name is "--extra-index-url" or "--index"));
                    break;
                case "--with" or "--from" or "--spec" or "-e" or "--editable":
                    Add(value, request);
                    break;
            }
        }
    }

    private static void Add(CommandWord word, InstallRequest request)
    {
        var text = word.Text;
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (!word.Plain || text.Length == 0 || (colon < 0 && (text[0] is '.' or '/' or '~' or '<' or '[' || text.AsSpan().ContainsAny(Replaced) || text.Contains('/', StringComparison.Ordinal) || text.EndsWith("...", StringComparison.Ordinal) || (text.Contains('<', StringComparison.Ordinal) && text.EndsWith('>')))))
        {
            return;
        }

        if (colon > 0 && !text.Contains(" @ ", StringComparison.Ordinal) && text.IndexOf('@', StringComparison.Ordinal) is var at && (at < 0 || at > colon))
        {
            var git = text.StartsWith("git+", StringComparison.Ordinal) || text.EndsWith(".git", StringComparison.Ordinal);
            request.Packages.Add(new PackageReference(Ecosystem.PyPi, text, null, word.Span) { Origin = git ? PackageOrigin.Git : PackageOrigin.Url, Resolved = text });
            return;
        }

        // uv writes `name@version`, too.
        if (request.Client is "uv" or "uvx" or "poetry" && colon < 0 && text.IndexOf('@', 1) is > 0 and var split && !text.Contains(' ', StringComparison.Ordinal))
        {
            request.Packages.Add(CommandReader.Versioned(Ecosystem.PyPi, word with { Text = text[..split].Split('[')[0] + text[split..] }));
            return;
        }

        var scratch = new Manifest(new RequirementsTxt(), "");
        Requirement.Add(text, word.Span.Start, scratch);
        request.Packages.AddRange(scratch.Packages);
    }
}
