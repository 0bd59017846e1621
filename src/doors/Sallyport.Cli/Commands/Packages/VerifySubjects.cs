using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Detectors.Packages.Imports;
using Sallyport.Registries;
using Sallyport.Registries.Manifests;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>What <c>package verify</c> is asked about.</summary>
internal static class VerifySubjects
{
    internal sealed record Subject(Ecosystem Ecosystem, string Name, string? Version, IReadOnlyList<string> Extras);

    public static List<Subject> Of(Given given, Terminal terminal)
    {
        var ecosystem = given.Value("ecosystem") is { } word
            ? Ecosystems.Parse(word) is not Ecosystem.None and var named && Ecosystems.Judged.Contains(named) ? named : throw new UserException($"there is no ecosystem `{word}`", $"use one of {string.Join(", ", Ecosystems.Judged.Select(e => e.Word()))}")
            : Ecosystem.None;
        if (given.Operands.Count < 2)
        {
            throw new UserException("`package verify` needs a name", "write `sallyport package verify pypi:requests npm:express@4`, or name a file");
        }

        var subjects = new List<Subject>();
        foreach (var operand in given.Operands.Skip(1))
        {
            var path = Path.GetFullPath(operand, terminal.Folder);
            var file = File.Exists(path) ? OfFile(operand, File.ReadAllBytes(path)) : null;
            subjects.AddRange(file ?? [Named(operand, ecosystem)]);
        }

        return subjects;
    }

    private static List<Subject>? OfFile(string path, byte[] text)
    {
        var found = new List<Subject>();
        if (ManifestKinds.Find(path) is { } kind)
        {
            var manifest = kind.Read(path, text);
            found.AddRange(manifest.Packages.Where(p => p.Origin == PackageOrigin.Registry && Ecosystems.Judged.Contains(p.Ecosystem)).Select(p => new Subject(p.Ecosystem, p.Name, kind.IsLock ? p.Version : Exact(p), [])));
            return found;
        }

        return FileImports.Read(path, text) is { } imports ? [.. imports.Select(i => new Subject(i.Ecosystem, i.Package, null, []))] : null;
    }

    // A manifest's range is the client's to resolve; one exact version is a claim that it exists.
    private static string? Exact(PackageReference package) =>
        package.Version is { Length: > 0 } version && char.IsAsciiDigit(version[0]) && package.Ecosystem is Ecosystem.PyPi or Ecosystem.NuGet or Ecosystem.Maven or Ecosystem.Npm && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+') && version.Count(c => c == '.') >= (package.Ecosystem == Ecosystem.Npm ? 2 : 0) ? version : null;

    private static Subject Named(string operand, Ecosystem ecosystem)
    {
        var colon = operand.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Ecosystems.Parse(operand[..colon]) is not Ecosystem.None and var named && Ecosystems.Judged.Contains(named))
        {
            (ecosystem, operand) = (named, operand[(colon + 1)..]);
        }

        if (ecosystem == Ecosystem.None)
        {
            throw new UserException($"of which ecosystem is `{operand}`?", $"write `pypi:{operand}`, `npm:{operand}` and so on, or `--ecosystem pypi`");
        }

        var extras = new List<string>();
        if (ecosystem == Ecosystem.PyPi && operand.IndexOf('[', StringComparison.Ordinal) is > 0 and var open && operand.IndexOf(']', open) is > 0 and var close)
        {
            extras.AddRange(operand[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries));
            operand = operand[..open] + operand[(close + 1)..];
        }

        if (ecosystem == Ecosystem.Maven && operand.Split(':') is [var group, var artifact, var maven])
        {
            return new Subject(ecosystem, $"{group}:{artifact}", maven, extras);
        }

        var equals = operand.IndexOf("==", StringComparison.Ordinal);
        var at = equals > 0 ? -1 : operand.IndexOf('@', Math.Min(1, operand.Length));
        return equals > 0 ? new Subject(ecosystem, operand[..equals].Trim(), operand[(equals + 2)..].Trim(), extras)
            : at > 0 ? new Subject(ecosystem, operand[..at], operand[(at + 1)..] is "latest" or "" ? null : operand[(at + 1)..], extras)
            : new Subject(ecosystem, operand, null, extras);
    }
}
