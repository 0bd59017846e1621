using System.Text;
using Sallyport.Reports.Text;

namespace Sallyport.Reports.Html;

/// <summary>Encodes text for element content and quoted attributes.</summary>
internal static class HtmlText
{
    public static string Of(string text)
    {
        text = VisibleText.Of(text);
        return text.AsSpan().IndexOfAny("&<>\"'") < 0 ? text : Encode(text);
    }

    /// <summary>Several lines, the ends of lines kept.</summary>
    public static string Lines(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Of(lines[i]);
        }

        return string.Join('\n', lines);
    }

    /// <summary>A sentence of a rule page: what stands between backticks is code.</summary>
    public static string Sentence(string text)
    {
        var parts = text.Split('`');
        if (parts.Length % 2 == 0)
        {
            return Of(text);
        }

        var html = new StringBuilder(text.Length + 32);
        for (var i = 0; i < parts.Length; i++)
        {
            html.Append(i % 2 == 0 ? Of(parts[i]) : "<code>" + Of(parts[i]) + "</code>");
        }

        return html.ToString();
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 32);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }
}
