using Sallyport.Core;
using Sallyport.Synthesis.Randomness;
using Sallyport.Synthesis.Relations;
using Sallyport.Synthesis.Tables;

namespace Sallyport.Synthesis.Generation;

/// <summary>Generates the rows of one table.</summary>
internal sealed class TableGenerator
{
    private const int MostAttempts = 4096;
    private const int NewRows = 16;
    private readonly TablePlan _plan;
    private readonly Chance _chance;
    private readonly Pool?[] _pools;
    private readonly HashSet64?[] _used;
    private readonly HashSet64[] _keys;
    private readonly IReadOnlyDictionary<int, string[]> _fixed;
    private readonly string[] _cells;
    private readonly int[] _states;
    private readonly int[] _entities;
    private int _row;

    /// <summary>Makes a generator.</summary>
    /// <param name="plan">What to generate.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="fixedKeys">Values by column that were drawn before, because other tables refer to them.</param>
    /// <param name="keysOf">The values of the key that a reference means.</param>
    /// <param name="chance">Where it is drawn from.</param>
    public TableGenerator(TablePlan plan, int rows, IReadOnlyDictionary<int, string[]> fixedKeys, Func<Reference, string[]> keysOf, Chance chance)
    {
        (_plan, _chance, _fixed) = (plan, chance, fixedKeys);
        (_cells, _states, _entities) = (new string[plan.Width], new int[plan.Width], new int[plan.Width]);
        _used = [.. plan.Profile.Columns.Select(c => c.Unique ? new HashSet64() : null)];
        _keys = [.. plan.Keys.Select(_ => new HashSet64())];
        _pools = [.. Enumerable.Range(0, plan.Width).Select(c => plan.Pools[c] ? MakePool(c, rows, keysOf) : null)];
    }

    /// <summary>Rows whose every cell is that of some original row: unavoidable where all columns hold common values only.</summary>
    public int EqualRows { get; private set; }

    /// <summary>Rows whose pair of key columns stands twice.</summary>
    public int BrokenKeys { get; private set; }

    /// <summary>Values of a key that other tables refer to, drawn before any row is.</summary>
    public static string[] DrawKeys(TablePlan plan, int column, int rows, Chance chance)
    {
        var used = new HashSet64();
        var keys = new string[rows];
        for (var i = 0; i < rows; i++)
        {
            keys[i] = Draw(plan, column, chance.Below(plan.Models[column].Bins), used, chance);
        }

        return keys;
    }

    /// <summary>The cells of the next row; the same array each time.</summary>
    public string[] Next()
    {
        for (var c = 0; c < _plan.Width; c++)
        {
            _entities[c] = -1;
            if (_pools[c] is { } pool)
            {
                Deal(c, pool);
            }
        }

        for (var attempt = 0; ; attempt++)
        {
            Fill();
            if (!_plan.Profile.RowHashes.Contains(TableProfile.HashOf(_cells)))
            {
                break;
            }

            if (attempt == NewRows)
            {
                EqualRows++;
                break;
            }
        }

        for (var k = 0; k < _keys.Length; k++)
        {
            Distinguish(_plan.Keys[k], _keys[k]);
        }

        Determine();
        _row++;
        return _cells;
    }

    private static string Draw(TablePlan plan, int column, int bin, HashSet64? used, Chance chance)
    {
        var model = plan.Models[column];
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var value = model.Draw(bin, chance, attempt);
            var hash = Hash64.Of(value);
            if ((!plan.Fresh[column] || model.IsCommon(bin) || !plan.Profile.Columns[column].Values.Contains(hash)) && used?.Add(hash) != false)
            {
                return value;
            }
        }

        throw new UserException($"{plan.Profile.Name}: for the column `{plan.Profile.Columns[column].Name}` no value is left that the original does not hold", "ask for fewer rows, or leave the column out");
    }

    private Pool MakePool(int column, int rows, Func<Reference, string[]> keysOf)
    {
        var repeats = _plan.Repeats[column];
        var profile = _plan.Profile.Columns[column];
        if (_plan.References[column] is { } reference)
        {
            var keys = keysOf(reference);
            return new Pool(new Deck(repeats, rows, (keys.Length, Math.Min(1, (double)profile.Distinct / reference.Distinct)), _chance), keys);
        }

        var deck = new Deck(repeats, rows, null, _chance);
        var used = new HashSet64();
        return new Pool(deck, [.. Enumerable.Range(0, deck.Values).Select(_ => Draw(_plan, column, _chance.Below(_plan.Models[column].Bins), used, _chance))]);
    }

    private void Deal(int column, Pool pool)
    {
        var profile = _plan.Profile.Columns[column];
        var missing = _chance.Unit() * _plan.Profile.Rows >= profile.Filled;
        var entity = missing && _plan.Tokens[column].Length > 0 ? -1 : pool.Deck.Next();
        _entities[column] = entity;
        _cells[column] = entity >= 0 ? pool.Values[entity] : _plan.Tokens[column] is [var token, ..] ? token : pool.Values[0];
    }

    private void Fill()
    {
        foreach (var c in _plan.Tree.Order)
        {
            if (_pools[c] is not null || _plan.Dependencies[c] is { Map: not null })
            {
                continue;
            }

            if (Remembered(c) is { } memory)
            {
                (_cells[c], _states[c]) = memory;
                continue;
            }

            FillColumn(c);
            if (_plan.Dependencies[c] is { } dependency && _entities[dependency.By] >= 0)
            {
                _pools[dependency.By]!.Memory[(_entities[dependency.By], c)] = (_cells[c], _states[c]);
            }
        }

        Determine();
    }

    private void FillColumn(int c)
    {
        var parent = _plan.Tree.ParentOf(c);
        _states[c] = _plan.Tree.Draw(c, parent < 0 ? -1 : _states[parent], _chance);
        _cells[c] = _fixed.TryGetValue(c, out var keys) ? keys[_row]
            : _states[c] < _plan.Tokens[c].Length ? _plan.Tokens[c][_states[c]]
            : Draw(_plan, c, _states[c] - _plan.Tokens[c].Length, _used[c], _chance);
    }

    private (string, int)? Remembered(int c) =>
        _plan.Dependencies[c] is { } by && _pools[by.By]!.Memory.TryGetValue((_entities[by.By], c), out var memory) ? memory : null;

    private void Determine()
    {
        for (var c = 0; c < _plan.Width; c++)
        {
            Determine(c, 0);
        }
    }

    private void Determine(int c, int depth)
    {
        if (_plan.Dependencies[c] is { Map: { } map } dependency && depth < _plan.Width)
        {
            Determine(dependency.By, depth + 1);
            _cells[c] = map.GetValueOrDefault(_cells[dependency.By], "");
        }
    }

    private void Distinguish((int Pool, int Other) key, HashSet64 seen)
    {
        for (var attempt = 0; !seen.Add(Hash64.Then(Hash64.Of(_cells[key.Pool]), Hash64.Of(_cells[key.Other])) | 1); attempt++)
        {
            var (bins, tokens) = (_plan.Models[key.Other].Bins, _plan.Tokens[key.Other].Length);
            if (attempt == bins + NewRows)
            {
                BrokenKeys++;
                return;
            }

            if (attempt < NewRows)
            {
                FillColumn(key.Other);
            }
            else
            {
                _states[key.Other] = tokens + attempt - NewRows;
                _cells[key.Other] = Draw(_plan, key.Other, attempt - NewRows, _used[key.Other], _chance);
            }
        }
    }

    private sealed record Pool(Deck Deck, string[] Values)
    {
        public Dictionary<(int Entity, int Column), (string Cell, int State)> Memory { get; } = [];
    }
}
