using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sallyport.InjectionModel;

/// <summary>Ways of putting a text into another, shown and hidden.</summary>
internal static class Hiding
{
    private const string Plain = "aeopcxyi";
    private const string Alike = "аеорсхуі";

    public static IReadOnlyList<(string Name, Func<string, string> Put)> Ways { get; } =
    [
        ("plain", a => a),
        ("html-comment", a => $"<!-- {a} -->"),
        ("code-comment", a => "```python\n# " + a.Replace("\n", "\n# ", StringComparison.Ordinal) + "\n```"),
        ("slash-comment", a => "// " + a.Replace("\n", "\n// ", StringComparison.Ordinal)),
        ("css", a => $"<span style=\"display:none\">{a}</span>"),
        ("white", a => $"<p style='color:#ffffff;font-size:1px'>{a}</p>"),
        ("hidden", a => $"<div hidden>{a}</div>"),
        ("title", a => $"[docs](https://example.com \"{Line(a)}\")"),
        ("reference", a => $"[//]: # ({Line(a)})"),
        ("image", a => $"![{Line(a)}](https://example.com/a.png)"),
        ("attribute", a => $"<a href=\"/x\" aria-label=\"{Line(a)}\">more</a>"),
        ("split", a => string.Join('\u200b', a.EnumerateRunes().Select(r => r.ToString()))),
        ("alike", a => string.Concat(a.Select(c => Plain.IndexOf(c, StringComparison.Ordinal) is var i and >= 0 ? Alike[i] : c))),
        ("base64", a => "data: " + Convert.ToBase64String(Encoding.UTF8.GetBytes(a))),
        ("hex", a => "value: " + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(a))),
        ("percent", a => "https://example.com/?q=" + Uri.EscapeDataString(a)),
        ("spaced", a => string.Join(' ', a.EnumerateRunes().Select(r => r.ToString()))),
        ("rot13", a => string.Concat(a.Select(Rotated))),
        ("backwards", a => new string([.. a.Reverse()])),
        ("wide", a => string.Concat(a.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c))),
        ("json", a => JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = "x", ["description"] = a })),
        ("yaml-comment", a => "# " + a.Replace("\n", "\n# ", StringComparison.Ordinal)),
        ("entities", a => string.Concat(a.Select(c => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};")))),
    ];

    private static string Line(string text) => text.Replace('"', '\'').Replace('\n', ' ').Replace("](", "] (", StringComparison.Ordinal);

    private static char Rotated(char c) => char.ToLowerInvariant(c) is >= 'a' and <= 'z' and var lower ? (char)(c + (lower < 'n' ? 13 : -13)) : c;
}
