namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>What is looked for, and how much must speak for a value.</summary>
internal readonly struct Asking
{
    private readonly PersonalKind? _kind;
    private readonly bool _lone;

    private Asking(PersonalKind? kind, bool lone) => (_kind, _lone) = (kind, lone);

    /// <summary>Everything, as far as the text itself tells.</summary>
    public static Asking Everything => default;

    /// <summary>Everything; a number that is the whole text was given as one, so that its check digits suffice.</summary>
    public static Asking Answer => new(null, lone: true);

    /// <summary>One kind, because somebody said that the text holds it.</summary>
    public static Asking For(PersonalKind kind) => new(kind, lone: false);

    /// <summary>Whether a kind is looked for.</summary>
    public bool Includes(PersonalKind kind) => _kind is null || ReferenceEquals(_kind, kind);

    /// <summary>Whether somebody asked for this very kind.</summary>
    public bool Wants(PersonalKind kind) => ReferenceEquals(_kind, kind);

    /// <summary>Whether a value is taken though nothing but its form speaks for it.</summary>
    public bool Accepts(PersonalKind kind, bool proves, ReadOnlySpan<byte> text, int start, int end) =>
        Wants(kind) || _lone && proves
        && (kind.Rule == "payment-card" || text[..start].Trim(" \t\r\n\"'"u8).IsEmpty && text[end..].Trim(" \t\r\n\"'.,;"u8).IsEmpty);
}
