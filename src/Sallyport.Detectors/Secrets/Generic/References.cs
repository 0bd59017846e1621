using System.Buffers;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Noise;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Whether a value certainly holds no secret but says where one is, or stands in for one.</summary>
internal static class References
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"u8);
    private static readonly SearchValues<byte> PathBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./\\~:-*"u8);
    private static readonly SearchValues<byte> Brackets = SearchValues.Create("()[]{}"u8);

    private static readonly WordSet Stock = new("password pass passwd pwd secret user username usr admin token key apikey hostname test example");
    private static readonly WordSet Keywords = new("null none nil true false undefined yes no string str int integer bool boolean number required optional self this void object any text varchar char byte bytes bearer basic digest negotiate ntlm oauth hawk aws4 password passwd secret token key");

    private static readonly WordSet Ids = new("id ids uuid guid sid arn");
    private static readonly WordSet Public = new("public pub publishable pubkey publickey encrypted hashed wrapped sealed");

    private static readonly byte[][] Starts =
        [.. "${|{{|$(|<%|#{|%(|[[|@@|__|process.env|os.environ|os.getenv|system.getenv|env.|env(|secrets.|vars.|var.|local.|data.|module.|self.|this.|config.|settings.|op://|vault:|arn:|ref+|!ref|!sub|!getatt|enc[|{cipher}|file:|http://|https://|urn:|kms:|ssm:|azurekeyvault|@microsoft.keyvault|projects/|-----begin|/run/secrets|sha256:|sha512-|sha1-|md5:|data:|ssh-rsa|ssh-ed25519|ecdsa-|$2a$|$2b$|$2y$|$argon2|$6$|$5$|$1$|{ssha}|{sha}|pbkdf2|bcrypt"
            .Split('|').Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Whether the value can be left out.</summary>
    public static bool Is(ReadOnlySpan<byte> text, in Assignment assignment, ContentKind file)
    {
        var value = text.Slice(assignment.Value.Start, assignment.Value.Length);
        if (value.Length < 4 && assignment.Bond != Bond.Address || value.Length > 2048 || Keywords.Contains(value) || Placeholder.Is(value, 0))
        {
            return true;
        }

        // A seed that is a plain number drives a random generator and opens nothing.
        if (assignment.Class == NameClass.Material && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return true;
        }

        foreach (var start in Starts)
        {
            if (value.Length >= start.Length && System.Text.Ascii.EqualsIgnoreCase(value[..start.Length], start))
            {
                return true;
            }
        }

        return IsIdentifierOf(text, assignment) || IsTemplate(value) || IsSentence(value) || assignment.Quote == 0 && assignment.Bond == Bond.Colon && GoesOnInWords(text, assignment.Value.End) || IsPath(value) || assignment.Quote == 0 && file == ContentKind.Code && IsExpression(text, assignment);
    }

    /// <summary>Whether a value consists of nothing but words that stand in for one: <c>user:password@host</c>.</summary>
    public static bool IsStock(ReadOnlySpan<byte> value)
    {
        while (value.Length > 1 && Bytes.IsDigit(value[^1]) && value.Length > 8)
        {
            value = value[..^1];
        }

        return Stock.Contains(value);
    }

    // key_id, token-id, publicKey: the id of a key and the public half open nothing; a secret_id does.
    private static bool IsIdentifierOf(ReadOnlySpan<byte> text, in Assignment assignment)
    {
        if (assignment.Class is not (NameClass.Key or NameClass.Token or NameClass.Auth))
        {
            return false;
        }

        var name = text.Slice(assignment.Name.Start, assignment.Name.Length);
        TextSpan last = default, beforeLast = default;
        foreach (var word in new Words(name))
        {
            if (Public.Contains(name.Slice(word.Start, word.Length)))
            {
                return true;
            }

            (beforeLast, last) = (last, word);
        }

        return beforeLast.Length > 0 && Ids.Contains(name.Slice(last.Start, last.Length));
    }

    // <password>, {password}, %PASSWORD%, $PASSWORD, %s, *****, [redacted]
    public static bool IsTemplate(ReadOnlySpan<byte> value)
    {
        var (first, last) = (value[0], value[^1]);
        if (first == '<' && last == '>' || first == '{' && last == '}' && value.IndexOf((byte)':') < 0 || first == '%' && last == '%' || first == '[' && last == ']' || first == '(' && last == ')')
        {
            return true;
        }

        return (first == '$' || first == '%') && value[1..].IndexOfAnyExcept(NameBytes) < 0 || value.IndexOf("${"u8) >= 0 || value.IndexOf("{{"u8) >= 0 || value.IndexOf("#{"u8) >= 0;
    }

    private static bool IsSentence(ReadOnlySpan<byte> value)
    {
        var words = 0;
        foreach (var b in value)
        {
            words += b == ' ' ? 1 : 0;
        }

        return words >= 2 && value.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 || words >= 5;
    }

    // `password_label: Enter your password`: a bare value that plain words follow.
    private static bool GoesOnInWords(ReadOnlySpan<byte> text, int end)
    {
        var at = end;
        for (var words = 0; words < 2; words++)
        {
            if (at >= text.Length || text[at] != ' ')
            {
                return false;
            }

            var start = ++at;
            while (at < text.Length && (char.IsAsciiLetter((char)text[at]) || text[at] is (byte)'\'' or (byte)','))
            {
                at++;
            }

            if (at == start || at < text.Length && text[at] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'.'))
            {
                return false;
            }

            if (at == text.Length || text[at] != ' ')
            {
                return true;
            }
        }

        return true;
    }

    private static bool IsPath(ReadOnlySpan<byte> value) =>
        (value[0] == '/' || value[0] == '~' || value.StartsWith("./"u8) || value.StartsWith("../"u8) || value.Length > 3 && value[1] == ':' && value[2] == '\\')
        && value.IndexOfAnyExcept(PathBytes) < 0 && LetterModel.Shared.Bits(value, out var letters) < 4.5 && letters * 2 > value.Length;

    // In a program a bare word refers to something.
    private static bool IsExpression(ReadOnlySpan<byte> text, in Assignment assignment)
    {
        var value = text.Slice(assignment.Value.Start, assignment.Value.Length);
        return value.IndexOfAny(Brackets) >= 0 || value.IndexOf("->"u8) >= 0 || value.IndexOf("::"u8) >= 0
            || assignment.Value.End < text.Length && text[assignment.Value.End] is (byte)'(' or (byte)'[';
    }
}
