using Sallyport.Rules.Models;

namespace Sallyport.Engine;

/// <summary>The models of libraries compiled into this assembly.</summary>
internal static class BuiltInModels
{
    private static readonly Lazy<ModelSet> Read = new(static () => new ModelSet(EmbeddedData.Read("models.bin")));

    /// <summary>Reads them when code is first analysed.</summary>
    public static ModelSet Load() => Read.Value;
}
