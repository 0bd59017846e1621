using System.Buffers;
using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads e-mail addresses from the sign in their middle.</summary>
internal static class EmailReader
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;
    private static readonly SearchValues<byte> Ends = SearchValues.Create(" \t\r\n\"'<>/?"u8);

    private static readonly HashSet<string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "js", "jsx", "mjs", "cjs", "ts", "tsx", "css", "scss", "less", "map", "json", "html", "htm", "xml", "yml", "yaml", "md", "txt", "py", "rb", "php", "java", "cs", "sh",
        "lock", "tgz", "zip", "gz", "tar", "exe", "dll", "so", "service", "socket", "timer", "target", "mount", "local", "internal", "lan", "localdomain",
    };

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "info", "support", "admin", "administrator", "noreply", "no-reply", "donotreply", "do-not-reply", "postmaster", "hostmaster", "webmaster", "root", "security", "abuse", "sales", "contact", "hello", "help", "team", "office", "mail", "git",
        "news", "newsletter", "billing", "press", "jobs", "careers", "legal", "privacy", "feedback", "notifications", "notification", "mailer-daemon", "dev", "devnull", "bugs", "bug", "license", "licensing", "maintainer", "maintainers", "conduct",
        "users", "service", "services", "marketing", "hr", "helpdesk", "opensource", "oss", "bot", "daemon", "nobody", "announce", "list", "user", "username", "test", "example", "foo", "bar", "you", "your-email", "youremail", "your.email", "name", "email", "me", "someone",
    };

    private static readonly HashSet<string> Stock = new(StringComparer.OrdinalIgnoreCase)
    {
        "test.com", "foo.com", "bar.com", "foo.bar", "domain.com", "domain.tld", "email.com", "yourdomain.com", "your-domain.com", "mydomain.com", "company.com", "yourcompany.com", "mycompany.com", "acme.com", "acme.org", "host.com", "server.com", "site.com", "mysite.com",
        "address.com", "xyz.com", "abc.com", "b.com", "b.c", "a.com", "y.com", "x.com", "y.z", "baz.com", "foobar.com", "contoso.com", "fabrikam.com", "users.noreply.github.com", "noreply.github.com", "sentry.io", "somewhere.com", "nowhere.com", "localhost.com", "corp.com",
    };

    /// <summary>Reads the address around the <c>@</c> at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int at, out PersonalValue value)
    {
        value = default;
        var start = at;
        while (start > 0 && at - start < LongestLocal && IsLocal(text, start))
        {
            start--;
        }

        while (start < at && text[start] is (byte)'.' or (byte)'-' or (byte)'\'' or (byte)'/' or (byte)'=' or (byte)'&' or (byte)'*' or (byte)'?' or (byte)'`' or (byte)'#' or (byte)'!' or (byte)'{' or (byte)'|' or (byte)'$' or (byte)'%')
        {
            start++;
        }

        start = BehindEscape(text, start, at);
        var end = DomainEnd(text, at + 1);
        if (start == at || text[at - 1] == '.' || end == 0 || InAddress(text, start, end))
        {
            return false;
        }

        var (local, domain) = (Encoding.UTF8.GetString(text[start..at]), Encoding.UTF8.GetString(text[(at + 1)..end]));
        var top = domain[(domain.LastIndexOf('.') + 1)..];
        if (Files.Contains(top) && top is not ("service" or "md" or "py" or "sh" or "so" or "zip") || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        value = new PersonalValue(PersonalKind.Email, TextSpan.Between(start, end), Grounds.Proved, StandingOf(local, domain, top));
        return true;
    }

    private static Standing StandingOf(string local, string domain, string top)
    {
        if (top.ToLowerInvariant() is "example" or "test" or "invalid" or "localhost" || Stock.Contains(domain)
            || Second(domain) is "example.com" or "example.org" or "example.net" or "example.edu" or "example.co" or "example.io" or "example.de" or "example.fr")
        {
            return Standing.Reserved;
        }

        var plus = local.IndexOf('+', StringComparison.Ordinal);
        return Roles.Contains(plus > 0 ? local[..plus] : local) ? Standing.Impersonal : Standing.Personal;
    }

    private static string Second(string domain)
    {
        var last = domain.LastIndexOf('.');
        var before = last > 0 ? domain.LastIndexOf('.', last - 1) : -1;
        return domain[(before + 1)..].ToLowerInvariant();
    }

    private static bool IsLocal(ReadOnlySpan<byte> text, int end)
    {
        var b = text[end - 1];
        return char.IsAsciiLetterOrDigit((char)b) || b >= 0x80 || "._%+-'!#$&*/=?^`{|}~"u8.Contains(b);
    }

    // \nalice@… and %20alice@… begin behind the escape.
    private static int BehindEscape(ReadOnlySpan<byte> text, int start, int at)
    {
        var percent = text[start..at].LastIndexOf((byte)'%');
        if (percent >= 0 && start + percent + 3 < at && char.IsAsciiHexDigit((char)text[start + percent + 1]) && char.IsAsciiHexDigit((char)text[start + percent + 2]))
        {
            start += percent + 3;
        }

        var equals = text[start..at].LastIndexOfAny((byte)'=', (byte)'/', (byte)'?');
        start = equals >= 0 ? start + equals + 1 : start;
        return start > 0 && text[start - 1] == '\\' && at - start > 1 && text[start] is (byte)'n' or (byte)'t' or (byte)'r' ? start + 1 : start;
    }

    private static int DomainEnd(ReadOnlySpan<byte> text, int at)
    {
        int end = at, label = at, dots = 0, good = 0;
        for (; end < text.Length && end - at < LongestDomain; end++)
        {
            var b = text[end];
            if (b == '.')
            {
                if (end == label || text[end - 1] == '-')
                {
                    break;
                }

                dots++;
                label = end + 1;
            }
            else if (!char.IsAsciiLetterOrDigit((char)b) && b < 0x80 && !(b == '-' && end > label))
            {
                break;
            }

            // The last label so far is a top-level domain: two letters or more, or written in Punycode.
            good = dots > 0 && end + 1 - label >= 2 && IsTop(text[label..(end + 1)]) ? end + 1 : dots > 0 && good > label && end + 1 > label ? label - 1 : good;
        }

        return good > at && text[good - 1] != '.' && dots > 0 && text[at..good].Contains((byte)'.') && !Edges.Goes(text, good) ? good : 0;
    }

    private static bool IsTop(ReadOnlySpan<byte> label)
    {
        if (label.StartsWith("xn--"u8))
        {
            return true;
        }

        foreach (var b in label)
        {
            if (!char.IsAsciiLetter((char)b) && b < 0x80)
            {
                return false;
            }
        }

        return label.Length <= 24;
    }

    // https://user:password@host.org and git@host.org:path are no letters' addresses.
    private static bool InAddress(ReadOnlySpan<byte> text, int start, int end)
    {
        var before = text[Math.Max(0, start - 128)..start];
        var scheme = before.LastIndexOf("://"u8);
        return scheme >= 0 && before[(scheme + 3)..].IndexOfAny(Ends) < 0
            || end + 1 < text.Length && text[end] == ':' && text[start..].StartsWith("git@"u8);
    }
}
