using Sallyport.Syntax.Ir;

namespace Sallyport.Syntax.Ruby;

/// <summary>A body gives the value of its last expression without saying <c>return</c>.</summary>
internal static class LastValue
{
    /// <summary>The body with its last expressions returned.</summary>
    public static IReadOnlyList<Statement> Returned(IReadOnlyList<Statement> body) =>
        body.Count == 0 ? body : [.. body.Take(body.Count - 1), Returned(body[^1])];

    private static Statement Returned(Statement statement) => statement switch
    {
        ExpressionStatement { Expression: var value } => new ReturnStatement(value.Span, value),
        BlockStatement block => new BlockStatement(block.Span, Returned(block.Body), block.Label),
        IfStatement choice => new IfStatement(choice.Span, choice.Condition, Returned(choice.Then), choice.Otherwise is null ? null : Returned(choice.Otherwise)),
        SwitchStatement choice => new SwitchStatement(choice.Span, choice.Subject, [.. choice.Cases.Select(c => c with { Body = Returned(c.Body) })], choice.FallsThrough),
        TryStatement guarded => new TryStatement(
            guarded.Span,
            Returned(guarded.Body),
            [.. guarded.Handlers.Select(h => h with { Body = Returned(h.Body) })],
            guarded.Otherwise is null ? null : Returned(guarded.Otherwise),
            guarded.Final),
        _ => statement,
    };
}
