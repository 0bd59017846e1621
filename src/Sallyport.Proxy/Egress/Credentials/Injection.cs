using System.Text;
using Sallyport.Proxy.Egress.Http;

namespace Sallyport.Proxy.Egress.Credentials;

/// <summary>Puts credentials into the head of a request for their host, and remembers what to clean out of the answer.</summary>
internal static class Injection
{
    /// <summary>Puts them in; gives what cleans the answer, null when nothing was put in.</summary>
    public static Scrubber? Into(Head head, string host, IReadOnlyList<Credential> credentials, DateTimeOffset now)
    {
        Scrubber? scrubber = null;
        foreach (var credential in credentials)
        {
            if (credential.Host != host)
            {
                continue;
            }

            for (var i = 0; i < head.Fields.Count; i++)
            {
                var (name, field) = head.Fields[i];
                if (Put(credential, field, now) is { } changed)
                {
                    head.Fields[i] = (name, changed);
                    scrubber = Remember(scrubber ?? new Scrubber(), credential, field, changed);
                }
            }
        }

        if (scrubber is not null)
        {
            head.Set("Accept-Encoding", "identity"); // what is packed cannot be cleaned
            head.Remove("Range"); // a part could cut a value in two
        }

        return scrubber;
    }

    private static string? Put(Credential credential, string field, DateTimeOffset now)
    {
        if (field.Contains(credential.Sentinel, StringComparison.Ordinal))
        {
            return field.Replace(credential.Sentinel, Value(credential, now), StringComparison.Ordinal);
        }

        if (Basic(field) is { } pair && pair.Contains(credential.Sentinel, StringComparison.Ordinal))
        {
            return "Basic " + Convert.ToBase64String(Encoding.Latin1.GetBytes(pair.Replace(credential.Sentinel, Value(credential, now), StringComparison.Ordinal)));
        }

        return null;
    }

    private static string Value(Credential credential, DateTimeOffset now) =>
        credential.Use(now) ?? throw new EgressRefusal($"the credential {credential.Name} has expired or was revoked");

    private static string? Basic(string field)
    {
        if (!field.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var buffer = new byte[field.Length];
        return Convert.TryFromBase64String(field[6..].Trim(), buffer, out var length) ? Encoding.Latin1.GetString(buffer, 0, length) : null;
    }

    private static Scrubber Remember(Scrubber scrubber, Credential credential, string before, string after)
    {
        var value = credential.Last!;
        var standIn = credential.Sentinel;
        foreach (var form in (Func<byte[], byte[]>[])[b => b, b => Encoding.ASCII.GetBytes(Convert.ToBase64String(b)), b => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(b)), b => [.. b.Reverse()]])
        {
            var (real, fake) = (form(Encoding.Latin1.GetBytes(value)), form(Encoding.Latin1.GetBytes(standIn)));
            if (real.Length == fake.Length)
            {
                scrubber.Add(real, fake);
            }
        }

        if (before.Length == after.Length)
        {
            scrubber.Add(Encoding.Latin1.GetBytes(after), Encoding.Latin1.GetBytes(before));
            var (space, old) = (after.LastIndexOf(' ') + 1, before.LastIndexOf(' ') + 1);
            scrubber.Add(Encoding.Latin1.GetBytes(after[space..]), Encoding.Latin1.GetBytes(before[old..]));
        }

        return scrubber;
    }
}
