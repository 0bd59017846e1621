using Sallyport.Rules.Threats;

namespace Sallyport.Engine;

/// <summary>The threat catalogue compiled into this assembly.</summary>
public static class BuiltInThreats
{
    /// <summary>Reads it.</summary>
    public static ThreatCatalogue Load() => ThreatCatalogue.Read(EmbeddedData.Read("threats.bin").Span);
}
