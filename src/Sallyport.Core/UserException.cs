namespace Sallyport.Core;

/// <summary>A user's mistake: what is wrong and what to do. A door shows both and ends with exit code 2.</summary>
public sealed class UserException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="hint">What to do next.</param>
    public UserException(string message, string hint)
        : base(message) => Hint = hint;

    /// <summary>Makes the exception.</summary>
    public UserException(string message, Exception innerException)
        : base(message, innerException) => Hint = "";

    /// <summary>Makes the exception.</summary>
    public UserException(string message)
        : this(message, "")
    {
    }

    /// <summary>Makes the exception.</summary>
    public UserException()
        : this("", "")
    {
    }

    /// <summary>What to do next; empty when the message says it.</summary>
    public string Hint { get; }
}
