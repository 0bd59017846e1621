using System.Text;
using Sallyport.Engine.Redacting;

namespace Sallyport.Engine.Tests.Redacting;

public sealed class SealedPlaceholdersTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, Placeholders.KeyLength).Select(i => (byte)i)];

    [Fact]
    public void What_was_sealed_opens_and_leads_back()
    {
        var (redacted, file) = Sealed("write to maria.keller@posteo-nord.de");
        var placeholders = new Placeholders(SealedPlaceholders.NamingKey(Key));
        SealedPlaceholders.Open(file, Key, placeholders);
        Encoding.UTF8.GetString(new Restorer(placeholders) is var restorer ? [.. restorer.Push(redacted).ToArray(), .. restorer.Finish().ToArray()] : []).ShouldBe("write to maria.keller@posteo-nord.de");
    }

    [Fact]
    public void The_file_shows_nothing() => Encoding.Latin1.GetString(Sealed("write to maria.keller@posteo-nord.de").File).ShouldNotContain("keller");

    [Fact]
    public void A_changed_file_does_not_open()
    {
        var file = Sealed("write to maria.keller@posteo-nord.de").File;
        for (var at = 0; at < file.Length; at += 7)
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            Should.Throw<InvalidDataException>(() => SealedPlaceholders.Open(changed, Key, Placeholders.Fresh()));
        }
    }

    [Fact]
    public void Another_key_does_not_open_it() =>
        Should.Throw<InvalidDataException>(() => SealedPlaceholders.Open(Sealed("a@brevsvar.se").File, new byte[Placeholders.KeyLength], Placeholders.Fresh()));

    private static (byte[] Redacted, byte[] File) Sealed(string text)
    {
        var placeholders = new Placeholders(SealedPlaceholders.NamingKey(Key));
        var redacted = Sample.Gate().Redactor(placeholders).Redact(Encoding.UTF8.GetBytes(text)).ToArray();
        return (redacted, SealedPlaceholders.Seal(placeholders, Key));
    }
}
