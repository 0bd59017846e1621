using System.Text.Json;
using Sallyport.Core;

namespace Sallyport.Agents.Settings;

/// <summary>Finds the values of a JSON text with their places; comments and trailing commas are let pass, as agents let them pass.</summary>
internal ref struct JsonParser(string text, string file)
{
    private const int DeepestNesting = 128;
    private int _at;

    public static JsonNode Parse(string text, string file)
    {
        var parser = new JsonParser(text, file);
        var root = parser.Value(0, null, -1);
        parser.Skip();
        return parser._at == text.Length ? root : throw parser.Bad("something stands behind its end");
    }

    private JsonNode Value(int depth, string? name, int from)
    {
        Skip();
        if (_at >= text.Length || depth > DeepestNesting)
        {
            throw Bad(depth > DeepestNesting ? "it is nested too deeply" : "it ends too early");
        }

        var node = new JsonNode(text[_at] is '{' or '[' or '"' ? text[_at] : '0', _at) { Name = name, From = from < 0 ? _at : from };
        switch (node.Kind)
        {
            case '{' or '[':
                Fill(node, depth);
                break;
            case '"':
                Quoted();
                break;
            default:
                Bare();
                break;
        }

        node.End = _at;
        return node;
    }

    private void Fill(JsonNode node, int depth)
    {
        var close = node.Kind == '{' ? '}' : ']';
        _at++;
        for (Skip(); ; Skip())
        {
            if (Is(close))
            {
                _at++;
                return;
            }

            string? name = null;
            var from = -1;
            if (node.Kind == '{')
            {
                from = _at;
                name = Is('"') ? Quoted() : throw Bad("a key is missing");
                Skip();
                Expect(':');
            }

            node.Children.Add(Value(depth + 1, name, from));
            Skip();
            if (!Is(close))
            {
                Expect(',');
            }
        }
    }

    private string Quoted()
    {
        var start = _at++;
        while (_at < text.Length && text[_at] != '"')
        {
            _at += text[_at] == '\\' ? 2 : 1;
        }

        if (_at >= text.Length)
        {
            throw Bad("a text does not end");
        }

        _at++;
        try
        {
            using var word = JsonDocument.Parse(text.AsMemory(start, _at - start));
            return word.RootElement.GetString()!;
        }
        catch (JsonException)
        {
            throw Bad("a text has a bad escape");
        }
    }

    private void Bare()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        if (_at == start)
        {
            throw Bad($"`{text[_at]}` is out of place");
        }
    }

    private void Skip()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (text.AsSpan(_at).StartsWith("//"))
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else if (text.AsSpan(_at).StartsWith("/*"))
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw Bad("a comment does not end") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private readonly bool Is(char c) => _at < text.Length && text[_at] == c;

    private void Expect(char c) => _at = Is(c) ? _at + 1 : throw Bad($"`{c}` is missing");

    private readonly UserException Bad(string why) =>
        new($"{file}:{1 + text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n')}: {why}", "this file is not changed while it is no JSON; mend it first");
}
