namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>Every kind of number, read from <c>numbers.txt</c> when the first number is met.</summary>
internal sealed class NumberCatalogue
{
    private static NumberCatalogue? _shared;
    private readonly List<NumberShape>?[] _byCount = new List<NumberShape>?[NumberText.Limit + 1];
    private readonly Dictionary<ulong, List<NumberShape>> _byForm = [];

    private NumberCatalogue(string text)
    {
        var kinds = new List<NumberKind>();
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                kinds.Add(Read(line));
            }
        }

        Kinds = kinds;
    }

    /// <summary>The one catalogue.</summary>
    public static NumberCatalogue Shared => _shared ??= new NumberCatalogue(Load());

    /// <summary>Every kind.</summary>
    public IReadOnlyList<NumberKind> Kinds { get; }

    /// <summary>The shapes in which exactly these places are digits.</summary>
    public List<NumberShape>? OfForm(int count, ulong digits) => _byForm.GetValueOrDefault(Form(count, digits));

    /// <summary>The other shapes of so many letters and digits.</summary>
    public List<NumberShape>? OfCount(int count) => _byCount[count];

    /// <summary>The kind with an id; null for none.</summary>
    public NumberKind? Find(string id)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Id == id)
            {
                return kind;
            }
        }

        return null;
    }

    private NumberKind Read(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        var telling = fields[5] switch { "alone" => Telling.Alone, "formed" => Telling.Formed, _ => Telling.Named };
        var kind = new NumberKind(fields[0], fields[1], fields[2], telling, fields[4], fields[6].Split(','));
        foreach (var shape in fields[3].Split(' '))
        {
            var read = new NumberShape(kind, shape);
            if (read.Digits is not { } digits)
            {
                (_byCount[read.Count] ??= []).Add(read);
            }
            else if (_byForm.TryGetValue(Form(read.Count, digits), out var same))
            {
                same.Add(read);
            }
            else
            {
                _byForm[Form(read.Count, digits)] = [read];
            }
        }

        return kind;
    }

    private static ulong Form(int count, ulong digits) => digits | (ulong)count << 40;

    private static string Load()
    {
        using var stream = typeof(NumberCatalogue).Assembly.GetManifestResourceStream("numbers.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
