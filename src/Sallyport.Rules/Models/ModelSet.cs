using System.Runtime.InteropServices;
using Sallyport.Rules.Compiled;

namespace Sallyport.Rules.Models;

/// <summary>All models in their binary form; a language's are read when the first file of that language is looked at.</summary>
public sealed class ModelSet
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _languages = new(StringComparer.Ordinal);

    /// <summary>Opens what <see cref="Compile"/> wrote.</summary>
    public ModelSet(ReadOnlyMemory<byte> data)
    {
        var at = 0;
        while (at < data.Length)
        {
            var length = MemoryMarshal.Read<int>(data.Span[at..]);
            var part = data.Slice(at + 4, length);
            var reader = new SpanReader(part.Span);
            var name = reader.Text();
            _languages[name] = part[(1 + name.Length)..];
            at += 4 + length;
        }
    }

    /// <summary>What is said of a language's libraries.</summary>
    public IReadOnlyList<ModelEntry> Of(string language)
    {
        if (!_languages.TryGetValue(language, out var data))
        {
            return [];
        }

        var reader = new SpanReader(data.Span);
        var entries = new ModelEntry[reader.Int32()];
        for (var i = 0; i < entries.Length; i++)
        {
            var (role, path, kind) = ((ModelRole)reader.Byte(), reader.Text(), reader.Text());
            var arguments = new ArgumentSelector[reader.Byte()];
            for (var a = 0; a < arguments.Length; a++)
            {
                arguments[a] = Selector(ref reader);
            }

            var conditions = new ModelCondition[reader.Byte()];
            for (var c = 0; c < conditions.Length; c++)
            {
                conditions[c] = new(Selector(ref reader), (ConditionTest)reader.Byte(), reader.Text());
            }

            entries[i] = new ModelEntry(role, path, kind, arguments, conditions, reader.Texts());
        }

        return entries;
    }

    /// <summary>Writes models in the order of their languages.</summary>
    public static byte[] Compile(IEnumerable<ModelFile> files)
    {
        using var all = new MemoryStream();
        foreach (var language in files.GroupBy(f => f.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            using var part = new MemoryStream();
            using var writer = new BinaryWriter(part);
            writer.Write(language.Key);
            var entries = language.SelectMany(f => f.Entries).ToArray();
            writer.Write(entries.Length);
            foreach (var entry in entries)
            {
                Write(writer, entry);
            }

            all.Write(BitConverter.GetBytes((int)part.Length));
            all.Write(part.ToArray());
        }

        return all.ToArray();
    }

    private static ArgumentSelector Selector(ref SpanReader reader) => new((sbyte)reader.Byte(), reader.Text(), reader.Text(), reader.Byte() != 0);

    private static void Write(BinaryWriter writer, ModelEntry entry)
    {
        writer.Write((byte)entry.Role);
        writer.Write(entry.Path);
        writer.Write(entry.Kind);
        writer.Write((byte)entry.Arguments.Count);
        foreach (var argument in entry.Arguments)
        {
            Write(writer, argument);
        }

        writer.Write((byte)entry.Conditions.Count);
        foreach (var condition in entry.Conditions)
        {
            Write(writer, condition.Argument);
            writer.Write((byte)condition.Test);
            writer.Write(condition.Value);
        }

        writer.Write((byte)entry.Types.Count);
        foreach (var type in entry.Types)
        {
            writer.Write(type);
        }
    }

    private static void Write(BinaryWriter writer, ArgumentSelector argument)
    {
        writer.Write((sbyte)argument.Position);
        writer.Write(argument.Name);
        writer.Write(argument.Field);
        writer.Write(argument.Onwards);
    }
}
