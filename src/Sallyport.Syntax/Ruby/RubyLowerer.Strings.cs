using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Ruby;

/// <summary>Texts and symbols; of a here-document the body stands elsewhere than its mark.</summary>
internal sealed partial class RubyLowerer
{
    private readonly Node _root = tree.Root;
    private Dictionary<int, Node>? _heredocs;

    private Expression String(Node node) => node.Kind switch
    {
        "simple_symbol" or "hash_key_symbol" or "bare_symbol" => Text(node.Span, node.Text.TrimStart(':')),
        "character" => Text(node.Span, node.Text[1..]),
        "heredoc_beginning" => (_heredocs ??= Heredocs()).TryGetValue(node.Start, out var body) ? Template(node.Span, Parts(body)) : Text(node.Span, ""),
        _ => Template(node.Span, Parts(node)),
    };

    private List<Expression> Parts(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            switch (child.Kind)
            {
                case "string_content" or "heredoc_content":
                    parts.Add(Text(child.Span, child.Text));
                    break;
                case "escape_sequence":
                    parts.Add(Text(child.Span, EscapedLiteral.Read(child.Text)));
                    break;
                case "interpolation":
                    parts.Add(Expression(child.FirstNamed()));
                    break;
                case "string" or "bare_string":
                    parts.AddRange(Parts(child));
                    break;
            }
        }

        return parts;
    }

    private Dictionary<int, Node> Heredocs()
    {
        var found = new Dictionary<int, Node>();
        var open = new Queue<int>();
        var stack = new Stack<Node>();
        stack.Push(_root);
        while (stack.TryPop(out var node))
        {
            if (node.Kind == "heredoc_beginning")
            {
                open.Enqueue(node.Start);
            }
            else if (node.Kind == "heredoc_body" && open.TryDequeue(out var start))
            {
                found[start] = node;
            }

            var children = new List<Node>();
            foreach (var child in node.Named)
            {
                children.Add(child);
            }

            for (var i = children.Count - 1; i >= 0; i--)
            {
                stack.Push(children[i]);
            }
        }

        return found;
    }
}
