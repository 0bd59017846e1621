using System.Globalization;
using System.Text;
using Sallyport.Proxy.Egress.Credentials;

namespace Sallyport.Proxy.Egress.Http;

/// <summary>Passes bodies on, counted and, where a credential went out, cleaned of it.</summary>
internal static class Body
{
    private const int LongestChunkLine = 1024;

    /// <summary>Passes a body on.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="length">Its length; -1 for chunks, null for all until the end.</param>
    /// <param name="count">Told of every part, before it goes on.</param>
    /// <param name="scrubber">What cleans it; null for nothing.</param>
    /// <param name="cancellation">The end of the connection.</param>
    public static async Task Pass(Wire from, Stream to, long? length, Action<int> count, Scrubber? scrubber, CancellationToken cancellation)
    {
        if (length == -1)
        {
            await Chunks(from, to, count, scrubber, cancellation).ConfigureAwait(false);
            return;
        }

        await Plain(from, to, length ?? long.MaxValue, length is null, count, scrubber, chunked: false, cancellation).ConfigureAwait(false);
        if (scrubber is not null)
        {
            await to.WriteAsync(scrubber.Rest(), cancellation).ConfigureAwait(false);
        }
    }

    private static async Task Plain(Wire from, Stream to, long left, bool open, Action<int> count, Scrubber? scrubber, bool chunked, CancellationToken cancellation)
    {
        while (left > 0)
        {
            if (from.Ahead.IsEmpty && !await from.Fill(cancellation).ConfigureAwait(false))
            {
                if (open)
                {
                    return;
                }

                throw new EgressRefusal("a body breaks off", "failed");
            }

            var part = from.Ahead[..(int)Math.Min(from.Ahead.Length, left)];
            count(part.Length);
            var clean = scrubber is null ? part : scrubber.Clean(part.Span);
            if (chunked)
            {
                await Chunk(to, clean, cancellation).ConfigureAwait(false);
            }
            else
            {
                await to.WriteAsync(clean, cancellation).ConfigureAwait(false);
            }

            from.Take(part.Length);
            left -= part.Length;
        }
    }

    private static async Task Chunks(Wire from, Stream to, Action<int> count, Scrubber? scrubber, CancellationToken cancellation)
    {
        while (true)
        {
            var line = Encoding.ASCII.GetString(await from.Line(cancellation).ConfigureAwait(false));
            if (line.Length > LongestChunkLine || !long.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                throw new EgressRefusal("a chunk has no length");
            }

            if (size == 0)
            {
                break;
            }

            await Plain(from, to, size, open: false, count, scrubber, chunked: true, cancellation).ConfigureAwait(false);
            if ((await from.Line(cancellation).ConfigureAwait(false)).Length > 0)
            {
                throw new EgressRefusal("a chunk is longer than it says");
            }
        }

        while ((await from.Line(cancellation).ConfigureAwait(false)).Length > 0)
        {
            continue; // trailers are not passed on: nobody needs them, and they could be taken for fields
        }

        if (scrubber is not null)
        {
            await Chunk(to, scrubber.Rest(), cancellation).ConfigureAwait(false);
        }

        await to.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellation).ConfigureAwait(false);
    }

    private static async Task Chunk(Stream to, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (bytes.Length > 0)
        {
            await to.WriteAsync(Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), cancellation).ConfigureAwait(false);
            await to.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            await to.WriteAsync("\r\n"u8.ToArray(), cancellation).ConfigureAwait(false);
        }
    }
}
