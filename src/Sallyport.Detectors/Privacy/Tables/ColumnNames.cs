using System.Text;
using Sallyport.Detectors.Privacy.Numbers;

namespace Sallyport.Detectors.Privacy.Tables;

/// <summary>What the name of a column or of a key promises, in the languages of <c>columns.txt</c>.</summary>
internal static class ColumnNames
{
    private const int Longest = 48;
    private static Dictionary<string, PersonalKind>? _kinds;

    /// <summary>A latitude or a longitude, each in a column of its own.</summary>
    public static readonly PersonalKind Degrees = new("coordinates", "coordinates", "coordinates", []);

    /// <summary>The kind of what a name stands over; null for nothing personal.</summary>
    public static PersonalKind? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 2 or > Longest)
        {
            return null;
        }

        Span<char> squashed = stackalloc char[Longest];
        Span<char> chars = stackalloc char[Longest];
        int length = 0, last = 0, before = 0;
        var joined = false;
        foreach (var c in chars[..Encoding.UTF8.GetChars(name, chars)])
        {
            if (!char.IsLetterOrDigit(c))
            {
                joined = true;
                continue;
            }

            if (length > 0 && (joined || char.IsUpper(c) && char.IsLower(squashed[length - 1])))
            {
                (before, last) = (last, length);
            }

            squashed[length++] = c;
            joined = false;
        }

        for (var i = 0; i < length; i++)
        {
            squashed[i] = char.ToLowerInvariant(squashed[i]);
        }

        // user_first_name is a first name, runner_email an address; what one word says alone says less behind another.
        return Look(squashed[..length]) ?? (before > 0 ? Look(squashed[before..length]) : null) ?? (last > 0 && Look(squashed[last..length]) is { } kind && Tells(kind) ? kind : null);
    }

    private static PersonalKind? Look(ReadOnlySpan<char> name) =>
        (_kinds ??= Read()).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kind) ? kind : null;

    private static bool Tells(PersonalKind kind) => kind == PersonalKind.Email || kind == PersonalKind.Phone || kind is NumberKind;

    private static Dictionary<string, PersonalKind> Read()
    {
        var kinds = new Dictionary<string, PersonalKind>(StringComparer.Ordinal);
        using var stream = typeof(ColumnNames).Assembly.GetManifestResourceStream("columns.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var kind = Kind(line[..bar].Trim());
            foreach (var name in line[(bar + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                kinds.TryAdd(name, kind);
            }
        }

        return kinds;
    }

    private static PersonalKind Kind(string id) => id switch
    {
        "email" => PersonalKind.Email,
        "phone" => PersonalKind.Phone,
        "name" => PersonalKind.Name,
        "address" => PersonalKind.Address,
        "birth-date" => PersonalKind.BirthDate,
        "participant" => PersonalKind.Participant,
        "health" => PersonalKind.Health,
        "ip" => PersonalKind.Ip,
        "mac" => PersonalKind.Mac,
        "latitude" or "longitude" => Degrees,
        _ => NumberCatalogue.Shared.Find(id) ?? throw new InvalidOperationException($"columns.txt names the kind `{id}`, which does not exist"),
    };
}
