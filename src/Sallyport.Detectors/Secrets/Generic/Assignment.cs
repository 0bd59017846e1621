using Sallyport.Core.Text;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>A value and the name that promises a credential.</summary>
/// <param name="Name">The identifier.</param>
/// <param name="Value">The value without its quotes.</param>
/// <param name="Class">What the name promises.</param>
/// <param name="Bond">How the two are tied.</param>
/// <param name="Quote">The quote around the value, 0 for none.</param>
/// <param name="Wrapped">Whether a call or an alternative stands between operator and value: <c>env("X") || "value"</c>.</param>
internal readonly record struct Assignment(TextSpan Name, TextSpan Value, NameClass Class, Bond Bond, byte Quote, bool Wrapped);
