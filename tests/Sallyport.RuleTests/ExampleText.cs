using System.Globalization;
using System.Text;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.PrivateKeys;
using Sallyport.Detectors.Secrets.Verifiers;
using Sallyport.Rules.Pages;
using Sallyport.Rules.Patterns;

namespace Sallyport.RuleTests;

/// <summary>An example with its macros expanded and its marks taken out.</summary>
internal sealed class ExampleText
{
    private ExampleText(byte[] bytes, IReadOnlyList<TextSpan> marks) => (Bytes, Marks) = (bytes, marks);

    public byte[] Bytes { get; }

    public IReadOnlyList<TextSpan> Marks { get; }

    public static ExampleText Expand(RulePage page, RuleExample example, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var marks = new List<TextSpan>();
        var open = -1;
        for (var i = 0; i < example.Text.Length; i++)
        {
            var rest = example.Text.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open = Length();
                i++;
            }
            else if (rest.StartsWith("|]"))
            {
                marks.Add(TextSpan.Between(open, Length()));
                i++;
            }
            else if (rest.StartsWith("${") && MacroEnd(rest) is var end and > 0 && Macro(page, rest[2..end].ToString(), random) is { } value)
            {
                text.Append(value);
                i += end;
            }
            else
            {
                text.Append(example.Text[i]);
            }
        }

        return new ExampleText(Encoding.UTF8.GetBytes(text.Append('\n').ToString()), marks);

        int Length() => Encoding.UTF8.GetByteCount(text.ToString());
    }

    private static int MacroEnd(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 1; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Macro(RulePage page, string macro, Random random)
    {
        var shape = page.Match.Shape ?? page.Match.Token ?? "";
        var verifier = page.Match.Verify is { } name ? TokenVerifiers.Find(name) ?? throw new InvalidOperationException($"{page.Id}: no verifier `{name}`") : null;
        var drawn = () => new PatternSampler(shape).Draw(random);
        return macro switch
        {
            "token" when page.Match.Analysis == PrivateKeyAnalysis.Name => PrivateKeyExamples.Make(page.Match.Kind!, random),
            "token" => verifier?.Complete(drawn(), random) ?? drawn(),
            "wrong" => verifier!.Spoil(verifier.Complete(drawn(), random), random),
            "short" => new PatternSampler(shape).DrawShort(random),
            "placeholder" => new PatternSampler(shape).DrawPlaceholder(),
            "wallet" => NumberExamples.Wallet(random),
            _ when macro.StartsWith("number:", StringComparison.Ordinal) => NumberExamples.Make(macro[7..], random),
            _ when macro.StartsWith("shape:", StringComparison.Ordinal) => new PatternSampler(macro[6..]).Draw(random),
            _ when macro.StartsWith("tags:", StringComparison.Ordinal) => string.Concat(macro[5..].Select(c => char.ConvertFromUtf32(0xE0000 + c))),
            _ when macro.StartsWith("bits:", StringComparison.Ordinal) => string.Concat(macro[5..].SelectMany(c => Enumerable.Range(0, 8).Select(bit => (c >> (7 - bit) & 1) == 0 ? '\u200b' : '\u200c'))),
            _ when macro.StartsWith("turned:", StringComparison.Ordinal) => '\u202e' + new string([.. macro[7..].Reverse()]),
            _ => null, // an ordinary ${VARIABLE} of the example's language
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(Bytes)}\nmarks: {string.Join(", ", Marks)}");
}
