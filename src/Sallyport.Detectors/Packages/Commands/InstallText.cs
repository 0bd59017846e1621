using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Registries;
using Sallyport.Registries.Commands;
using Sallyport.Registries.Manifests;

namespace Sallyport.Detectors.Packages.Commands;

/// <summary>Finds install commands in texts: Markdown, Dockerfiles, CI files, shell scripts, Makefiles, notebooks, configurations of tool servers.</summary>
internal static class InstallText
{
    /// <summary>How commands stand in an artifact; decided by its kind, name and first bytes.</summary>
    public static TextForm FormOf(Artifact artifact)
    {
        if (artifact.Kind is ArtifactKind.Document or ArtifactKind.ModelOutput or ArtifactKind.ToolResult)
        {
            return TextForm.Markdown;
        }

        if (artifact.Kind is not (ArtifactKind.File or ArtifactKind.Diff))
        {
            return TextForm.None;
        }

        var path = artifact.Path.AsSpan();
        var file = path[(path.LastIndexOfAny('/', '\\') + 1)..];
        var dot = file.LastIndexOf('.');
        var ending = dot < 0 ? default : file[dot..];
        return ending switch
        {
            ".md" or ".mdx" or ".markdown" or ".rst" or ".mdc" => TextForm.Markdown,
            ".sh" or ".bash" or ".zsh" or ".fish" or ".mk" or ".ps1" or ".bat" or ".cmd" => TextForm.Lines,
            ".ipynb" => TextForm.Notebook,
            ".yml" or ".yaml" => path.Contains(".github/", StringComparison.Ordinal) || file is "action.yml" or "action.yaml" ? TextForm.Workflow
                : file.Contains("-ci", StringComparison.OrdinalIgnoreCase) || file.Contains("pipeline", StringComparison.OrdinalIgnoreCase) || file.Contains("travis", StringComparison.OrdinalIgnoreCase) || file.StartsWith("Taskfile") || path.Contains(".circleci/", StringComparison.Ordinal) || file.StartsWith("appveyor") || file.StartsWith(".pre-commit") ? TextForm.Lines : TextForm.None,
            ".json" => file.Contains("mcp", StringComparison.OrdinalIgnoreCase) || file is "claude_desktop_config.json" or "settings.json" or "tasks.json" or "devcontainer.json" ? TextForm.Servers : TextForm.None,
            ".toml" => file is "config.toml" ? TextForm.Servers : TextForm.None,
            ".dockerfile" or ".containerfile" => TextForm.Lines,
            _ => file.StartsWith("Dockerfile") || file is "Containerfile" or "Makefile" or "makefile" or "GNUmakefile" or "justfile" or "Justfile" or "Jenkinsfile" or "Procfile" or "Vagrantfile" or "AGENTS" or "README"
                || (dot < 0 && artifact.Bytes.Span.StartsWith("#!"u8) && artifact.Bytes.Span[..Math.Min(64, artifact.Bytes.Length)].IndexOf("sh"u8) > 0)
                || path.Contains("/.husky/", StringComparison.Ordinal) || path.StartsWith(".husky/") ? TextForm.Lines : TextForm.None,
        };
    }

    public static void Read(ReadOnlySpan<byte> text, TextForm form, PackageReports reports, IDetectionSink sink)
    {
        if (form == TextForm.Servers)
        {
            ServerCommands.Read(text, reports, sink);
            return;
        }

        if (!MayInstall(text) && form != TextForm.Workflow)
        {
            return;
        }

        var fenced = false;
        for (var at = 0; at < text.Length;)
        {
            var end = LineEnd(text, at);
            var line = text[at..end];
            var trimmed = line.TrimStart(" \t"u8);
            var fence = form == TextForm.Markdown && (trimmed.StartsWith("```"u8) || trimmed.StartsWith("~~~"u8));
            fenced ^= fence;
            if (!fence && !trimmed.IsEmpty && MayInstall(line))
            {
                var code = form switch
                {
                    TextForm.Markdown => fenced || line.Length - trimmed.Length >= 4 || line[0] == '\t' || trimmed[0] == '$',
                    TextForm.Notebook => trimmed[0] is (byte)'!' or (byte)'%',
                    _ => true,
                };
                if (code)
                {
                    Commands(line, at, reports, sink);
                }
                else if (form == TextForm.Markdown)
                {
                    InlineCode(line, at, reports, sink);
                }
            }

            if (form == TextForm.Workflow)
            {
                Uses(trimmed, at + line.Length - trimmed.Length, reports, sink);
            }

            at = end + 1;
        }
    }

    /// <summary>Judges the install commands in a piece of shell.</summary>
    public static void Commands(ReadOnlySpan<byte> shell, int start, PackageReports reports, IDetectionSink sink)
    {
        var line = Encoding.UTF8.GetString(shell).Replace("\\\r\n", "   ", StringComparison.Ordinal).Replace("\\\n", "  ", StringComparison.Ordinal);
        if (line.Contains("[\"", StringComparison.Ordinal))
        {
            line = line.Replace('[', ' ').Replace(']', ' ').Replace("\",", "\" ", StringComparison.Ordinal);
        }

        foreach (var part in line.Split('\n'))
        {
            foreach (var words in WordSplitter.Split(part.TrimEnd('\r'), start))
            {
                if (InstallCommands.Read(words) is { } request)
                {
                    Judge(request, reports, sink);
                }
            }

            start += Encoding.UTF8.GetByteCount(part) + 1;
        }
    }

    /// <summary>Reports what a request brings in.</summary>
    public static void Judge(InstallRequest request, PackageReports reports, IDetectionSink sink)
    {
        foreach (var package in request.Packages)
        {
            reports.Name(package, pinned: false, sink);
            if (package.Origin == PackageOrigin.Url || (package.Origin == PackageOrigin.Git && package.Resolved?.StartsWith("http://", StringComparison.Ordinal) == true))
            {
                var plain = package.Resolved!.StartsWith("http://", StringComparison.Ordinal);
                reports.Report(PackageReports.DirectSource, package.Span, sink, plain ? Severity.Medium : Severity.Low, "the package is taken from an address and passes no registry", plain ? "without encryption: anybody on the way can answer for it" : "what it points at can change");
            }
        }

        foreach (var (address, span, extra) in request.Sources)
        {
            var host = RegistryHosts.Of(address);
            if (address.StartsWith("http://", StringComparison.Ordinal) && host.Split(':')[0] is not ("localhost" or "127.0.0.1"))
            {
                reports.Report(PackageReports.ForeignSource, span, sink, null, "the index is reached without encryption: anybody on the way can answer for it");
            }
            else if (extra && host.Length > 0)
            {
                reports.Report(PackageReports.SeveralIndexes, span, sink, null, "either index may answer for any name, so that a public package can stand in for an internal one");
            }
        }
    }

    private static bool MayInstall(ReadOnlySpan<byte> text) =>
        text.IndexOf("install"u8) >= 0 || text.IndexOf(" add "u8) >= 0 || text.IndexOf("npx"u8) >= 0 || text.IndexOf("uvx"u8) >= 0 || text.IndexOf("bunx"u8) >= 0
        || text.IndexOf("dlx"u8) >= 0 || text.IndexOf("go get"u8) >= 0 || text.IndexOf("go run"u8) >= 0 || text.IndexOf("npm i "u8) >= 0 || text.IndexOf("Install-Package"u8) >= 0
        || text.IndexOf("pipx run"u8) >= 0 || text.IndexOf("npm create"u8) >= 0 || text.IndexOf("npm init"u8) >= 0 || text.IndexOf("npm exec"u8) >= 0 || text.IndexOf("dependency:get"u8) >= 0 || text.IndexOf("dnx "u8) >= 0 || text.IndexOf("--with"u8) >= 0;

    // The end of a line and of those that it goes on in.
    private static int LineEnd(ReadOnlySpan<byte> text, int at)
    {
        while (true)
        {
            var feed = text[at..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return text.Length;
            }

            at += feed;
            if (at == 0 || !(text[at - 1] == '\\' || (at > 1 && text[at - 1] == '\r' && text[at - 2] == '\\')))
            {
                return at;
            }

            at++;
        }
    }

    private static void InlineCode(ReadOnlySpan<byte> line, int start, PackageReports reports, IDetectionSink sink)
    {
        for (var at = 0; at < line.Length && line[at..].IndexOf((byte)'`') is >= 0 and var open;)
        {
            at += open + 1;
            var close = line[at..].IndexOf((byte)'`');
            if (close < 0)
            {
                return;
            }

            if (MayInstall(line.Slice(at, close)))
            {
                Commands(line.Slice(at, close), start + at, reports, sink);
            }

            at += close + 1;
        }
    }

    private static void Uses(ReadOnlySpan<byte> line, int start, PackageReports reports, IDetectionSink sink)
    {
        var from = line.StartsWith("- "u8) ? 2 : 0;
        if (!line[from..].StartsWith("uses:"u8))
        {
            return;
        }

        from += 5;
        while (from < line.Length && line[from] is (byte)' ' or (byte)'"' or (byte)'\'')
        {
            from++;
        }

        var rest = line[from..];
        var at = rest.IndexOf((byte)'@');
        var action = at < 0 ? default : rest[..at];
        var slash = action.IndexOf((byte)'/');
        if (slash <= 0 || action[0] == '.' || action.StartsWith("docker:"u8))
        {
            return;
        }

        var inner = action[(slash + 1)..].IndexOf((byte)'/');
        var name = inner < 0 ? action : action[..(slash + 1 + inner)];
        reports.Name(new PackageReference(Ecosystem.Actions, Encoding.UTF8.GetString(name), null, new(start + from, name.Length)), pinned: false, sink);
    }
}
