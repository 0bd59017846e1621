using Sallyport.Bench;

return args switch
{
    ["recognize"] => Recognizing.Run(Console.OpenStandardInput(), Console.Out),
    ["redact", var rounds] => Redacting.Run(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture), Console.Out),
    ["time"] => Redacting.TimeOnly(Console.Out),
    _ => throw new ArgumentException("recognize | redact ROUNDS | time"),
};
