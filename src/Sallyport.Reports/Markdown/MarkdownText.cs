using System.Globalization;
using System.Text;
using Sallyport.Reports.Text;

namespace Sallyport.Reports.Markdown;

/// <summary>Quotes text for a cell of a Markdown table, so that scanned content makes neither markup nor links nor mentions.</summary>
internal static class MarkdownText
{
    /// <summary>As prose.</summary>
    public static string Of(string text) => Quote(VisibleText.Of(text));

    /// <summary>In the typeface of code. An element, not backticks: those end at a backtick in the text.</summary>
    public static string Code(string text) => "<code>" + Quote(VisibleText.Of(text)) + "</code>";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '&' or '<' or '>')
            {
                quoted.Append("&#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
                continue;
            }

            if (char.IsAscii(c) && char.IsPunctuation(c) && c is not ('.' or '/' or '-' or ',') || char.IsAscii(c) && char.IsSymbol(c) && c != '=')
            {
                quoted.Append('\\');
            }

            quoted.Append(c);
        }

        return quoted.ToString();
    }
}
