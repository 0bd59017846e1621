using Sallyport.Core.Detection;

namespace Sallyport.Detectors.Exposure.Settings;

/// <summary>A file of an assistant's: its ignore file, its settings.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its content.</param>
internal sealed record SettingsFact(string Path, byte[] Text) : Fact(Path);
