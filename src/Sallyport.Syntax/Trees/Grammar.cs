using System.Runtime.InteropServices;

namespace Sallyport.Syntax.Trees;

/// <summary>One grammar: its language pointer and the names of its symbols and fields.</summary>
internal sealed unsafe class Grammar
{
    private Grammar(nint language, string[] kinds, string[] fields) => (Language, Kinds, Fields) = (language, kinds, fields);

    /// <summary>What the parser is set to.</summary>
    public nint Language { get; }

    /// <summary>Names of symbols by id; one string object a name.</summary>
    public string[] Kinds { get; }

    /// <summary>Names of fields by id.</summary>
    public string[] Fields { get; }

    /// <summary>Loads a grammar; null where it is not there or its version does not fit the core.</summary>
    /// <param name="file">Name of the library.</param>
    /// <param name="symbol">Its exported function.</param>
    public static Grammar? Load(string file, string symbol)
    {
        if (TreeSitter.Core is not { } core || !GrammarFiles.TryLoad(file, out var library) || !NativeLibrary.TryGetExport(library, symbol, out var function))
        {
            return null;
        }

        var language = ((delegate* unmanaged<nint>)function)();
        var kinds = new string[core.SymbolCount(language)];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = string.Intern(Marshal.PtrToStringUTF8(core.SymbolName(language, (ushort)i)) ?? "");
        }

        var fields = new string[core.FieldCount(language) + 1];
        fields[0] = "";
        for (var i = 1; i < fields.Length; i++)
        {
            fields[i] = string.Intern(Marshal.PtrToStringUTF8(core.FieldName(language, (ushort)i)) ?? "");
        }

        return new Grammar(language, kinds, fields);
    }
}
