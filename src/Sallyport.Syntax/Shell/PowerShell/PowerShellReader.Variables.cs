namespace Sallyport.Syntax.Shell.PowerShell;

/// <content>Lists, tables and variables.</content>
internal sealed partial class PowerShellReader
{
    private PowerShellValue Collection()
    {
        var table = Next == '{';
        _at += 2;
        var items = new List<Value>();
        SkipSeparators();
        while (_at < text.Length && Here != (table ? '}' : ')') && Problem is null)
        {
            var before = _at;
            if (table)
            {
                var key = Here is '\'' or '"' ? Primary().Whole.Known : Member();
                SkipBlanks();
                if (Here == '=')
                {
                    _at++;
                    SkipSeparators();
                    // For splatting a table is a list of parameters.
                    items.Add(Value.Of("-" + key));
                    items.AddRange(Elements().Items);
                }
            }
            else
            {
                items.AddRange(StartsExpression() ? Elements().Items : [Pipeline()]);
            }

            SkipSeparators();
            if (_at == before)
            {
                Fail($"unexpected `{Here}`");
            }
        }

        Expect(table ? '}' : ')');
        return new PowerShellValue(items);
    }

    private PowerShellValue Known(string name) => variables.GetValueOrDefault(name) ?? name switch
    {
        "true" or "false" => PowerShellValue.Of(name),
        "null" => PowerShellValue.None,
        "home" or "env:home" or "env:userprofile" or "env:homepath" => PowerShellValue.Unknown("HOME"),
        "pwd" or "psscriptroot" => PowerShellValue.Unknown("PWD"),
        "env:temp" or "env:tmp" or "env:tmpdir" => PowerShellValue.Unknown("TMPDIR"),
        "env:systemroot" or "env:windir" => PowerShellValue.Of("C:/Windows"),
        "env:systemdrive" => PowerShellValue.Of("C:"),
        "env:programfiles" => PowerShellValue.Of("C:/Program Files"),
        "env:comspec" => PowerShellValue.Of("C:/Windows/System32/cmd.exe"),
        _ => PowerShellValue.Unknown(name.StartsWith("env:", StringComparison.Ordinal) ? name[4..].ToUpperInvariant() : name),
    };

    private string VariableName()
    {
        _at++;
        if (Here == '{')
        {
            var close = text.IndexOf('}', _at);
            if (close < 0)
            {
                Fail("`${` is not closed");
                return "";
            }

            var braced = text[(_at + 1)..close];
            _at = close + 1;
            return braced.ToLowerInvariant();
        }

        var start = _at;
        while (char.IsAsciiLetterOrDigit(Here) || Here is '_' or '?' || (Here == ':' && Next != ':' && char.IsAsciiLetter(Next) && _at > start))
        {
            _at++;
        }

        if (_at == start && Here is '$' or '^')
        {
            _at++;
        }

        var name = text[start.._at].ToLowerInvariant();
        foreach (var scope in (ReadOnlySpan<string>)["global:", "script:", "local:", "private:", "variable:"])
        {
            if (name.StartsWith(scope, StringComparison.Ordinal))
            {
                return name[scope.Length..];
            }
        }

        return name;
    }
}
