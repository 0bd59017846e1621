using System.Globalization;
using System.Text;
using Sallyport.Syntax.Shell.Parsing;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary><c>printf</c>: what a format and its arguments make.</summary>
internal static class Printf
{
    private const int Rounds = 1000;

    /// <summary>Formats <paramref name="words"/>, of which the first is the format.</summary>
    public static Value Format(IReadOnlyList<Value> words)
    {
        if (words.Count == 0)
        {
            return Value.Empty;
        }

        if (words[0].Text is not { } format)
        {
            return new Value([.. words.SelectMany(w => w.Pieces)]);
        }

        var output = new List<Piece>();
        var at = 1;
        for (var round = 0; round < Rounds; round++)
        {
            var before = at;
            Once(format, words, ref at, output);
            if (at >= words.Count || at == before)
            {
                break;
            }
        }

        return output.TrueForAll(p => p.Kind == PieceKind.Literal) ? Value.Of(string.Concat(output.Select(p => p.Text))) : new Value(output);
    }

    private static void Once(string format, IReadOnlyList<Value> words, ref int at, List<Piece> output)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '\\' && i + 1 < format.Length)
            {
                var start = i++;
                while (i + 1 < format.Length && i - start < 4 && (char.IsAsciiHexDigit(format[i + 1]) && (format[start + 1] is 'x' or 'u' || (char.IsAsciiDigit(format[start + 1]) && char.IsAsciiDigit(format[i + 1])))))
                {
                    i++;
                }

                text.Append(AnsiEscapes.Decode(format.AsSpan(start, i - start + 1)));
                continue;
            }

            if (format[i] != '%' || i + 1 >= format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            var end = i + 1;
            while (end < format.Length && (char.IsAsciiDigit(format[end]) || format[end] is '-' or '+' or ' ' or '#' or '.' or '*' or '\''))
            {
                end++;
            }

            var conversion = end < format.Length ? format[end] : '%';
            i = end;
            if (conversion == '%')
            {
                text.Append('%');
                continue;
            }

            if (text.Length > 0)
            {
                output.Add(Piece.Literal(text.ToString()));
                text.Clear();
            }

            Convert(conversion, at < words.Count ? words[at] : Value.Empty, output);
            at++;
        }

        if (text.Length > 0)
        {
            output.Add(Piece.Literal(text.ToString()));
        }
    }

    private static void Convert(char conversion, Value argument, List<Piece> output)
    {
        if (argument.Text is not { } text)
        {
            output.AddRange(argument.Pieces);
            return;
        }

        output.Add(Piece.Literal(conversion switch
        {
            'b' => AnsiEscapes.Decode(text, true),
            'c' => text.Length > 0 ? text[..1] : "",
            'x' when Number(text) is { } number => number.ToString("x", CultureInfo.InvariantCulture),
            'X' when Number(text) is { } number => number.ToString("X", CultureInfo.InvariantCulture),
            'o' when Number(text) is { } number => System.Convert.ToString(number, 8),
            'd' or 'i' or 'u' when Number(text) is { } number => number.ToString(CultureInfo.InvariantCulture),
            _ => text,
        }));
    }

    private static long? Number(string text) =>
        text.Length > 1 && text[0] is '\'' or '"' ? text[1] : Arithmetic.Evaluate(text, _ => null);
}
