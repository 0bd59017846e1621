using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection;

/// <summary>A text in characters that show nothing or another order.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="How">How it is written: "tag characters".</param>
/// <param name="Text">What it says.</param>
public sealed record UnseenText(TextSpan Place, string How, string Text);
