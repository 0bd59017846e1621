using System.Globalization;
using System.Text;
using Sallyport.Rules.Imports.Expressions;
using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Tests.Imports.Expressions;

/// <summary>Writes a tree as a .NET pattern, so that .NET's engines can say what the right answer is. A byte beyond ASCII becomes a character that is no word.</summary>
internal static class DotNetPattern
{
    private const int High = 0x2580;

    public static string Of(ExpressionNode node) => node switch
    {
        Set set => OfSet(set),
        Sequence sequence => string.Concat(sequence.Items.Select(Of)),
        Choice choice => $"(?:{string.Join('|', choice.Options.Select(Of))})",
        Group group => $"({Of(group.Item)})",
        Repeat repeat => $"(?:{Of(repeat.Item)}){{{repeat.Min},{repeat.Max}}}{(repeat.Lazy ? "?" : "")}",
        ExpressionNode.Assert assert => assert.Assertion switch
        {
            Assertion.TextStart => @"\A",
            Assertion.TextEnd => @"\z",
            Assertion.LineStart => "(?m:^)",
            Assertion.LineEnd => "(?m:$)",
            Assertion.WordBoundary => @"\b",
            _ => @"\B",
        },
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            text.Append(Char(value));
        }

        return text.ToString();
    }

    private static string OfSet(Set set) =>
        $"[{string.Concat(set.Bytes.Values().Select(b => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)Char(b):X4}")))}]";

    private static char Char(byte value) => (char)(value < 0x80 ? value : High + value - 0x80);
}
