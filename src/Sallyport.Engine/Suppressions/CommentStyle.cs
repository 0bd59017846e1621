using System.Text;

namespace Sallyport.Engine.Suppressions;

/// <summary>How comments begin and end in the languages of this world.</summary>
internal static class CommentStyle
{
    // Longer openers first: the search takes the first that fits.
    private static readonly (byte[] Opener, byte[] Closer)[] Styles =
    [
        Style("<!--", "-->"), Style("{{!--", "--}}"), Style("{{!", "}}"), Style("{{/*", "*/}}"), Style("<%#", "%>"), Style("<%--", "--%>"), Style("{#", "#}"),
        Style("(*", "*)"), Style("{-", "-}"), Style("/**", "*/"), Style("/*", "*/"), Style("///", ""), Style("//", ""), Style("<#", "#>"), Style("#", ""),
        Style("--", ""), Style(";;", ""), Style(";", ""), Style("%", ""), Style("dnl", ""), Style("REM", ""), Style("rem", ""), Style("::", ""), Style("!", ""), Style("*", ""),
    ];

    /// <summary>The opener that <paramref name="line"/> ends with, blanks after it aside: its length with the blanks (0 for none) and the closer that belongs to it.</summary>
    public static int OpenerBefore(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> closer)
    {
        var text = line.TrimEnd(" \t"u8);
        foreach (var (opener, end) in Styles)
        {
            if (text.EndsWith(opener))
            {
                closer = end;
                return line.Length - text.Length + opener.Length;
            }
        }

        closer = default;
        return 0;
    }

    private static (byte[] Opener, byte[] Closer) Style(string opener, string closer) => (Encoding.ASCII.GetBytes(opener), Encoding.ASCII.GetBytes(closer));
}
