using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests;

/// <summary>Goes through a text line by line, with places.</summary>
internal ref struct TextLines(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next = text.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Where the line begins.</summary>
    public int Start { get; private set; }

    /// <summary>The line without its end.</summary>
    public ReadOnlySpan<byte> Line { get; private set; }

    /// <summary>The line as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Line);

    /// <summary>How many blanks it begins with.</summary>
    public readonly int Indent => Line.Length - Line.TrimStart(" \t"u8).Length;

    public bool Next()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        Start = _next;
        var feed = _text[_next..].IndexOf((byte)'\n');
        Line = (feed < 0 ? _text[_next..] : _text.Slice(_next, feed)).TrimEnd("\r"u8);
        _next = feed < 0 ? _text.Length : _next + feed + 1;
        return true;
    }

    /// <summary>Where a part of the line stands; the line itself when it is not in it.</summary>
    public readonly TextSpan Place(string part, int from = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        var at = Line[Math.Min(from, Line.Length)..].IndexOf(bytes);
        return at < 0 ? new TextSpan(Start, Line.Length) : new TextSpan(Start + Math.Min(from, Line.Length) + at, bytes.Length);
    }
}
