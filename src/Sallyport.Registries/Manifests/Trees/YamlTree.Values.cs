using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Trees;

/// <content>Scalars, block texts and flow collections.</content>
internal ref partial struct YamlTree
{
    private TreeNode Value(string key, TextSpan place, int start, int end, int indent, int depth)
    {
        if (_text[start] is (byte)'|' or (byte)'>')
        {
            return BlockText(key, place, end, indent);
        }

        if (_text[start] is (byte)'{' or (byte)'[')
        {
            var at = start;
            var node = Flow(ref at, key, place, depth);
            while (_next < _lines.Count && _lines[_next].Start < at)
            {
                _next++;
            }

            return node;
        }

        var scalar = Scalar(key, place, start, end);
        // A plain text may go on in deeper lines.
        while (_next < _lines.Count && _lines[_next].Indent > indent && scalar.IsScalar)
        {
            scalar.Text += " " + Encoding.UTF8.GetString(_text[_lines[_next].Start.._lines[_next].End]);
            _next++;
        }

        return scalar;
    }

    private TreeNode BlockText(string key, TextSpan place, int end, int indent)
    {
        var (first, last) = (-1, end);
        var text = new StringBuilder();
        while (_next < _lines.Count && _lines[_next].Indent > indent)
        {
            first = first < 0 ? _lines[_next].Start : first;
            last = _lines[_next].End;
            text.Append(Encoding.UTF8.GetString(_text[_lines[_next].Start.._lines[_next].End])).Append('\n');
            _next++;
        }

        return new TreeNode { Key = key, KeySpan = place, Text = text.ToString(), Span = first < 0 ? new TextSpan(end, 0) : TextSpan.Between(first, last), IsText = true };
    }

    private TreeNode Flow(ref int at, string key, TextSpan place, int depth)
    {
        if (depth > Depth)
        {
            throw new FormatException("YAML nested too deeply");
        }

        var start = at;
        var map = _text[at++] == '{';
        var node = new TreeNode { Key = key, KeySpan = place, IsList = !map }.Open();
        while (Blank(ref at) && _text[at] is not ((byte)'}' or (byte)']'))
        {
            var (name, span) = ("", default(TextSpan));
            if (map)
            {
                var from = at;
                at = FlowScalarEnd(at, inKey: true);
                var named = Scalar("", default, from, at);
                (name, span) = (named.Text, named.Span);
                if (at < _text.Length && _text[at] == ':')
                {
                    at++;
                }

                if (!Blank(ref at))
                {
                    break;
                }
            }

            if (_text[at] is (byte)'{' or (byte)'[')
            {
                node.Add(Flow(ref at, name, span, depth + 1));
            }
            else
            {
                var from = at;
                at = FlowScalarEnd(at, inKey: false);
                node.Add(Scalar(name, span, from, at));
            }

            if (Blank(ref at) && _text[at] == ',')
            {
                at++;
            }
        }

        at = Math.Min(at + 1, _text.Length);
        node.Span = TextSpan.Between(start, at);
        return node;
    }

    private readonly int FlowScalarEnd(int at, bool inKey)
    {
        if (_text[at] is (byte)'"' or (byte)'\'')
        {
            var end = Quoted(at, _text.Length);
            return end < 0 ? _text.Length : end;
        }

        while (at < _text.Length && _text[at] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'\n') && !(_text[at] == ':' && inKey && (at + 1 >= _text.Length || _text[at + 1] is (byte)' ' or (byte)'\n')))
        {
            at++;
        }

        return at;
    }

    private readonly bool Blank(ref int at)
    {
        while (at < _text.Length && _text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at < _text.Length;
    }

    private readonly TreeNode Scalar(string key, TextSpan place, int start, int end)
    {
        while (end > start && _text[end - 1] is (byte)' ' or (byte)'\r')
        {
            end--;
        }

        if (end > start && _text[start] is (byte)'"' or (byte)'\'')
        {
            var close = Quoted(start, end);
            var inner = TextSpan.Between(start + 1, close < 0 ? end : close - 1);
            var text = Encoding.UTF8.GetString(_text.Slice(inner.Start, inner.Length));
            return new TreeNode { Key = key, KeySpan = place, IsText = true, Span = inner, Text = _text[start] == '\'' ? text.Replace("''", "'", StringComparison.Ordinal) : text.Replace("\\\"", "\"", StringComparison.Ordinal) };
        }

        var comment = _text[start..end].IndexOf(" #"u8);
        end = comment < 0 ? end : start + comment;
        while (end > start && _text[end - 1] == ' ')
        {
            end--;
        }

        return new TreeNode { Key = key, KeySpan = place, Text = Encoding.UTF8.GetString(_text[start..end]), Span = TextSpan.Between(start, end) };
    }

    // The offset behind the closing quote; -1 for none.
    private readonly int Quoted(int start, int end)
    {
        var quote = _text[start];
        for (var at = start + 1; at < end; at++)
        {
            if (_text[at] == '\\' && quote == '"')
            {
                at++;
            }
            else if (_text[at] == quote)
            {
                if (quote == '\'' && at + 1 < end && _text[at + 1] == quote)
                {
                    at++;
                    continue;
                }

                return at + 1;
            }
        }

        return -1;
    }

    // The colon that ends a key: followed by a blank or the end, outside of quotes.
    private readonly int Colon(int start, int end)
    {
        if (_text[start] is (byte)'"' or (byte)'\'')
        {
            var close = Quoted(start, end);
            return close > 0 && close < end && _text[close] == ':' ? close : -1;
        }

        for (var at = start; at < end; at++)
        {
            if (_text[at] == ':' && (at + 1 == end || _text[at + 1] == ' '))
            {
                return at;
            }

            if (_text[at] == '#' && at > start && _text[at - 1] == ' ')
            {
                return -1;
            }
        }

        return -1;
    }
}
