namespace Sallyport.Sources.Contents;

/// <summary>How a content spells text.</summary>
internal enum TextEncoding
{
    /// <summary>UTF-8, ASCII or any 8-bit encoding; passed on as it is.</summary>
    Bytes,
    Utf16LittleEndian,
    Utf16BigEndian,
    Utf32LittleEndian,
    Utf32BigEndian,

    /// <summary>No text.</summary>
    Binary,
}
