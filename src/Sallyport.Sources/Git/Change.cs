using Sallyport.Core.Text;

namespace Sallyport.Sources.Git;

/// <summary>A path that differs, and the lines that are new in it.</summary>
/// <param name="Path">Relative to the root of the repository.</param>
/// <param name="Mode">What it is now.</param>
/// <param name="Object">Name of its new content; all zeros when that is only in the work tree.</param>
/// <param name="Status">git's letter for what happened.</param>
internal sealed record Change(byte[] Path, int Mode, string Object, char Status)
{
    private const int Submodule = 0xE000;
    private const int Link = 0xA000;

    /// <summary>The new lines; null when none are.</summary>
    public LineSet? Added { get; set; }

    public bool IsGone => Status == 'D';

    /// <summary>Whether a merge left it undecided: all of it counts then.</summary>
    public bool IsUnmerged => Status == 'U';

    /// <summary>Why it has no text to look at; null when it has.</summary>
    public string? NoText => Mode switch
    {
        Submodule => "submodule",
        Link => "symbolic link",
        _ => null,
    };
}
