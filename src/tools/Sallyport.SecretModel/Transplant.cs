using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Generic;
using Sallyport.Detectors.Secrets.Noise;

namespace Sallyport.SecretModel;

/// <summary>Puts a drawn value in the place of an ordinary one: what surrounds it stays, so the weights learn that the value decides.</summary>
internal sealed class Transplant
{
    private const int Around = 500;
    private static readonly string[] Alphabets =
    [
        "0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#%&*+", "abcdefghijklmnopqrstuvwxyz0123456789",
    ];

    private static readonly int[] Lengths = [12, 16, 20, 24, 32, 32, 40, 48, 64];
    private readonly Random _random = new(2);

    /// <summary>The features of the same place with a drawn value.</summary>
    public float[] Measure(ReadOnlySpan<byte> text, Assignment assignment, ContentKind kind)
    {
        var alphabet = Alphabets[_random.Next(Alphabets.Length)];
        var drawn = new byte[Lengths[_random.Next(Lengths.Length)]];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = (byte)alphabet[_random.Next(alphabet.Length)];
        }

        var from = Math.Max(0, Math.Min(assignment.Name.Start, assignment.Value.Start) - Around);
        var to = Math.Min(text.Length, assignment.Value.End + Around);
        byte[] changed = [.. text[from..assignment.Value.Start], .. drawn, .. text[assignment.Value.End..to]];
        var features = new float[FeatureReader.Count];
        FeatureReader.Read(changed, assignment with { Name = new TextSpan(assignment.Name.Start - from, assignment.Name.Length), Value = new TextSpan(assignment.Value.Start - from, drawn.Length) }, kind, features);
        return features;
    }
}
