using System.Net;
using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Trees;

/// <summary>Reads XML: elements become nodes, attributes children whose key begins with <c>@</c>. No entities are expanded, nothing is fetched.</summary>
internal ref struct XmlTree(ReadOnlySpan<byte> text)
{
    private const int Depth = 256;
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>The tree, whose one child is the root element; throws <see cref="FormatException"/> for what is no XML.</summary>
    public static TreeNode Read(ReadOnlySpan<byte> text)
    {
        var xml = new XmlTree(text);
        var top = new TreeNode().Open();
        var open = new Stack<TreeNode>();
        open.Push(top);
        while (xml.Skip(open.Peek()))
        {
            xml.Element(open);
        }

        return top.Children.Count > 0 ? top : throw new FormatException("no XML");
    }

    // Up to the next tag; what stands before it is the text of the open element.
    private bool Skip(TreeNode open)
    {
        var rest = _text[_at..];
        var tag = rest.IndexOf((byte)'<');
        if (tag < 0)
        {
            return false;
        }

        var inside = rest[..tag];
        var trimmed = inside.Trim(" \t\r\n"u8);
        if (!trimmed.IsEmpty && open.Text.Length == 0)
        {
            open.Text = WebUtility.HtmlDecode(Encoding.UTF8.GetString(trimmed));
            open.Span = new TextSpan(_at + inside.IndexOf(trimmed), trimmed.Length);
        }

        _at += tag;
        return true;
    }

    private void Element(Stack<TreeNode> open)
    {
        var rest = _text[_at..];
        if (rest.StartsWith("<!--"u8))
        {
            Past("-->"u8);
        }
        else if (rest.StartsWith("<![CDATA["u8))
        {
            Past("]]>"u8);
        }
        else if (rest.StartsWith("<?"u8) || rest.StartsWith("<!"u8))
        {
            Past(">"u8);
        }
        else if (rest.StartsWith("</"u8))
        {
            Past(">"u8);
            if (open.Count > 1)
            {
                open.Pop();
            }
        }
        else
        {
            Begin(open);
        }
    }

    private void Begin(Stack<TreeNode> open)
    {
        var start = ++_at;
        var name = Name();
        if (name.Length == 0)
        {
            throw new FormatException($"no XML: a name is missing at byte {_at}");
        }

        var node = open.Peek().Add(new TreeNode { Key = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..], KeySpan = TextSpan.Between(start, _at) }).Open();
        while (_at < _text.Length && _text[_at] is not ((byte)'>' or (byte)'/'))
        {
            Attribute(node);
        }

        var empty = _at < _text.Length && _text[_at] == '/';
        Past(">"u8);
        if (!empty)
        {
            open.Push(open.Count < Depth ? node : throw new FormatException("XML nested too deeply"));
        }
    }

    private void Attribute(TreeNode node)
    {
        SkipSpace();
        var start = _at;
        var name = Name();
        SkipSpace();
        if (name.Length == 0 || _at >= _text.Length || _text[_at] != '=')
        {
            _at += _at < _text.Length && _text[_at] is not ((byte)'>' or (byte)'/') ? 1 : 0;
            return;
        }

        _at++;
        SkipSpace();
        if (_at >= _text.Length || _text[_at] is not ((byte)'"' or (byte)'\''))
        {
            return;
        }

        var quote = _text[_at++];
        var end = _text[_at..].IndexOf(quote);
        if (end < 0)
        {
            throw new FormatException("no XML: an attribute has no end");
        }

        node.Add(new TreeNode
        {
            Key = "@" + name, KeySpan = new TextSpan(start, name.Length), IsText = true,
            Text = WebUtility.HtmlDecode(Encoding.UTF8.GetString(_text.Slice(_at, end))), Span = new TextSpan(_at, end),
        });
        _at += end + 1;
    }

    private string Name()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'>' or (byte)'/' or (byte)'=' or (byte)'<'))
        {
            _at++;
        }

        return Encoding.UTF8.GetString(_text[start.._at]);
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _at++;
        }
    }

    private void Past(ReadOnlySpan<byte> end)
    {
        var found = _text[_at..].IndexOf(end);
        _at = found < 0 ? _text.Length : _at + found + end.Length;
    }
}
