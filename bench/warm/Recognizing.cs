using System.Text;
using System.Text.Json;
using Sallyport.Detectors.Privacy;
using Sallyport.Detectors.Privacy.Numbers;
using Sallyport.Detectors.Privacy.Reading;

namespace Sallyport.Bench;

/// <summary>Rows <c>{"id", "text", "kind"?}</c> in, what is recognised in each out: with a kind as an answer to the question for that kind, else on the text's own evidence.</summary>
internal static class Recognizing
{
    public static int Run(Stream input, TextWriter output)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var text = Encoding.UTF8.GetBytes(row.RootElement.GetProperty("text").GetString()!);
            var found = new List<PersonalValue>();
            PersonalScanner.Scan(text, row.RootElement.TryGetProperty("kind", out var kind) ? Asking.For(Kind(kind.GetString()!)) : Asking.Answer, found);
            var values = found.Select(v => new { kind = v.Kind.Id, start = Encoding.UTF8.GetCharCount(text, 0, v.Span.Start), end = Encoding.UTF8.GetCharCount(text, 0, v.Span.End), grounds = v.Grounds.ToString(), standing = v.Standing.ToString() });
            output.WriteLine(JsonSerializer.Serialize(new { id = row.RootElement.GetProperty("id").ToString(), values }));
        }

        return 0;
    }

    private static PersonalKind Kind(string id) => NumberCatalogue.Shared.Find(id) ?? id switch
    {
        "email" => PersonalKind.Email,
        "phone" => PersonalKind.Phone,
        "ip" => PersonalKind.Ip,
        "mac" => PersonalKind.Mac,
        "wallet" => PersonalKind.Wallet,
        "birth-date" => PersonalKind.BirthDate,
        "coordinates" => PersonalKind.Coordinates,
        _ => throw new ArgumentException(id),
    };
}
