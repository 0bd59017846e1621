using System.Buffers;

namespace Sallyport.Agents.Protocol;

/// <summary>Argument vectors as a line that a shell reads back into the same words.</summary>
internal static class ShellWords
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./=:,@%+");

    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    public static string Quote(string word) =>
        word.Length > 0 && word.AsSpan().IndexOfAnyExcept(Plain) < 0 ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
