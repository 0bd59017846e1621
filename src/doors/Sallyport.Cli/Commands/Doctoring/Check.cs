namespace Sallyport.Cli.Commands.Doctoring;

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="State">What was found.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Detail">What that means.</param>
internal sealed record Check(Check.Of State, string Name, string Detail)
{
    /// <summary>What was found.</summary>
    internal enum Of
    {
        /// <summary>It holds.</summary>
        Holds,

        /// <summary>It is not set up, which is a choice.</summary>
        Absent,

        /// <summary>It is set up and does not hold.</summary>
        Broken,
    }
}
