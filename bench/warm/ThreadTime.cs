using System.Runtime.InteropServices;

namespace Sallyport.Bench;

/// <summary>The processor time of the calling thread, which a busy machine does not stretch.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    /// <summary>Nanoseconds so far.</summary>
    public static long Now => GetTime(ThreadClock, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds : throw new InvalidOperationException("no clock for threads here");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
