using System.Globalization;
using System.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;

namespace Sallyport.Syntax.Tests.Lowering;

/// <summary>Writes what a text was lowered to, one statement a line, so that tests can be read.</summary>
internal static class IrText
{
    public static string Of(string path, string source)
    {
        SourceLanguage.Of(path)!.TryLower(path, Encoding.UTF8.GetBytes(source), out var module, out var reason).ShouldBeTrue(reason);
        var text = new StringBuilder();
        Write(text, module!.Body.Body, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<Statement> body, int depth)
    {
        foreach (var statement in body)
        {
            Write(text, statement, depth);
        }
    }

    private static void Write(StringBuilder text, Statement? statement, int depth)
    {
        switch (statement)
        {
            case null:
                break;
            case ExpressionStatement e:
                Line(Text(e.Expression));
                break;
            case BlockStatement b:
                if (b.Label is not null)
                {
                    Line($"{b.Label}:");
                }

                Write(text, b.Body, depth);
                break;
            case IfStatement i:
                Line($"if {Text(i.Condition)}");
                Write(text, i.Then, depth + 1);
                if (i.Otherwise is not null)
                {
                    Line("else");
                    Write(text, i.Otherwise, depth + 1);
                }

                break;
            case LoopStatement l:
                Line($"{(l.BodyFirst ? "do" : "loop")} {Text(l.Condition)}; {Text(l.Step)}");
                Write(text, l.Body, depth + 1);
                break;
            case ForEachStatement f:
                Line($"for {Text(f.Target)} in {Text(f.Iterable)}");
                Write(text, f.Body, depth + 1);
                break;
            case SwitchStatement s:
                Line($"switch {Text(s.Subject)}{(s.FallsThrough ? " falling" : "")}");
                foreach (var one in s.Cases)
                {
                    Line($"case {string.Join(" | ", one.Values.Select(Text))}{(one.Opaque ? " ?" : "")}{(one.Binding is null ? "" : $" as {Text(one.Binding)}")}{(one.Guard is null ? "" : $" when {Text(one.Guard)}")}");
                    Write(text, one.Body, depth + 1);
                }

                break;
            case TryStatement t:
                Line("try");
                Write(text, t.Body, depth + 1);
                foreach (var handler in t.Handlers)
                {
                    Line($"catch {string.Join(" | ", handler.Types.Select(Text))} {Text(handler.Target)}".TrimEnd());
                    Write(text, handler.Body, depth + 1);
                }

                if (t.Final is not null)
                {
                    Line("finally");
                    Write(text, t.Final, depth + 1);
                }

                break;
            case ReturnStatement r:
                Line($"return {Text(r.Value)}".TrimEnd());
                break;
            case ThrowStatement t:
                Line($"throw {Text(t.Value)}".TrimEnd());
                break;
            case FunctionStatement f:
                Function(text, f.Function, depth);
                break;
            case ClassStatement c:
                Type(text, c.Type, depth);
                break;
            case ImportStatement i:
                Line($"import {i.Module}: {string.Join(", ", i.Names.Select(n => $"{n.Name ?? "this"} as {n.Local}"))}");
                break;
            default:
                Line(statement.GetType().Name.Replace("Statement", "", StringComparison.Ordinal).ToLowerInvariant() + ((statement as BreakStatement)?.Label is { } label ? " " + label : ""));
                break;
        }

        void Line(string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
    }

    private static void Type(StringBuilder text, Class type, int depth)
    {
        var bases = type.Bases.Count == 0 ? "" : $" : {string.Join(", ", type.Bases.Select(Text))}";
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"class {Decorated(type.Decorators)}{type.Name}{bases}\n");
        foreach (var (kind, members) in new[] { ("static", type.Members), ("field", type.Fields) })
        {
            foreach (var member in members)
            {
                if (member.Value is ClassExpression inner)
                {
                    Type(text, inner.Type, depth + 1);
                    continue;
                }

                text.Append(' ', (depth + 1) * 2).Append(CultureInfo.InvariantCulture, $"{kind} {Decorated(member.Decorators)}{member.Name}: {Text(member.Type)} = {Text(member.Value)}\n");
            }
        }

        type.Methods.ForEach(m => Function(text, m, depth + 1));
    }

    private static void Function(StringBuilder text, Function function, int depth)
    {
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"def {Decorated(function.Decorators)}{(function.IsStatic ? "static " : "")}{function.Name}({string.Join(", ", function.Parameters.Select(Text))})\n");
        Write(text, function.Body, depth + 1);
    }

    private static string Decorated(IReadOnlyList<Expression> decorators) => string.Concat(decorators.Select(d => $"@{Text(d)} "));

    private static string Text(Parameter p) =>
        $"{Decorated(p.Decorators)}{(p.Kind == ParameterKind.Rest ? "*" : "")}{p.Name}{(p.Type is null ? "" : $": {Text(p.Type)}")}{(p.Default is null ? "" : $" = {Text(p.Default)}")}";

    private static string Text(Entry e) => $"{(e.Spread ? "*" : "")}{(e.Key is null ? "" : Text(e.Key) + ": ")}{Text(e.Value)}";

    private static string Text(Argument a) => $"{(a.Spread ? "*" : "")}{(a.Name is null ? "" : a.Name + "=")}{Text(a.Value)}";

    public static string Text(Expression? expression) => expression switch
    {
        null => "-",
        LiteralExpression { Value: string s } => $"'{s.Replace("\n", "\\n", StringComparison.Ordinal)}'",
        LiteralExpression l => Convert.ToString(l.Value, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "null",
        NameExpression n => n.Name,
        SelfExpression => "self",
        SuperExpression => "super",
        FieldExpression f => $"{Text(f.Target)}.{f.Name}",
        IndexExpression i => $"{Text(i.Target)}[{Text(i.Index)}]",
        SliceExpression s => $"{Text(s.Target)}[{Text(s.Low)}:{Text(s.High)}]",
        CallExpression c => $"{(c.IsNew ? "new " : "")}{Text(c.Callee)}({string.Join(", ", c.Arguments.Select(Text))})",
        BinaryExpression b => $"({Text(b.Left)} {b.Operator} {Text(b.Right)})",
        LogicalExpression l => $"({Text(l.Left)} {l.Operator} {Text(l.Right)})",
        UnaryExpression u => $"{u.Operator}({Text(u.Operand)})",
        ConditionalExpression c => $"({Text(c.Condition)} ? {Text(c.Then)} : {Text(c.Otherwise)})",
        TemplateExpression t => $"`{string.Concat(t.Parts.Select(p => p is LiteralExpression { Value: string s } ? s : $"{{{Text(p)}}}"))}`",
        CollectionExpression c => $"{c.Kind}[{string.Join(", ", c.Entries.Select(Text))}]",
        ComprehensionExpression c => $"{c.Kind}<{Inline([c.Loops])}>",
        FunctionExpression f => $"fn({string.Join(", ", f.Function.Parameters.Select(Text))}){{{Inline(f.Function.Body)}}}",
        ClassExpression c => $"class{{{string.Join(", ", c.Type.Bases.Select(Text))}; {string.Join(", ", c.Type.Methods.Select(m => m.Name))}}}",
        AssignExpression a => $"{Text(a.Target)}{(a.Type is null ? "" : ": " + Text(a.Type))} = {Text(a.Value)}",
        CastExpression c => $"({Text(c.Type)}){Text(c.Value)}",
        UnknownExpression u => $"?({string.Join(", ", u.Parts.Select(Text))})",
        _ => expression.GetType().Name,
    };

    private static string Inline(IEnumerable<Statement> body)
    {
        var text = new StringBuilder();
        Write(text, body, 0);
        return text.ToString().TrimEnd().Replace("\n", "; ", StringComparison.Ordinal);
    }
}
