namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Gemini Code Assist, also in Android Studio and IDX: <c>.aiexclude</c> is git's language without <c>!</c>.</summary>
internal sealed class GeminiCodeAssist : IgnoreFileTool
{
    public override string Id => "gemini-code-assist";

    public override string Name => "Gemini Code Assist";

    public override string IgnoreFile => ".aiexclude";

    public override IReadOnlyList<string> Markers => [".aiexclude", ".idx/"];

    public override bool HasNegation => false;

    public override string Limit => "in JetBrains' editors its exclusions cannot be configured";

    // An empty file leaves everything out, at least where the documentation says so.
    internal override bool Covers(ToolFiles files, NameFact name) => name.Status == NameFact.Git.Ignored || (files.At(IgnoreFile) is { } fact && fact.Text.AsSpan().Trim(" \t\r\n"u8).IsEmpty);
}
