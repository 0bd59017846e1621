using System.Security.Cryptography;
using System.Text;

namespace Sallyport.Cli.Commands.Initializing;

/// <summary>A last line that says that a text is still as <c>init</c> wrote it, so that <c>--undo</c> never takes away anybody's own words.</summary>
internal static class Seal
{
    private const string Mark = "# written by `sallyport init`; --undo removes it while it is unchanged: ";

    public static string Close(string text) => $"{text}{Mark}{Hash(text)}\n";

    /// <summary>Whether <paramref name="text"/> ends with a seal, intact or broken.</summary>
    public static bool IsSealed(string text, out bool intact)
    {
        intact = false;
        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        intact = text == Close(text[..at]);
        return true;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
