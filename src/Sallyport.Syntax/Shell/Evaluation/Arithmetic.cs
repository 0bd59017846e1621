using System.Globalization;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Integer arithmetic as a shell does it; null where a value is not known.</summary>
internal ref struct Arithmetic
{
    private const int DepthLimit = 32;
    private static readonly string[][] Levels =
    [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"], ["**", "*", "/", "%"],
    ];

    private readonly ReadOnlySpan<char> _text;
    private readonly Func<string, string?> _lookup;
    private int _at;
    private int _depth;
    private bool _failed;

    private Arithmetic(ReadOnlySpan<char> text, Func<string, string?> lookup)
    {
        _text = text;
        _lookup = lookup;
    }

    public static long? Evaluate(string text, Func<string, string?> lookup)
    {
        if (text.Length > 4096)
        {
            return null;
        }

        var arithmetic = new Arithmetic(text, lookup);
        var value = arithmetic.Level(0);
        arithmetic.Blanks();
        return arithmetic._failed || arithmetic._at < text.Length ? null : value;
    }

    private long Level(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var value = Level(level + 1);
        while (!_failed && Operator(Levels[level]) is { } op)
        {
            value = Apply(op, value, Level(level + 1));
        }

        return value;
    }

    private long Apply(string op, long a, long b)
    {
        _failed |= op is "/" or "%" && b == 0;
        return _failed ? 0 : op switch
        {
            "||" => a != 0 || b != 0 ? 1 : 0,
            "&&" => a != 0 && b != 0 ? 1 : 0,
            "|" => a | b,
            "^" => a ^ b,
            "&" => a & b,
            "==" => a == b ? 1 : 0,
            "!=" => a != b ? 1 : 0,
            "<=" => a <= b ? 1 : 0,
            ">=" => a >= b ? 1 : 0,
            "<" => a < b ? 1 : 0,
            ">" => a > b ? 1 : 0,
            "<<" => a << (int)(b & 63),
            ">>" => a >> (int)(b & 63),
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => b == -1 ? -a : a / b,
            "%" => b == -1 ? 0 : a % b,
            _ => b is >= 0 and < 64 ? Power(a, b) : 0,
        };
    }

    private static long Power(long a, long b)
    {
        long result = 1;
        for (; b > 0; b--)
        {
            result *= a;
        }

        return result;
    }

    private string? Operator(string[] operators)
    {
        Blanks();
        foreach (var op in operators)
        {
            if (_text[_at..].StartsWith(op) && !(op.Length == 1 && _at + 1 < _text.Length && (_text[_at + 1] == '=' || (op is "|" or "&" or "<" or ">" && _text[_at + 1] == op[0]))))
            {
                _at += op.Length;
                return op;
            }
        }

        return null;
    }

    private long Unary()
    {
        Blanks();
        if (_failed || _at >= _text.Length || ++_depth > DepthLimit)
        {
            _failed = true;
            return 0;
        }

        var value = _text[_at] switch
        {
            '-' => -After(),
            '+' => After(),
            '!' => After() == 0 ? 1 : 0,
            '~' => ~After(),
            '(' => Parenthesis(),
            _ => Operand(),
        };
        _depth--;
        return value;
    }

    private long After()
    {
        _at++;
        return Unary();
    }

    private long Parenthesis()
    {
        _at++;
        var value = Level(0);
        Blanks();
        if (_at >= _text.Length || _text[_at] != ')')
        {
            _failed = true;
            return 0;
        }

        _at++;
        return value;
    }

    private long Operand()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '#' or '@'))
        {
            _at++;
        }

        var word = _text[start.._at];
        if (word.IsEmpty)
        {
            _failed = true;
            return 0;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return Number(word);
        }

        var value = _lookup(word.ToString());
        if (value is { Length: 0 })
        {
            return 0;
        }

        return value is not null && char.IsAsciiDigit(value[0]) ? Number(value) : Fail();
    }

    private long Fail()
    {
        _failed = true;
        return 0;
    }

    private long Number(ReadOnlySpan<char> word)
    {
        var hash = word.IndexOf('#');
        var radix = 10;
        if (hash > 0)
        {
            _failed |= !int.TryParse(word[..hash], NumberStyles.None, CultureInfo.InvariantCulture, out radix) || radix is < 2 or > 36;
            word = word[(hash + 1)..];
        }
        else if (word.StartsWith("0x") || word.StartsWith("0X"))
        {
            radix = 16;
            word = word[2..];
        }
        else if (word.Length > 1 && word[0] == '0')
        {
            radix = 8;
        }

        long value = 0;
        foreach (var c in word)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) - 'a' + 10 : 99;
            if (digit >= radix)
            {
                return Fail();
            }

            value = unchecked((value * radix) + digit);
        }

        return value;
    }

    private void Blanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }
}
