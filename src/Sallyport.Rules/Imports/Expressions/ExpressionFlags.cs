namespace Sallyport.Rules.Imports.Expressions;

/// <summary>The flags in force at a place of an expression.</summary>
internal readonly record struct ExpressionFlags(bool IgnoreCase, bool Multiline, bool DotAll, bool Verbose, bool Lazy)
{
    /// <summary>With one flag set or cleared; null when there is no such flag in the dialect.</summary>
    public ExpressionFlags? With(char flag, bool on, ExpressionDialect dialect) => flag switch
    {
        'i' => this with { IgnoreCase = on },
        'm' => this with { Multiline = on },
        's' => this with { DotAll = on },
        'U' => this with { Lazy = on },
        'x' when dialect == ExpressionDialect.Rust => this with { Verbose = on },
        'u' when dialect == ExpressionDialect.Rust => this,
        _ => null,
    };
}
