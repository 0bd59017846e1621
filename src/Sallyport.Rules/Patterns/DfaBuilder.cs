namespace Sallyport.Rules.Patterns;

/// <summary>Makes the deterministic automaton of a pattern by subset construction.</summary>
internal static class DfaBuilder
{
    private const int StateLimit = 6000;

    public static Dfa Build(PatternNode pattern)
    {
        var nfa = new Nfa(pattern);
        var (classes, representatives) = ByteClasses(nfa);
        var width = representatives.Length;
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<int[]>();
        var table = new List<ushort>();
        var accepting = new List<bool>();

        // State 0 is the dead state.
        Intern([]);
        var start = Intern(Closure(nfa, [nfa.Start]));
        for (var state = 1; state < sets.Count; state++)
        {
            for (var c = 0; c < width; c++)
            {
                var targets = new List<int>();
                foreach (var member in sets[state])
                {
                    if (nfa[member].Set.Contains(representatives[c]))
                    {
                        targets.Add(nfa[member].First);
                    }
                }

                table[(state * width) + c] = (ushort)(targets.Count == 0 ? 0 : Intern(Closure(nfa, targets)));
            }
        }

        return new Dfa(classes, table.ToArray(), accepting.ToArray(), width, start);

        int Intern(int[] members)
        {
            var key = string.Join(',', members);
            if (!known.TryGetValue(key, out var id))
            {
                id = sets.Count;
                if (id >= StateLimit)
                {
                    throw new PatternException("the expression needs too many states: replace a gap such as .{0,40} by `near:`, or narrow overlapping repeats");
                }

                known.Add(key, id);
                sets.Add(members);
                accepting.Add(Array.IndexOf(members, nfa.Accept) >= 0);
                table.AddRange(new ushort[width]);
            }

            return id;
        }
    }

    private static int[] Closure(Nfa nfa, List<int> from)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>(from);
        while (pending.Count > 0)
        {
            var state = pending.Pop();
            if (state < 0 || !seen.Add(state))
            {
                continue;
            }

            if (nfa[state].Set.Count == 0)
            {
                pending.Push(nfa[state].First);
                pending.Push(nfa[state].Second);
            }
        }

        return [.. seen.Where(s => s == nfa.Accept || nfa[s].Set.Count > 0).Order()];
    }

    // Bytes that no set of the pattern tells apart share a column.
    private static (byte[] Classes, byte[] Representatives) ByteClasses(Nfa nfa)
    {
        var sets = nfa.Sets.ToArray();
        var classes = new byte[256];
        var representatives = new List<byte>();
        var bySignature = new Dictionary<string, byte>(StringComparer.Ordinal);
        for (var value = 0; value < 256; value++)
        {
            var signature = string.Concat(sets.Select(s => s.Contains(value) ? '1' : '0'));
            if (!bySignature.TryGetValue(signature, out var id))
            {
                id = (byte)representatives.Count;
                bySignature.Add(signature, id);
                representatives.Add((byte)value);
            }

            classes[value] = id;
        }

        return (classes, [.. representatives]);
    }
}
