namespace Sallyport.Agents.Protocol;

/// <summary>An event that cannot be understood, and is therefore refused.</summary>
public sealed class HookInputException : Exception
{
    /// <summary>Makes one.</summary>
    public HookInputException()
    {
    }

    /// <summary>Makes one that says why.</summary>
    public HookInputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says why.</summary>
    public HookInputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
