using System.Text;
using Sallyport.Detectors.Privacy.Numbers;

namespace Sallyport.Detectors.Tests.Privacy;

/// <summary>Checks against numbers that the definitions themselves print as examples, and that a changed digit is noticed.</summary>
public sealed class NumberKindTests
{
    public static TheoryData<string, string> Published() => new()
    {
        { "payment-card", "4111111111111111" }, { "payment-card", "378282246310005" }, { "iban", "GB29NWBK60161331926819" }, { "iban", "NO9386011117947" }, { "iban", "MT84MALT011000012345MTLCAST001S" },
        { "imei", "490154203237518" }, { "vin", "1M8GDM9AXKP042788" }, { "us-npi", "1234567893" }, { "us-aba", "111000025" }, { "us-dea", "AB1234563" }, { "ca-sin", "193456787" },
        { "br-cpf", "11144477735" }, { "br-cnpj", "11222333000181" }, { "br-cnpj", "12ABC34501DE35" }, { "ar-cuit", "20172543597" }, { "cl-rut", "125319092" }, { "pe-ruc", "20512333797" },
        { "uk-nhs", "9434765919" }, { "uk-nino", "AB123456C" }, { "ie-pps", "6433435F" }, { "ie-pps", "6433435OA" }, { "de-tax-id", "36574261809" }, { "de-rvnr", "15070649C103" }, { "de-kvnr", "A123456780" },
        { "de-vat", "DE136695976" }, { "at-svnr", "1237010180" }, { "ch-ahv", "7569217076985" }, { "fr-nir", "295109912611193" }, { "be-nrn", "85073003328" }, { "nl-bsn", "111222333" },
        { "es-nif", "54362315K" }, { "es-nie", "X2482300W" }, { "es-cif", "J99216582" }, { "pt-nif", "501964843" }, { "pt-cc", "000000000ZZ4" }, { "it-cf", "RCCMNL83S18D969H" }, { "it-vat", "00743110157" },
        { "gr-afm", "094259216" }, { "gr-amka", "01013099997" }, { "se-pnr", "8803200016" }, { "se-orgnr", "1234567897" }, { "fi-hetu", "131052308T" }, { "no-fnr", "15108695088" }, { "dk-cpr", "2110625629" }, { "is-kt", "1201743399" },
        { "pl-pesel", "44051401359" }, { "pl-nip", "8567346215" }, { "cz-rc", "7103192745" }, { "ro-cnp", "1630615123457" }, { "bg-egn", "7523169263" }, { "hr-oib", "33392005961" }, { "si-emso", "0101006500006" },
        { "lt-ak", "33309240064" }, { "ee-ik", "36805280109" }, { "lv-pk", "16117519997" }, { "ua-rnokpp", "1759013776" }, { "ru-snils", "11223344595" }, { "ru-inn", "7707083893" }, { "tr-tckn", "17291716060" },
        { "in-aadhaar", "234123412346" }, { "in-gstin", "27AAPFU0939F1ZV" }, { "cn-id", "11010519491231002X" }, { "kr-brn", "1168200276" }, { "jp-my-number", "123456789018" }, { "tw-id", "A123456789" }, { "hk-id", "G123456A" },
        { "sg-nric", "S0000001I" }, { "th-id", "1101700230708" }, { "il-id", "039337423" }, { "za-id", "7503305044089" }, { "au-tfn", "123456782" }, { "au-abn", "83914571673" }, { "au-acn", "004085616" }, { "au-medicare", "2123456701" },
        { "nz-ird", "49091850" }, { "nz-nhi", "ZAC5361" }, { "mx-curp", "BOXW310820HNERXN09" }, { "mx-rfc", "GODE561231GR8" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_published_number_holds(string id, string value) => Holds(id, value).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Published))]
    public void A_changed_last_digit_is_noticed(string id, string value)
    {
        Assert.SkipWhen(id is "dk-cpr" or "uk-nino" or "is-kt" or "au-medicare", "its last digit checks nothing");
        var last = value.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var others = Enumerable.Range(1, 9).Select(i => $"{value[..last]}{(char)('0' + ((value[last] - '0' + i) % 10))}{value[(last + 1)..]}").ToArray();
        others.Count(o => Holds(id, o)).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Every_kind_has_words_a_title_and_a_check_that_exists()
    {
        foreach (var kind in NumberCatalogue.Shared.Kinds)
        {
            kind.Words.ShouldNotBeEmpty(kind.Id);
            kind.Title.ShouldNotBeNullOrWhiteSpace(kind.Id);
            Should.NotThrow(() => Sampled(kind), kind.Id);
        }
    }

    [Fact]
    public void Forty_countries_have_a_number() =>
        NumberCatalogue.Shared.Kinds.Where(k => k.Id[2] == '-').Select(k => k.Id[..2]).Distinct().Count().ShouldBeGreaterThan(40);

    private static bool Holds(string id, string value) => NumberCatalogue.Shared.Find(id)!.Holds(Encoding.ASCII.GetBytes(value), out var proves) && proves;

    // Any shape of the kind, filled with zeros and As: the check may say what it likes, but it must be there and not fail.
    private static void Sampled(NumberKind kind)
    {
        foreach (var length in Enumerable.Range(1, NumberText.Limit))
        {
            foreach (var shape in (NumberCatalogue.Shared.OfCount(length) ?? []).Where(s => s.Kind == kind))
            {
                kind.Holds(Enumerable.Repeat((byte)'0', shape.Count).ToArray(), out _);
            }
        }
    }
}
