namespace Sallyport.Syntax.Ir;

/// <summary>A language that is lowered. What shares a world of names (JavaScript and TypeScript) shares models.</summary>
internal enum Language
{
    Python,
    JavaScript,
    CSharp,
    Java,
    Go,
    Php,
    Ruby,
    C,
    Rust,
    Kotlin,
    Bash,
}
