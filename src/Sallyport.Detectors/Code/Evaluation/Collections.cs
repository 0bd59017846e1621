using Sallyport.Detectors.Code.Heap;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Library classes whose objects hold elements that can be told apart.</summary>
internal static class Collections
{
    /// <summary>What an object of a type is.</summary>
    public static CellKind Kind(string type) => type[(type.LastIndexOf('.') + 1)..] switch
    {
        "ArrayList" or "LinkedList" or "List" or "Vector" or "Stack" or "ArrayDeque" or "PriorityQueue" or "Queue" or "Deque" or "CopyOnWriteArrayList" or "ConcurrentBag" or "ConcurrentQueue" or "ConcurrentStack" or "Collection" => CellKind.List,
        "HashSet" or "LinkedHashSet" or "TreeSet" or "SortedSet" => CellKind.Set,
        "HashMap" or "LinkedHashMap" or "TreeMap" or "Hashtable" or "ConcurrentHashMap" or "Dictionary" or "SortedDictionary" or "SortedList" or "ConcurrentDictionary" or "WeakHashMap" or "IdentityHashMap" => CellKind.Map,
        _ => CellKind.Instance,
    };
}
