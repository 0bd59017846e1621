namespace Sallyport.Rules.Imports.Expressions;

/// <summary>What an <see cref="Instruction"/> does.</summary>
internal enum Operation
{
    /// <summary>Takes a byte out of a set.</summary>
    Take,

    /// <summary>Goes two ways.</summary>
    Split,

    /// <summary>Remembers the position.</summary>
    Mark,

    /// <summary>Goes on where a condition holds.</summary>
    Check,

    /// <summary>Is at the end of a match.</summary>
    Accept,
}
