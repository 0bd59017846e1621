namespace Sallyport.Agents.Settings;

/// <summary>A value in a JSON text, by where it stands.</summary>
/// <param name="Kind">An opening bracket, a quote, or <c>'0'</c> for anything else.</param>
/// <param name="Start">Where it begins.</param>
internal sealed record JsonNode(char Kind, int Start)
{
    /// <summary>Behind its last character.</summary>
    public int End { get; set; }

    /// <summary>What stands in it, in order; members of an object have a <see cref="Name"/>.</summary>
    public List<JsonNode> Children { get; } = [];

    /// <summary>The key of a member; null elsewhere.</summary>
    public string? Name { get; init; }

    /// <summary>Where the member begins, which is its key; the value itself elsewhere.</summary>
    public int From { get; init; } = Start;

    public JsonNode? Member(string name) => Kind == '{' ? Children.FindLast(c => c.Name == name) : null;
}
