using System.Text;

namespace Sallyport.Sandbox.Native;

/// <summary>Gives files to users, which .NET cannot.</summary>
internal static class Ownership
{
    /// <summary>Gives a file, not what it links to, to a user and a group; only root can.</summary>
    public static unsafe bool Give(string path, uint user, uint group)
    {
        var name = Encoding.UTF8.GetBytes(path + "\0");
        fixed (byte* at = name)
        {
            return LibC.Call(Syscall.Lchown, (nint)at, (nint)user, (nint)group, 0, 0) == 0;
        }
    }
}
