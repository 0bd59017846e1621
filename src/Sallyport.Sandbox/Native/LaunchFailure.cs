using System.Runtime.InteropServices;

namespace Sallyport.Sandbox.Native;

/// <summary>A system call that failed on the way to the command.</summary>
/// <param name="Step">What it was for.</param>
/// <param name="Error">Its error number.</param>
internal readonly record struct LaunchFailure(string Step, int Error)
{
    public const int NotFound = 2;
    public const int NotPermitted = 13;

    public override string ToString() => $"{Step}: {Marshal.GetPInvokeErrorMessage(Error)}";
}
