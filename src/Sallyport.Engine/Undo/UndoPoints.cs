using Sallyport.Sources.Snapshots;

namespace Sallyport.Engine.Undo;

/// <summary>The states of a project that can come back.</summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="root">The project.</param>
/// <param name="time">The clock.</param>
public sealed class UndoPoints(string folder, string root, TimeProvider time)
{
    private readonly Lock _one = new();
    private readonly SnapshotStore _store = new(folder, root, time);

    /// <summary>Keeps the state before an action; answers the point's id, or why none could be kept.</summary>
    public (string Id, string Failure) Before(string action)
    {
        if (!SnapshotStore.Works)
        {
            return ("", "no state can be kept on this system");
        }

        lock (_one)
        {
            try
            {
                return (_store.Take(action).Id, "");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or Core.UserException)
            {
                return ("", e.Message);
            }
        }
    }

    /// <summary>Every point, newest first.</summary>
    public IReadOnlyList<Snapshot> List() => _store.List();

    /// <summary>Brings a state back.</summary>
    public Restored Restore(string id) => _store.Restore(id);
}
