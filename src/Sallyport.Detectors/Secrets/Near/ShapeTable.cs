using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Near;

/// <summary>The rules that have neither a literal nor near words, by the bytes their tokens begin with: the shape alone is unmistakable, or the file is.</summary>
internal sealed class ShapeTable
{
    private readonly Rule[][] _byFirst = new Rule[256][];

    public ShapeTable(IReadOnlyList<Rule> rules)
    {
        for (var first = 0; first < 256; first++)
        {
            _byFirst[first] = [.. rules.Where(r => r.Pattern!.MayBegin((byte)first))];
        }
    }

    /// <summary>The rules whose tokens may begin with <paramref name="first"/>.</summary>
    public ReadOnlySpan<Rule> At(byte first) => _byFirst[first];
}
