namespace Sallyport.Core.Ignoring;

/// <summary>One line of an ignore file.</summary>
public sealed class IgnorePattern
{
    private readonly Form _form;
    private readonly byte[] _text;
    private readonly Glob? _glob;

    private IgnorePattern(Form form, byte[] text, Glob? glob, bool negated, bool foldersOnly, bool name)
    {
        _form = form;
        _text = text;
        _glob = glob;
        Negated = negated;
        FoldersOnly = foldersOnly;
        ByName = name;
    }

    // Most patterns are one of the first three, which need no automaton.
    private enum Form : byte
    {
        Literal,
        Suffix,
        Prefix,
        Wild,
    }

    /// <summary>Whether a match takes the name back in.</summary>
    public bool Negated { get; }

    /// <summary>Whether it speaks of folders alone.</summary>
    public bool FoldersOnly { get; }

    /// <summary>Whether it is compared with the last name of a path rather than with the path.</summary>
    public bool ByName { get; }

    /// <summary>Work of one comparison with a name of <paramref name="length"/> bytes.</summary>
    public int Cost(int length) => _glob is null ? 1 : 1 + (_glob.Cost * length);

    /// <summary>Reads a line; null when it says nothing.</summary>
    public static IgnorePattern? Parse(ReadOnlySpan<byte> line)
    {
        line = WithoutTrailingSpaces(line);
        if (line.IsEmpty || line[0] == '#')
        {
            return null;
        }

        var negated = line[0] == '!';
        line = negated ? line[1..] : line;
        var foldersOnly = line.EndsWith("/"u8);
        line = foldersOnly ? line[..^1] : line;
        var name = !line.Contains((byte)'/');
        line = line.StartsWith("/"u8) ? line[1..] : line;
        if (line.IsEmpty)
        {
            return null;
        }

        var wild = line.IndexOfAny("*?[\\"u8);
        var form =
            wild < 0 ? Form.Literal
            : name && wild == 0 && line[0] == '*' && line[1..].IndexOfAny("*?[\\"u8) < 0 ? Form.Suffix
            : name && wild == line.Length - 1 && line[^1] == '*' ? Form.Prefix
            : Form.Wild;
        var text = form == Form.Suffix ? line[1..] : form == Form.Prefix ? line[..^1] : line;
        var glob = form == Form.Wild ? Glob.Parse(line, path: !name) : null;
        return form == Form.Wild && glob is null ? null : new IgnorePattern(form, text.ToArray(), glob, negated, foldersOnly, name);
    }

    /// <summary>Whether it matches; <paramref name="text"/> is the name or the path, as <see cref="ByName"/> says.</summary>
    public bool Matches(ReadOnlySpan<byte> text) => _form switch
    {
        Form.Literal => text.SequenceEqual(_text),
        Form.Suffix => text.EndsWith(_text),
        Form.Prefix => text.StartsWith(_text),
        _ => _glob!.Matches(text),
    };

    private static ReadOnlySpan<byte> WithoutTrailingSpaces(ReadOnlySpan<byte> line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
                end = Math.Min(i + 1, line.Length);
            }
            else if (line[i] != ' ')
            {
                end = i + 1;
            }
        }

        return line[..end];
    }
}
