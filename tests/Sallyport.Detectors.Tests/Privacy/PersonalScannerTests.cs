using System.Text;
using Sallyport.Detectors.Privacy;
using Sallyport.Detectors.Privacy.Reading;

namespace Sallyport.Detectors.Tests.Privacy;

public sealed class PersonalScannerTests
{
    [Theory]
    [InlineData("write to [anna.b+list@mail.brevsvar.se], please", "email")]
    [InlineData("mail=[ünal@brevsvar.se]", "email")]
    [InlineData("call [+49 (0)30 4481726] or not", "phone")]
    [InlineData("[(212) 736-5000] ext", "phone")]
    [InlineData("tel. [030 / 4481726]", "phone")]
    [InlineData("from [84.17.62.11]:443", "ip")]
    [InlineData("net [84.17.62.0/24] is down", "ip")]
    [InlineData("[2a02:8109:9ac0:2f1c::44] up", "ip")]
    [InlineData("lease [3c:22:fb:9a:41:d7] given", "mac")]
    [InlineData("born on [12.04.1961] in Kiel", "birth-date")]
    [InlineData("DOB: [4 May 1980]", "birth-date")]
    [InlineData("gps [52.520815, 13.409419] was sent", "coordinates")]
    [InlineData("ssn [321-45-6789]", "us-ssn")]
    [InlineData("customerSsn: [321456789]", "us-ssn")]
    [InlineData("NI number [AB 12 34 56 C]", "uk-nino")]
    [InlineData("pagou com CPF [111.444.777-35] ontem", "br-cpf")]
    [InlineData("hetu [131052-308T]", "fi-hetu")]
    [InlineData("身份证[11010519491231002X]号", "cn-id")]
    [InlineData("iban: [DE44 5001 0517 5407 3249 31]", "iban")]
    [InlineData("paid by [4539 1488 0343 6467] yesterday", "payment-card")]
    public void It_is_found_where_it_stands(string marked, string kind)
    {
        var start = Encoding.UTF8.GetByteCount(marked.AsSpan(0, marked.IndexOf('[', StringComparison.Ordinal)));
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var value = marked[(marked.IndexOf('[', StringComparison.Ordinal) + 1)..marked.IndexOf(']', StringComparison.Ordinal)];
        Find(text).Select(v => (v.Kind.Id, v.Span.Start, v.Span.Length)).ShouldContain((kind, start, Encoding.UTF8.GetByteCount(value)), text);
    }

    [Theory]
    [InlineData("git clone git@github.com:acme/app.git")]
    [InlineData("https://user:secret@host.brevsvar.se/path")]
    [InlineData("logo@2x.png and button@hover.css")]
    [InlineData("npm install left-pad@1.3.0")]
    [InlineData("sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("version 4.18.2.1 and v10.20.30.40")]
    [InlineData("2026-01-12T10:22:31.123456Z took 1700912345123 ns")]
    [InlineData("id 4539148803436467123 order 321456789 batch 111444777")]
    [InlineData("std::vector<int> a::b::c")]
    [InlineData("0x4111111111111111 1234567890 0000000000")]
    [InlineData("uuid 3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("pi 3.14159265358979, 2.71828182845904")]
    [InlineData("released on 12.04.2021")]
    [InlineData("10:22:31 12:30:45")]
    public void It_is_left_alone(string text) => Find(text).Where(v => v.Standing == Standing.Personal).Select(v => $"{v.Kind.Id} {v.Span}").ShouldBeEmpty(text);

    [Theory]
    [InlineData("anna@example.com")]
    [InlineData("+1 415 555 0132")]
    [InlineData("192.0.2.7 and 127.0.0.1")]
    [InlineData("card 4111 1111 1111 1111")]
    [InlineData("iban GB29 NWBK 6016 1331 9268 19")]
    public void What_is_set_aside_for_samples_leads_to_nobody(string text) => Find(text).ShouldAllBe(v => v.Standing == Standing.Reserved);

    [Fact]
    public void Work_is_linear_in_numbers_that_never_end()
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1 2-3.4/5 6 ", 200_000)));
        PersonalScanner.Scan(text, Asking.Everything, []);
        PersonalScanner.Scan(Enumerable.Repeat((byte)'1', 2_000_000).ToArray(), Asking.Everything, []);
        PersonalScanner.Scan(Enumerable.Repeat((byte)'@', 1_000_000).ToArray(), Asking.Everything, []);
        PersonalScanner.Scan(Enumerable.Repeat((byte)':', 1_000_000).ToArray(), Asking.Everything, []);
    }

    private static List<PersonalValue> Find(string text)
    {
        var found = new List<PersonalValue>();
        PersonalScanner.Scan(Encoding.UTF8.GetBytes(text), Asking.Everything, found);
        return found;
    }
}
