namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of LuaRocks.</summary>
internal sealed class LuaRocksLock : ManifestKind
{
    public override string Name => "luarocks.lock";

    public override Ecosystem Ecosystem => Ecosystem.LuaRocks;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            // name = "1.0-1", and ["some-name"] = "1.0-1"
            var parts = lines.Text.Split('=');
            if (parts.Length == 2 && parts[1].Split('"') is [_, var version, ..])
            {
                var name = parts[0].Trim(' ', '\t', '[', ']', '"');
                into.Add(Ecosystem.LuaRocks, name, version, lines.Place(name));
            }
        }
    }
}
