using System.Text;
using System.Text.Json;
using Sallyport.Core;

namespace Sallyport.Agents.Settings;

/// <summary>A settings file of somebody else's, changed in place: every byte that is not ours stays as it is.</summary>
internal sealed class JsonText
{
    private readonly string _file;
    private readonly string _newLine;
    private readonly string _unit;
    private JsonNode _root;

    public JsonText(string? text, string file)
    {
        _file = file;
        Text = string.IsNullOrWhiteSpace(text) ? "{}\n" : text;
        _newLine = Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _unit = Unit(Text);
        _root = JsonParser.Parse(Text, file);
        if (_root.Kind != '{')
        {
            throw new UserException($"{file}: it is no JSON object", "this file is not changed while it is not what the agent reads; mend it first");
        }
    }

    public string Text { get; private set; }

    /// <summary>The value behind keys; null when one is missing.</summary>
    public JsonNode? At(params ReadOnlySpan<string> keys)
    {
        var node = _root;
        foreach (var key in keys)
        {
            node = node?.Member(key);
        }

        return node;
    }

    public string Raw(JsonNode node) => Text[node.Start..node.End];

    /// <summary>Sets a member of the root where it is missing.</summary>
    public void Default(string name, string json)
    {
        if (_root.Member(name) is null)
        {
            Insert(_root, name, json);
        }
    }

    /// <summary>Appends a value to the list behind two keys; what is missing on the way is made.</summary>
    public void Append(string outer, string inner, string json)
    {
        if (At(outer) is not { } group)
        {
            Insert(_root, outer, $"{{{Quote(inner)}:[{json}]}}");
        }
        else if (group.Kind != '{')
        {
            throw Misshapen(outer);
        }
        else if (group.Member(inner) is not { } list)
        {
            Insert(group, inner, $"[{json}]");
        }
        else
        {
            Insert(list.Kind == '[' ? list : throw Misshapen($"{outer}.{inner}"), null, json);
        }
    }

    /// <summary>Takes everything out of the lists below a key that <paramref name="ours"/> claims, and what is empty afterwards.</summary>
    public bool Remove(string outer, Func<JsonNode, bool> ours)
    {
        var removed = false;
        while (At(outer) is { Kind: '{' } group && First(group, ours) is { } found)
        {
            removed = true;
            Cut(found.List, found.Item);
            if (At(outer, found.Name) is { Children.Count: 0 } list && At(outer) is { } left)
            {
                Cut(left, list);
            }

            if (At(outer) is { Children.Count: 0 } empty)
            {
                Cut(_root, empty);
            }
        }

        return removed;
    }

    private static (JsonNode List, JsonNode Item, string Name)? First(JsonNode group, Func<JsonNode, bool> ours)
    {
        foreach (var list in group.Children)
        {
            foreach (var item in list.Kind == '[' ? list.Children : [])
            {
                if (ours(item))
                {
                    return (list, item, list.Name!);
                }
            }
        }

        return null;
    }

    private void Insert(JsonNode into, string? name, string json)
    {
        var inner = IndentOf(into) + _unit;
        var value = (name is null ? "" : Quote(name) + ": ") + Pretty(json, inner);
        if (into.Children.Count == 0)
        {
            // What stands between empty brackets, perhaps a comment, stays.
            var between = Text[(into.Start + 1)..(into.End - 1)].TrimEnd();
            Splice(into.Start + 1, into.End - 1, $"{between}{_newLine}{inner}{value}{_newLine}{IndentOf(into)}");
            return;
        }

        var last = into.Children[^1];
        var oneLine = !Text.AsSpan(into.Start, into.End - into.Start).Contains('\n');
        var behind = Comma(last.End, into.End);
        var lead = oneLine ? " " : _newLine + LineIndent(last.From, inner);
        Splice(behind ?? last.End, behind ?? last.End, (behind is null ? "," : "") + lead + (oneLine ? (name is null ? "" : Quote(name) + ": ") + json : value));
    }

    // From behind the value before to behind our own, so that the comma between them goes, too.
    private void Cut(JsonNode from, JsonNode item)
    {
        var at = from.Children.IndexOf(item);
        var (start, end) = (item.From, item.End);
        if (at > 0)
        {
            start = from.Children[at - 1].End;
            var comma = Text[start..item.From];
            if (at < from.Children.Count - 1 || !comma.AsSpan().TrimStart().StartsWith(","))
            {
                // The comma before us now serves the next one.
                start = item.From - (comma.Length - comma.TrimEnd().Length);
                end = Comma(item.End, from.End) ?? item.End;
            }
        }
        else if (from.Children.Count > 1)
        {
            end = from.Children[1].From;
        }
        else
        {
            (start, end) = (from.Start + 1, from.End - 1);
        }

        Splice(start, end, "");
    }

    private int? Comma(int from, int limit)
    {
        for (var at = from; at < limit; at++)
        {
            if (Text[at] == ',')
            {
                return at + 1;
            }

            if (!char.IsWhiteSpace(Text[at]))
            {
                return null;
            }
        }

        return null;
    }

    private void Splice(int from, int to, string with)
    {
        Text = string.Concat(Text.AsSpan(0, from), with, Text.AsSpan(to));
        _root = JsonParser.Parse(Text, _file);
    }

    private string IndentOf(JsonNode node) => LineIndent(node.From, "");

    private string LineIndent(int at, string otherwise)
    {
        var line = Text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = line;
        while (end < at && Text[end] is ' ' or '\t')
        {
            end++;
        }

        return end == at || otherwise.Length == 0 ? Text[line..end] : otherwise;
    }

    private string Pretty(string json, string indent)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Pretty(document.RootElement, text, indent);
        return text.ToString();
    }

    private void Pretty(JsonElement value, StringBuilder text, string indent)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            text.Append(value.GetRawText());
            return;
        }

        var isObject = value.ValueKind == JsonValueKind.Object;
        text.Append(isObject ? '{' : '[');
        var any = false;
        foreach (var (name, item) in isObject ? value.EnumerateObject().Select(m => (m.Name, m.Value)) : value.EnumerateArray().Select(i => ("", i)))
        {
            text.Append(any ? "," : "").Append(_newLine).Append(indent).Append(_unit).Append(isObject ? Quote(name) + ": " : "");
            Pretty(item, text, indent + _unit);
            any = true;
        }

        text.Append(any ? _newLine + indent : "").Append(isObject ? '}' : ']');
    }

    private UserException Misshapen(string place) => new($"{_file}: `{place}` is not what the agent reads", "mend it first; this file is not changed while it is not understood");

    private static string Unit(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var rest = line.TrimStart(' ', '\t');
            if (rest.Length < line.Length && rest.Length > 0 && rest[0] == '"')
            {
                return line[0] == '\t' ? "\t" : line[..(line.Length - rest.Length)];
            }
        }

        return "  ";
    }

    internal static string Quote(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
