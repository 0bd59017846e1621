using System.Text.RegularExpressions;
using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Rules.Tests.Imports.Expressions;

/// <summary>The own engine and the three of .NET over random expressions and texts: same matches, same groups.</summary>
public sealed class EngineDifferenceTests
{
    private const int Texts = 12;

    [Theory]
    [InlineData(RegexOptions.None, 1, 400)]
    [InlineData(RegexOptions.Compiled, 2, 30)]
    [InlineData(RegexOptions.NonBacktracking, 3, 100)]
    public void Matches_and_groups_are_those_of_the_other_engine(RegexOptions engine, int seed, int expressions)
    {
        var random = new Random(seed);
        var compared = 0;
        for (var i = 0; i < expressions; i++)
        {
            var source = RandomExpression.Draw(random);
            var own = Expression.Parse(source, ExpressionDialect.Re2);
            var other = new Regex(DotNetPattern.Of(own.Root), engine | RegexOptions.CultureInvariant);
            for (var j = 0; j < Texts; j++)
            {
                var text = RandomExpression.DrawText(random);
                var expected = Theirs(other, text, withGroups: engine != RegexOptions.NonBacktracking);
                Ours(own, text, withGroups: engine != RegexOptions.NonBacktracking).ShouldBe(expected, $"`{source}` on {Convert.ToHexString(text)}");
                compared += expected.Count;
            }
        }

        compared.ShouldBeGreaterThan(expressions * 3);
    }

    [Fact]
    public void The_group_that_dotnet_loses_before_an_end_of_text_is_kept()
    {
        var own = Expression.Parse(@"=(\w+)(?:\s|\z)", ExpressionDialect.Re2);
        Ours(own, "x=abc\n"u8.ToArray(), withGroups: true).ShouldBe(["1-6 2-5"]);
    }

    [Fact]
    public void States_that_were_forgotten_are_made_again()
    {
        var random = new Random(4);
        var text = Enumerable.Range(0, 60_000).Select(_ => "aabbabac"u8[random.Next(random.Next(40) == 0 ? 8 : 7)]).ToArray();
        var expected = Enumerable.Range(0, text.Length - 15).Where(i => text[i] == 'a' && text[i + 15] == 'c' && !text.AsSpan(i + 1, 14).Contains((byte)'c')).ToArray();
        var own = Expression.Parse("a[ab]{14}c", ExpressionDialect.Re2);
        Ours(own, text, withGroups: false).ShouldBe(expected.Select(i => $"{i}-{i + 16}"));
        expected.Length.ShouldBeGreaterThan(100);
    }

    private static List<string> Ours(Expression expression, byte[] text, bool withGroups)
    {
        var found = new List<string>();
        var marks = new int[expression.Marks];
        var work = 0L;
        for (var at = 0; at <= text.Length && expression.TryFind(text, at, text.Length, marks, ref work); at = Math.Max(marks[1], marks[0] + 1))
        {
            if (marks[1] > marks[0])
            {
                found.Add(string.Join(' ', Enumerable.Range(0, withGroups ? marks.Length / 2 : 1).Select(g => marks[g * 2] < 0 ? "-" : $"{marks[g * 2]}-{marks[(g * 2) + 1]}")));
            }
        }

        return found;
    }

    private static List<string> Theirs(Regex regex, byte[] text, bool withGroups)
    {
        var found = new List<string>();
        var chars = DotNetPattern.Text(text);
        for (var match = regex.Match(chars); match.Success; match = Next(regex, chars, match))
        {
            if (match.Length > 0)
            {
                found.Add(string.Join(' ', match.Groups.Values.Take(withGroups ? int.MaxValue : 1).Select(g => g.Success ? $"{g.Index}-{g.Index + g.Length}" : "-")));
            }
        }

        return found;
    }

    // After an empty match both go on one character further; .NET's own NextMatch would do the same from another place.
    private static Match Next(Regex regex, string text, Match last)
    {
        var at = Math.Max(last.Index + last.Length, last.Index + 1);
        return at <= text.Length ? regex.Match(text, at) : Match.Empty;
    }
}
