using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Lowering;

/// <summary>What languages share in which a method names the members of its class without saying whose they are.</summary>
internal abstract class MemberLowerer(SyntaxTree tree, string path, Language language) : Lowerer(tree, path, language)
{
    private MemberScope? _scope;

    /// <summary>Lowers the body of a class while its members are known.</summary>
    protected Class Build(Class type, bool derives, Action<MemberScope> collect, Action build)
    {
        var outer = _scope;
        _scope = new MemberScope(type.Name, derives, outer);
        collect(_scope);
        Build(type, build);
        _scope = outer;
        return type;
    }

    /// <summary>A name by itself: a local variable, a member, or something known elsewhere.</summary>
    protected Expression Simple(TextSpan span, string name)
    {
        if (IsLocal(name))
        {
            return new NameExpression(span, name);
        }

        return _scope?.Find(span, name) ?? (name.Length == 0 || char.IsUpper(name[0]) ? null : _scope?.Inherited(span, name)) ?? new NameExpression(span, name);
    }

    /// <summary>What is called where a method is named by itself: what is not known is inherited before it is global.</summary>
    protected Expression MethodNamed(TextSpan span, string name) =>
        IsLocal(name) ? new NameExpression(span, name) : _scope?.Find(span, name) ?? _scope?.Inherited(span, name) ?? new NameExpression(span, name);

    /// <summary>Statements in the place of an expression: a function that is called at once.</summary>
    protected CallExpression Inline(TextSpan span, Func<IReadOnlyList<Statement>> body)
    {
        var function = new Function(span, "") { Outer = Current, SharesSelf = true };
        Build(function, () => function.Body = body());
        return new CallExpression(span, new FunctionExpression(span, function), []);
    }

    /// <summary>An operator that also assigns: <c>x += 1</c>.</summary>
    protected static AssignExpression Compound(TextSpan span, Expression target, BinaryOperator op, Expression value) =>
        new(span, target, new BinaryExpression(span, op, target, value));

    private bool IsLocal(string name)
    {
        for (var function = Current; function is not null; function = function.Outer)
        {
            if (function.Locals.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
