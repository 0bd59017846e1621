namespace Sallyport.Core.Findings;

/// <summary>The one place where severity and confidence become a <see cref="Level"/>.</summary>
public static class Levels
{
    /// <summary>The level of a finding.</summary>
    public static Level Of(Severity severity, Confidence confidence) => severity switch
    {
        Severity.Critical or Severity.High => confidence >= Confidence.Medium ? Level.Error : Level.Warning,
        Severity.Medium => Level.Warning,
        _ => Level.Note,
    };

    /// <summary>The word for a level, as written in configuration and reports.</summary>
    public static string Name(this Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        _ => "note",
    };

    /// <summary>Reads the word for a level.</summary>
    public static bool TryParse(string? word, out Level level)
    {
        (var known, level) = word switch
        {
            "error" => (true, Level.Error),
            "warning" => (true, Level.Warning),
            "note" => (true, Level.Note),
            _ => (false, Level.Note),
        };
        return known;
    }
}
