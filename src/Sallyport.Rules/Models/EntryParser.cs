using System.Globalization;

namespace Sallyport.Rules.Models;

/// <summary>Reads one sentence: <c>path(0|name, 2..) if ARG is VALUE and ARG absent</c>.</summary>
internal static class EntryParser
{
    private static readonly (string Word, ConditionTest Test)[] Tests =
    [
        (" is not ", ConditionTest.IsNot), (" is ", ConditionTest.Is), (" has ", ConditionTest.Has), (" starts ", ConditionTest.Starts),
        (" below ", ConditionTest.Below), (" bits ", ConditionTest.Bits),
        (" present", ConditionTest.Present), (" absent", ConditionTest.Absent), (" constant", ConditionTest.Constant), (" unknown", ConditionTest.Unknown),
        (" text", ConditionTest.Text), (" shell", ConditionTest.Shell),
    ];

    public static ModelEntry Parse(ModelRole role, string kind, string text, IReadOnlyList<string> types)
    {
        var (head, conditions) = (text.Trim(), Array.Empty<ModelCondition>());
        var split = head.IndexOf(" if ", StringComparison.Ordinal);
        if (split >= 0)
        {
            conditions = Array.ConvertAll(head[(split + 4)..].Split(" and ", StringSplitOptions.TrimEntries), Condition);
            head = head[..split].TrimEnd();
        }

        // A call in the middle belongs to the path; only what the last parentheses hold names arguments.
        var open = head.EndsWith(')') ? head.LastIndexOf('(') : -1;
        var called = open >= 0;
        var inside = called ? head[(open + 1)..^1].Trim() : "";
        var path = called ? head[..open] : head;
        if (path.Length == 0 || path.Contains(' ', StringComparison.Ordinal))
        {
            throw new FormatException($"`{text}` does not begin with a qualified name");
        }

        var arguments = inside.Length == 0 ? [] : Array.ConvertAll(inside.Split(',', StringSplitOptions.TrimEntries), Selector);
        var valued = role is ModelRole.Type or ModelRole.Source;
        return new ModelEntry(role, valued && called ? path + "()" : path, kind, arguments, conditions, types);
    }

    private static ModelCondition Condition(string text)
    {
        foreach (var (word, test) in Tests)
        {
            var at = word.EndsWith(' ') ? text.IndexOf(word, StringComparison.Ordinal) : text.EndsWith(word, StringComparison.Ordinal) ? text.Length - word.Length : -1;
            if (at > 0)
            {
                var argument = text[..at].Trim();
                return new ModelCondition(Selector(argument), test, text[(at + word.Length)..].Trim());
            }
        }

        throw new FormatException($"`{text}` is no condition; an argument is followed by is, is not, has, starts, below, bits, present, absent, constant, text, shell or unknown");
    }

    private static ArgumentSelector Selector(string text)
    {
        var onwards = text.EndsWith("..", StringComparison.Ordinal);
        var whole = onwards ? text[..^2] : text;
        var dot = whole.IndexOf('.', StringComparison.Ordinal);
        var field = dot < 0 ? "" : whole[(dot + 1)..];
        var parts = (dot < 0 ? whole : whole[..dot]).Split('|', 2);
        if (parts[0] == "self")
        {
            return new(ArgumentSelector.Receiver, "", field, onwards);
        }

        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new(position, parts.Length > 1 ? parts[1] : "", field, onwards)
            : new(ArgumentSelector.None, parts[0], field, onwards);
    }
}
