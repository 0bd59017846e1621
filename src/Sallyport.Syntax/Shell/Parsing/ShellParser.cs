using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <summary>Parses bash and POSIX sh into a tree. Work and depth are bounded; the first thing that is wrong ends it.</summary>
/// <remarks>
/// A mistake moves the position to the end, so that every loop ends as it does at the end of the text: bad input is data, and costs no exception.
/// Bash drops a backslash before a line end wherever it is not in single quotes, a comment or a quoted here-document: <see cref="Here"/> does so as well.
/// </remarks>
internal sealed partial class ShellParser
{
    /// <summary>How deep commands and expansions may lie in each other.</summary>
    public const int DepthLimit = 120;

    private const char End = '\0';
    private readonly string _text;
    private readonly int _length;
    private readonly HashSet<int> _notArithmetic = [];
    private List<Redirect> _pending = [];
    private int _at;
    private int _depth;
    private long _work;

    private ShellParser(string text)
    {
        _text = text;
        _length = text.Length;
        _work = 4096 + (64L * text.Length);
    }

    /// <summary>What is wrong; null when nothing is.</summary>
    private string? Problem { get; set; }

    /// <summary>Parses <paramref name="text"/>; gives null and what is wrong when it cannot.</summary>
    public static CommandList? Parse(string text, out string? problem)
    {
        if (text.Contains(End, StringComparison.Ordinal))
        {
            problem = "a NUL character";
            return null;
        }

        var parser = new ShellParser(text);
        var list = parser.ReadList();
        if (parser.Problem is null && parser._at < parser._length)
        {
            parser.Fail($"unexpected `{parser.Rest()}`");
        }

        problem = parser.Problem;
        return problem is null ? list : null;
    }

    private void Fail(string problem)
    {
        Problem ??= problem;
        _at = _length;
    }

    private bool Enter()
    {
        if (++_depth > DepthLimit)
        {
            Fail($"more than {DepthLimit} levels deep");
            return false;
        }

        return true;
    }

    private void Leave() => _depth--;

    /// <summary>The character here, line continuations skipped; <see cref="End"/> at the end.</summary>
    private char Here()
    {
        if (--_work < 0)
        {
            Fail("more work than its length allows");
        }

        while (_at + 1 < _length && _text[_at] == '\\' && _text[_at + 1] == '\n')
        {
            _at += 2;
        }

        return _at < _length ? _text[_at] : End;
    }

    /// <summary>The character after the one here.</summary>
    private char Next() => At(1);

    private char At(int ahead)
    {
        var at = _at;
        for (; ahead > 0 && at < _length; ahead--)
        {
            at++;
            while (at + 1 < _length && _text[at] == '\\' && _text[at + 1] == '\n')
            {
                at += 2;
            }
        }

        return at < _length ? _text[at] : End;
    }

    private void Skip(int count)
    {
        for (; count > 0; count--)
        {
            Here();
            _at = Math.Min(_at + 1, _length);
        }
    }

    private bool Take(char c)
    {
        if (Here() != c || c == End)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (Here() is ' ' or '\t')
        {
            _at++;
        }

        if (Here() == '#')
        {
            SkipComment();
        }
    }

    private void SkipComment()
    {
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _length : end;
    }

    /// <summary>Skips blanks, comments and line ends; here-documents are read where a line ends.</summary>
    private void SkipLines()
    {
        while (true)
        {
            SkipBlanks();
            if (Here() != '\n')
            {
                return;
            }

            TakeLineEnd();
        }
    }

    private void TakeLineEnd()
    {
        _at++;
        if (_pending.Count > 0)
        {
            ReadDocuments();
        }
    }

    private string Rest()
    {
        var end = Math.Min(_length, _at + 20);
        return _text[_at..end].ReplaceLineEndings(" ");
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n';

    private static bool IsMeta(char c) => c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' or End;

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
