namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Payment cards: issuer ranges, lengths and the Luhn digit.</summary>
internal static class PaymentCard
{
    /// <summary>Whether a card could carry the number.</summary>
    public static bool Holds(ReadOnlySpan<byte> digits) => Issued(BirthDate.Number(digits[..6]), digits.Length) && Luhn.Holds(digits);

    private static bool Issued(int first, int length) => first switch
    {
        >= 400000 and <= 499999 => length is 13 or 16 or 19, // Visa
        >= 510000 and <= 559999 or >= 222100 and <= 272099 => length == 16, // Mastercard
        >= 340000 and <= 349999 or >= 370000 and <= 379999 => length == 15, // American Express
        >= 300000 and <= 305999 or >= 309500 and <= 309599 or >= 360000 and <= 369999 or >= 380000 and <= 399999 => length is 14 or 16, // Diners Club
        >= 352800 and <= 358999 => length is >= 16 and <= 19, // JCB
        >= 601100 and <= 601199 or >= 644000 and <= 659999 => length is >= 16 and <= 19, // Discover
        >= 620000 and <= 629999 or >= 810000 and <= 817199 => length is >= 16 and <= 19, // UnionPay
        >= 500000 and <= 509999 or >= 560000 and <= 589999 or >= 630000 and <= 639999 or >= 670000 and <= 679999 or >= 600000 and <= 600999 => length is >= 12 and <= 19, // Maestro, Elo, Hipercard
        >= 220000 and <= 220499 => length is >= 16 and <= 19, // Mir
        >= 100000 and <= 199999 => length == 15, // UATP
        _ => false,
    };
}
