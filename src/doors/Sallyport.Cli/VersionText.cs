namespace Sallyport.Cli;

/// <summary>The version of this build.</summary>
internal static class VersionText
{
    public static string Current { get; } = typeof(VersionText).Assembly.GetName().Version!.ToString(3);
}
