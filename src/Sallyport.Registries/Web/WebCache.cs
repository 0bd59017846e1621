using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Core.Files;

namespace Sallyport.Registries.Web;

/// <summary>Keeps answers: content for a limited age, the word that there is nothing for minutes, errors never.</summary>
public sealed class WebCache(string folder, IFiles files, TimeProvider time)
{
    private static readonly TimeSpan Content = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Nothing = TimeSpan.FromMinutes(5);

    internal sealed record Kept(WebAnswer Answer, bool Fresh);

    internal Kept? Find(Uri address, string? accept, string? authorization)
    {
        byte[]? data;
        try
        {
            data = files.Read(Place(address, accept, authorization));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // asking again is always right
        }

        if (data is null || data.Length < 16)
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64LittleEndian(data));
        var status = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(8));
        var etag = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(12));
        if (etag < 0 || 16 + etag > data.Length)
        {
            return null;
        }

        var age = time.GetUtcNow() - at;
        var text = Encoding.UTF8.GetString(data, 16, etag).Split('\n');
        var answer = new WebAnswer(status, data.AsMemory(16 + etag)) { ETag = text[0].Length > 0 ? text[0] : null, MediaType = text.Length > 1 && text[1].Length > 0 ? text[1] : null };
        var fresh = age >= TimeSpan.Zero && age < (status == 200 ? Content : Nothing);
        return fresh || (status == 200 && answer.ETag is not null) ? new Kept(answer, fresh) : null;
    }

    internal void Keep(Uri address, string? accept, string? authorization, WebAnswer answer)
    {
        if (!answer.Found && !answer.Missing)
        {
            return;
        }

        var head = Encoding.UTF8.GetBytes($"{answer.ETag}\n{answer.MediaType}");
        var data = new byte[16 + head.Length + answer.Body.Length];
        BinaryPrimitives.WriteInt64LittleEndian(data, time.GetUtcNow().ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(8), answer.Status);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(12), head.Length);
        head.CopyTo(data, 16);
        answer.Body.Span.CopyTo(data.AsSpan(16 + head.Length));
        try
        {
            files.Write(Place(address, accept, authorization), data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return; // a cache that cannot be written is only slower
        }
    }

    private string Place(Uri address, string? accept, string? authorization)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{accept}\n{authorization}")));
        return Path.Combine(folder, hash[..2], hash[2..]);
    }
}
