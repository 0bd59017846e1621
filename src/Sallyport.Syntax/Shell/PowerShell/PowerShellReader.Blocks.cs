namespace Sallyport.Syntax.Shell.PowerShell;

/// <content>Blocks of script, which are run later as text.</content>
internal sealed partial class PowerShellReader
{
    /// <summary>The text between the braces that begin here; strings in it are passed over.</summary>
    private string Block()
    {
        var start = ++_at;
        for (var depth = 1; _at < text.Length;)
        {
            switch (Here)
            {
                case '{':
                    depth++;
                    _at++;
                    break;
                case '}':
                    _at++;
                    if (--depth == 0)
                    {
                        return text[start..(_at - 1)];
                    }

                    break;
                case '\'' or '"':
                    SkipString(Here);
                    break;
                case '@' when Next is '\'' or '"':
                    HereString();
                    break;
                case '`':
                    _at = Math.Min(_at + 2, text.Length);
                    break;
                case '#' when _at == 0 || text[_at - 1] is ' ' or '\n' or '\t' or ';' or '{':
                    SkipBlanks();
                    break;
                default:
                    _at++;
                    break;
            }
        }

        Fail("a block is not closed");
        return "";
    }

    private void SkipString(char quote)
    {
        _at++;
        while (_at < text.Length)
        {
            if (Here == '`' && quote == '"')
            {
                _at += 2;
            }
            else if (Here == quote && Next == quote)
            {
                _at += 2;
            }
            else if (Here == quote)
            {
                _at++;
                return;
            }
            else
            {
                _at++;
            }
        }

        Fail("a string is not closed");
    }
}
