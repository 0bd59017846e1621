namespace Sallyport.Syntax.Shell.Tree;

/// <summary>A redirection.</summary>
/// <param name="Descriptor">The number in front; -1 where none stands; -2 for <c>{name}</c>.</param>
/// <param name="Operator"><c>&lt;</c>, <c>&gt;</c>, <c>&gt;&gt;</c>, <c>&lt;&lt;</c>, <c>&lt;&lt;&lt;</c>, <c>&gt;&amp;</c>, <c>&amp;&gt;</c> …</param>
/// <param name="Target">The word behind it, or a here-document's delimiter.</param>
internal sealed record Redirect(int Descriptor, string Operator, Word Target)
{
    /// <summary>The text of a here-document; its parts are literal when the delimiter was quoted.</summary>
    public Word? Document { get; set; }
}
