namespace Sallyport.Detectors.Secrets.Context;

/// <summary>How a name stands to a value, closest first.</summary>
internal enum NameKind
{
    /// <summary>What the value is assigned to or compared with: variable, key, element, attribute, header, flag.</summary>
    Assigned,

    /// <summary>The name beside it: <c>name: X</c> with <c>value: "…"</c>.</summary>
    Sibling,

    /// <summary>The argument before it: <c>put("password", "…")</c>.</summary>
    Argument,

    /// <summary>The function it is passed to.</summary>
    Call,

    /// <summary>The word directly before it.</summary>
    Adjacent,

    /// <summary>A key, section or call that it stands under.</summary>
    Above,

    /// <summary>Anything else before it on its line, and the comment over it.</summary>
    Line,

    /// <summary>The path of the file.</summary>
    Path,
}
