using System.Runtime.InteropServices;

namespace Sallyport.Sources.Disks;

/// <summary>Puts into words why something was not read.</summary>
internal static class Failures
{
    public const string TooLong = "path too long";

    public static string Reason(int error) => error switch
    {
        1 or 13 => "permission denied",
        2 => "vanished while scanning",
        20 => "changed while scanning",
        36 => TooLong,
        40 => "became a symbolic link while scanning",
        _ => Marshal.GetPInvokeErrorMessage(error),
    };

    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "vanished while scanning",
        PathTooLongException => TooLong,
        _ => exception.Message,
    };

    /// <summary>Why something that is no file is not read.</summary>
    public static string Reason(EntryType type) => type switch
    {
        EntryType.SymbolicLink => "symbolic link",
        EntryType.Pipe => "named pipe",
        EntryType.Socket => "socket",
        EntryType.Device => "device",
        EntryType.Folder => "folder",
        _ => "vanished while scanning",
    };
}
