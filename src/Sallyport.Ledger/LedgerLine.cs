using System.Globalization;
using System.Text;
using Sallyport.Core.Ledger;

namespace Sallyport.Ledger;

/// <summary>An entry as a line of JSON. Written by hand: every scan writes one, and the JSON library would cost it a tenth of its start-up.</summary>
internal static class LedgerLine
{
    public static string Of(LedgerEntry entry)
    {
        var line = new StringBuilder(256);
        Append(line, "{", "time", entry.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        Append(line, ",", "door", entry.Door);
        Append(line, ",", "action", entry.Action);
        Append(line, ",", "outcome", entry.Outcome);
        Append(line, ",", "version", entry.Version);
        line.Append(",\"counts\":{");
        for (var i = 0; i < entry.Counts.Count; i++)
        {
            line.Append(i == 0 ? "" : ",");
            Quote(line, entry.Counts[i].Key);
            line.Append(':').Append(entry.Counts[i].Value.ToString(CultureInfo.InvariantCulture));
        }

        line.Append('}');
        if (entry.Facts.Count > 0)
        {
            line.Append(",\"facts\":");
            for (var i = 0; i < entry.Facts.Count; i++)
            {
                Append(line, i == 0 ? "{" : ",", entry.Facts[i].Key, entry.Facts[i].Value);
            }

            line.Append('}');
        }

        return line.Append("}\n").ToString();
    }

    private static void Append(StringBuilder line, string before, string name, string value)
    {
        line.Append(before);
        Quote(line, name);
        line.Append(':');
        Quote(line, value);
    }

    private static void Quote(StringBuilder line, string value)
    {
        line.Append('"');
        foreach (var c in value)
        {
            if (c < ' ' || c is '"' or '\\' || char.IsSurrogate(c))
            {
                line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                line.Append(c);
            }
        }

        line.Append('"');
    }
}
