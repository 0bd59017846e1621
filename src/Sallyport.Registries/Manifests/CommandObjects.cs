using Sallyport.Registries.Commands;
using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests;

/// <summary>Finds objects with <c>command</c> and <c>args</c> in JSON and TOML: how tools are told what to start.</summary>
public static class CommandObjects
{
    /// <summary>The words of every such command; none for what cannot be read.</summary>
    public static IReadOnlyList<IReadOnlyList<CommandWord>> Read(ReadOnlySpan<byte> text)
    {
        var found = new List<IReadOnlyList<CommandWord>>();
        try
        {
            var first = text.TrimStart(" \t\r\n"u8);
            Walk(first.Length > 0 && (first[0] == '{' || first.StartsWith("//"u8)) ? JsonTree.Read(text) : TomlTree.Read(text), found);
        }
        catch (FormatException)
        {
            return found;
        }

        return found;
    }

    private static void Walk(TreeNode node, List<IReadOnlyList<CommandWord>> found)
    {
        if (node["command"] is { IsScalar: true } command)
        {
            var words = new List<CommandWord>();
            foreach (var part in WordSplitter.Split(command.Text, command.Span.Start))
            {
                words.AddRange(part);
            }

            foreach (var argument in node.In("args"))
            {
                words.Add(new CommandWord(argument.Text, argument.Span, !argument.Text.Contains('$', StringComparison.Ordinal)));
            }

            found.Add(words);
        }

        foreach (var child in node.Children)
        {
            Walk(child, found);
        }
    }
}
