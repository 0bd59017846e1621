using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Detectors.Privacy;

namespace Sallyport.Engine.Redacting;

/// <summary>What stands in for values: the same value gets the same placeholder as long as the key is the same. Knows the way back while it lives.</summary>
public sealed class Placeholders
{
    /// <summary>How many bytes a key has.</summary>
    public const int KeyLength = 32;

    private const int Tries = 256;

    private readonly byte[] _key;
    private readonly Dictionary<string, byte[]> _issued = new(StringComparer.Ordinal);
    private readonly List<Placeholder> _all = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Placeholders under a key of 32 bytes; whoever has it can test a guess of a value.</summary>
    public Placeholders(ReadOnlySpan<byte> key) => _key = key.Length == KeyLength ? key.ToArray() : throw new ArgumentException("the key has 32 bytes", nameof(key));

    /// <summary>Placeholders that nobody can make again.</summary>
    public static Placeholders Fresh() => new(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>Every placeholder, in the order it was issued.</summary>
    public IReadOnlyList<Placeholder> All => _all;

    internal PairIndex Index { get; } = new();

    /// <summary>Takes over what an earlier run issued.</summary>
    public void Know(Placeholder placeholder)
    {
        ArgumentNullException.ThrowIfNull(placeholder);
        if (Register(placeholder.Kind, placeholder.Value, placeholder.Written))
        {
            _issued[Name(placeholder.Kind, placeholder.Value)] = placeholder.Written;
        }
    }

    /// <summary>What stands in for a value; it stood nowhere in <paramref name="seen"/>.</summary>
    internal byte[] Of(string kind, ReadOnlySpan<byte> value, int kept, SeenText seen)
    {
        var name = Name(kind, value);
        if (_issued.TryGetValue(name, out var known))
        {
            return known;
        }

        var original = value.ToArray();
        for (var turn = 0; ; turn++)
        {
            var random = Random(name, turn);
            var candidate = Surrogate.Of(turn < Tries ? kind : "", value, kept, random);
            if (!value.SequenceEqual(candidate) && seen.Lacks(candidate) && Register(kind, original, candidate))
            {
                return _issued[name] = candidate;
            }
        }
    }

    /// <summary>Remembers how a value that was encoded was written; false when it could not be told apart on the way back.</summary>
    internal bool Remember(ReadOnlySpan<byte> original, byte[] written, SeenText seen) =>
        _issued.ContainsKey(Name("", original)) || seen.Lacks(written) && Register("", original.ToArray(), written) && _issued.TryAdd(Name("", original), written);

    private bool Register(string kind, byte[] original, byte[] written)
    {
        if (!_taken.Add(Convert.ToBase64String(written)))
        {
            return false;
        }

        if (!Index.Add(written, original))
        {
            _taken.Remove(Convert.ToBase64String(written));
            return false;
        }

        _all.Add(new Placeholder(kind, original, written));
        return true;
    }

    private static string Name(string kind, ReadOnlySpan<byte> value) => $"{kind}\0{Convert.ToBase64String(value)}";

    private SurrogateRandom Random(string name, int turn)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{turn}\0{name}"), hash);
        return new SurrogateRandom(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }
}
