using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Trees;

/// <summary>A value in JSON, TOML, YAML or XML, with its place in the text.</summary>
internal sealed class TreeNode
{
    private static readonly IReadOnlyList<TreeNode> None = [];
    private List<TreeNode>? _children;

    /// <summary>The key it stands under; empty in a list and at the top.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where the key stands.</summary>
    public TextSpan KeySpan { get; init; }

    /// <summary>The text of a scalar; empty for maps and lists.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where the value stands.</summary>
    public TextSpan Span { get; set; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList { get; set; }

    /// <summary>Whether it is a text, not a number or another word.</summary>
    public bool IsText { get; set; }

    /// <summary>Whether it has neither children nor the form to have any.</summary>
    public bool IsScalar => _children is null;

    /// <summary>What stands in it, in order.</summary>
    public IReadOnlyList<TreeNode> Children => _children ?? None;

    /// <summary>The child under a key.</summary>
    public TreeNode? this[string key] => _children?.Find(c => c.Key == key);

    /// <summary>The text of the child under a key; null where there is none.</summary>
    public string? TextOf(string key) => this[key] is { IsScalar: true } child ? child.Text : null;

    /// <summary>The children of the child under a key.</summary>
    public IReadOnlyList<TreeNode> In(string key) => this[key]?.Children ?? None;

    public TreeNode Add(TreeNode child)
    {
        (_children ??= []).Add(child);
        return child;
    }

    /// <summary>Makes it a map or list, even an empty one.</summary>
    public TreeNode Open()
    {
        _children ??= [];
        return this;
    }
}
