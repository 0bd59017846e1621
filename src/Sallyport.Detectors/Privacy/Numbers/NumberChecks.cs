using Sallyport.Detectors.Privacy.Numbers.Checks;

namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>The checks that <c>numbers.txt</c> names.</summary>
internal static class NumberChecks
{
    /// <summary>The check of a name; one that holds for everything when there is no name.</summary>
    public static NumberCheck Find(string name) => name switch
    {
        "" => static _ => true,
        "yymmdd" => static v => BirthDate.IsYearFirst(v),
        "nonzero" => static v => v.IndexOfAnyExcept((byte)'0') >= 0,
        "luhn" => static v => Luhn.Holds(v) && v.IndexOfAnyExcept((byte)'0') >= 0,
        "verhoeff" => Verhoeff.Holds,
        "ean" => static v => Weights.Sum(v[..^1], [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10 is var s && (10 - s) % 10 == v[^1] - '0',
        "card" => PaymentCard.Holds,
        "iban" => Iban.Holds,
        "vin" => Vehicles.IsVin,
        "uk-plate" => Vehicles.IsBritish,
        "tr-plate" => static v => BirthDate.Number(v[..2]) is >= 1 and <= 81,
        "in-plate" => Vehicles.IsIndian,
        "postcode" => Vehicles.IsBritishPostcode,
        "plz" => static v => BirthDate.Number(v) is > 1000 and < 99999,
        _ => NorthAmerica.Find(name) ?? LatinAmerica.Find(name) ?? BritishIsles.Find(name) ?? CentralEurope.Find(name) ?? WesternEurope.Find(name)
            ?? SouthernEurope.Find(name) ?? NordicCountries.Find(name) ?? EasternEurope.Find(name) ?? EastAsia.Find(name) ?? SouthAsia.Find(name) ?? AfricaAndOceania.Find(name)
            ?? throw new InvalidOperationException($"numbers.txt names the check `{name}`, which does not exist"),
    };
}
