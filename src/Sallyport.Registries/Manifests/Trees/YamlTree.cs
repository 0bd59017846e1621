using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Trees;

/// <summary>Reads YAML as tools write it: block maps and lists by indentation, flow collections on one line or several, quoted and block texts. Anchors are read past.</summary>
internal ref partial struct YamlTree
{
    private const int Depth = 128;
    private readonly ReadOnlySpan<byte> _text;
    private readonly List<Line> _lines;
    private int _next;

    private YamlTree(ReadOnlySpan<byte> text)
    {
        _text = text;
        _lines = Lines(text);
    }

    /// <summary>The first document's tree; throws <see cref="FormatException"/> for what nests too deeply.</summary>
    public static TreeNode Read(ReadOnlySpan<byte> text)
    {
        var yaml = new YamlTree(text);
        var root = new TreeNode().Open();
        if (yaml._lines.Count > 0)
        {
            yaml.Block(root, yaml._lines[0].Indent, 0);
        }

        return root;
    }

    private static List<Line> Lines(ReadOnlySpan<byte> text)
    {
        var lines = new List<Line>();
        var at = 0;
        while (at < text.Length)
        {
            var feed = text[at..].IndexOf((byte)'\n');
            var end = feed < 0 ? text.Length : at + feed;
            var start = at;
            while (start < end && text[start] is (byte)' ' or (byte)'\t')
            {
                start++;
            }

            var stop = end;
            while (stop > start && text[stop - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
            {
                stop--;
            }

            var marker = start == at && (text[at..stop].SequenceEqual("---"u8) || text[at] == '%');
            if (stop > start && text[start] != '#' && !marker)
            {
                lines.Add(new Line(start - at, start, stop));
            }

            at = end + 1;
        }

        return lines;
    }

    // Lines at one indentation: a list when they begin with a dash, else a map.
    private void Block(TreeNode node, int indent, int depth)
    {
        if (depth > Depth)
        {
            throw new FormatException("YAML nested too deeply");
        }

        while (_next < _lines.Count && _lines[_next].Indent >= indent)
        {
            var line = _lines[_next];
            if (line.Indent > indent)
            {
                _next++; // a continuation that belongs to nothing we keep
                continue;
            }

            var content = _text[line.Start..line.End];
            if (content[0] == '-' && (content.Length == 1 || content[1] == ' '))
            {
                node.IsList = true;
                Item(node, line, depth);
            }
            else if (!Entry(node, line.Start, line.End, indent, depth))
            {
                _next++;
            }
        }
    }

    private void Item(TreeNode node, Line line, int depth)
    {
        var start = line.Start + 1;
        while (start < line.End && _text[start] == ' ')
        {
            start++;
        }

        var inner = line.Indent + (start - line.Start);
        if (start == line.End)
        {
            _next++;
            var item = node.Add(new TreeNode { KeySpan = new TextSpan(line.Start, 1) });
            if (_next < _lines.Count && _lines[_next].Indent > line.Indent)
            {
                Block(item.Open(), _lines[_next].Indent, depth + 1);
            }
        }
        else if (Colon(start, line.End) >= 0 && _text[start] is not ((byte)'{' or (byte)'['))
        {
            _lines[_next] = new Line(inner, start, line.End);
            Block(node.Add(new TreeNode { KeySpan = new TextSpan(start, 0) }).Open(), inner, depth + 1);
        }
        else if (_text[start] == '-' && start + 1 < line.End && _text[start + 1] == ' ')
        {
            _lines[_next] = new Line(inner, start, line.End);
            Block(node.Add(new TreeNode()).Open(), inner, depth + 1);
        }
        else
        {
            _next++;
            node.Add(Value("", default, start, line.End, line.Indent, depth));
        }
    }

    private bool Entry(TreeNode node, int start, int end, int indent, int depth)
    {
        var colon = Colon(start, end);
        if (colon < 0)
        {
            return false;
        }

        _next++;
        var key = Scalar("", default, start, colon);
        var value = colon + 1;
        while (value < end && _text[value] == ' ')
        {
            value++;
        }

        if (value == end || _text[value] is (byte)'#' or (byte)'&' or (byte)'!')
        {
            var child = node.Add(new TreeNode { Key = key.Text, KeySpan = key.Span, Span = new TextSpan(end, 0) });
            if (_next < _lines.Count && (_lines[_next].Indent > indent || (_lines[_next].Indent == indent && _text[_lines[_next].Start] == '-')))
            {
                var list = _lines[_next].Indent == indent;
                Nested(child.Open(), _lines[_next].Indent, list, depth + 1);
            }
        }
        else
        {
            node.Add(Value(key.Text, key.Span, value, end, indent, depth));
        }

        return true;
    }

    // A list may stand as far left as the key it belongs to; it ends where the next key begins.
    private void Nested(TreeNode node, int indent, bool sameIndent, int depth)
    {
        if (!sameIndent)
        {
            Block(node, indent, depth);
            return;
        }

        node.IsList = true;
        while (_next < _lines.Count && _lines[_next].Indent == indent && _text[_lines[_next].Start] == '-')
        {
            Item(node, _lines[_next], depth);
            while (_next < _lines.Count && _lines[_next].Indent > indent)
            {
                _next++;
            }
        }
    }

    private readonly record struct Line(int Indent, int Start, int End);
}
