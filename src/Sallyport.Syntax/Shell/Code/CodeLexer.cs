using System.Text;
using Sallyport.Syntax.Shell.Parsing;

namespace Sallyport.Syntax.Shell.Code;

/// <summary>Splits a one-liner of any of the usual languages into names, strings and symbols.</summary>
internal sealed class CodeLexer(string language, string text)
{
    private int _at;

    public List<CodeToken> Read()
    {
        var tokens = new List<CodeToken>();
        while (_at < text.Length)
        {
            Next(tokens);
        }

        return tokens;
    }

    private void Next(List<CodeToken> tokens)
    {
        var c = text[_at];
        if (char.IsWhiteSpace(c))
        {
            if (c == '\n')
            {
                tokens.Add(new CodeToken(CodeTokenKind.Symbol, "\n"));
            }

            _at++;
        }
        else if (IsComment(c))
        {
            var end = text.IndexOf('\n', _at);
            _at = end < 0 ? text.Length : end;
        }
        else if (c == '/' && At(1) == '*')
        {
            var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? text.Length : end + 2;
        }
        else if (char.IsAsciiLetter(c) || c is '_' || (c == '$' && language != "awk" && At(1) is var next && (char.IsAsciiLetter(next) || next == '_')) || (c == '@' && char.IsAsciiLetter(At(1))))
        {
            ReadName(tokens);
        }
        else if (char.IsAsciiDigit(c))
        {
            var start = _at;
            while (_at < text.Length && char.IsAsciiLetterOrDigit(text[_at]))
            {
                _at++;
            }

            tokens.Add(new CodeToken(CodeTokenKind.Number, text[start.._at]));
        }
        else if (c is '"' or '\'')
        {
            tokens.Add(ReadString(c, c == '"' || language is "python" or "javascript" or "lua" or "any", false));
        }
        else if (c == '`')
        {
            var token = ReadString('`', true, true);
            tokens.Add(language is "javascript" or "lua" ? token : token with { Kind = CodeTokenKind.Command });
        }
        else if (c == '%' && language is "ruby" or "perl" && At(1) is 'x' && At(2) is '{' or '(' or '[' or '|' or '!')
        {
            _at += 2;
            tokens.Add(ReadString(Closing(text[_at]), true, true) with { Kind = CodeTokenKind.Command });
        }
        else
        {
            var two = c is ':' or '-' && At(1) is ':' or '>' ? 2 : 1;
            tokens.Add(new CodeToken(CodeTokenKind.Symbol, text.Substring(_at, Math.Min(two, text.Length - _at))));
            _at += two;
        }
    }

    private bool IsComment(char c) => (c == '#' && language is not ("javascript" or "lua" or "any") && At(1) != '{') || (c == '/' && At(1) == '/' && language is "javascript" or "php") || (c == '-' && At(1) == '-' && language == "lua");

    private void ReadName(List<CodeToken> tokens)
    {
        var start = _at++;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' || (language == "any" && text[_at] == '-' && char.IsAsciiLetter(At(1)))))
        {
            _at++;
        }

        var name = text[start.._at];
        if (language is "perl" or "ruby" && name is "qx" or "q" or "qq" or "qw" && _at < text.Length && text[_at] is '{' or '(' or '[' or '/' or '|' or '!' or '\'' or '#')
        {
            var token = ReadString(Closing(text[_at]), name != "q", false);
            tokens.Add(name == "qx" ? token with { Kind = CodeTokenKind.Command } : token);
        }
        else if (language == "python" && name.Length <= 2 && _at < text.Length && text[_at] is '"' or '\'' && name.All(l => "rRbBfFuU".Contains(l, StringComparison.Ordinal)))
        {
            var raw = name.AsSpan().IndexOfAny('r', 'R') >= 0;
            tokens.Add(ReadString(text[_at], !raw, name.AsSpan().IndexOfAny('f', 'F') >= 0));
        }
        else
        {
            tokens.Add(new CodeToken(CodeTokenKind.Name, name.TrimStart('$', '@')));
        }
    }

    private static char Closing(char open) => open switch
    {
        '{' => '}',
        '(' => ')',
        '[' => ']',
        _ => open,
    };

    // The position is on the opening character. What is interpolated stays an unknown piece.
    private CodeToken ReadString(char close, bool escapes, bool interpolates)
    {
        var triple = close is '"' or '\'' && At(1) == close && At(2) == close;
        _at += triple ? 3 : 1;
        var pieces = new List<Piece>();
        var run = new StringBuilder();
        while (_at < text.Length && !(text[_at] == close && (!triple || (At(1) == close && At(2) == close))))
        {
            var c = text[_at];
            if (c == '\\' && _at + 1 < text.Length)
            {
                run.Append(escapes || text[_at + 1] == close || text[_at + 1] == '\\' ? text.AsSpan(_at, 2) : $"\\\\{text[_at + 1]}");
                _at += 2;
            }
            else if (Interpolation(c, close, escapes, interpolates) is var length and > 0)
            {
                Flush();
                pieces.Add(Piece.Of(PieceKind.Unknown, text.Substring(_at, length)));
                _at += length;
            }
            else
            {
                run.Append(c);
                _at++;
            }
        }

        _at = Math.Min(text.Length, _at + (triple ? 3 : 1));
        Flush();
        return new CodeToken(CodeTokenKind.Text, "", new Value(pieces));

        void Flush()
        {
            if (run.Length > 0)
            {
                pieces.Add(Piece.Literal(AnsiEscapes.Decode(run.ToString())));
                run.Clear();
            }
        }
    }

    private int Interpolation(char c, char close, bool escapes, bool interpolates)
    {
        var opens = (c, language) switch
        {
            ('{', "python") => interpolates && At(1) != '{',
            ('#', "ruby") => escapes && close != '\'' && At(1) == '{',
            ('$', "javascript") => close == '`' && At(1) == '{',
            ('$' or '@', "perl" or "php") => escapes && close != '\'' && (char.IsAsciiLetter(At(1)) || At(1) is '{' or '_'),
            _ => false,
        };
        if (!opens)
        {
            return 0;
        }

        var end = _at + 1;
        if (c is '{' || At(1) == '{')
        {
            var brace = text.IndexOf('}', _at);
            return brace < 0 ? 0 : brace - _at + 1;
        }

        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end - _at;
    }

    private char At(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';
}
