namespace Sallyport.Sandbox.Probes;

/// <summary>What a probe found.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Name">What was tried.</param>
/// <param name="Verdict"><c>refused</c>, <c>OPEN</c>, or <c>intended</c>.</param>
/// <param name="Detail">The call that was refused and how, or why it is intended.</param>
/// <param name="Control">Whether the same succeeded outside.</param>
public sealed record ProbeResult(string Area, string Name, string Verdict, string Detail, bool Control)
{
    /// <summary>Whether the sandbox does not hold what it promises.</summary>
    public bool Open => Verdict == "OPEN";
}
