using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Values;

/// <summary>How a value came here: the last step, and those before it.</summary>
internal sealed class Trace
{
    // Further steps are not kept: a report that is longer explains nothing.
    private const int Longest = 24;

    private Trace(Trace? before, Module module, TextSpan span, string message)
    {
        (Before, Module, Span, Message) = (before, module, span, message);
        Root = before?.Root ?? this;
        Count = (before?.Count ?? 0) + 1;
    }

    public Trace? Before { get; }

    public Trace Root { get; }

    public Module Module { get; }

    public TextSpan Span { get; }

    public string Message { get; }

    public int Count { get; }

    /// <summary>The first step.</summary>
    public static Trace Start(Module module, TextSpan span, string message) => new(null, module, span, message);

    /// <summary>One step more; a step at the place of the last one is not repeated.</summary>
    public Trace Then(Module module, TextSpan span, string message) =>
        Count >= Longest || (Span == span && ReferenceEquals(Module, module)) ? this : new Trace(this, module, span, message);
}
