using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>The files of assistants in a project, by their places.</summary>
/// <param name="byPlace">By path in the project; those of the user by <c>~/</c>.</param>
internal sealed class ToolFiles(IReadOnlyDictionary<string, SettingsFact> byPlace)
{
    /// <summary>The file at a place; null where there is none.</summary>
    public SettingsFact? At(string place) => byPlace.GetValueOrDefault(place);

    /// <summary>The files of a name with their folders, outer folders first.</summary>
    public IEnumerable<(SettingsFact Fact, string Folder)> Named(string name) => byPlace
        .Where(f => f.Key == name || f.Key.EndsWith("/" + name, StringComparison.Ordinal))
        .Select(f => (f.Value, f.Key[..^name.Length]))
        .OrderBy(f => f.Item2.Length).ThenBy(f => f.Item2, StringComparer.Ordinal);

    /// <summary>The values of the first of several JSON files that are there, together.</summary>
    public IEnumerable<(SettingsFact Fact, JsonEntries Entries)> Json(params string[] places) =>
        places.Select(At).OfType<SettingsFact>().Select(f => (f, JsonEntries.Of(f.Text)));
}
