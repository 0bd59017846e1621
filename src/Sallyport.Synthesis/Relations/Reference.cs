using Sallyport.Synthesis.Columns;
using Sallyport.Synthesis.Tables;

namespace Sallyport.Synthesis.Relations;

/// <summary>A column that refers to the key of a table: every value of it is one of the key's.</summary>
/// <param name="Table">The table whose key it is.</param>
/// <param name="Column">The key.</param>
/// <param name="Distinct">How many values the key has.</param>
internal sealed record Reference(int Table, int Column, int Distinct)
{
    private const int FewValues = 5;

    /// <summary>What each column of each table refers to; null for nothing.</summary>
    public static Reference?[][] Find(IReadOnlyList<TableProfile> tables)
    {
        var all = new Reference?[tables.Count][];
        for (var t = 0; t < tables.Count; t++)
        {
            all[t] = new Reference?[tables[t].Columns.Count];
            for (var c = 0; c < all[t].Length; c++)
            {
                all[t][c] = Of(tables, all, t, c);
            }
        }

        return all;
    }

    private static Reference? Of(IReadOnlyList<TableProfile> tables, Reference?[][] found, int table, int column)
    {
        var child = tables[table].Columns[column];
        for (var t = 0; t < tables.Count && child.Filled > 0; t++)
        {
            for (var c = 0; c < tables[t].Columns.Count; c++)
            {
                var key = tables[t].Columns[c];
                if ((t != table || c != column) && key.IsKey && child.Distinct <= key.Distinct && Related(tables[t], key, child, t == table)
                    && !(t <= table && found[t]?[c] is not null) && !(child.IsKey && t > table) && child.Values.IsWithin(key.Values))
                {
                    return new Reference(t, c, key.Distinct);
                }
            }
        }

        return null;
    }

    // Small numbers lie within any counting key, so that numbers need a name that says what they mean.
    private static bool Related(TableProfile parent, ColumnProfile key, ColumnProfile child, bool same)
    {
        if (key.Odd is null && child.Distinct >= FewValues && !same)
        {
            return true;
        }

        var (parentName, keyName, childName) = (Singular(Path.GetFileNameWithoutExtension(parent.Name)), Plain(key.Name), Plain(child.Name));
        return same ? childName != keyName && (childName.EndsWith(keyName, StringComparison.Ordinal) || childName.StartsWith("parent", StringComparison.Ordinal)) && keyName.Length > 1
            : childName == keyName || (parentName.Length > 1 && childName.Contains(parentName, StringComparison.Ordinal)) || childName == parentName + keyName;
    }

    private static string Singular(string name) => Plain(name) is var plain && plain.EndsWith('s') ? plain[..^1] : plain;

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
