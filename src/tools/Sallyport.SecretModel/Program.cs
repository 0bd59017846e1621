namespace Sallyport.SecretModel;

/// <summary>Makes the tables of the generic secret detector; called by <c>eng/train-secret-model</c>.</summary>
internal static class Program
{
    private const string Usage = """
        usage: letters OUT LIST…                            the letter model, from word lists
               train OUT [lines=F|cases=F|clean=DIR]…       the weights, after a cross-validation by repository
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["letters", var table, .. var lists]:
                File.WriteAllBytes(table, LetterTable.Make(lists));
                return 0;
            case ["train", var output, .. var sources]:
                var samples = sources.SelectMany(Read).ToArray();
                Console.WriteLine($"{samples.Length} samples, {samples.Count(s => s.Label == 1)} credentials, {samples.Select(s => s.Group).Distinct().Count()} groups");
                CrossValidation.Print(samples, output + ".judged");
                File.WriteAllBytes(output, Boosting.Standard().Train(samples));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static IEnumerable<Sample> Read(string source) => source.Split('=', 2) switch
    {
        ["lines", var file] => SampleReader.Lines(file),
        ["cases", var file] => SampleReader.Cases(file),
        ["clean", var folder] => SampleReader.Clean(folder),
        _ => throw new ArgumentException($"{source} is none of lines=, cases=, clean="),
    };
}
