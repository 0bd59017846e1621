using Sallyport.Rules.Compiled;

namespace Sallyport.Engine;

/// <summary>The rules compiled into this assembly.</summary>
public static class BuiltInRules
{
    /// <summary>Reads them; parsing stops at what is needed to find, patterns and texts follow on demand.</summary>
    public static RuleSet Load()
    {
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream("rules.bin")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return RuleSet.Read(data);
    }
}
