namespace Sallyport.Syntax.Shell.Code;

/// <content>Names that stand for functions of other modules.</content>
internal sealed partial class CodeReader
{
    // `import os as o`, `from os import system as s`, `import x from 'y'`.
    private void Import()
    {
        var from = Here.Text == "from";
        _at++;
        var module = language == "python" ? Dotted() : "";
        if (from && Here.Text == "import")
        {
            _at++;
            do
            {
                Take("(");
                var name = Dotted();
                var alias = Alias() ?? name;
                _variables[alias] = new CodeValue(Value.Empty, null, $"{module}.{name}");
            }
            while (Take(","));
            return;
        }

        if (language == "python")
        {
            _variables[Alias() ?? module.Split('.')[0]] = new CodeValue(Value.Empty, null, module);
            while (Take(","))
            {
                module = Dotted();
                _variables[Alias() ?? module.Split('.')[0]] = new CodeValue(Value.Empty, null, module);
            }

            return;
        }

        var names = new List<string>();
        while (_at < _tokens.Count && !Is(";") && !Is("\n") && Here.Text != "from" && Here.Kind != CodeTokenKind.Text && !Is("("))
        {
            if (Here.Kind == CodeTokenKind.Name)
            {
                names.Add(Here.Text);
            }

            _at++;
        }

        if (Here.Text == "from" && _at + 1 < _tokens.Count && _tokens[_at + 1].Value?.Text is { } source)
        {
            _at += 2;
            names.ForEach(n => _variables[n] = new CodeValue(Value.Empty, null, $"{Bare(source)}.{n}"));
        }
    }

    private static string Bare(string module) => module.StartsWith("node:", StringComparison.Ordinal) ? module[5..] : module;

    private string Dotted()
    {
        var name = "";
        while (Here.Kind == CodeTokenKind.Name || Is("."))
        {
            if (name.Length > 0 && name[^1] != '.' && !Is("."))
            {
                break;
            }

            name += Here.Text;
            _at++;
        }

        return name;
    }

    private string? Alias()
    {
        if (Here.Text != "as" || _at + 1 >= _tokens.Count)
        {
            return null;
        }

        _at += 2;
        return _tokens[_at - 1].Text;
    }

    // `const {execSync: e, rm} = require('…')`
    private bool Destructured()
    {
        var end = _at + 1;
        var names = new List<(string Name, string Alias)>();
        for (; end < _tokens.Count && !(_tokens[end] is { Kind: CodeTokenKind.Symbol, Text: "}" }) && end - _at < 64; end++)
        {
            if (_tokens[end].Kind == CodeTokenKind.Name)
            {
                if (_tokens[end - 1].Text == ":" && names.Count > 0)
                {
                    names[^1] = (names[^1].Name, _tokens[end].Text);
                }
                else
                {
                    names.Add((_tokens[end].Text, _tokens[end].Text));
                }
            }
        }

        if (end + 1 >= _tokens.Count || _tokens[end + 1].Text != "=")
        {
            return false;
        }

        _at = end + 2;
        var module = Expression();
        names.ForEach(n => _variables[n.Alias] = new CodeValue(Value.Empty, null, $"{module.Name}.{n.Name}"));
        return true;
    }
}
