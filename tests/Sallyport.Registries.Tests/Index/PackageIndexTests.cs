using Sallyport.Registries.Index;

namespace Sallyport.Registries.Tests.Index;

public sealed class PackageIndexTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void The_same_lists_give_the_same_bytes_and_are_read_back()
    {
        var bytes = Sample().Build(Day);
        bytes.ShouldBe(Sample().Build(Day));
        var index = PackageIndex.Read(bytes);
        index.Made.ShouldBe(Day);
        index.Rank(Ecosystem.PyPi, "Requests").ShouldBe(1);
        index.Rank(Ecosystem.PyPi, "flask_sqlalchemy").ShouldBe(2);
        index.Rank(Ecosystem.PyPi, "flask").ShouldBe(0);
        index.IsMalicious(Ecosystem.PyPi, "Evil_Thing").ShouldBeTrue();
        index.IsMalicious(Ecosystem.Npm, "evil-thing").ShouldBeFalse();
        index.PackagesOfImport(Ecosystem.PyPi, "cv2").ShouldBe(["opencv-python", "opencv-python-headless"]);
        index.Covers(Ecosystem.Maven).ShouldBeFalse();
    }

    [Theory]
    [InlineData("github.com/go-chi/chi/v5")]
    [InlineData("github.com/go-chi/chi/middleware")]
    public void A_major_version_and_an_inner_package_are_their_module(string path)
    {
        var builder = new PackageIndexBuilder();
        builder.AddPopular(Ecosystem.Go, ["github.com/go-chi/chi"]);
        PackageIndex.Read(builder.Build(Day)).Rank(Ecosystem.Go, path).ShouldBe(1);
    }

    [Fact]
    public void Something_else_is_refused() =>
        Should.Throw<InvalidDataException>(() => PackageIndex.Read("not an index at all"u8.ToArray()));

    [Fact]
    public void The_shipped_index_covers_every_ecosystem_that_is_judged() =>
        Ecosystems.Judged.Where(e => !PackageIndex.Shipped.Covers(e)).ShouldBeEmpty();

    private static PackageIndexBuilder Sample()
    {
        var builder = new PackageIndexBuilder();
        builder.AddPopular(Ecosystem.PyPi, ["requests", "Flask-SQLAlchemy", "requests"]);
        builder.AddMalicious(Ecosystem.PyPi, "evil.thing");
        builder.AddImport(Ecosystem.PyPi, "cv2", "opencv-python|opencv-python-headless");
        builder.AddPopular(Ecosystem.Npm, ["lodash"]);
        return builder;
    }
}
