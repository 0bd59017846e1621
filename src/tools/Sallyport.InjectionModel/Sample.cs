using System.Text;
using Sallyport.Core.Artifacts;

namespace Sallyport.InjectionModel;

/// <summary>A labelled text.</summary>
/// <param name="Text">As it would come to an assistant.</param>
/// <param name="Label">1 for an attack.</param>
/// <param name="Source">Where it is from; sources are left out in turn.</param>
/// <param name="Carrier">What brings it.</param>
internal sealed record Sample(string Text, int Label, string Source, Carrier Carrier)
{
    /// <summary>What is left out together: the source of the attack, where it was put into something else.</summary>
    public string Group { get; init; } = Source;

    /// <summary>How it was put into something else.</summary>
    public string Way { get; init; } = "";

    /// <summary>Whether it may be trained on: its licence allows it, and it is no examination.</summary>
    public bool Trains { get; init; } = true;

    /// <summary>A stable number from 0 to 99 by which texts are parted.</summary>
    public int Bucket { get; } = Bucketed(Text);

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);

    /// <summary>The bucket of a text, or of the host that it stands in.</summary>
    public static int Bucketed(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 64)))
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash * 0x9E3779B1u >> 8) % 100);
    }
}
