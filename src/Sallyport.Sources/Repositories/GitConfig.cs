using System.Text;

namespace Sallyport.Sources.Repositories;

/// <summary>The few settings of git that decide what it sees, read from its configuration files without starting git.</summary>
internal sealed class GitConfig
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly StringBuilder _value = new();

    /// <summary>Whether a file pulls in others, which only git itself resolves.</summary>
    public bool HasIncludes { get; private set; }

    /// <summary>The last value of <paramref name="key"/>, such as <c>core.excludesfile</c>: section and name in lower case.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>Reads a file over what was read before.</summary>
    public void Read(byte[]? bytes)
    {
        if (bytes is null)
        {
            return;
        }

        var section = "";
        var text = Encoding.UTF8.GetString(bytes);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c is '#' or ';')
            {
                at = LineEnd(text, at);
            }
            else if (c == '[')
            {
                var close = text.IndexOf(']', at);
                if (close < 0)
                {
                    return;
                }

                section = text[(at + 1)..close].Trim().ToLowerInvariant();
                HasIncludes |= section.StartsWith("include", StringComparison.Ordinal);
                at = close + 1;
            }
            else if (char.IsWhiteSpace(c) || c == '\uFEFF')
            {
                at++;
            }
            else
            {
                at = Entry(text, at, section);
            }
        }
    }

    private int Entry(string text, int at, string section)
    {
        var end = at;
        while (end < text.Length && text[end] is not ('=' or '\n' or '#' or ';'))
        {
            end++;
        }

        var key = $"{section}.{text[at..end].Trim().ToLowerInvariant()}";
        if (end == text.Length || text[end] != '=')
        {
            _values[key] = "true";
            return LineEnd(text, end);
        }

        at = Value(text, end + 1);
        _values[key] = _value.ToString();
        return at;
    }

    private int Value(string text, int at)
    {
        _value.Clear();
        var quoted = false;
        var kept = 0;
        while (at < text.Length && (text[at] is ' ' or '\t'))
        {
            at++;
        }

        for (; at < text.Length && text[at] != '\n'; at++)
        {
            var c = text[at];
            if (!quoted && (c is '#' or ';'))
            {
                at = LineEnd(text, at);
                break;
            }

            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == '\\' && ++at < text.Length)
            {
                if (text[at] == '\n')
                {
                    continue;
                }

                _value.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'b' => '\b', var other => other });
            }
            else
            {
                _value.Append(c);
            }

            kept = quoted || !char.IsWhiteSpace(c) ? _value.Length : kept;
        }

        _value.Length = kept;
        return at;
    }

    private static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }
}
