using System.Text;

namespace Sallyport.Reports.GitHub;

/// <summary>Keeps text in a log from being read as a workflow command, in the old form and the new.</summary>
internal sealed class QuotedLines(TextWriter to) : TextWriter
{
    private char _last;

    public override Encoding Encoding => to.Encoding;

    public override void Write(char value)
    {
        // The runner looks for :: and ##[ ; a zero-width mark would hide from people what a space shows.
        if ((value == ':' && _last == ':') || (value == '[' && _last == '#'))
        {
            to.Write(' ');
        }

        to.Write(value);
        _last = value;
    }

    public override void Write(string? value)
    {
        foreach (var c in value ?? "")
        {
            Write(c);
        }
    }
}
