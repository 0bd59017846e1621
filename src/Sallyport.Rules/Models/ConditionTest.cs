namespace Sallyport.Rules.Models;

/// <summary>What a <see cref="ModelCondition"/> asks. Where a value is not known, only <see cref="IsNot"/>, <see cref="Present"/> and <see cref="Unknown"/> can hold.</summary>
public enum ConditionTest
{
    /// <summary>Known and equal to one of the values.</summary>
    Is,

    /// <summary>Not known to be one of the values; a missing argument is none of them.</summary>
    IsNot,

    /// <summary>It is handed over.</summary>
    Present,

    /// <summary>It is not handed over.</summary>
    Absent,

    /// <summary>A constant text that is not empty.</summary>
    Constant,

    /// <summary>A known text that holds one of the values.</summary>
    Has,

    /// <summary>A known text that begins with one of the values.</summary>
    Starts,

    /// <summary>A known number below the value.</summary>
    Below,

    /// <summary>A known number with one of the value's bits.</summary>
    Bits,

    /// <summary>No collection: one text, or something that may be one.</summary>
    Text,

    /// <summary>A list whose first element is a shell, or is not known.</summary>
    Shell,

    /// <summary>Built from something that is not constant.</summary>
    Unknown,
}
