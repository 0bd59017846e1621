using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sallyport.Engine.Redacting;

/// <summary>Placeholders as they lie on disk: sealed with AES-GCM, so that the file tells nothing without its key and does not open once it was changed.</summary>
public static class SealedPlaceholders
{
    private const int Nonce = 12;
    private const int Tag = 16;

    private static ReadOnlySpan<byte> Magic => "SPRM1\n"u8;

    /// <summary>The key for placeholders that follows from a user's key.</summary>
    public static byte[] NamingKey(ReadOnlySpan<byte> key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), 32, info: "placeholders"u8.ToArray());

    /// <summary>Seals everything that was issued.</summary>
    public static byte[] Seal(Placeholders placeholders, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        using var plain = new MemoryStream();
        foreach (var placeholder in placeholders.All)
        {
            Write(plain, Encoding.UTF8.GetBytes(placeholder.Kind));
            Write(plain, placeholder.Value);
            Write(plain, placeholder.Written);
        }

        var content = plain.ToArray();
        var file = new byte[Magic.Length + Nonce + Tag + content.Length];
        Magic.CopyTo(file);
        var nonce = file.AsSpan(Magic.Length, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(SealingKey(key), Tag);
        cipher.Encrypt(nonce, content, file.AsSpan(Magic.Length + Nonce + Tag), file.AsSpan(Magic.Length + Nonce, Tag), Magic);
        CryptographicOperations.ZeroMemory(content);
        return file;
    }

    /// <summary>Opens what was sealed; throws <see cref="InvalidDataException"/> when it was changed or sealed under another key.</summary>
    public static void Open(ReadOnlySpan<byte> file, ReadOnlySpan<byte> key, Placeholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        if (file.Length < Magic.Length + Nonce + Tag || !file.StartsWith(Magic))
        {
            throw new InvalidDataException("it is no map of this version");
        }

        var content = new byte[file.Length - Magic.Length - Nonce - Tag];
        using var cipher = new AesGcm(SealingKey(key), Tag);
        try
        {
            cipher.Decrypt(file.Slice(Magic.Length, Nonce), file[(Magic.Length + Nonce + Tag)..], file.Slice(Magic.Length + Nonce, Tag), content, Magic);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("it was changed, or sealed under another key", e);
        }

        for (var at = 0; at < content.Length;)
        {
            placeholders.Know(new Placeholder(Encoding.UTF8.GetString(Read(content, ref at)), Read(content, ref at), Read(content, ref at)));
        }
    }

    private static byte[] SealingKey(ReadOnlySpan<byte> key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), 32, info: "map"u8.ToArray());

    private static void Write(MemoryStream stream, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
    }

    private static byte[] Read(byte[] content, ref int at)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at));
        var bytes = content.AsSpan(at + 4, length).ToArray();
        at += 4 + length;
        return bytes;
    }
}
