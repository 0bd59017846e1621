using System.Text;

namespace Sallyport.Synthesis.Csv;

/// <summary>How a table is written down; what is generated is written the same way.</summary>
/// <param name="Delimiter">Between cells.</param>
/// <param name="Quote">Around cells that need it.</param>
/// <param name="QuoteAll">Whether every cell is quoted.</param>
/// <param name="NewLine">Between rows.</param>
/// <param name="Encoding">Of the bytes.</param>
/// <param name="Bom">Whether a byte order mark stands in front.</param>
/// <param name="Header">Whether the first row names the columns.</param>
/// <param name="FinalNewLine">Whether the last row ends with a line end.</param>
public sealed record Dialect(char Delimiter, char Quote, bool QuoteAll, string NewLine, Encoding Encoding, bool Bom, bool Header, bool FinalNewLine)
{
    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var delimiter = Delimiter switch { '\t' => "tab", ',' => "comma", ';' => "semicolon", '|' => "bar", _ => $"`{Delimiter}`" };
        return $"{delimiter}, {Encoding.WebName}{(Bom ? " with BOM" : "")}, {(NewLine == "\r\n" ? "CRLF" : NewLine == "\r" ? "CR" : "LF")}{(QuoteAll ? ", all quoted" : "")}{(Header ? "" : ", no header")}";
    }
}
