using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Trees;

/// <summary>Reads TOML as manifests and lock files write it.</summary>
internal ref struct TomlTree(ReadOnlySpan<byte> text)
{
    private const int Depth = 64;
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>The tree; throws <see cref="FormatException"/> for what is no TOML.</summary>
    public static TreeNode Read(ReadOnlySpan<byte> text)
    {
        var toml = new TomlTree(text);
        var root = new TreeNode().Open();
        var table = root;
        while (toml.SkipBlank())
        {
            if (toml.Peek == '[')
            {
                var list = toml.Next == '[';
                toml._at += list ? 2 : 1;
                table = toml.Table(root, list);
                toml.Expect(']');
                if (list)
                {
                    toml.Expect(']');
                }
            }
            else
            {
                toml.Pair(table, 0);
            }
        }

        return root;
    }

    private readonly byte Peek => _at < _text.Length ? _text[_at] : (byte)0;

    private readonly byte Next => _at + 1 < _text.Length ? _text[_at + 1] : (byte)0;

    private static TreeNode Child(TreeNode parent, string key, TextSpan place)
    {
        var found = parent[key];
        if (found is null)
        {
            return parent.Add(new TreeNode { Key = key, KeySpan = place }).Open();
        }

        return found.IsList && found.Children.Count > 0 ? found.Children[^1] : found.Open();
    }

    private TreeNode Table(TreeNode root, bool list)
    {
        var node = root;
        while (true)
        {
            var (key, place) = Key();
            SkipSpace();
            var last = Peek != '.';
            if (!last)
            {
                _at++;
            }

            if (last && list)
            {
                var all = node[key] ?? node.Add(new TreeNode { Key = key, KeySpan = place, IsList = true }).Open();
                return all.Add(new TreeNode { KeySpan = place }).Open();
            }

            node = Child(node, key, place);
            if (last)
            {
                return node;
            }
        }
    }

    private void Pair(TreeNode table, int depth)
    {
        while (true)
        {
            var (key, place) = Key();
            SkipSpace();
            if (Peek == '.')
            {
                _at++;
                table = Child(table, key, place);
                continue;
            }

            Expect('=');
            table.Add(Value(key, place, depth));
            return;
        }
    }

    private (string Key, TextSpan Place) Key()
    {
        SkipSpace();
        if (Peek is (byte)'"' or (byte)'\'')
        {
            var node = String("", default);
            return (node.Text, node.Span);
        }

        var start = _at;
        while (Peek is var c && (char.IsAsciiLetterOrDigit((char)c) || c is (byte)'_' or (byte)'-' || c > 127))
        {
            _at++;
        }

        return _at > start ? (Encoding.UTF8.GetString(_text[start.._at]), TextSpan.Between(start, _at)) : throw Wrong("a key");
    }

    private TreeNode Value(string key, TextSpan place, int depth)
    {
        SkipSpace();
        if (depth > Depth)
        {
            throw Wrong("less depth");
        }

        switch (Peek)
        {
            case (byte)'"' or (byte)'\'':
                return String(key, place);
            case (byte)'[':
                return List(key, place, depth);
            case (byte)'{':
                return Inline(key, place, depth);
            default:
                var start = _at;
                while (Peek is not (0 or (byte)',' or (byte)']' or (byte)'}' or (byte)'\n' or (byte)'\r' or (byte)'#'))
                {
                    _at++;
                }

                var word = Encoding.UTF8.GetString(_text[start.._at]).TrimEnd();
                return word.Length == 0 ? throw Wrong("a value") : new TreeNode { Key = key, KeySpan = place, Text = word, Span = new TextSpan(start, word.Length) };
        }
    }

    private TreeNode List(string key, TextSpan place, int depth)
    {
        var node = new TreeNode { Key = key, KeySpan = place, IsList = true }.Open();
        var start = _at++;
        while (SkipBlank() && Peek != ']')
        {
            node.Add(Value("", default, depth + 1));
            SkipBlank();
            if (Peek == ',')
            {
                _at++;
            }
            else if (Peek != ']')
            {
                throw Wrong("`,` or `]`");
            }
        }

        Expect(']');
        node.Span = TextSpan.Between(start, _at);
        return node;
    }

    private TreeNode Inline(string key, TextSpan place, int depth)
    {
        var node = new TreeNode { Key = key, KeySpan = place }.Open();
        var start = _at++;
        while (SkipBlank() && Peek != '}')
        {
            Pair(node, depth + 1);
            SkipBlank();
            if (Peek == ',')
            {
                _at++;
            }
            else if (Peek != '}')
            {
                throw Wrong("`,` or `}`");
            }
        }

        Expect('}');
        node.Span = TextSpan.Between(start, _at);
        return node;
    }

    private TreeNode String(string key, TextSpan place)
    {
        var quote = Peek;
        var three = Next == quote && _at + 2 < _text.Length && _text[_at + 2] == quote;
        _at += three ? 3 : 1;
        var start = _at;
        var value = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length || (!three && Peek == '\n'))
            {
                throw Wrong("the end of a text");
            }

            if (Peek == quote && (!three || (Next == quote && _at + 2 < _text.Length && _text[_at + 2] == quote)))
            {
                break;
            }

            if (quote == '"' && Peek == '\\' && _at + 1 < _text.Length)
            {
                var escape = _text[_at + 1];
                value.Append(escape switch { (byte)'n' => '\n', (byte)'t' => '\t', (byte)'r' => '\r', _ => (char)escape });
                _at += 2;
                continue;
            }

            var run = _at++;
            while (_at < _text.Length && _text[_at] != quote && _text[_at] != '\\' && _text[_at] != '\n')
            {
                _at++;
            }

            value.Append(Encoding.UTF8.GetString(_text[run.._at]));
        }

        var span = TextSpan.Between(start, _at);
        _at += three ? 3 : 1;
        return new TreeNode { Key = key, KeySpan = place, Text = value.ToString(), Span = span, IsText = true };
    }

    // Blanks, line ends and comments; false at the end.
    private bool SkipBlank()
    {
        while (_at < _text.Length)
        {
            if (Peek == '#')
            {
                var end = _text[_at..].IndexOf((byte)'\n');
                _at = end < 0 ? _text.Length : _at + end;
            }
            else if (Peek is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF)
            {
                _at++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipSpace()
    {
        while (Peek is (byte)' ' or (byte)'\t')
        {
            _at++;
        }
    }

    private void Expect(char c)
    {
        SkipSpace();
        if (Peek != c)
        {
            throw Wrong($"`{c}`");
        }

        _at++;
    }

    private readonly FormatException Wrong(string wanted) => new($"no TOML: {wanted} is missing at byte {_at}");
}
