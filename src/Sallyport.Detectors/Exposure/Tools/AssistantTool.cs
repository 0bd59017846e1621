using System.Text;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>One AI tool: how its use in a project shows, which files say what it may read, and what they say. A tool is one file in this folder and one line in <see cref="AssistantTools"/>.</summary>
public abstract class AssistantTool
{
    /// <summary>As configuration names it.</summary>
    public abstract string Id { get; }

    /// <summary>As people name it.</summary>
    public abstract string Name { get; }

    /// <summary>Files and folders (with a closing slash) in the project's first folder that only this tool reads.</summary>
    public abstract IReadOnlyList<string> Markers { get; }

    /// <summary>The files that say what it may read: a name stands for files in any folder, a path for one place, <c>~/</c> for the user's home.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>What no file of the project closes; null where nothing is known.</summary>
    public virtual string? Limit => null;

    /// <summary>The one change that hides files from it.</summary>
    public abstract string Change { get; }

    /// <summary>The file that is made from the project's private list; null where the tool has none.</summary>
    public virtual string? Generated => null;

    /// <summary>The file with what the list says in it, the user's own lines kept.</summary>
    /// <param name="text">The file's text; null where there is none.</param>
    /// <param name="list">The list.</param>
    public virtual string Generate(string? text, PrivateList list) => text ?? "";

    /// <summary>The file without what was generated; null where nothing else was in it.</summary>
    public virtual string? Remove(string text, PrivateList list) => text;

    /// <summary>Whether a file says by itself what the tool may read, so that nothing can be generated into it.</summary>
    public virtual bool IsOwn(string? text) => false;

    /// <summary>Whether its use shows in the content of a file of the project.</summary>
    internal virtual bool ShowsIn(ToolFiles files) => false;

    /// <summary>What its files say.</summary>
    internal abstract ToolCover Read(ToolFiles files, IReadOnlyList<NameFact> names);

    /// <summary>Whether a file is one of <see cref="Files"/>.</summary>
    /// <param name="place">Its path in the project.</param>
    public bool Reads(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        foreach (var file in Files)
        {
            if (place == file || (!file.Contains('/', StringComparison.Ordinal) && place.EndsWith(file, StringComparison.Ordinal) && place.Length > file.Length && place[^(file.Length + 1)] == '/'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bytes of a text, for places.</summary>
    private protected static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
