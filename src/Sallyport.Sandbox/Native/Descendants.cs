using System.Globalization;

namespace Sallyport.Sandbox.Native;

/// <summary>Processes below one of ours.</summary>
internal static class Descendants
{
    /// <summary>The command: bubblewrap is its grandparent, or the first process became it.</summary>
    public static int? Command(int first, bool behindBubblewrap)
    {
        if (!behindBubblewrap)
        {
            return first;
        }

        return Only(first) is { } init ? Only(init) : null;
    }

    private static int? Only(int process)
    {
        try
        {
            var children = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{process}/children"));
            var end = children.IndexOf(' ', StringComparison.Ordinal);
            return end > 0 ? int.Parse(children.AsSpan(0, end), CultureInfo.InvariantCulture) : null;
        }
        catch (IOException)
        {
            return null; // it has ended
        }
    }
}
