using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sallyport.InjectionModel;

/// <summary>Makes results of tools out of ordinary sentences: records, mails, messages, pages, listings.</summary>
internal sealed class Hosts(IReadOnlyList<string> sentences, IReadOnlyList<string> mails, Random random)
{
    private static readonly string[] Fields = ["body", "description", "notes", "content", "message", "comment", "review", "text", "summary", "details"];
    private static readonly string[] People = ["anna.lang@example.com", "d.okoro@example.org", "lin.wei@example.net", "m.rossi@example.com", "sales@example.org", "support@example.net"];

    /// <summary>A result with <paramref name="planted"/> in it; null for an ordinary one.</summary>
    public string Make(string? planted) => random.Next(8) switch
    {
        0 => Json(planted),
        1 => Yaml(planted),
        2 => Mail(planted),
        3 => Messages(planted),
        4 => Page(planted),
        5 => Table(planted),
        6 => planted is not null && random.Next(3) == 0 ? planted : Field(planted),
        _ => string.Join("\n\n", Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Sentences(1, 4)).Append(planted ?? Sentences(1, 2)).OrderBy(_ => random.Next())),
    };

    private string Sentence() => random.Next(4) == 0 ? Rows.Choose(mails[random.Next(mails.Count)], random) : sentences[random.Next(sentences.Count)];

    private string Sentences(int least, int most) => string.Join(' ', Enumerable.Range(0, least + random.Next(most)).Select(_ => Sentence()));

    private string Person() => People[random.Next(People.Length)];

    private string Day() => string.Create(CultureInfo.InvariantCulture, $"2024-{1 + random.Next(12):00}-{1 + random.Next(28):00}");

    // The planted text alone, or among ordinary sentences.
    private string Value(string? planted) => planted is null ? Sentences(1, 3) : random.Next(4) switch
    {
        0 => planted,
        1 => Sentences(1, 3) + " " + planted,
        2 => planted + "\n" + Sentences(1, 3),
        _ => Sentences(1, 2) + "\n\n" + planted + "\n\n" + Sentences(1, 2),
    };

    private string Json(string? planted)
    {
        var rows = new List<Dictionary<string, object>>();
        var count = 1 + random.Next(4);
        var at = random.Next(count);
        for (var i = 0; i < count; i++)
        {
            rows.Add(new Dictionary<string, object>
            {
                ["id"] = random.Next(100, 9999),
                ["date"] = Day(),
                ["from"] = Person(),
                [Fields[random.Next(Fields.Length)]] = Value(i == at ? planted : null),
                ["price"] = random.Next(1, 400),
            });
        }

        return JsonSerializer.Serialize(new Dictionary<string, object> { ["results"] = rows });
    }

    private string Field(string? planted) => JsonSerializer.Serialize(new Dictionary<string, string> { [Fields[random.Next(Fields.Length)]] = Value(planted) });

    private string Yaml(string? planted)
    {
        var text = new StringBuilder();
        var count = 1 + random.Next(4);
        var at = random.Next(count);
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- body: |-\n    {Value(i == at ? planted : null).Replace("\n", "\n    ", StringComparison.Ordinal)}\n  id_: '{i}'\n  sender: {Person()}\n  subject: {Sentence()}\n  timestamp: {Day()} 09:{random.Next(60):00}:00\n  read: true\n");
        }

        return text.ToString();
    }

    private string Mail(string? planted) =>
        $"From: {Person()}\nTo: {Person()}\nDate: {Day()}\nSubject: {Sentence()}\n\nHi,\n\n{Value(planted)}\n\nBest regards\n{Person().Split('@')[0]}\n";

    private string Messages(string? planted)
    {
        var lines = Enumerable.Range(0, 2 + random.Next(5)).Select(_ => $"[{Day()}] {Person().Split('@')[0]}: {Sentence()}").ToList();
        if (planted is not null)
        {
            lines.Insert(random.Next(lines.Count + 1), $"[{Day()}] {Person().Split('@')[0]}: {planted}");
        }

        return string.Join('\n', lines);
    }

    private string Page(string? planted)
    {
        var text = new StringBuilder("<html><body><h1>").Append(Sentence()).Append("</h1>\n");
        var count = 1 + random.Next(4);
        var at = random.Next(count);
        for (var i = 0; i < count; i++)
        {
            text.Append("<p>").Append(Value(i == at ? planted : null)).Append("</p>\n");
        }

        return text.Append("</body></html>").ToString();
    }

    private string Table(string? planted)
    {
        var lines = new List<string> { "| id | date | person | amount |", "|---|---|---|---|" };
        lines.AddRange(Enumerable.Range(0, 3 + random.Next(6)).Select(i => string.Create(CultureInfo.InvariantCulture, $"| {i} | {Day()} | {Person()} | {random.Next(1, 900)}.00 |")));
        if (planted is not null)
        {
            lines.Insert(random.Next(3) switch { 0 => 0, 1 => lines.Count, _ => 2 + random.Next(lines.Count - 2) }, planted);
        }

        return string.Join('\n', lines);
    }
}
