using System.Text;

namespace Sallyport.Rules.Threats;

/// <summary>Id, title and text of every threat, in the compiled form that the engine embeds.</summary>
public sealed class ThreatCatalogue
{
    private readonly SortedDictionary<string, (string Title, string Help)> _threats = new(StringComparer.Ordinal);

    /// <summary>The ids, in order.</summary>
    public IEnumerable<string> Ids => _threats.Keys;

    /// <summary>Writes pages in the form that <see cref="Read"/> takes.</summary>
    public static byte[] Compile(IEnumerable<ThreatPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var page in pages)
        {
            writer.Write(page.Id);
            writer.Write(page.Title);
            writer.Write(Describe(page));
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Compile"/> wrote.</summary>
    public static ThreatCatalogue Read(ReadOnlySpan<byte> data)
    {
        var catalogue = new ThreatCatalogue();
        var reader = new Compiled.SpanReader(data);
        while (!reader.AtEnd)
        {
            catalogue._threats.Add(reader.Text(), (reader.Text(), reader.Text()));
        }

        return catalogue;
    }

    /// <summary>Title and text of a threat; null when there is no such id.</summary>
    public (string Title, string Help)? Find(string id) => _threats.TryGetValue(id, out var threat) ? threat : null;

    private static string Describe(ThreatPage page)
    {
        var text = new StringBuilder(page.Help).Append("\n## Elsewhere\n");
        foreach (var reference in page.References.Values.SelectMany(r => r))
        {
            text.Append("- ").Append(reference).Append('\n');
        }

        return text.ToString();
    }
}
