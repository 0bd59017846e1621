namespace Sallyport.Agents.Tests;

/// <summary>What an agent does with an answer.</summary>
public enum Effect
{
    /// <summary>It goes on with what it has, under its own rules.</summary>
    GoesOn,

    /// <summary>It goes on and asks nobody.</summary>
    GoesOnUnasked,

    /// <summary>It goes on with something else.</summary>
    GoesOnChanged,

    /// <summary>It asks its person.</summary>
    Asks,

    /// <summary>It does not go on.</summary>
    Stops,
}
