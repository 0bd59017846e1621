using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Models;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Apis;

/// <summary>What is handed to a call.</summary>
internal sealed class CallArguments(Value? receiver, IReadOnlyList<CallArguments.One> all)
{
    /// <summary>One argument.</summary>
    /// <param name="Value">What it is.</param>
    /// <param name="Name">The parameter it is for, where it is named.</param>
    /// <param name="At">Where it stands.</param>
    /// <param name="Spread">Whether its elements are handed over, at places that are not known.</param>
    internal readonly record struct One(Value Value, string? Name, Expression At, bool Spread = false);

    public static readonly CallArguments None = new(null, []);

    /// <summary>The object the method works on.</summary>
    public Value? Receiver { get; } = receiver;

    public IReadOnlyList<One> All { get; } = all;

    /// <summary>The value of an argument; null where it is not handed over.</summary>
    public Value? Find(ArgumentSelector selector) => selector.Position == ArgumentSelector.Receiver ? Receiver : TryFind(selector, out var one) ? one.Value : null;

    public bool TryFind(ArgumentSelector selector, out One found)
    {
        var position = 0;
        foreach (var one in All)
        {
            if (one.Name is not null)
            {
                if (one.Name == selector.Name || (one.Spread && selector.Name.Length > 0 && one.Value.References.Length == 0 && one.Value.Taint is not null))
                {
                    found = one;
                    return true;
                }

                continue;
            }

            if (position == selector.Position || (selector.Onwards && position >= selector.Position && selector.Position >= 0) || (one.Spread && selector.Position >= position))
            {
                found = one;
                return true;
            }

            position++;
        }

        found = default;
        return false;
    }

    /// <summary>Every argument that an entry means; all of them where it names none.</summary>
    public IEnumerable<One> Chosen(ModelEntry entry)
    {
        if (entry.Arguments.Count == 0)
        {
            foreach (var one in All)
            {
                yield return one;
            }

            yield break;
        }

        foreach (var selector in entry.Arguments)
        {
            if (selector.Onwards)
            {
                for (var i = Math.Max(0, selector.Position); i < All.Count; i++)
                {
                    yield return All[i];
                }
            }
            else if (TryFind(selector, out var one))
            {
                yield return one;
            }
        }
    }
}
