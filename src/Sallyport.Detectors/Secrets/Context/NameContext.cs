using Sallyport.Core.Text;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>What names a value: worked out when asked for, closest names first.</summary>
/// <remarks>One instance serves a whole artifact; <see cref="MoveTo"/> turns it to the next value.</remarks>
internal sealed class NameContext(ReadOnlyMemory<byte> text, string path)
{
    private readonly List<Name> _close = [];
    private readonly List<Name> _far = [];
    private int _at = -1;
    private bool _farRead;
    private byte[]? _path;

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Text => text.Span;

    /// <summary>The path of the artifact.</summary>
    public string Path => path;

    /// <summary>The path as bytes, for its words.</summary>
    public ReadOnlySpan<byte> PathText => _path ??= System.Text.Encoding.UTF8.GetBytes(path);

    /// <summary>Names in the statement that holds the value.</summary>
    public IReadOnlyList<Name> Close => _close;

    /// <summary>Names above and before it; read on first use.</summary>
    public IReadOnlyList<Name> Far
    {
        get
        {
            if (!_farRead)
            {
                _farRead = true;
                KeysAbove.Read(Text, _at, _far);
                LineBefore.Read(Text, _at, _far);
            }

            return _far;
        }
    }

    /// <summary>Turns to the value that begins at <paramref name="start"/>.</summary>
    public void MoveTo(int start)
    {
        if (start == _at)
        {
            return;
        }

        _at = start;
        _farRead = false;
        _close.Clear();
        _far.Clear();
        NameReader.Read(Text, start, _close);
    }

    /// <summary>The name the value is assigned to or stands behind; empty when there is none.</summary>
    public TextSpan Direct => _close.Count > 0 ? _close[0].Span : default;
}
