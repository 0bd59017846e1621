namespace Sallyport.Architecture;

/// <summary>The habits that keep files readable.</summary>
public sealed class FileTests
{
    private const int Longest = 400;
    private const int Median = 60;
    private static readonly string[] Vague = ["Utils", "Util", "Helper", "Helpers", "Manager", "Misc", "Common"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Repository.Sources("src").Concat(Repository.Sources("tests")).Where(f => File.ReadLines(f).Count() > Longest).ShouldBeEmpty();

    [Fact]
    public void The_median_source_file_has_at_most_60_lines()
    {
        var lengths = Repository.Sources("src").Select(f => File.ReadLines(f).Count()).Order().ToArray();
        lengths[lengths.Length / 2].ShouldBeLessThanOrEqualTo(Median);
    }

    [Fact]
    public void A_file_is_named_after_a_type_it_declares() =>
        Repository.Sources("src").Where(f => !DeclaresItsName(f)).ShouldBeEmpty();

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Repository.Sources("src").Where(f => Vague.Any(v => Path.GetFileNameWithoutExtension(f).EndsWith(v, StringComparison.Ordinal))).ShouldBeEmpty();

    private static bool DeclaresItsName(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Split('.')[0];
        return File.ReadLines(file).Any(line =>
            System.Text.RegularExpressions.Regex.IsMatch(line, $@"\b(class|struct|record|interface|enum|delegate)\b.*\b{name}\b"));
    }
}
