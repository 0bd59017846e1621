using System.Globalization;
using System.Text;

namespace Sallyport.Synthesis.Tests;

/// <summary>Made-up tables as research projects have them, another one for each seed.</summary>
internal static class Survey
{
    private static readonly (string City, string Zip)[] Cities = [("Berlin", "10115"), ("Hamburg", "20095"), ("München", "80331"), ("Köln", "50667")];

    public static string People(int seed, int rows)
    {
        var random = new Random(seed);
        var text = new StringBuilder("id,name,email,phone,city,zip,born,seen,age,income,share,score,smoker,comment,study\n");
        for (var i = 0; i < rows; i++)
        {
            var (city, zip) = Cities[Math.Min(random.Next(5), 3)];
            var age = random.Next(18, 90);
            text.Append(CultureInfo.InvariantCulture, $"P-{i + 1:00000},{Name(random)} {Name(random)},{Name(random).ToLowerInvariant()}{i}@mail.test,+49 30 {random.Next(1_000_000, 9_999_999)},{city},{zip},")
                .Append(CultureInfo.InvariantCulture, $"{new DateTime(2024 - age, 1, 1).AddDays(random.Next(365)):yyyy-MM-dd},{new DateTime(2023, 1, 1).AddSeconds(random.Next(30_000_000)):yyyy-MM-ddTHH:mm:ssZ},")
                .Append(CultureInfo.InvariantCulture, $"{age},{(age * 500) + (random.NextDouble() * 20_000):0.00},{random.NextDouble():0.0000},{random.Next(1, 6)},{(random.Next(9) == 0 ? "NA" : random.Next(3) == 0 ? "yes" : "no")},")
                .Append(CultureInfo.InvariantCulture, $"{(random.Next(2) == 0 ? "" : $"\"Day {i}, \"\"fine\"\" with {Name(random)}\"")},wave A\n");
        }

        return text.ToString();
    }

    public static string Visits(int seed, int people)
    {
        var random = new Random(seed + 1);
        var text = new StringBuilder("visit,participant,wave,sex,weight\n");
        var visit = 0;
        for (var i = 0; i < people; i++)
        {
            var sex = random.Next(2) == 0 ? "m" : "f";
            var waves = random.Next(0, 4);
            for (var wave = 1; wave <= waves; wave++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{++visit},P-{i + 1:00000},W{wave},{sex},{(sex == "m" ? 85 : 65) + (random.NextDouble() * 8):0.0}\n");
            }
        }

        return text.ToString();
    }

    private static string Name(Random random)
    {
        var letters = Enumerable.Range(0, random.Next(4, 9)).Select(i => (i % 2 == 0 ? "BCDFGKLMNRST" : "aeiou")[random.Next(i % 2 == 0 ? 12 : 5)]).ToArray();
        return letters[0] + new string(letters[1..]).ToLowerInvariant();
    }
}
