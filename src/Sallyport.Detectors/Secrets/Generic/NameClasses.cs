using System.Runtime.CompilerServices;
using Sallyport.Detectors.Secrets.Context;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Tells from its words what kind of credential an identifier promises.</summary>
internal static class NameClasses
{
    private static readonly Dictionary<ulong, NameClass> Whole = MakeWhole(
        (NameClass.Password, "password passwords passwd passwort pass pwd psw passphrase passcode pw contrasena senha mdp wachtwoord haslo parola"),
        (NameClass.Token, "token tokens tok jwt pat otp"),
        (NameClass.Key, "key keys apikey apikeys secretkey accesskey privatekey"),
        (NameClass.Secret, "secret secrets"),
        (NameClass.Auth, "auth authorization oauth credential credentials creds cred authentication authorisation"),
        (NameClass.Material, "salt seed mnemonic cookie cookies pepper"));

    private static readonly (NameClass Class, byte[] End)[] Ends =
    [
        (NameClass.Password, "password"u8.ToArray()), (NameClass.Password, "passwd"u8.ToArray()), (NameClass.Password, "passwort"u8.ToArray()), (NameClass.Password, "pwd"u8.ToArray()),
        (NameClass.Password, "pass"u8.ToArray()), (NameClass.Password, "passphrase"u8.ToArray()), (NameClass.Token, "token"u8.ToArray()), (NameClass.Secret, "secret"u8.ToArray()), (NameClass.Key, "key"u8.ToArray()),
    ];

    private static readonly WordSet Denials = new("non not no nonmatching invalid wrong");
    private static readonly WordSet Others = new("compass bypass monkey turkey hockey donkey whiskey jockey hotkey keyword passkey surpass trespass getpass askpass");

    /// <summary>The class, and where the word stands that gives it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NameClass Of(ReadOnlySpan<byte> identifier, out int end)
    {
        var best = NameClass.None;
        end = 0;
        foreach (var word in new Words(identifier))
        {
            var found = OfWord(identifier.Slice(word.Start, word.Length));

            // Of `auth_token`, `secret_key`, `password_salt` the last word says what the value is, but `auth` says the least.
            if (found != NameClass.None && (best == NameClass.None || found != NameClass.Auth))
            {
                (best, end) = (found, word.End);
            }
        }

        return best;
    }

    /// <summary>Whether the name itself says that the value is no credential: <c>invalidToken</c>, <c>notAKey</c>.</summary>
    public static bool IsDenied(ReadOnlySpan<byte> identifier) => Denials.ContainsAny(identifier);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static NameClass OfWord(ReadOnlySpan<byte> word)
    {
        if (Whole.TryGetValue(WordHash.Append(WordHash.Empty, word), out var whole))
        {
            return whole;
        }

        // password1, token2
        while (word.Length > 0 && char.IsAsciiDigit((char)word[^1]))
        {
            word = word[..^1];
        }

        foreach (var (found, tail) in Ends)
        {
            if (word.Length >= tail.Length && System.Text.Ascii.EqualsIgnoreCase(word[^tail.Length..], tail) && !Others.Contains(word))
            {
                return found;
            }
        }

        return NameClass.None;
    }

    private static Dictionary<ulong, NameClass> MakeWhole(params (NameClass Class, string Words)[] sets)
    {
        var whole = new Dictionary<ulong, NameClass>();
        foreach (var (kind, words) in sets)
        {
            foreach (var word in words.Split(' '))
            {
                whole.Add(WordHash.Of(word), kind);
            }
        }

        return whole;
    }
}
