using System.Text;

namespace Sallyport.Detectors.Privacy;

/// <summary>A kind of personal data: what people call it, the rule that reports it and the words that name it.</summary>
internal class PersonalKind(string id, string rule, string title, string[] words)
{
    private byte[][]? _words;

    /// <summary>E-mail addresses.</summary>
    public static readonly PersonalKind Email = new("email", "email-address", "e-mail address", ["email", "e-mail", "mail", "correo", "courriel"]);

    /// <summary>Telephone numbers.</summary>
    public static readonly PersonalKind Phone = new("phone", "phone-number", "phone number", ["phone", "tel", "telephone", "mobile", "cell", "call", "fax", "contact", "whatsapp", "sms", "text me",
        "hotline", "number is", "number:", "ring", "reach", "telefon", "handy", "mobil", "rufnummer", "téléphone", "telephone", "portable", "teléfono", "telefono", "móvil", "movil", "celular", "cellulare", "telefone", "telemóvel",
        "telefoon", "gsm", "puhelin", "tlf", "numer", "telefonu", "cep", "телефон", "тел", "τηλ", "電話", "携帯", "电话", "手机", "전화", "휴대", "फ़ोन", "هاتف", "טלפון"]);

    /// <summary>Addresses of machines on the internet.</summary>
    public static readonly PersonalKind Ip = new("ip", "ip-address", "IP address", ["ip", "client", "remote", "addr", "host", "from", "peer"]);

    /// <summary>Hardware addresses.</summary>
    public static readonly PersonalKind Mac = new("mac", "device-id", "MAC address", ["mac", "hardware address", "ethernet", "physical address", "bssid", "wifi"]);

    /// <summary>Addresses of crypto-currencies.</summary>
    public static readonly PersonalKind Wallet = new("wallet", "crypto-wallet", "crypto wallet address", ["wallet", "bitcoin", "btc", "ethereum", "eth", "crypto", "coin", "address", "donate"]);

    /// <summary>A place on earth.</summary>
    public static readonly PersonalKind Coordinates = new("coordinates", "coordinates", "coordinates", ["lat", "lon", "lng", "gps", "coord", "location", "position", "geo", "standort", "ubicación", "posizione", "home"]);

    /// <summary>Days of birth.</summary>
    public static readonly PersonalKind BirthDate = new("birth-date", "birth-date", "date of birth", ["dob", "d.o.b", "birth", "born", "bday", "geboren", "geburt", "geb.", "naissance", "née le", "né le", "nacimiento", "nacido", "nacida",
        "nascita", "nato il", "nata il", "nascimento", "nascido", "geboorte", "född", "syntym", "fødsel", "født", "urodzenia", "narození", "рождения", "生年月日", "出生", "생년월일"]);

    /// <summary>Names of people.</summary>
    public static readonly PersonalKind Name = new("name", "person-name", "name of a person", []);

    /// <summary>Where people live.</summary>
    public static readonly PersonalKind Address = new("address", "postal-address", "postal address", []);

    /// <summary>Pseudonyms of patients and of participants in studies.</summary>
    public static readonly PersonalKind Participant = new("participant", "participant-id", "patient or participant id", ["patient", "participant", "subject", "mrn", "proband", "study id"]);

    /// <summary>What is said of somebody's health.</summary>
    public static readonly PersonalKind Health = new("health", "health-data", "health data", []);

    /// <summary>Short name: <c>pl-pesel</c>, <c>email</c>.</summary>
    public readonly string Id = id;

    /// <summary>The rule that reports it, without its family.</summary>
    public readonly string Rule = rule;

    /// <summary>What people call it.</summary>
    public readonly string Title = title;

    /// <summary>Words that name it, in lower case.</summary>
    public byte[][] Words => _words ??= Array.ConvertAll(words, Encoding.UTF8.GetBytes);
}
