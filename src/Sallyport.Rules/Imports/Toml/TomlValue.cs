using System.Globalization;

namespace Sallyport.Rules.Imports.Toml;

/// <summary>A value and the line it begins on.</summary>
/// <param name="Content">
/// A <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/>,
/// <see cref="DateOnly"/>, <see cref="TimeOnly"/>, list of values or <see cref="TomlTable"/>.
/// </param>
/// <param name="Line">1-based line.</param>
internal sealed record TomlValue(object Content, int Line)
{
    /// <summary>What it is, as messages say it.</summary>
    public string Kind => Content switch
    {
        string => "a string",
        long => "an integer",
        double => "a float",
        bool => "a boolean",
        List<TomlValue> => "an array",
        TomlTable => "a table",
        _ => "a date or time",
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Content}");
}
