using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;

namespace Sallyport.Syntax.Lowering;

/// <summary>The members of a class whose methods name them without saying whose they are (Java, C#).</summary>
/// <param name="name">The class.</param>
/// <param name="derives">Whether it has a base whose members are not known here.</param>
/// <param name="outer">The class it stands in.</param>
internal sealed class MemberScope(string name, bool derives, MemberScope? outer)
{
    private readonly Dictionary<string, bool> _members = new(StringComparer.Ordinal);
    private readonly string _name = name;
    private readonly bool _derives = derives;
    private readonly MemberScope? _outer = outer;

    /// <summary>Adds a member.</summary>
    public void Add(string member, bool isStatic) => _members[member] = isStatic;

    /// <summary>What a name that is no local variable means: a member of this class or one around it; null for none of them.</summary>
    public Expression? Find(TextSpan span, string member)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._members.TryGetValue(member, out var isStatic))
            {
                return scope.Member(span, member, isStatic);
            }
        }

        return null;
    }

    /// <summary>What a name that nothing here declares means: something inherited; null where there is nothing to inherit from.</summary>
    public Expression? Inherited(TextSpan span, string member)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._derives)
            {
                return scope.Member(span, member, isStatic: false);
            }
        }

        return null;
    }

    private FieldExpression Member(TextSpan span, string member, bool isStatic) =>
        new(span, isStatic && _name.Length > 0 ? new NameExpression(span, _name) : new SelfExpression(span), member);
}
