using Sallyport.Syntax.Lowering;

namespace Sallyport.Detectors.Code;

/// <summary>Decides by name and bytes whether a file is worth parsing, before anything of the analysis is loaded.</summary>
internal static class SourceFiles
{
    private const int LongLine = 400;

    private static ReadOnlySpan<byte> Setting => "DEBUG"u8;

    public static SourceLanguage? Language(string path) => SourceLanguage.Of(path);

    /// <summary>Whether the text was made by a program: lines that nobody writes.</summary>
    public static bool IsGenerated(ReadOnlySpan<byte> text) => text.Length > LongLine && text.Length / (1 + text.Count((byte)'\n')) > LongLine;

    /// <summary>Whether the text holds a call or a setting: without one there is nothing to follow.</summary>
    public static bool MayHold(ReadOnlySpan<byte> text) => text.IndexOf((byte)'(') >= 0 || text.IndexOf(Setting) >= 0 || text.IndexOf("=>"u8) >= 0;
}
