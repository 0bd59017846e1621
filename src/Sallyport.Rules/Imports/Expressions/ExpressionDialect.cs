namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Whose regular expressions are read.</summary>
public enum ExpressionDialect
{
    /// <summary>RE2, as Go has it: gitleaks.</summary>
    Re2,

    /// <summary>Rust's <c>regex</c> over bytes: kingfisher.</summary>
    Rust,
}
