namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The literal lists in <c>setup.py</c>: what stands in quotes inside of a list of requirements.</summary>
internal sealed class SetupPy : ManifestKind
{
    public override string Name => "setup.py";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var key in Keys)
        {
            var from = 0;
            while (text[from..].IndexOf(key) is >= 0 and var found)
            {
                from += found + key.Length;
                List(text, from, into);
            }
        }
    }

    private static readonly byte[][] Keys = [[.. "install_requires"u8], [.. "tests_require"u8], [.. "extras_require"u8], [.. "setup_requires"u8]];

    private static void List(ReadOnlySpan<byte> text, int at, Manifest into)
    {
        var (depth, begun) = (0, false);
        for (; at < text.Length && (depth > 0 || !begun); at++)
        {
            switch (text[at])
            {
                case (byte)'[' or (byte)'{' or (byte)'(':
                    (depth, begun) = (depth + 1, true);
                    break;
                case (byte)']' or (byte)'}' or (byte)')':
                    depth--;
                    break;
                case (byte)'#':
                    at += Math.Max(0, text[at..].IndexOf((byte)'\n'));
                    break;
                case (byte)'"' or (byte)'\'':
                    var close = text[(at + 1)..].IndexOf(text[at]);
                    if (close < 0)
                    {
                        return;
                    }

                    var after = text[(at + close + 2)..].TrimStart((byte)' ');
                    if (begun && !(after.Length > 0 && after[0] == ':'))
                    {
                        Requirement.Add(System.Text.Encoding.UTF8.GetString(text.Slice(at + 1, close)), at + 1, into);
                    }

                    at += close + 1;
                    break;
                case (byte)' ' or (byte)'=' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',' or (byte)':':
                    break;
                default:
                    if (!begun)
                    {
                        return; // a name: what it holds is not known here
                    }

                    break;
            }
        }
    }
}
