using System.Globalization;

namespace Sallyport.Engine.Configuration;

/// <summary>Where a project's record, queue and undo points lie: in the user's own state folder, because a tree cannot keep its own record.</summary>
/// <param name="state">The user's state folder.</param>
/// <param name="root">The project's root.</param>
public sealed class ProjectPlaces(string state, string root)
{
    private readonly string _name = $"{Path.GetFileName(root)}-{Key(root)}";

    /// <summary>The file of the ledger.</summary>
    public string Ledger => Path.Combine(state, "ledger", _name + ".jsonl");

    /// <summary>The map that leads back from placeholders, where the folder is that of the user's data.</summary>
    public string Redactions => Path.Combine(state, "redactions", _name + ".map");

    /// <summary>The folder of the queue.</summary>
    public string Approvals => Path.Combine(state, "approvals", _name);

    /// <summary>The folder of the order to stop.</summary>
    public string Halt => Path.Combine(state, "halts", _name);

    /// <summary>The folder of what is normal here.</summary>
    public string Habits => Path.Combine(state, "habits", _name);

    /// <summary>The folder of undo points.</summary>
    public string Undo => Path.Combine(state, "undo", _name);

    // FNV-1a: it only keeps folders of one name apart, and the cryptographic library costs milliseconds to load.
    private static string Key(string root)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in root)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
