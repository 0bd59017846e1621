using System.Text;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Configuration;

/// <summary>The form in which a configuration that was read once is kept in the user's cache.</summary>
internal static class ConfigurationBinary
{
    /// <summary>Goes into the name of a cached file: a new form is a new name.</summary>
    public const string Version = "c4";

    public static byte[] Write(Configuration configuration)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write((sbyte)(configuration.FailOn is { } level ? (int)level : -1));
        writer.Write(configuration.Preview);
        Write(writer, configuration.Only);
        Write(writer, configuration.Exclude);
        Write(writer, configuration.Require);
        Write(writer, configuration.Private);
        Write(writer, configuration.Assistants);
        writer.Write(configuration.Imports.Count);
        foreach (var import in configuration.Imports)
        {
            writer.Write(import.Path);
            writer.Write(import.Line);
        }

        writer.Write(configuration.Paths.Count);
        foreach (var path in configuration.Paths)
        {
            writer.Write(path.Pattern.Text);
            writer.Write(path.Reason);
        }

        writer.Write(configuration.Approvals is not null);
        if (configuration.Approvals is { } approvals)
        {
            writer.Write((int)approvals.Wait.TotalMinutes);
            Write(writer, [.. approvals.FourEyes.Select(r => new Configuration.Named(r, 0))]);
            writer.Write(approvals.QueueOnly);
            writer.Write(approvals.Webhook ?? "");
        }

        writer.Write(configuration.Ignores.Count);
        foreach (var ignore in configuration.Ignores)
        {
            writer.Write(ignore.Rule);
            writer.Write(ignore.Path?.Text ?? "");
            writer.Write(ignore.Reason);
            writer.Write(ignore.Until?.DayNumber ?? -1);
            writer.Write(ignore.Place.Line);
        }

        return memory.ToArray();
    }

    /// <summary>Reads what <see cref="Write(Configuration)"/> wrote; the file and its folder are not part of it.</summary>
    public static Configuration Read(byte[] data, string file, string folder)
    {
        using var reader = new BinaryReader(new MemoryStream(data), Encoding.UTF8);
        var level = reader.ReadSByte();
        var preview = reader.ReadBoolean();
        var (only, exclude, require, hidden, assistants) = (Names(reader), Names(reader), Names(reader), Names(reader), Names(reader));
        var imports = new Configuration.Import[reader.ReadInt32()];
        for (var i = 0; i < imports.Length; i++)
        {
            imports[i] = new Configuration.Import(reader.ReadString(), reader.ReadInt32());
        }

        var paths = new ExcludedPath[reader.ReadInt32()];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = new ExcludedPath(new PathPattern(reader.ReadString(), folder), reader.ReadString());
        }

        var approvals = reader.ReadBoolean() ? Terms(reader) : null;
        var ignores = new IgnoreEntry[reader.ReadInt32()];
        for (var i = 0; i < ignores.Length; i++)
        {
            var (rule, path, reason, until) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32());
            ignores[i] = new IgnoreEntry(
                rule,
                path.Length > 0 ? new PathPattern(path, folder) : null,
                reason,
                until < 0 ? null : DateOnly.FromDayNumber(until),
                new ConfigurationPlace(file, reader.ReadInt32()));
        }

        return new Configuration
        {
            File = file,
            FailOn = level < 0 ? null : (Level)level,
            Preview = preview,
            Only = only,
            Exclude = exclude,
            Require = require,
            Private = hidden,
            Assistants = assistants,
            Imports = imports,
            Paths = paths,
            Approvals = approvals,
            Ignores = ignores,
        };
    }

    private static ApprovalTerms Terms(BinaryReader reader) => new()
    {
        Wait = TimeSpan.FromMinutes(reader.ReadInt32()),
        FourEyes = [.. Names(reader).Select(n => n.Rule)],
        QueueOnly = reader.ReadBoolean(),
        Webhook = reader.ReadString() is { Length: > 0 } address ? address : null,
    };

    private static void Write(BinaryWriter writer, IReadOnlyList<Configuration.Named> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name.Rule);
            writer.Write(name.Line);
        }
    }

    private static Configuration.Named[] Names(BinaryReader reader)
    {
        var names = new Configuration.Named[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = new Configuration.Named(reader.ReadString(), reader.ReadInt32());
        }

        return names;
    }
}
