using System.Text;
using Sallyport.Detectors.Privacy.Numbers;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.RuleTests;

/// <summary>Numbers that are nobody's until the test runs: <c>${number:KIND:TEMPLATE}</c>, every <c>#</c> of the template a digit, every <c>?</c> a letter, drawn until the check digits hold.</summary>
internal static class NumberExamples
{
    private const int Draws = 2_000_000;

    public static string Make(string macro, Random random)
    {
        var colon = macro.IndexOf(':', StringComparison.Ordinal);
        var kind = NumberCatalogue.Shared.Find(macro[..colon])!;
        for (var i = 0; i < Draws; i++)
        {
            var text = Draw(macro[(colon + 1)..], random);
            var value = Encoding.ASCII.GetBytes(new string([.. text.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant());
            if (kind.Holds(value, out var proves) && proves && !Samples.Has(value))
            {
                return text;
            }
        }

        throw new InvalidOperationException($"no number fits {macro}");
    }

    public static string Wallet(Random random)
    {
        var payload = new byte[21];
        random.NextBytes(payload.AsSpan(1));
        return Base58Check.Encode(payload, Alphabets.Bitcoin);
    }

    private static string Draw(string template, Random random) =>
        string.Concat(template.Select(c => c switch { '#' => (char)('0' + random.Next(10)), '?' => (char)('A' + random.Next(26)), _ => c }));
}
