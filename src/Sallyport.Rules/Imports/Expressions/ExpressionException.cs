namespace Sallyport.Rules.Imports.Expressions;

/// <summary>An expression that cannot be run; the message says why, in a few words.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ExpressionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public ExpressionException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public ExpressionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
