using System.Globalization;

namespace Sallyport.Synthesis.Tests;

public sealed class SurveyTests
{
    public static TheoryData<int, int> Cases => new() { { 1, 1000 }, { 2, 400 }, { 3, 60 }, { 4, 2500 }, { 5, 12 }, { 6, 3 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_original_cell_of_a_column_of_many_values_survives(int seed, int rows)
    {
        var text = Survey.People(seed, rows);
        var made = Outcome.Of(text, seed: (ulong)seed);
        foreach (var column in "id name email phone born seen income comment".Split(' '))
        {
            var original = Outcome.ColumnOf(text, column).Where(c => c.Length > 0).ToHashSet();
            made.Column(column).Where(original.Contains).ShouldBeEmpty(column);
        }

        made.Reports[0].CellsLeft.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Types_ranges_and_keys_are_kept(int seed, int rows)
    {
        var text = Survey.People(seed, rows);
        var made = Outcome.Of(text, seed: (ulong)seed);
        foreach (var column in "age income share".Split(' '))
        {
            var (original, fresh) = (Numbers(Outcome.ColumnOf(text, column)), Numbers(made.Column(column)));
            fresh.Min().ShouldBeGreaterThanOrEqualTo(original.Min(), column);
            fresh.Max().ShouldBeLessThanOrEqualTo(original.Max(), column);
        }

        var (before, after) = (Outcome.ColumnOf(text, "born"), made.Column("born"));
        after.ShouldAllBe(c => DateOnly.ParseExact(c, "yyyy-MM-dd") >= DateOnly.Parse(before.Min()!, CultureInfo.InvariantCulture) && string.CompareOrdinal(c, before.Max()) <= 0);
        made.Column("seen").ShouldAllBe(c => c.EndsWith('Z') && DateTime.Parse(c, CultureInfo.InvariantCulture).Year > 2000);
        made.Column("id").Distinct().Count().ShouldBe(rows);
        made.Column("id").ShouldAllBe(c => c.StartsWith("P-", StringComparison.Ordinal) || rows < 5);
        made.Column("email").ShouldAllBe(c => c.EndsWith("@example.com", StringComparison.Ordinal) || c.EndsWith("@example.org", StringComparison.Ordinal) || c.EndsWith("@example.net", StringComparison.Ordinal));
        if (rows < 5)
        {
            return; // Every value of so few rows is somebody's own.
        }

        made.Column("score").Except(Outcome.ColumnOf(text, "score")).Count().ShouldBe(0);
        made.Column("study").Distinct().ShouldBe(["wave A"]);
    }

    [Fact]
    public void A_city_keeps_its_postal_code()
    {
        var made = Outcome.Of(Survey.People(7, 800));
        made.Column("city").Zip(made.Column("zip")).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Missing_values_and_shares_are_about_as_frequent_as_before()
    {
        var text = Survey.People(8, 2000);
        var made = Outcome.Of(text);
        foreach (var (column, value) in new[] { ("smoker", "NA"), ("smoker", "yes"), ("comment", ""), ("city", "Köln") })
        {
            ((double)made.Column(column).Count(c => c == value) / 2000).ShouldBe((double)Outcome.ColumnOf(text, column).Count(c => c == value) / 2000, 0.05, column + value);
        }
    }

    [Fact]
    public void What_goes_together_still_does()
    {
        var text = Survey.People(9, 2000);
        var made = Outcome.Of(text);
        Correlation(made.Column("age"), made.Column("income")).ShouldBe(Correlation(Outcome.ColumnOf(text, "age"), Outcome.ColumnOf(text, "income")), 0.1);
        Correlation(made.Column("age"), made.Column("share")).ShouldBe(0, 0.1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tables_that_belong_together_still_join(int seed, int people)
    {
        var options = new SynthesisOptions { Seed = (ulong)seed };
        var visits = Survey.Visits(seed, Math.Max(people, 30));
        var made = Outcome.Of(options, new MemoryTable("people.csv", Survey.People(seed, Math.Max(people, 30))), new MemoryTable("visits.csv", visits));
        var keys = made.Column("id", "people.csv").ToHashSet();
        var participants = made.Column("participant", "visits.csv");
        participants.ShouldAllBe(p => keys.Contains(p));
        participants.GroupBy(p => p).Count().ShouldBe(Outcome.ColumnOf(visits, "participant").Distinct().Count());
        participants.Zip(made.Column("wave", "visits.csv")).Distinct().Count().ShouldBe(participants.Length - made.Reports[1].BrokenKeys);
        participants.Zip(made.Column("sex", "visits.csv")).Distinct().Count().ShouldBe(participants.Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_others()
    {
        var text = Survey.People(10, 300);
        Outcome.Of(text, seed: 5).Bytes["t.csv"].ShouldBe(Outcome.Of(text, seed: 5).Bytes["t.csv"]);
        Outcome.Of(text, seed: 5).Text().ShouldNotBe(Outcome.Of(text, seed: 6).Text());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(5000)]
    public void As_many_rows_are_made_as_asked_for(int rows)
    {
        var made = Outcome.Of(Survey.People(11, 500), rows);
        made.Column("id").Distinct().Count().ShouldBe(rows);
        made.Reports[0].CellsLeft.ShouldBe(0);
    }

    [Fact]
    public void Rows_are_no_nearer_to_originals_than_originals_are_to_each_other()
    {
        var report = Outcome.Of(Survey.People(12, 1500)).Reports[0];
        report.Nearest!.Median.ShouldBeGreaterThan(report.HeldOut!.Median * 0.8);
        report.EqualRows.ShouldBe(0);
    }

    private static double[] Numbers(string[] cells) => [.. cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture))];

    private static double Correlation(string[] one, string[] other)
    {
        var (x, y) = (Numbers(one), Numbers(other));
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y).Sum(p => (p.First - mx) * (p.Second - my)) / Math.Sqrt(x.Sum(v => (v - mx) * (v - mx)) * y.Sum(v => (v - my) * (v - my)));
    }
}
