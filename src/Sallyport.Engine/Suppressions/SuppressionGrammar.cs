using System.Globalization;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Suppressions;

/// <summary>The grammar <c>ignore[rule, …] [until YYYY-MM-DD] -- reason</c>. Blanks are free; everything else is exact.</summary>
internal static class SuppressionGrammar
{
    private const string Form = "write `ignore[rule] -- reason`, or `ignore[rule] until 2027-06-01 -- reason`";

    /// <summary>Reads what follows <c>sallyport:</c> in a comment.</summary>
    public static SuppressionComment Parse(string body, TextSpan span, TextSpan removal, int target)
    {
        var problem = Read(body.AsSpan().Trim(), out var rules, out var until, out var reason);
        return new SuppressionComment { Span = span, Removal = removal, Target = target, Rules = rules, Until = until, Reason = reason, Problem = problem };
    }

    private static string? Read(ReadOnlySpan<char> text, out string[] rules, out DateOnly? until, out string reason)
    {
        (rules, until, reason) = ([], null, "");
        if (!text.StartsWith("ignore"))
        {
            return $"the word is `ignore`; {Form}";
        }

        text = text["ignore".Length..].TrimStart();
        var close = text.IndexOf(']');
        if (text.IsEmpty || text[0] != '[' || close < 0)
        {
            return $"the rules stand in brackets; {Form}";
        }

        rules = text[1..close].ToString().Split(',', StringSplitOptions.TrimEntries);
        if (Array.Exists(rules, r => r.Length == 0))
        {
            return $"a rule is missing; {Form}";
        }

        text = text[(close + 1)..].TrimStart();
        if (text.StartsWith("until"))
        {
            text = text["until".Length..].TrimStart();
            var end = text.IndexOf(' ');
            var date = end < 0 ? text : text[..end];
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return $"`{date}` is no date; {Form}";
            }

            until = day;
            text = text[date.Length..].TrimStart();
        }

        if (!text.StartsWith("--"))
        {
            return text.IsEmpty ? $"a reason is missing; {Form}" : $"`--` and a reason are missing; {Form}";
        }

        reason = text.TrimStart('-').Trim().ToString();
        return reason.Length > 0 ? null : $"a reason is missing; {Form}";
    }
}
