namespace Sallyport.Rules.Pages;

/// <summary>A page that is not a rule; the message names the place and what to write instead.</summary>
public sealed class RulePageException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RulePageException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public RulePageException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public RulePageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
