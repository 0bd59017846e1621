using System.Globalization;
using System.Text;

namespace Sallyport.Proxy.Egress.Http;

/// <summary>The head of a request or response, read so strictly that nobody behind reads it in another way.</summary>
internal sealed class Head
{
    private static readonly System.Buffers.SearchValues<byte> NameBytes = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~"u8);

    private Head(string first) => First = first;

    /// <summary>The request line or status line.</summary>
    public string First { get; set; }

    /// <summary>Names and values in order.</summary>
    public List<(string Name, string Value)> Fields { get; } = [];

    /// <summary>The three parts of the first line.</summary>
    public string[] Parts => First.Split(' ', 3);

    public static Head Parse(ReadOnlySpan<byte> bytes)
    {
        Head? head = null;
        while (true)
        {
            var end = bytes.IndexOf("\r\n"u8);
            var line = bytes[..end];
            bytes = bytes[(end + 2)..];
            if (line.IsEmpty)
            {
                return head ?? throw new EgressRefusal("a head has no first line");
            }

            if (line.ContainsAny((byte)'\n', (byte)'\r', (byte)0))
            {
                throw new EgressRefusal("a head has a stray line end");
            }

            if (head is null)
            {
                head = new Head(Encoding.Latin1.GetString(line));
                continue;
            }

            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAnyExcept(NameBytes))
            {
                throw new EgressRefusal("a field of a head has no plain name");
            }

            head.Fields.Add((Encoding.ASCII.GetString(line[..colon]), Encoding.Latin1.GetString(line[(colon + 1)..]).Trim(' ', '\t')));
        }
    }

    /// <summary>The one value of a field; null when there is none. Two that differ are refused.</summary>
    public string? Value(string name)
    {
        string? value = null;
        foreach (var field in Fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = value is null || value == field.Value ? field.Value : throw new EgressRefusal($"a head has two values of {name}");
            }
        }

        return value;
    }

    public int Count(string name) => Fields.FindAll(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Count;

    public void Remove(string name) => Fields.RemoveAll(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Set(string name, string value)
    {
        Remove(name);
        Fields.Add((name, value));
    }

    /// <summary>How long the body is: a number, -1 for chunks, null where nothing says so.</summary>
    public long? Length()
    {
        var chunked = Value("Transfer-Encoding");
        var length = Value("Content-Length");
        if (chunked is not null)
        {
            return chunked.Equals("chunked", StringComparison.OrdinalIgnoreCase) && length is null ? -1 : throw new EgressRefusal("the length of a body can be read in two ways");
        }

        return length is null ? null
            : long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new EgressRefusal("the length of a body is no number");
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder(First).Append("\r\n");
        foreach (var (name, value) in Fields)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }
}
