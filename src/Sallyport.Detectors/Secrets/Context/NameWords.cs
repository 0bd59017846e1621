namespace Sallyport.Detectors.Secrets.Context;

/// <summary>What single words in names say of a value.</summary>
internal static class NameWords
{
    private static readonly HashSet<ulong> Secret = Hashes(
        "key keys apikey apikeys token tokens secret secrets password passwords passwd passwort pass pwd passphrase passcode auth authorization authentication oauth bearer credential credentials creds cred access jwt sid pat webhook signature sig license licence apitoken accesskey secretkey authtoken dsn hmac salt login private pin api hash hec");

    private static readonly HashSet<ulong> Public = Hashes(
        "etag sha sha1 sha256 sha384 sha512 sha224 md5 crc crc32 hash checksum checksums digest integrity commit commits revision rev ref fingerprint thumbprint version uuid guid cid trace traceid span spanid request requestid build buildid image cache session volume upload uploadid cachebuster correlation correlationid nonce blob tree parent");

    private static readonly HashSet<ulong> Neutral = Hashes("identity id ids sid name type kind status url uri host user username email account address title description path file number date time");

    // Words that stand beside a provider's name without a separator: MAILCHIMPAPIKEY, hereapi.com.
    private static readonly byte[][] Affixes =
        [.. "apikey token secret password passwd access client private account webhook service admin user auth app api key pass pwd url id io com db dev my ci sdk".Split(' ').Select(w => System.Text.Encoding.ASCII.GetBytes(w))];

    /// <summary>Whether a word says that a value is a credential.</summary>
    public static bool IsSecret(ReadOnlySpan<byte> word) => Secret.Contains(WordHash.Append(WordHash.Empty, word)) || EndsSecret(word);

    /// <summary>Whether a word says that a value identifies or sums up something and opens nothing.</summary>
    public static bool IsPublic(ReadOnlySpan<byte> word) => Public.Contains(WordHash.Append(WordHash.Empty, word));

    /// <summary>Whether any word of a name says that a value is a credential.</summary>
    public static bool AnySecret(ReadOnlySpan<byte> name)
    {
        foreach (var word in new Words(name))
        {
            if (IsSecret(name.Slice(word.Start, word.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the last word of a name, numbers aside, says that a value opens nothing: <c>api_key_hash</c>.</summary>
    public static bool EndsPublic(ReadOnlySpan<byte> name)
    {
        var last = false;
        foreach (var word in new Words(name))
        {
            last = IsPublic(name.Slice(word.Start, word.Length));
        }

        return last;
    }

    /// <summary>Whether the last word of a name says that a value describes something: <c>user_name</c>.</summary>
    public static bool EndsNeutral(ReadOnlySpan<byte> name)
    {
        var last = false;
        foreach (var word in new Words(name))
        {
            last = Neutral.Contains(WordHash.Append(WordHash.Empty, name.Slice(word.Start, word.Length)));
        }

        return last;
    }

    /// <summary>The word without a leading or trailing generic part; empty when there is none.</summary>
    public static ReadOnlySpan<byte> WithoutAffix(ReadOnlySpan<byte> word)
    {
        foreach (var affix in Affixes)
        {
            if (word.Length >= affix.Length + 3)
            {
                if (Equal(word[^affix.Length..], affix))
                {
                    return word[..^affix.Length];
                }

                if (Equal(word[..affix.Length], affix))
                {
                    return word[affix.Length..];
                }
            }
        }

        return default;
    }

    /// <summary>Whether a word is such a generic part itself.</summary>
    public static bool IsAffix(ReadOnlySpan<byte> word)
    {
        foreach (var affix in Affixes)
        {
            if (Equal(word, affix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsSecret(ReadOnlySpan<byte> word) => word.Length >= 6
        && (Ends(word, "key"u8) || Ends(word, "token"u8) || Ends(word, "secret"u8) || Ends(word, "password"u8) || Ends(word, "passwd"u8) || Ends(word, "pwd"u8) || Ends(word, "pass"u8));

    private static bool Ends(ReadOnlySpan<byte> word, ReadOnlySpan<byte> end) => word.Length > end.Length && Equal(word[^end.Length..], end);

    private static bool Equal(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) => System.Text.Ascii.EqualsIgnoreCase(x, y);

    private static HashSet<ulong> Hashes(string words)
    {
        var hashes = new HashSet<ulong>();
        foreach (var word in words.Split(' '))
        {
            hashes.Add(WordHash.Of(word));
        }

        return hashes;
    }
}
