namespace Sallyport.Sources.Contents;

/// <summary>How much of a content is held in memory at once.</summary>
internal static class ReadingLimits
{
    /// <summary>Longer texts are handed on in windows of this size.</summary>
    public const int Window = 8 << 20;

    /// <summary>What two neighbouring windows share, so that nothing is cut in two: half of it belongs to each.</summary>
    public const int Overlap = 64 << 10;

    /// <summary>How many archives may lie inside each other.</summary>
    public const int Depth = 3;

    /// <summary>An archive inside an archive is held in memory as a whole up to this size.</summary>
    public const int InnerArchive = 64 << 20;

    /// <summary>Positions are 32-bit; what lies behind is reported as not read.</summary>
    public const long Text = int.MaxValue - Window;
}
