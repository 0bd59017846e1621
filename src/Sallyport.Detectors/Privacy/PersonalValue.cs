using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy;

/// <summary>Personal data found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Grounds">Why it is taken for that.</param>
/// <param name="Standing">Whom it leads to.</param>
internal readonly record struct PersonalValue(PersonalKind Kind, TextSpan Span, Grounds Grounds, Standing Standing = Standing.Personal);
