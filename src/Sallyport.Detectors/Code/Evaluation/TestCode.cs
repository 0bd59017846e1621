namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Which files are tests: what is wrong in them harms nobody outside.</summary>
internal static class TestCode
{
    public static bool Is(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("test_", StringComparison.Ordinal) || name.Contains(".test.", StringComparison.Ordinal) || name.Contains(".spec.", StringComparison.Ordinal)
            || name.Contains("_test.", StringComparison.Ordinal) || name is "conftest.py" || Lies(path, "tests") || Lies(path, "test") || Lies(path, "__tests__") || Lies(path, "spec");
    }

    private static bool Lies(string path, string folder) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal) || path.Contains($"/{folder}/", StringComparison.Ordinal);
}
