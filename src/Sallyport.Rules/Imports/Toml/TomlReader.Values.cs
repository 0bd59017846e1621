namespace Sallyport.Rules.Imports.Toml;

/// <content>Values, arrays and inline tables.</content>
internal sealed partial class TomlReader
{
    private TomlValue ReadValue()
    {
        var line = _line;
        if (++_depth > DepthLimit)
        {
            throw Error($"values nest deeper than {DepthLimit}");
        }

        object content = Current switch
        {
            '"' => Ahead("\"\"\"") ? ReadLongBasic() : ReadBasic(),
            '\'' => Ahead("'''") ? ReadLongLiteral() : ReadLiteral(),
            '[' => ReadArray(),
            '{' => ReadInline(),
            _ => ReadScalar(),
        };
        _depth--;
        return new TomlValue(content, line);
    }

    private List<TomlValue> ReadArray()
    {
        var opened = _line;
        _at++;
        var items = new List<TomlValue>();
        while (true)
        {
            SkipBlankLines();
            if (Take(']'))
            {
                return items;
            }

            if (AtEnd)
            {
                throw Error($"the array of line {opened} does not end");
            }

            items.Add(ReadValue());
            SkipBlankLines();
            if (!Take(',') && Current != ']')
            {
                throw Error(AtEnd ? $"the array of line {opened} does not end" : $"{Shown()} in an array: `,` or `]` should stand there");
            }
        }
    }

    private TomlTable ReadInline()
    {
        var table = new TomlTable(_line, TomlTableOrigin.Passed);
        _at++;
        SkipSpaces();
        if (!Take('}'))
        {
            do
            {
                ReadPair(table);
                SkipSpaces();
            }
            while (Take(','));
            if (!Take('}'))
            {
                throw Error($"{Shown()} in a table in braces: `,` or `}}` should stand there, on the same line");
            }
        }

        return Closed(table);
    }

    // What stands in braces is complete: neither a header nor a dotted key adds to it, nor to what dotted keys made inside.
    private static TomlTable Closed(TomlTable table)
    {
        var closed = new TomlTable(table.Line, TomlTableOrigin.Inline);
        foreach (var (key, value) in table.Values)
        {
            closed.Add(key, value.Content is TomlTable { Origin: not TomlTableOrigin.Inline } inner ? value with { Content = Closed(inner) } : value);
        }

        return closed;
    }

    private object ReadScalar()
    {
        var start = _at;
        while (!AtEnd && Current is not (',' or ']' or '}' or '#' or '\n' or ' ' or '\t' or '='))
        {
            _at++;
        }

        // A blank may stand between a date and its time.
        if (_at - start == 10 && _text[start + 4] == '-' && _at + 3 < _text.Length && Current == ' ' && char.IsAsciiDigit(_text[_at + 1]) && _text[_at + 3] == ':')
        {
            _at++;
            while (!AtEnd && (char.IsAsciiLetterOrDigit(Current) || Current is ':' or '.' or '+' or '-'))
            {
                _at++;
            }
        }

        var word = _text[start.._at];
        if (word.Length == 0)
        {
            throw Error($"{Shown()} where a value should stand");
        }

        return TomlScalars.Read(word) ?? throw Error($"`{word}` is no value: strings stand in quotes");
    }
}
