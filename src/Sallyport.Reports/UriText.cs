using System.Globalization;
using System.Text;

namespace Sallyport.Reports;

/// <summary>Writes paths as URIs (RFC 3986).</summary>
internal static class UriText
{
    /// <summary>A relative reference for a path inside the scanned root, or a <c>file:</c> URI for an absolute one.</summary>
    public static string Of(string path)
    {
        var uri = new StringBuilder(path.Length + 8);
        if (path.StartsWith('/'))
        {
            uri.Append("file://");
        }

        AppendPath(uri, path);
        return uri.ToString();
    }

    /// <summary>Appends a path, everything percent-encoded that is not unreserved, a slash or harmless in a segment.</summary>
    public static void AppendPath(StringBuilder uri, string path)
    {
        foreach (var b in Encoding.UTF8.GetBytes(path))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'/' or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' or (byte)'!' or (byte)'+' or (byte)'@' or (byte)'=' or (byte)',')
            {
                uri.Append((char)b);
            }
            else
            {
                uri.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }
}
