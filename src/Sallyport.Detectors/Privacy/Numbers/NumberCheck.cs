namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>Whether a number is one its issuer could have given out: check digits, dates, ranges.</summary>
/// <param name="value">Its letters, in capitals, and digits; of the form that the kind asks for.</param>
internal delegate bool NumberCheck(ReadOnlySpan<byte> value);
