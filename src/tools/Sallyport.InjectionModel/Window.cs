namespace Sallyport.InjectionModel;

/// <summary>A few sentences of a text, with what they are.</summary>
internal readonly record struct Window(Passage Passage, int Start, int Length, int Label, float Weight);
