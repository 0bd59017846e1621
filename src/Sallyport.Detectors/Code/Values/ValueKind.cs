namespace Sallyport.Detectors.Code.Values;

/// <summary>What kind of value it is, where that much is known.</summary>
internal enum ValueKind
{
    Unknown,
    Text,
    Number,
    Boolean,
}
