using System.Globalization;
using System.Text;
using Sallyport.Ledger.Durable;

namespace Sallyport.Engine.Drift;

/// <summary>What each agent usually does in a project. What it has not done before raises to a question once it is known well enough; it never goes by in silence.</summary>
/// <param name="folder">Where habits are kept.</param>
/// <param name="time">The clock.</param>
public sealed class Habits(string folder, TimeProvider time)
{
    /// <summary>So many actions are watched before anything is called unusual.</summary>
    public const int Acquaintance = 40;

    /// <summary>Deletions within <see cref="Window"/> that are a burst, and never fewer than three times the most seen before.</summary>
    public const int Burst = 12;

    /// <summary>What counts as at once.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    private readonly DurableFolder _folder = new(folder);
    private readonly Lock _one = new();
    private readonly Dictionary<string, Habit> _known = new(StringComparer.Ordinal);

    /// <summary>What is unlike this agent in this action, each as a sentence; none when nothing is. What is like it, is learnt.</summary>
    public IReadOnlyList<string> Strange(ActionTraits traits, string agent)
    {
        ArgumentNullException.ThrowIfNull(traits);
        lock (_one)
        {
            var habit = Of(agent);
            var strange = habit.Strange(traits, time.GetUtcNow());
            if (strange.Count == 0)
            {
                Keep(agent, habit, habit.Learn(traits, time.GetUtcNow()));
            }

            return strange;
        }
    }

    /// <summary>A person has approved this: from now on it is usual.</summary>
    public void Learn(ActionTraits traits, string agent)
    {
        ArgumentNullException.ThrowIfNull(traits);
        lock (_one)
        {
            var habit = Of(agent);
            Keep(agent, habit, habit.Learn(traits, time.GetUtcNow()));
        }
    }

    private Habit Of(string agent)
    {
        if (!_known.TryGetValue(agent, out var habit))
        {
            _known[agent] = habit = _folder.Read(agent) is { } data ? Habit.Parse(Encoding.UTF8.GetString(data)) : new Habit();
        }

        return habit;
    }

    // Counting alone is written now and then, so that it costs no disk at every action.
    private void Keep(string agent, Habit habit, bool isNew)
    {
        if (isNew || habit.Actions <= Acquaintance || habit.Actions % 16 == 0)
        {
            _folder.Write(agent, Encoding.UTF8.GetBytes(habit.ToString()));
        }
    }

    /// <summary>One agent in one project.</summary>
    private sealed class Habit
    {
        private readonly SortedSet<string> _seen = new(StringComparer.Ordinal);
        private readonly Queue<(DateTimeOffset At, int Count)> _recent = new();
        private int _mostDeletes;

        public int Actions { get; private set; }

        public List<string> Strange(ActionTraits traits, DateTimeOffset now)
        {
            var strange = new List<string>();
            if (Actions < Acquaintance)
            {
                return strange;
            }

            Add(strange, "host", traits.Hosts, "has not talked to the host");
            Add(strange, "place", traits.Places, "has not worked in");
            Add(strange, "credential", traits.Credentials, "has not used the credential");
            var deletes = Recent(now) + traits.Deletes;
            if (traits.Deletes > 0 && deletes >= Math.Max(Burst, 3 * _mostDeletes))
            {
                strange.Add($"drift: {deletes} deletions within {Window.TotalMinutes:0} minutes; the most before were {_mostDeletes}");
            }

            return strange;
        }

        /// <summary>Takes an action for usual; answers whether anything about it was new.</summary>
        public bool Learn(ActionTraits traits, DateTimeOffset now)
        {
            Actions++;
            var isNew = false;
            foreach (var (kind, names) in new[] { ("host", traits.Hosts), ("place", traits.Places), ("credential", traits.Credentials) })
            {
                foreach (var name in names)
                {
                    isNew |= _seen.Add(kind + " " + name);
                }
            }

            if (traits.Deletes > 0)
            {
                var deletes = Recent(now) + traits.Deletes;
                _recent.Enqueue((now, traits.Deletes));
                isNew |= deletes > _mostDeletes;
                _mostDeletes = Math.Max(_mostDeletes, deletes);
            }

            return isNew;
        }

        public override string ToString() => $"{Actions.ToString(CultureInfo.InvariantCulture)} {_mostDeletes.ToString(CultureInfo.InvariantCulture)}\n{string.Join('\n', _seen)}";

        public static Habit Parse(string text)
        {
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var habit = new Habit();
            if (lines.Length > 0 && lines[0].Split(' ') is [var actions, var deletes] && int.TryParse(actions, CultureInfo.InvariantCulture, out var count) && int.TryParse(deletes, CultureInfo.InvariantCulture, out var most))
            {
                (habit.Actions, habit._mostDeletes) = (count, most);
                habit._seen.UnionWith(lines.Skip(1));
            }

            return habit;
        }

        private void Add(List<string> strange, string kind, IReadOnlyList<string> names, string sentence)
        {
            foreach (var name in names)
            {
                if (!_seen.Contains(kind + " " + name))
                {
                    strange.Add($"drift: this agent {sentence} {name} in this project before");
                }
            }
        }

        private int Recent(DateTimeOffset now)
        {
            while (_recent.TryPeek(out var oldest) && now - oldest.At > Window)
            {
                _recent.Dequeue();
            }

            return _recent.Sum(r => r.Count);
        }
    }
}
