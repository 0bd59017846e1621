namespace Sallyport.Syntax.Shell.Parsing;

/// <content>Words that mean something where a command begins.</content>
internal sealed partial class ShellParser
{
    private static readonly string[] Reserved =
    [
        "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "select", "function", "time", "coproc", "in", "{", "}", "!", "[[",
    ];

    /// <summary>The reserved word that stands here, or null. Nothing is taken.</summary>
    private string? PeekReserved()
    {
        var first = Here();
        foreach (var word in Reserved)
        {
            if (word[0] == first && Stands(word))
            {
                return word;
            }
        }

        return null;
    }

    private bool Stands(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (At(i) != word[i])
            {
                return false;
            }
        }

        return IsMeta(At(word.Length));
    }

    private bool TakeReserved(string word)
    {
        SkipBlanks();
        if (Here() != word[0] || !Stands(word))
        {
            return false;
        }

        Skip(word.Length);
        return true;
    }

    private void Expect(string word)
    {
        SkipLines();
        if (!TakeReserved(word))
        {
            Fail(_at >= _length ? $"the end comes before `{word}`" : $"`{word}` is expected before `{Rest()}`");
        }
    }

    private void ExpectHere(char c)
    {
        if (!Take(c))
        {
            Fail(_at >= _length ? $"the end comes before `{c}`" : $"`{c}` is expected before `{Rest()}`");
        }
    }
}
