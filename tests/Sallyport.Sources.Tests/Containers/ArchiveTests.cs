using System.IO.Compression;
using System.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Containers;

public sealed class ArchiveTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("python3 -m zipfile -c a.bin in", "in/one.txt,in/two/deep.txt")]
    [InlineData("tar cf a.bin in", "in/one.txt,in/two/deep.txt")]
    [InlineData("tar cf a.bin --format=v7 in", "in/one.txt,in/two/deep.txt")]
    [InlineData("tar cf a.bin --format=pax in", "in/one.txt,in/two/deep.txt")]
    [InlineData("tar czf a.bin in", "in/one.txt,in/two/deep.txt")]
    [InlineData("gzip -c in/one.txt > a.bin", "a.bin")]
    public void What_lies_in_an_archive_is_read(string make, string names)
    {
        _tree.With("in/one.txt", "one").With("in/two/deep.txt", "deep");
        _tree.Shell(make + "; rm -r in");
        var seen = Scan();
        seen.Paths.ShouldBe(names.Split(',').Select(n => "a.bin!/" + n));
        seen.Text("a.bin!/" + names.Split(',')[0]).ShouldBe("one");
        seen.Skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tar cf a.tar")]
    [InlineData("tar cf a.tar --format=pax")]
    [InlineData("tar cf a.tar --format=ustar")]
    public void Long_names_in_tar_are_whole(string make)
    {
        var name = string.Join('/', Enumerable.Repeat(new string('n', 60), 3)) + "/x.txt";
        _tree.With("in/" + name);
        _tree.Shell($"{make} in; rm -r in");
        Scan().Paths.ShouldBe(["a.tar!/in/" + name]);
    }

    [Fact]
    public void Archives_inside_archives_are_read_to_a_depth_of_three()
    {
        _tree.With("0.txt");
        _tree.Shell("python3 -m zipfile -c 1.zip 0.txt; tar czf 2.tgz 1.zip; python3 -m zipfile -c 3.jar 2.tgz; tar cf 4.tar 3.jar; rm 0.txt 1.zip 2.tgz");
        var seen = Scan();
        seen.Paths.ShouldBe(["3.jar!/2.tgz!/1.zip!/0.txt"]);
        seen.Reason("4.tar!/3.jar!/2.tgz!/1.zip").ShouldBe("more than 3 archives inside each other");
    }

    [Theory]
    [InlineData("bzip2 -k a", "a.bz2", "bzip2")]
    [InlineData("xz -k a", "a.xz", "xz")]
    public void Formats_that_are_not_opened_are_named(string make, string file, string format)
    {
        _tree.With("a");
        _tree.Shell(make);
        Scan().Skipped.ShouldHaveSingleItem().ShouldBe(new(file, format + " archives are not opened"));
    }

    [Fact]
    public void An_encrypted_or_damaged_member_is_named_and_the_others_are_read()
    {
        _tree.With("a.zip", Zip(("good.txt", "text"), ("bad.txt", new string('x', 5000)), ("locked.txt", "text"), ("after.txt", "text")));
        var bytes = File.ReadAllBytes(_tree.Full("a.zip"));
        var text = Encoding.Latin1.GetString(bytes);
        var bad = text.IndexOf("bad.txt", StringComparison.Ordinal) + 7;
        bytes.AsSpan(bad, 6).Fill(0xFF);
        bytes[text.LastIndexOf("locked.txt", StringComparison.Ordinal) - 46 + 8] |= 1;
        _tree.With("a.zip", bytes);
        var seen = Scan();
        seen.Paths.ShouldBe(["a.zip!/after.txt", "a.zip!/bad.txt", "a.zip!/good.txt"]);
        seen.Reason("a.zip!/locked.txt").ShouldBe("encrypted");
        seen.Reason("a.zip!/bad.txt").ShouldStartWith("damaged: ");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    public void A_broken_off_archive_is_reported(double part)
    {
        foreach (var make in new[] { "python3 -m zipfile -c a.zip in", "tar cf a.tar -b 1 in", "tar czf a.tgz in", "gzip -c in/one > a.gz" })
        {
            using var tree = new TestTree();
            tree.With("in/one", new Random(1).GetString("abcdef \n", 30_000)).With("in/two", new Random(2).GetString("abcdef \n", 30_000));
            tree.Shell($"{make}; rm -r in; truncate -s $(($(stat -c %s a.*) * {part * 1000} / 1000)) a.*");
            Seen.In(new FileTree(["."], new FileTreeOptions { WorkingFolder = tree.Root })).Skipped.ShouldContain(s => !s.Expected, make);
        }
    }

    [Fact]
    public void Names_that_climb_out_are_only_names()
    {
        _tree.With("a.zip", Zip(("../../etc/x", "text"), ("/abs", "text"), ("..\\win", "text")));
        Scan().Paths.ShouldBe(["a.zip!/../../etc/x", "a.zip!/..\\win", "a.zip!//abs"]);
    }

    [Fact]
    public void A_bomb_ends_with_its_budget()
    {
        _tree.Shell("head -c 150M /dev/zero | tr '\\0' 'a' | gzip -9 > bomb.gz; head -c 100M /dev/zero | gzip -9 > zeros.gz");
        var seen = Scan();
        seen.Reason("bomb.gz").ShouldBe("unpacks to more than 64 MB; the rest was not read");
        seen.Reason("zeros.gz!/zeros").ShouldBe("binary");
        seen.Artifacts.Sum(a => (long)a.Bytes.Length).ShouldBeLessThan(100 << 20);
    }

    [Fact]
    public void Many_members_over_the_same_bytes_end_with_the_budget()
    {
        _tree.With("in.txt", new string('a', 8 << 20));
        _tree.Shell("""
            python3 - <<'E'
            import struct, zlib
            data = zlib.compressobj(9, zlib.DEFLATED, -15); body = data.compress(open('in.txt','rb').read()) + data.flush()
            local = struct.pack('<IHHHHHIIIHH', 0x04034b50, 20, 0, 8, 0, 0, 0, len(body), 8 << 20, 1, 0) + b'x' + body
            directory = b''.join(struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, 20, 20, 0, 8, 0, 0, 0, len(body), 8 << 20, 5, 0, 0, 0, 0, 0, 0) + b'%05d' % i for i in range(60000))
            open('overlap.zip','wb').write(local + directory + struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 60000, 60000, len(directory), len(local), 0))
            E
            rm in.txt
            """);
        Scan().Reason("overlap.zip").ShouldStartWith("unpacks to more than ");
    }

    [Fact]
    public void What_stands_before_a_zip_does_not_hide_it()
    {
        byte[] header = [.. "Cr24"u8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 4];
        _tree.With("a.crx", [.. header, .. Zip(("manifest.json", "{}"))]);
        Scan().Paths.ShouldBe(["a.crx!/manifest.json"]);
    }

    [Fact]
    public void A_zip_larger_than_a_window_is_read_from_its_file()
    {
        var noise = new byte[9 << 20];
        new Random(1).NextBytes(noise);
        _tree.With("a.zip", Zip(("noise.txt", Convert.ToHexString(noise)), ("small.txt", "text")));
        var seen = Scan();
        seen.Text("a.zip!/small.txt").ShouldBe("text");
        seen.Artifacts.Count(a => a.Path == "a.zip!/noise.txt").ShouldBe(3);
    }

    private static byte[] Zip(params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in members)
            {
                using var member = zip.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private Seen Scan() => Seen.In(new FileTree(["."], new FileTreeOptions { WorkingFolder = _tree.Root }));
}
