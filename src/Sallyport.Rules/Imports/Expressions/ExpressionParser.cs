using System.Globalization;
using Sallyport.Rules.Patterns;
using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Reads what gitleaks and kingfisher accept as a pattern: alternatives, sequences and repeats; groups, classes and escapes stand beside.</summary>
internal sealed partial class ExpressionParser
{
    private const int DepthLimit = 200;
    private const int RepeatLimit = 10_000;
    private readonly string _text;
    private readonly ExpressionDialect _dialect;
    private int _at;
    private int _depth;
    private ExpressionFlags _flags;

    private ExpressionParser(string text, ExpressionDialect dialect) => (_text, _dialect) = (text, dialect);

    /// <summary>The names of the capture groups, the whole match first; null where a group has none.</summary>
    public List<string?> Names { get; } = [null];

    /// <summary>Parses <paramref name="text"/>; throws <see cref="ExpressionException"/>.</summary>
    public static (ExpressionNode Root, IReadOnlyList<string?> Names) Parse(string text, ExpressionDialect dialect)
    {
        var parser = new ExpressionParser(text, dialect);
        var root = parser.ParseChoice();
        return parser._at == text.Length ? (root, parser.Names) : throw parser.Error("`)` without `(`");
    }

    private bool Rust => _dialect == ExpressionDialect.Rust;

    private ExpressionNode ParseChoice()
    {
        if (++_depth > DepthLimit)
        {
            throw Error($"groups nest deeper than {DepthLimit}");
        }

        var options = new List<ExpressionNode> { ParseSequence() };
        while (Take('|'))
        {
            options.Add(ParseSequence());
        }

        _depth--;
        return options.Count == 1 ? options[0] : new Choice(options);
    }

    private ExpressionNode ParseSequence()
    {
        var items = new List<ExpressionNode>();
        while (true)
        {
            SkipVerbose();
            if (_at >= _text.Length || _text[_at] is '|' or ')')
            {
                return items.Count == 1 ? items[0] : new Sequence(items);
            }

            items.Add(ParseRepeats(ParseAtom()));
        }
    }

    private ExpressionNode ParseAtom()
    {
        var c = _text[_at++];
        switch (c)
        {
            case '(':
                return ParseGroup();
            case '[':
                return ParseClass();
            case '\\':
                return ParseEscape();
            case '.':
                return new Set(_flags.DotAll ? ByteSet.Any : ~ByteSet.Single('\n'));
            case '^':
                return new Assert(_flags.Multiline ? Assertion.LineStart : Assertion.TextStart);
            case '$':
                return new Assert(_flags.Multiline ? Assertion.LineEnd : Assertion.TextEnd);
            case '*' or '+' or '?':
                throw Error($"`{c}` has nothing to repeat");
            default:
                _at--;
                return Literal(ReadRune());
        }
    }

    private ExpressionNode ParseRepeats(ExpressionNode atom)
    {
        var node = atom;
        for (var count = 0; ; count++)
        {
            SkipVerbose();
            if (ParseCounts() is not { } range)
            {
                return node;
            }

            if (count > 0 && !Rust)
            {
                throw Error("a repeat of a repeat: possessive `*+`, `++` and `?+` are no part of RE2");
            }

            node = new Repeat(node, range.Min, range.Max, Take('?') != _flags.Lazy);
        }
    }

    private (int Min, int? Max)? ParseCounts()
    {
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case '*':
                _at++;
                return (0, null);
            case '+':
                _at++;
                return (1, null);
            case '?':
                _at++;
                return (0, 1);
            case '{':
                return ParseBraces();
            default:
                return null;
        }
    }

    // In RE2 a brace that opens no repeat is a character like any other.
    private (int Min, int? Max)? ParseBraces()
    {
        var close = _text.IndexOf('}', _at);
        var parts = close < 0 ? [] : _text[(_at + 1)..close].Split(',', StringSplitOptions.TrimEntries);
        var (min, max) = (0, default(int?));
        var fine = parts.Length is 1 or 2
            && (Number(parts[0], out min) || (Rust && parts.Length == 2 && parts[0].Length == 0 && parts[1].Length > 0))
            && (parts.Length == 1 || parts[1].Length == 0 || Number(parts[1], out max));
        if (!fine)
        {
            return Rust ? throw Error("`{` opens no repeat: write `\\{`") : null;
        }

        max = parts.Length == 1 ? min : max;
        if (max < min || Math.Max(min, max ?? 0) > RepeatLimit)
        {
            throw Error($"a repeat counts upwards, to {RepeatLimit} at most");
        }

        _at = close + 1;
        return (min, max);
    }

    private static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool Number(string text, out int? value)
    {
        var fine = Number(text, out int number);
        value = number;
        return fine;
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private void SkipVerbose()
    {
        while (_flags.Verbose && _at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '#')
            {
                var feed = _text.IndexOf('\n', _at);
                _at = feed < 0 ? _text.Length : feed + 1;
            }
            else
            {
                return;
            }
        }
    }

    private ExpressionException Error(string message) => new($"{message} (at character {Math.Min(_at, _text.Length)} of the expression)");
}
