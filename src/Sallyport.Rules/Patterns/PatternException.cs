namespace Sallyport.Rules.Patterns;

/// <summary>An expression that is not in the linear dialect of rule pages; the message says what to write instead.</summary>
public sealed class PatternException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PatternException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public PatternException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public PatternException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
