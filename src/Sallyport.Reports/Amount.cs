using System.Globalization;

namespace Sallyport.Reports;

/// <summary>Numbers as people read them.</summary>
internal static class Amount
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 error", "2 errors".</summary>
    public static string Of(long count, string noun) => Of(count) + " " + noun + (count == 1 ? "" : "s");

    public static string Bytes(long count) => count switch
    {
        < 1000 => Of(count, "byte"),
        < 1_000_000 => Decimal(count / 1e3) + " kB",
        < 1_000_000_000 => Decimal(count / 1e6) + " MB",
        _ => Decimal(count / 1e9) + " GB",
    };

    public static string Time(TimeSpan time) => time.TotalSeconds < 100
        ? time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s"
        : Of((long)time.TotalMinutes) + " min " + time.Seconds.ToString(CultureInfo.InvariantCulture) + " s";

    private static string Decimal(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
