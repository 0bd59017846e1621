using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.Detectors.Secrets.Noise;

/// <summary>Whether user and password of an address only stand in for a pair: <c>postgres:postgres@</c>, <c>username:mypassword@</c>, <c>user:abc@</c>.</summary>
internal static class StockPair
{
    private const int LongestUser = 64;
    private const int LongestWord = 16;
    private const int Tiny = 4;

    /// <summary>Judges the password at <paramref name="password"/> together with the user before it.</summary>
    public static bool Is(ReadOnlySpan<byte> text, TextSpan password)
    {
        if (password.Length > LongestWord || password.Start == 0 || text[password.Start - 1] != ':' || password.End >= text.Length || text[password.End] != '@')
        {
            return false;
        }

        var floor = Math.Max(0, password.Start - LongestUser);
        var user = text[floor..(password.Start - 1)];
        user = user[(user.LastIndexOf((byte)'/') + 1)..];
        var value = text.Slice(password.Start, password.Length);
        return user.Length > 0
            && (System.Text.Ascii.EqualsIgnoreCase(user, value) || References.IsStock(user) && (value.Length < Tiny || References.IsStock(WithoutOwner(value))));
    }

    private static ReadOnlySpan<byte> WithoutOwner(ReadOnlySpan<byte> value) => value switch
    {
        [(byte)'m' or (byte)'M', (byte)'y' or (byte)'Y', .. var rest] => rest is [(byte)'_' or (byte)'-', .. var word] ? word : rest,
        _ => value,
    };
}
