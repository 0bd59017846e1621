using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>C#, Go, Rust and Java: import statements as words at the beginning of a statement.</summary>
internal readonly ref struct BraceImports(ReadOnlySpan<byte> text, ImportLanguage language, List<ImportedModule> modules, List<string> offers)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public void Read()
    {
        var (at, begins) = (0, true);
        while ((at = Lexical.Skip(_text, at, language)) < _text.Length)
        {
            var c = _text[at];
            if (c is (byte)'"' or (byte)'\'' or (byte)'`')
            {
                at = Lexical.PastString(_text, at, language);
                begins = false;
            }
            else if (Lexical.IsWord(c))
            {
                var start = at;
                while (at < _text.Length && Lexical.IsWord(_text[at]))
                {
                    at++;
                }

                if (begins || language == ImportLanguage.Rust)
                {
                    at = Statement(_text[start..at], at, out begins);
                }
            }
            else
            {
                begins = c is (byte)';' or (byte)'{' or (byte)'}' or (byte)']' or (byte)')';
                at++;
            }
        }
    }

    private int Statement(ReadOnlySpan<byte> word, int at, out bool begins)
    {
        begins = false;
        switch (language)
        {
            case ImportLanguage.CSharp when word.SequenceEqual("using"u8):
                return Using(at);
            case ImportLanguage.CSharp when word.SequenceEqual("namespace"u8):
                return Offer(at);
            case ImportLanguage.CSharp when word.SequenceEqual("global"u8):
                begins = true;
                return at;
            case ImportLanguage.Java when word.SequenceEqual("import"u8):
                var next = Lexical.Skip(_text, at, language);
                return Path(_text[next..].StartsWith("static "u8) ? Lexical.Skip(_text, next + 7, language) : next);
            case ImportLanguage.Java when word.SequenceEqual("package"u8):
                return Offer(at);
            case ImportLanguage.Go when word.SequenceEqual("import"u8):
                return GoImport(at);
            case ImportLanguage.Go when word.SequenceEqual("package"u8):
                at = Offer(at);
                begins = true; // no semicolon ends it
                return at;
            case ImportLanguage.Rust when word.SequenceEqual("use"u8):
                return RustUse(at);
            case ImportLanguage.Rust when word.SequenceEqual("mod"u8) || word.SequenceEqual("enum"u8) || word.SequenceEqual("struct"u8) || word.SequenceEqual("trait"u8) || word.SequenceEqual("type"u8) || word.SequenceEqual("as"u8) || word.SequenceEqual("fn"u8):
                return Offer(at);
            case ImportLanguage.Rust when word.SequenceEqual("extern"u8):
                var crate = Lexical.Skip(_text, at, language);
                return _text[crate..].StartsWith("crate "u8) ? Path(Lexical.Skip(_text, crate + 6, language)) : at;
            default:
                return at;
        }
    }

    // `using A.B;`, `using static A.B.C;`, `using X = A.B;` - but no `using (…)`, `using var`.
    private int Using(int at)
    {
        at = Lexical.Skip(_text, at, language);
        at = _text[at..].StartsWith("static "u8) ? Lexical.Skip(_text, at + 7, language) : at;
        var (start, end) = Dotted(at);
        var after = Lexical.Skip(_text, end, language);
        if (after < _text.Length && _text[after] == '=')
        {
            (start, end) = Dotted(Lexical.Skip(_text, after + 1, language));
            after = Lexical.Skip(_text, end, language);
            after = after < _text.Length && _text[after] == '<' ? _text.Length : after;
        }

        if (end > start && after < _text.Length && _text[after] == ';')
        {
            Add(start, end);
        }

        return end;
    }

    private int Path(int at)
    {
        var (start, end) = Dotted(at);
        if (end > start)
        {
            Add(start, end);
        }

        return end;
    }

    private int Offer(int at)
    {
        var (start, end) = Dotted(Lexical.Skip(_text, at, language));
        if (end > start)
        {
            offers.Add(Encoding.UTF8.GetString(_text[start..end]));
        }

        return end;
    }

    // `import "x"`, `import name "x"`, `import ( … )`.
    private int GoImport(int at)
    {
        at = Lexical.Skip(_text, at, language);
        var list = at < _text.Length && _text[at] == '(';
        at += list ? 1 : 0;
        while ((at = Lexical.Skip(_text, at, language)) < _text.Length && _text[at] != ')')
        {
            if (_text[at] is (byte)'"' or (byte)'`')
            {
                var end = Lexical.PastString(_text, at, language);
                if (end - at > 2)
                {
                    Add(at + 1, end - 1);
                }

                at = end;
                if (!list)
                {
                    return at;
                }
            }
            else if (Lexical.IsWord(_text[at]) || _text[at] is (byte)'.' or (byte)';')
            {
                at++;
            }
            else
            {
                return at;
            }
        }

        return Math.Min(at + 1, _text.Length);
    }

    // The first part of a path: `use a::b`, `use ::a::b`, `use {a::b, c::d}`.
    private int RustUse(int at)
    {
        at = Lexical.Skip(_text, at, language);
        var depth = 0;
        while (at < _text.Length && _text[at] is (byte)':' or (byte)'{')
        {
            depth += _text[at] == '{' ? 1 : 0;
            at = Lexical.Skip(_text, at + 1, language);
        }

        var (start, end) = Dotted(at);
        if (end > start && (_text[Math.Min(end, _text.Length - 1)] == ':' || depth == 0))
        {
            Add(start, end);
        }

        return end;
    }

    private (int Start, int End) Dotted(int at)
    {
        var start = at;
        while (at < _text.Length && (Lexical.IsWord(_text[at]) || (_text[at] == '.' && language is ImportLanguage.CSharp or ImportLanguage.Java) || _text[at] == '@' || (_text[at] == '*' && at > start)))
        {
            at++;
        }

        return (start, at);
    }

    private void Add(int start, int end)
    {
        var name = Encoding.UTF8.GetString(_text[start..end]);
        if (_seen.Add(name))
        {
            modules.Add(new ImportedModule(name, TextSpan.Between(start, end)));
        }
    }
}
