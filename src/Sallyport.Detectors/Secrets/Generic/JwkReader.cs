using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Reads the private member of a JSON Web Key, also where it stands in program text: <c>d</c> of a key pair, <c>k</c> of a symmetric key.</summary>
internal static class JwkReader
{
    private const int Reach = 3000;

    /// <summary>Adds the private members of the object that holds the <c>kty</c> at <paramref name="at"/>.</summary>
    public static void Read(ReadOnlySpan<byte> text, int at, List<Assignment> found)
    {
        var open = Math.Max(0, at - Reach);
        open += text[open..at].LastIndexOf((byte)'{') + 1;
        var close = text[at..Math.Min(text.Length, at + Reach)].IndexOf((byte)'}');
        if (close < 0)
        {
            return;
        }

        var members = text[open..(at + close)];
        var symmetric = members.IndexOf("oct"u8) >= 0;
        foreach (var word in new Words(members))
        {
            if (word.Length == 1 && members[word.Start] == (symmetric ? 'k' : 'd'))
            {
                Member(text, new TextSpan(open + word.Start, 1), found);
            }
        }
    }

    private static void Member(ReadOnlySpan<byte> text, TextSpan name, List<Assignment> found)
    {
        var at = name.End;
        while (at < text.Length && (Bytes.IsQuote(text[at]) || Bytes.IsBlank(text[at]) || text[at] == '\\'))
        {
            at++;
        }

        if (at == text.Length || text[at] != ':')
        {
            return;
        }

        for (at++; at < text.Length && Bytes.IsBlank(text[at]); at++)
        {
        }

        if (Literal.TryRead(text, at, Bond.Colon, out var value, out var quote, out _) && quote != 0 && value.Length >= 20)
        {
            found.Add(new Assignment(name, value, NameClass.Secret, Bond.Colon, quote, false));
        }
    }
}
