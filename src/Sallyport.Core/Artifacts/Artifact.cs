using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;

namespace Sallyport.Core.Artifacts;

/// <summary>One thing that crosses the gate: its bytes, what it is, where it lies and who wrote it.</summary>
/// <remarks>The bytes are UTF-8 (other encodings are transcoded by the source). They may hold anything: scanned content is hostile.</remarks>
public sealed class Artifact
{
    private LineIndex? _lines;
    private TextLayer? _layer;

    /// <summary>Makes an artifact over <paramref name="bytes"/>, which must not change while it lives.</summary>
    public Artifact(string path, ReadOnlyMemory<byte> bytes, ArtifactKind kind = ArtifactKind.File, Origin origin = Origin.Operator)
    {
        ArgumentNullException.ThrowIfNull(path);
        Path = path;
        Bytes = bytes;
        Kind = kind;
        Origin = origin;
    }

    /// <summary>Where it lies: a path as the person who asked would type it, <c>archive.zip!/inner</c> inside archives, or a name in angle brackets.</summary>
    public string Path { get; }

    /// <summary>The content in UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What it is.</summary>
    public ArtifactKind Kind { get; }

    /// <summary>Who wrote it.</summary>
    public Origin Origin { get; }

    /// <summary>Lines that count, where only part of the artifact is under judgement (a diff); null when all do.</summary>
    public LineSet? Scope { get; init; }

    /// <summary>Where the bytes stood in an outer text, when they were taken out of one (a notebook cell); null otherwise.</summary>
    public SpanMap? Outer { get; init; }

    /// <summary>The lines of what <see cref="Path"/> names, for turning offsets into positions: the outer text where there is one.</summary>
    public LineIndex Lines => _lines ??= new LineIndex(Outer is null ? Bytes : Outer.Outer);

    /// <summary>The content as detectors look into it, layer under layer; what is on its way to somebody else is decoded once for all of them.</summary>
    public TextLayer Layer => _layer ??= new TextLayer(Bytes, keep: Leaves);

    /// <summary>Whether it is on its way out: text for a model, or a call that carries some.</summary>
    public bool Leaves => Kind is ArtifactKind.Prompt or ArtifactKind.ToolCall;

    /// <summary>Where this stands in something longer, of which it is a part; null when it is the whole.</summary>
    public Window? Window { get; init; }

    /// <summary>Whether the bytes were made from another encoding, so that offsets are not those of the file.</summary>
    public bool Transcoded { get; init; }

    /// <summary>The commit this version stands in, for history; null in a work tree.</summary>
    public string? Commit { get; init; }

    /// <summary>What brings it to an assistant, where the door knows more than its kind and name say.</summary>
    public Carrier Carrier { get; init; }

    /// <summary>Where it would happen, for a command or a tool call; null for what is no action.</summary>
    public Scene? Scene { get; init; }
}
