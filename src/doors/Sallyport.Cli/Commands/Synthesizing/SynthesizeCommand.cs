using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Synthesis;

namespace Sallyport.Cli.Commands.Synthesizing;

/// <summary><c>sallyport synthesize</c>: tables like given ones, without anybody's row in them.</summary>
internal static class SynthesizeCommand
{
    public static readonly Command Row = new(
        "synthesize", "TABLE…", "Make a table like this one, in which no value that belongs to one row survives", Options, Run)
    {
        Notes = """
            The table goes to standard output, or with --out to a file; several tables need --out FOLDER, and what refers to each other still does
            What was done to each column, and how near the nearest original is, goes to standard error
            Example: sallyport synthesize people.csv --rows 500 --seed 1 --out people-synthetic.csv
            """,
    };

    private static Option[] Options() =>
    [
        new("rows", "N", "Rows of every table; by default as many as it has"),
        new("seed", "S", "The same seed gives the same bytes; by default a new one, which is told"),
        new("out", "PATH", "File to write, or folder for several tables"),
        new("common", "K", "How many rows must share a value for it to be nobody's own; 5 by default"),
        new("quiet", null, "Do not report"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var tables = Tables(given, terminal);
        var seed = given.Value("seed") is { } text ? Number(text, "seed", 0, ulong.MaxValue) : BinaryPrimitives.ReadUInt32BigEndian(RandomNumberGenerator.GetBytes(4));
        var options = new SynthesisOptions
        {
            Rows = given.Value("rows") is { } rows ? (int)Number(rows, "rows", 1, 100_000_000) : null,
            Seed = seed,
            Common = given.Value("common") is { } common ? (int)Number(common, "common", 2, 1000) : 5,
        };
        using var output = new SynthesisOutput(given.Value("out"), tables, terminal);
        var reports = Synthesizer.Run(tables, options, output.Open);
        output.Keep();
        if (!given.Has("quiet"))
        {
            foreach (var report in reports)
            {
                SynthesisText.Write(report, seed, terminal.Error);
            }
        }

        return ExitCode.Clean;
    }

    private static List<FileTable> Tables(Given given, Terminal terminal)
    {
        if (given.Operands.Count == 0)
        {
            throw new UserException("`synthesize` needs a table", "give a CSV or TSV file: `sallyport synthesize people.csv`");
        }

        var tables = new List<FileTable>();
        foreach (var operand in given.Operands)
        {
            var path = Path.GetFullPath(operand, terminal.Folder);
            if (!File.Exists(path))
            {
                throw new UserException(Directory.Exists(path) ? $"`{operand}` is a folder" : $"`{operand}` does not exist", "give a CSV or TSV file");
            }

            tables.Add(new FileTable(operand, path));
        }

        return tables;
    }

    private static ulong Number(string text, string option, ulong least, ulong most) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new UserException($"`{text}` is no value of `--{option}`", $"use a number from {least} to {most}");
}
