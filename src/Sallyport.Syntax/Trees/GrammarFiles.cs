using System.Runtime.InteropServices;

namespace Sallyport.Syntax.Trees;

/// <summary>The native libraries that lie beside the program.</summary>
internal static class GrammarFiles
{
    /// <summary>Loads one; false where the build did not restore it or this machine cannot load it.</summary>
    public static bool TryLoad(string name, out nint library) =>
        NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, "grammars", name + ".node"), out library);
}
