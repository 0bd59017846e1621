using Sallyport.Rules.Compiled;

namespace Sallyport.Engine;

/// <summary>The rules compiled into this assembly.</summary>
public static class BuiltInRules
{
    /// <summary>Reads them; parsing stops at what is needed to find, patterns and texts follow on demand.</summary>
    public static RuleSet Load() => RuleSet.Read(EmbeddedData.Read("rules.bin"));
}
