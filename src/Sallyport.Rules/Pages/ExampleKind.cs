namespace Sallyport.Rules.Pages;

/// <summary>What must hold for an example.</summary>
public enum ExampleKind
{
    /// <summary>The marked spans are reported.</summary>
    Bad,

    /// <summary>Nothing above note is reported by the rule.</summary>
    Good,

    /// <summary>What <c>fix</c> makes of the <see cref="Bad"/> block before it.</summary>
    Fixed,

    /// <summary>A known miss or false alarm.</summary>
    Todo,
}
