using System.Security.Cryptography;
using System.Text;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>What a settings file was before hooks were set, so that taking them back leaves it byte for byte as it was, unless somebody has changed it since.</summary>
internal sealed class HookReceipt(string state, string path)
{
    private readonly string _file = Path.Combine(state, "hooks", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8)));

    public void Keep(string? before, string after)
    {
        // A second installation goes back to before the first one, while nobody else wrote in between.
        var original = before is not null && Original(before, out var first) ? first : before;
        Setting.Files.Write(_file, Encoding.UTF8.GetBytes($"{Hash(after)}\n{(original is null ? "-" : "+" + original)}"));
    }

    /// <summary>Whether <paramref name="now"/> is what was written, and then what stood there before; null for no file.</summary>
    public bool Original(string now, out string? original)
    {
        original = null;
        if (Setting.Files.Read(_file) is not { } data)
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(data);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || text[..end] != Hash(now))
        {
            return false;
        }

        original = text[end + 1] == '+' ? text[(end + 2)..] : null;
        return true;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
