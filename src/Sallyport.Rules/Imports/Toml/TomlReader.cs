namespace Sallyport.Rules.Imports.Toml;

/// <summary>Reads TOML 1.0: headers and keys here, values beside.</summary>
internal sealed partial class TomlReader
{
    private const int DepthLimit = 100;
    private readonly string _text;
    private readonly TomlTable _root = new(1, TomlTableOrigin.Header);
    private int _at;
    private int _line = 1;
    private int _depth;

    private TomlReader(string text) => _text = text;

    /// <summary>Reads a document; throws <see cref="TomlException"/> with the line.</summary>
    public static TomlTable Read(string text)
    {
        var reader = new TomlReader(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        reader.ReadDocument();
        return reader._root;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool AtEnd => _at >= _text.Length;

    private void ReadDocument()
    {
        var table = _root;
        while (true)
        {
            SkipBlankLines();
            if (AtEnd)
            {
                return;
            }

            if (Current == '[')
            {
                table = ReadHeader();
            }
            else
            {
                ReadPair(table);
            }

            SkipSpaces();
            SkipComment();
            if (!AtEnd && Current != '\n')
            {
                throw Error($"{Shown()} after the end of a value or header; a new one begins on a line of its own");
            }
        }
    }

    private TomlTable ReadHeader()
    {
        var line = _line;
        _at++;
        var isArray = Take('[');
        var path = ReadKey();
        SkipSpaces();
        if (!Take(']') || (isArray && !Take(']')))
        {
            throw Error(isArray ? "`[[` without `]]`" : "`[` without `]`");
        }

        var table = _root;
        foreach (var key in path.SkipLast(1))
        {
            table = Enter(table, key);
        }

        return isArray ? AppendTo(table, path[^1], line) : Open(table, path[^1], line);
    }

    private TomlTable Enter(TomlTable table, string key)
    {
        switch (table.Find(key)?.Content)
        {
            case null:
                var fresh = new TomlTable(_line, TomlTableOrigin.Passed);
                table.Add(key, new(fresh, _line));
                return fresh;
            case TomlTable { Origin: not TomlTableOrigin.Inline } inner:
                return inner;
            case List<TomlValue> { Count: > 0 } list when list[^1].Content is TomlTable { Origin: not TomlTableOrigin.Inline } last:
                return last;
            default:
                throw Error($"`{key}` is no table that can be added to");
        }
    }

    private TomlTable AppendTo(TomlTable table, string key, int line)
    {
        var item = new TomlTable(line, TomlTableOrigin.Header);
        if (table.Find(key) is not { } found)
        {
            table.Add(key, new(new List<TomlValue> { new(item, line) }, line));
        }
        else if (found.Content is List<TomlValue> list && list.TrueForAll(v => v.Content is TomlTable { Origin: TomlTableOrigin.Header }) && list.Count > 0)
        {
            list.Add(new(item, line));
        }
        else
        {
            throw Error($"`{key}` is {found.Kind} already, from line {found.Line}");
        }

        return item;
    }

    private TomlTable Open(TomlTable table, string key, int line)
    {
        var found = table.Find(key);
        if (found is null)
        {
            var fresh = new TomlTable(line, TomlTableOrigin.Header);
            table.Add(key, new(fresh, line));
            return fresh;
        }

        if (found.Content is not TomlTable { Origin: TomlTableOrigin.Passed } passed)
        {
            throw Error($"`{key}` stands here twice, first on line {found.Line}");
        }

        passed.Head(line);
        return passed;
    }

    private void ReadPair(TomlTable table)
    {
        var line = _line;
        var path = ReadKey();
        foreach (var key in path.SkipLast(1))
        {
            table = EnterDotted(table, key);
        }

        SkipSpaces();
        if (!Take('='))
        {
            throw Error($"`=` is missing after the key `{string.Join('.', path)}`");
        }

        SkipSpaces();
        if (!table.Add(path[^1], ReadValue()))
        {
            throw new TomlException(line, $"`{path[^1]}` stands here twice, first on line {table.Find(path[^1])!.Line}");
        }
    }

    private TomlTable EnterDotted(TomlTable table, string key)
    {
        if (table.Find(key) is not { } found)
        {
            var fresh = new TomlTable(_line, TomlTableOrigin.Dotted);
            table.Add(key, new(fresh, _line));
            return fresh;
        }

        return found.Content is TomlTable { Origin: TomlTableOrigin.Dotted } inner ? inner
            : throw Error($"`{key}` is {found.Kind} already, from line {found.Line}");
    }

    private List<string> ReadKey()
    {
        var path = new List<string>();
        do
        {
            SkipSpaces();
            path.Add(Current switch
            {
                '"' => ReadBasic(),
                '\'' => ReadLiteral(),
                _ => ReadBare(),
            });
            SkipSpaces();
        }
        while (Take('.'));
        return path;
    }

    private string ReadBare()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-')
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Error($"{Shown()} where a key should stand");
    }

    private void SkipSpaces()
    {
        while (Current is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipBlankLines()
    {
        while (true)
        {
            SkipSpaces();
            SkipComment();
            if (!TakeFeed())
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        if (Current != '#')
        {
            return;
        }

        while (!AtEnd && Current != '\n')
        {
            if (IsControl(Current))
            {
                throw Error($"{Shown()} in a comment");
            }

            _at++;
        }
    }

    private bool TakeFeed()
    {
        if (AtEnd || Current != '\n')
        {
            return false;
        }

        _at++;
        _line++;
        return true;
    }

    private bool Take(char c)
    {
        if (AtEnd || Current != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Ahead(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private static bool IsControl(char c) => c is < ' ' and not '\t' or '\u007F';

    private string Shown() => AtEnd ? "the end of the file" : Current == '\n' ? "the end of the line"
        : IsControl(Current) ? $"the control character U+{(int)Current:X4}" : $"`{Current}`";

    private TomlException Error(string message) => new(_line, message);
}
