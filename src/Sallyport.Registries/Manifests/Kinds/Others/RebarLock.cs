namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Erlang's rebar3.</summary>
internal sealed class RebarLock : ManifestKind
{
    public override string Name => "rebar.lock";

    public override Ecosystem Ecosystem => Ecosystem.Hex;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            // {<<"name">>,{pkg,<<"name">>,<<"1.0.0">>},0}
            var line = lines.Text;
            var parts = line.Split("<<\"");
            if (parts.Length >= 4 && line.Contains("{pkg,", StringComparison.Ordinal))
            {
                into.Add(Ecosystem.Hex, parts[2].Split('"')[0], parts[3].Split('"')[0], lines.Place(parts[2].Split('"')[0]));
            }
        }
    }
}
