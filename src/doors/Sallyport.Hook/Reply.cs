using System.Globalization;
using System.Text;

namespace Sallyport.Hook;

/// <summary>What the server answered.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Reason">Why it refused; empty when it did not.</param>
/// <param name="Body">For the agent.</param>
internal sealed record Reply(int Code, string Reason, ReadOnlyMemory<byte> Body)
{
    /// <summary>Reads an answer; null when it is not whole, no success, or not of the server that wrote <paramref name="nonce"/>.</summary>
    public static Reply? Parse(ReadOnlyMemory<byte> answer, string nonce)
    {
        var end = answer.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var lines = Encoding.ASCII.GetString(answer.Span[..end]).Split("\r\n");
        var (code, length, proved, reason) = (-1, -1, false, "");
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim();
            switch (colon < 0 ? "" : line[..colon])
            {
                case "X-Sallyport-Nonce":
                    proved = value == nonce;
                    break;
                case "X-Sallyport-Exit":
                    code = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var exit) ? exit : -1;
                    break;
                case "X-Sallyport-Reason":
                    reason = value;
                    break;
                case "Content-Length":
                    length = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : -1;
                    break;
            }
        }

        var body = answer[(end + 4)..];
        return proved && (code is 0 or 2) && length == body.Length && lines[0].Split(' ') is [_, "200", ..] ? new Reply(code, reason, body) : null;
    }
}
