using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Reads the password out of <c>scheme://user:password@host</c>.</summary>
internal static class AddressReader
{
    private const int Reach = 200;

    /// <summary>Adds the password behind the <c>://</c> that ends at <paramref name="slash"/>.</summary>
    public static void Read(ReadOnlySpan<byte> text, int slash, List<Assignment> found)
    {
        if (slash < 3 || text[slash - 1] != '/' || text[slash - 2] != ':' || !Bytes.IsAlnum(text[slash - 3]))
        {
            return;
        }

        var user = slash + 1;
        var limit = Math.Min(text.Length, user + Reach);
        var colon = -1;
        var at = -1;
        for (var i = user; i < limit && !Ends(text[i]); i++)
        {
            // A slash ends the authority, except in a password that was not escaped: then an @ must still follow.
            if (text[i] == '/' && (colon < 0 || at >= 0 || text[(colon + 1)..i].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0))
            {
                break;
            }

            colon = text[i] == ':' && colon < 0 ? i : colon;
            at = text[i] == '@' ? i : at;
        }

        if (colon >= user && at > colon + 1)
        {
            found.Add(new Assignment(TextSpan.Between(user, colon), TextSpan.Between(colon + 1, at), NameClass.Address, Bond.Address, 0, false));
        }
    }

    private static bool Ends(byte b) => Bytes.IsBlank(b) || Bytes.IsLineEnd(b) || Bytes.IsQuote(b) || b is (byte)'<' or (byte)'>' or (byte)'\\' or (byte)',' or (byte)'?';
}
