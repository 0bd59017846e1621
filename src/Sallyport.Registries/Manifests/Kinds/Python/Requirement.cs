using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>One requirement as PEP 508 writes it, a bare address or a path.</summary>
internal static class Requirement
{
    public static string WithoutComment(string line)
    {
        var trimmed = line.TrimEnd();
        if (trimmed.StartsWith('#'))
        {
            return "";
        }

        var comment = trimmed.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? trimmed : trimmed[..comment];
    }

    /// <summary>Reads <paramref name="text"/>, which stands at <paramref name="start"/>.</summary>
    public static void Add(string text, int start, Manifest into, bool development = false)
    {
        var lead = text.Length - text.TrimStart().Length;
        (text, start) = (text.Trim(), start + lead);
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.'))
        {
            end++;
        }

        var name = text[..end].TrimEnd('-', '.', '_');
        var rest = text[end..].TrimStart();
        var integrity = text.IndexOf("--hash=", StringComparison.Ordinal) is > 0 and var hash ? text[(hash + 7)..].Split(' ')[0] : null;
        if (IsAddress(text))
        {
            if (text.IndexOf("#egg=", StringComparison.Ordinal) is > 0 and var egg)
            {
                var named = text[(egg + 5)..].Split('&', '[', ' ')[0];
                Add(named, null, new TextSpan(start + egg + 5, named.Length), text);
            }

            return;
        }

        if (name.Length == 0 || name.Length != end || IsPath(text))
        {
            return;
        }

        if (rest.StartsWith('['))
        {
            rest = rest[(rest.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart();
        }

        if (rest.StartsWith('@'))
        {
            Add(name, null, new TextSpan(start, end), rest[1..].Trim().Split(' ', ';')[0]);
            return;
        }

        if (rest.Length > 0 && rest[0] is not ('=' or '<' or '>' or '!' or '~' or '(' or ';' or '-' or ',' or '^' or '*'))
        {
            return;
        }

        var version = rest.Split(';', '#')[0].Split(" --")[0].Trim(' ', '(', ')');
        Add(name, version.StartsWith("==", StringComparison.Ordinal) && !version.Contains(',', StringComparison.Ordinal) && !version.Contains('*', StringComparison.Ordinal) ? version.TrimStart('=').Trim() : version.Length == 0 ? null : version, new TextSpan(start, end), null);

        void Add(string named, string? wanted, TextSpan span, string? address) => into.Add(new PackageReference(Ecosystem.PyPi, named, wanted, span)
        {
            Resolved = address,
            Integrity = integrity,
            Development = development,
            Origin = address is null ? PackageOrigin.Registry : address.StartsWith("file:", StringComparison.Ordinal) ? PackageOrigin.Path : address.Contains("git", StringComparison.Ordinal) && !address.Contains(".whl", StringComparison.Ordinal) && !address.Contains("/archive/", StringComparison.Ordinal) && !address.Contains(".zip", StringComparison.Ordinal) && !address.Contains(".tar", StringComparison.Ordinal) ? PackageOrigin.Git : PackageOrigin.Url,
        });
    }

    private static bool IsAddress(string text)
    {
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        return colon > 0 && text.AsSpan(0, colon).IndexOfAny(' ', '@', '[') < 0;
    }

    private static bool IsPath(string text) => text[0] is '.' or '/' || text.EndsWith(".whl", StringComparison.Ordinal) || text.EndsWith(".tar.gz", StringComparison.Ordinal);
}
