using System.Buffers;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Tables;

/// <summary>Finds the keys of JSON records that hold personal data, by what they are called and what is in them.</summary>
internal static class Records
{
    private const int LongestKey = 48;
    private const int LongestValue = 256;
    private static readonly SearchValues<byte> Ends = SearchValues.Create(",}] \n\r"u8);

    /// <summary>Adds the keys, each once however many records have it.</summary>
    public static void Read(ReadOnlySpan<byte> text, List<Column> found)
    {
        var columns = new Dictionary<PersonalKind, Column>();
        int at = 0, next;
        while (at < text.Length && (next = text[at..].IndexOf("\":"u8)) is >= 0 or -1)
        {
            var close = next >= 0 ? at + next : -1;
            if (close < 0)
            {
                break;
            }

            at = close + 2;
            var open = text[Math.Max(0, close - LongestKey)..close].LastIndexOf((byte)'"');
            if (open < 0 || ColumnNames.Find(text[(Math.Max(0, close - LongestKey) + open + 1)..close]) is not { } kind)
            {
                continue;
            }

            var name = TextSpan.Between(Math.Max(0, close - LongestKey) + open + 1, close);
            var value = Value(text, at);
            if (value.Length > 0)
            {
                if (!columns.TryGetValue(kind, out var column))
                {
                    columns[kind] = column = new Column(kind, name);
                }

                column.Add(text, value);
                at = value.End;
            }
        }

        foreach (var column in columns.Values)
        {
            if (column.Holds)
            {
                found.Add(column);
            }
        }
    }

    private static TextSpan Value(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'[')
        {
            at++;
        }

        if (at >= text.Length || text[at] is (byte)'{' or (byte)']')
        {
            return default;
        }

        var quoted = text[at] == '"';
        var start = quoted ? at + 1 : at;
        var rest = text[start..Math.Min(text.Length, start + LongestValue)];
        var length = quoted ? rest.IndexOf((byte)'"') : rest.IndexOfAny(Ends);
        return length > 0 ? new TextSpan(start, length) : default;
    }
}
