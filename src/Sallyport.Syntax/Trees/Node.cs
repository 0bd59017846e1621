using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Syntax.Trees;

/// <summary>One node of a <see cref="SyntaxTree"/>, or none: broken text has gaps, and asking a gap gives nothing.</summary>
internal readonly struct Node(SyntaxTree tree, int index)
{
    /// <summary>Whether there is one: a child that was asked for may be missing.</summary>
    public bool Exists => tree is not null;

    /// <summary>What the grammar calls it; punctuation is its own name.</summary>
    public string Kind => tree is null ? "" : tree.Kind(index);

    /// <summary>The field of its parent that it fills; empty for none.</summary>
    public string Field => tree is null ? "" : tree.Field(index);

    /// <summary>Whether it is more than punctuation or a keyword.</summary>
    public bool IsNamed => tree is not null && tree.IsNamed(index);

    /// <summary>Whether the parser put it in where the text has nothing.</summary>
    public bool IsMissing => tree.IsMissing(index);

    /// <summary>First byte.</summary>
    public int Start => tree is null ? 0 : tree.Start(index);

    /// <summary>Behind the last byte.</summary>
    public int End => tree is null ? 0 : tree.End(index);

    /// <summary>Its place.</summary>
    public TextSpan Span => TextSpan.Between(Start, End);

    /// <summary>How deep the subtree's numbering reaches: its number of nodes.</summary>
    public int Size => tree.Behind(index) - index;

    /// <summary>Its text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Bytes => tree is null ? [] : tree.Text.Span[Start..End];

    /// <summary>Every child.</summary>
    public Children All => new(tree, index, named: false);

    /// <summary>The children that are more than punctuation, comments left out.</summary>
    public Children Named => new(tree, index, named: true);

    /// <summary>The child that fills a field; one that does not exist where there is none.</summary>
    public Node this[string field]
    {
        get
        {
            if (tree is not null)
            {
                foreach (var child in All)
                {
                    if (child.Field == field)
                    {
                        return child;
                    }
                }
            }

            return default;
        }
    }

    /// <summary>The first child of a kind.</summary>
    public Node First(string kind)
    {
        if (tree is not null)
        {
            foreach (var child in All)
            {
                if (child.Kind == kind)
                {
                    return child;
                }
            }
        }

        return default;
    }

    /// <summary>The first child that is more than punctuation.</summary>
    public Node FirstNamed()
    {
        foreach (var child in Named)
        {
            return child;
        }

        return default;
    }

    /// <summary>Whether it has a child of a kind.</summary>
    public bool Has(string kind) => First(kind).Exists;

    /// <summary>The children of a node, for <c>foreach</c>.</summary>
    public struct Children(SyntaxTree tree, int parent, bool named)
    {
        private readonly int _behind = tree is null ? 0 : tree.Behind(parent);
        private int _next = parent + 1;

        /// <summary>The child reached.</summary>
        public Node Current { get; private set; }

        /// <summary>This.</summary>
        public readonly Children GetEnumerator() => this;

        /// <summary>Goes on.</summary>
        public bool MoveNext()
        {
            while (_next < _behind)
            {
                var index = _next;
                _next = tree.Behind(index);
                if (!named || (tree.IsNamed(index) && tree.Kind(index) is not ("comment" or "line_comment" or "block_comment")))
                {
                    Current = new Node(tree, index);
                    return true;
                }
            }

            return false;
        }
    }
}
