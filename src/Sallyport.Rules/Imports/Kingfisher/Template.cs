using System.Globalization;

namespace Sallyport.Rules.Imports.Kingfisher;

/// <summary>The small part of Liquid that checksums are written in: <c>{{ VALUE | filter: 6 | … }}</c>.</summary>
internal sealed class Template
{
    private readonly string _source;
    private readonly (Func<string, string, string?> Apply, string Argument)[] _filters;

    private Template(string source, (Func<string, string, string?> Apply, string Argument)[] filters) => (_source, _filters) = (source, filters);

    /// <summary>Reads a template; null when it is more than that.</summary>
    public static Template? Parse(string text)
    {
        text = text.Trim();
        if (!text.StartsWith("{{", StringComparison.Ordinal) || text.IndexOf("}}", StringComparison.Ordinal) != text.Length - 2)
        {
            return null;
        }

        var parts = text[2..^2].Trim('-').Split('|', StringSplitOptions.TrimEntries);
        var filters = new (Func<string, string, string?>, string)[parts.Length - 1];
        for (var i = 1; i < parts.Length; i++)
        {
            var colon = parts[i].IndexOf(':', StringComparison.Ordinal);
            var (name, argument) = colon < 0 ? (parts[i], "") : (parts[i][..colon].Trim(), parts[i][(colon + 1)..].Trim());
            if (TemplateFilters.Find(name) is not { } filter || argument.Contains(','))
            {
                return null;
            }

            filters[i - 1] = (filter, Unquote(argument));
        }

        return parts[0].Length > 0 && parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? new Template(parts[0], filters) : null;
    }

    /// <summary>The text for some values; null when the one it starts from is missing.</summary>
    public string? Render(Dictionary<string, string> values)
    {
        var text = values.GetValueOrDefault(_source);
        foreach (var (apply, argument) in _filters)
        {
            text = text is null ? null : apply(text, argument);
        }

        return text;
    }

    internal static int? Number(string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Unquote(string argument) =>
        argument.Length >= 2 && argument[0] is '"' or '\'' && argument[^1] == argument[0] ? argument[1..^1] : argument;
}
