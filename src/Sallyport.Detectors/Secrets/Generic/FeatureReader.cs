using System.Buffers;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Noise;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Measures an assignment.</summary>
internal static class FeatureReader
{
    /// <summary>Number of features.</summary>
    public const int Count = (int)Feature.Continues + 1;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> Brackets = SearchValues.Create("()[]<>"u8);
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.-"u8);

    private static readonly WordSet Ids = new("id ids uuid guid sid");

    private static readonly WordSet PublicTails = new(
        "id ids name names url uri urls endpoint host path file filename dir folder type types format algorithm alg method class hash hashed digest fingerprint thumbprint label hint placeholder text title message msg description desc error errors "
        + "length len size count expiry expires expiration expire ttl timeout max min regex pattern policy rule rules validation validator enabled required enable disabled prefix suffix header headers field fields param params parameter column "
        + "env var variable public store storage manager provider service handler factory builder request response status code map list array set index ref reference arn version kind usage scope scopes mode strength info data event events");

    private static readonly WordSet PublicHeads = new("public pub primary foreign partition sort row cache group object s3 i18n translation hot short map index unique composite sorted registry license csrf xsrf next page continuation cancellation idempotency dedupe routing message event storage shortcut column json xml yaml config dictionary hash i key");

    private static readonly WordSet StrongHeads = new("api access secret private auth client encryption encrypt signing sign master admin root db database user smtp mysql postgres postgresql mongo redis ftp ssh jwt account app application service consumer bot personal deploy shared webhook server production prod aws azure gcp google github gitlab slack my session refresh oauth oauth2 hmac crypto cipher login email mail ldap bind keystore truststore proxy");

    private static readonly WordSet TestWords = new("test tests testing fake mock dummy example sample invalid wrong bad expected placeholder default demo stub foo bar incorrect temp non not no never unknown bogus");

    private static readonly WordSet StockWords = new(
        "password passwords passwd pass pwd secret secrets token tokens key keys api apikey access auth user username admin root test tests testing example sample demo dummy fake mock foo bar baz qux changeme change me my your the some any value string null none true false undefined "
        + "default hello world abc xyz here enter insert replace placeholder todo redacted hidden private public client server app application login email name id credentials credential bearer basic new old invalid wrong bad good right correct incorrect super top secure securely strong weak "
        + "not a real is this with for and or to of in on empty missing required optional field number text data type");

    /// <summary>Fills <paramref name="features"/>, which must be zero.</summary>
    public static void Read(ReadOnlySpan<byte> text, in Assignment assignment, ContentKind file, Span<float> features)
    {
        features[(int)assignment.Class - 1] = 1;
        if (assignment.Bond <= Bond.Blank)
        {
            features[(int)Feature.BondEqual + (int)assignment.Bond] = 1;
        }

        features[(int)Feature.Quoted] = assignment.Quote != 0 ? 1 : 0;
        features[(int)Feature.SingleQuoted] = assignment.Quote == '\'' ? 1 : 0;
        features[(int)Feature.Wrapped] = assignment.Wrapped ? 1 : 0;
        if (file != ContentKind.Other)
        {
            features[(int)Feature.FileCode + (int)file - 1] = 1;
        }

        var name = text.Slice(assignment.Name.Start, assignment.Name.Length);
        var value = text.Slice(assignment.Value.Start, assignment.Value.Length);
        Name(name, features);
        Characters(value, features);
        Language(value, name, features);
        Form(value, features);
        Surroundings(text, assignment.Value, features);
    }

    private static void Name(ReadOnlySpan<byte> name, Span<float> features)
    {
        NameClasses.Of(name, out var end);
        float words = 0, tail = 0;
        foreach (var word in new Words(name))
        {
            var bytes = name.Slice(word.Start, word.Length);
            words++;
            var behind = word.Start >= end;
            tail += behind ? 1 : 0;
            features[(int)Feature.NameTailPublic] += behind && PublicTails.Contains(bytes) ? 1 : 0;
            features[(int)Feature.NameTailId] = behind && Ids.Contains(bytes) ? 1 : 0;
            features[(int)Feature.NameHeadPublic] += !behind && word.End < end && PublicHeads.Contains(bytes) ? 1 : 0;
            features[(int)Feature.NameHeadStrong] += !behind && word.End < end && StrongHeads.Contains(bytes) ? 1 : 0;
            features[(int)Feature.NameTest] += TestWords.Contains(bytes) ? 1 : 0;
        }

        features[(int)Feature.NameTail] = tail;
        features[(int)Feature.NameWords] = words;
        features[(int)Feature.NameLength] = name.Length;
        features[(int)Feature.NameUpper] = name.IndexOfAnyInRange((byte)'a', (byte)'z') < 0 ? 1 : 0;
    }

    private static void Characters(ReadOnlySpan<byte> value, Span<float> features)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        int digits = 0, uppers = 0, lowers = 0, spaces = 0, hex = 0, changes = 0, repeats = 0, steps = 0, last = -1;
        for (var i = 0; i < value.Length; i++)
        {
            var b = value[i];
            counts[b]++;
            var kind = b is >= (byte)'0' and <= (byte)'9' ? 0 : b is >= (byte)'A' and <= (byte)'Z' ? 1 : b is >= (byte)'a' and <= (byte)'z' ? 2 : 3;
            digits += kind == 0 ? 1 : 0;
            uppers += kind == 1 ? 1 : 0;
            lowers += kind == 2 ? 1 : 0;
            spaces += b == ' ' ? 1 : 0;
            hex += char.IsAsciiHexDigit((char)b) ? 1 : 0;
            changes += last >= 0 && kind != last ? 1 : 0;
            last = kind;
            if (i > 0)
            {
                repeats += b == value[i - 1] ? 1 : 0;
                steps += Math.Abs(b - value[i - 1]) == 1 ? 1 : 0;
            }
        }

        float length = value.Length;
        double entropy = 0;
        var distinct = 0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                distinct++;
                entropy -= count / length * Math.Log2(count / length);
            }
        }

        features[(int)Feature.Length] = length;
        features[(int)Feature.Digits] = digits / length;
        features[(int)Feature.Uppers] = uppers / length;
        features[(int)Feature.Symbols] = (length - digits - uppers - lowers) / length;
        features[(int)Feature.Spaces] = spaces;
        features[(int)Feature.Distinct] = distinct / length;
        features[(int)Feature.Transitions] = changes / length;
        features[(int)Feature.Entropy] = (float)entropy;
        features[(int)Feature.Hex] = hex == value.Length && digits > 0 ? 1 : 0;
        features[(int)Feature.Numeric] = digits == value.Length ? 1 : 0;
        features[(int)Feature.OneCase] = uppers == 0 || lowers == 0 ? 1 : 0;
        features[(int)Feature.Repeats] = repeats / length;
        features[(int)Feature.Steps] = steps / length;
        features[(int)Feature.Uuid] = IsUuid(value) ? 1 : 0;
    }

    private static bool IsUuid(ReadOnlySpan<byte> value) =>
        value.Length == 36 && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-' && value[24..].IndexOfAnyExcept(HexDigits) < 0;

    private static void Language(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name, Span<float> features)
    {
        features[(int)Feature.LetterBits] = LetterModel.Shared.Bits(value, out var letters);
        features[(int)Feature.LettersInRuns] = (float)letters / value.Length;
        int stock = 0, overlap = 0, longest = 0;
        foreach (var word in new Words(value))
        {
            var bytes = value.Slice(word.Start, word.Length);
            while (bytes.Length > 1 && Bytes.IsDigit(bytes[^1]))
            {
                bytes = bytes[..^1];
            }

            longest = Math.Max(longest, word.Length);
            stock += StockWords.Contains(bytes) ? bytes.Length : 0;
            overlap += bytes.Length >= 3 && Holds(name, bytes) ? bytes.Length : 0;
        }

        features[(int)Feature.LongestRun] = longest;
        features[(int)Feature.StockWords] = (float)stock / value.Length;
        features[(int)Feature.NameOverlap] = (float)overlap / value.Length;
    }

    private static bool Holds(ReadOnlySpan<byte> name, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= name.Length; i++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(name.Slice(i, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }

    private static void Form(ReadOnlySpan<byte> value, Span<float> features)
    {
        features[(int)Feature.Interpolated] = value.IndexOf("${"u8) >= 0 || value.IndexOf("{{"u8) >= 0 || value.IndexOf("#{"u8) >= 0 || value.IndexOf((byte)'%') >= 0 || value[0] == '$' || value.IndexOf((byte)'{') >= 0 ? 1 : 0;
        features[(int)Feature.Bracketed] = value.IndexOfAny(Brackets) >= 0 ? 1 : 0;
        features[(int)Feature.Slashes] = value.Count((byte)'/');
        features[(int)Feature.Dotted] = value.Count((byte)'.');
        features[(int)Feature.Identifier] = value.IndexOfAnyExcept(WordBytes) < 0 ? 1 : 0;
        features[(int)Feature.Colons] = value.Count((byte)':');
        features[(int)Feature.Ats] = value.Count((byte)'@');
    }

    private static void Surroundings(ReadOnlySpan<byte> text, TextSpan value, Span<float> features)
    {
        var line = Math.Max(0, value.Start - 400);
        line += text[line..value.Start].LastIndexOf((byte)'\n') + 1;
        var first = line;
        while (first < value.Start && Bytes.IsBlank(text[first]))
        {
            first++;
        }

        var head = text[first..value.Start];
        features[(int)Feature.Comment] = head.StartsWith("//"u8) || head.StartsWith("#"u8) || head.StartsWith("*"u8) || head.StartsWith("--"u8) || head.StartsWith(";"u8) ? 1 : 0;
        features[(int)Feature.LongLine] = head.Length > 200 ? 1 : 0;
        var next = value.End < text.Length ? text[value.End] : (byte)'\n';
        features[(int)Feature.GoesOn] = next is (byte)'(' or (byte)'[' or (byte)'.' or (byte)'{' ? 1 : 0;
        var after = Bytes.IsQuote(next) && value.End + 1 < text.Length ? value.End + 1 : value.End;
        while (after < text.Length && Bytes.IsBlank(text[after]))
        {
            after++;
        }

        features[(int)Feature.Continues] = after < text.Length && text[after] is (byte)'+' or (byte)'.' or (byte)'%' or (byte)'?' or (byte)'|' or (byte)'&' ? 1 : 0;
    }
}
