using Sallyport.Core.Text;
using Sallyport.Registries.Manifests;

namespace Sallyport.Registries.Commands;

/// <summary>cargo, go, gem, bundle and mvn.</summary>
internal static class OtherCommand
{
    private const string Valued = "--vers --version -v --git --branch --tag --rev --path --registry --index --features -F --target --root --source -s --platform -n -i --install-dir -P --profile --rename --package -p -D --group -g --require --manifest-path -C --bin";

    public static InstallRequest? Read(string program, IReadOnlyList<CommandWord> words, int at)
    {
        var ecosystem = program switch { "cargo" => Ecosystem.Crates, "go" => Ecosystem.Go, "gem" or "bundle" or "bundler" => Ecosystem.RubyGems, _ => Ecosystem.Maven };
        var request = new InstallRequest { Client = program, Ecosystem = ecosystem };
        var reader = new CommandReader(words, at, Valued);
        if (ecosystem == Ecosystem.Maven)
        {
            return Maven(words, at, request);
        }

        string? version = null;
        var verb = reader.Operand(Option)?.Text;
        verb = verb?.StartsWith('+') == true ? reader.Operand(Option)?.Text : verb;
        var installs = program switch
        {
            "cargo" => verb is "add" or "install" or "binstall",
            "go" => verb is "get" or "install" or "run",
            "gem" => verb is "install" or "i" or "fetch",
            _ => verb == "add",
        };
        if (!installs)
        {
            return null;
        }

        var from = request.Packages.Count;
        while (reader.Operand(Option) is { } word)
        {
            if (CommandReader.IsName(word) && (ecosystem == Ecosystem.Go ? IsModule(word.Text, verb!) : !word.Text.Contains('/', StringComparison.Ordinal) && !word.Text.EndsWith(".gem", StringComparison.Ordinal)))
            {
                request.Packages.Add(CommandReader.Versioned(ecosystem, word, ecosystem == Ecosystem.RubyGems ? ':' : '@'));
            }

            if (verb == "run")
            {
                break;
            }
        }

        for (var i = from; version is not null && i < request.Packages.Count; i++)
        {
            request.Packages[i] = request.Packages[i] with { Version = request.Packages[i].Version ?? version };
        }

        return request;

        void Option(string option, CommandWord value)
        {
            if (option == "--git" && program is "cargo" or "bundle")
            {
                request.Packages.Add(new PackageReference(ecosystem, value.Text, null, value.Span) { Origin = PackageOrigin.Git, Resolved = value.Text });
            }
            else if (option is "--vers" or "--version" or "-v")
            {
                version = value.Text;
            }
            else if ((option is "--registry" or "--index" && program == "cargo") || (option is "--source" or "-s" && ecosystem == Ecosystem.RubyGems))
            {
                request.Sources.Add((value.Text, value.Span, false));
            }
        }
    }

    private static bool IsModule(string word, string verb)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && word.AsSpan(0, slash).Contains('.') && (verb == "get" || word.Contains('@', StringComparison.Ordinal)) && !word.EndsWith(".go", StringComparison.Ordinal);
    }

    private static InstallRequest Maven(IReadOnlyList<CommandWord> words, int at, InstallRequest request)
    {
        const string Artifact = "-Dartifact=";
        for (; at < words.Count; at++)
        {
            var text = words[at].Text;
            if (text.StartsWith(Artifact, StringComparison.Ordinal) && text[Artifact.Length..].Split(':') is [var group, var name, ..] parts)
            {
                request.Packages.Add(new PackageReference(Ecosystem.Maven, $"{group}:{name}", parts.Length > 2 ? parts[2] : null, new TextSpan(words[at].Span.Start + Artifact.Length, group.Length + name.Length + 1)));
            }
            else if (text.StartsWith("-DremoteRepositories=", StringComparison.Ordinal))
            {
                request.Sources.Add((text[21..], words[at].Span, true));
            }
        }

        return request;
    }
}
