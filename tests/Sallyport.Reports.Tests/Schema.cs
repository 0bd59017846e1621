using System.Diagnostics;

namespace Sallyport.Reports.Tests;

/// <summary>Validates documents with a real JSON Schema validator (ajv under node).</summary>
internal sealed class Schema
{
    private static readonly Lazy<string> Folder = new(Install);
    private readonly Func<string> _file;

    private Schema(Func<string> file) => _file = file;

    /// <summary>The OASIS schema of SARIF 2.1.0, as an npm package carries it.</summary>
    public static Schema Sarif { get; } = new(() => Path.Combine(Folder.Value, "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

    /// <summary>Our own, as published.</summary>
    public static Schema Scan { get; } = new(() => Path.Combine(Repository.Root, "schemas/scan.v1.schema.json"));

    /// <summary>What is wrong with a document; empty when it is valid.</summary>
    public string Errors(byte[] document)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, document);
            return Run("node", Folder.Value, "validate.js", _file(), file).Output;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Outside the tree of sources, so that nothing of it is ever committed; npm ci checks every package against the lock file.
    private static string Install()
    {
        var folder = Path.Combine(Repository.Root, "artifacts/schemas");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Sallyport.Reports.Tests/schemas")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        var (code, output) = Run("npm", folder, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        return code == 0 ? folder : throw new InvalidOperationException($"npm ci: {output}");
    }

    private static (int Code, string Output) Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
    }
}
