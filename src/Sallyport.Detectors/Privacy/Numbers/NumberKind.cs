namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>A kind of number that identifies a person, as its issuer defines it: a line of <c>numbers.txt</c>.</summary>
internal sealed class NumberKind(string id, string rule, string title, Telling telling, string check, string[] words) : PersonalKind(id, rule, title, words)
{
    private readonly string[] _checks = check.Split('&');
    private NumberCheck[]? _found;

    /// <summary>What suffices where nothing names it.</summary>
    public readonly Telling Telling = telling;

    /// <summary>Whether the letters (in capitals) and digits of a value are one its issuer could have given out.</summary>
    /// <param name="value">Of the form that the kind asks for.</param>
    /// <param name="proves">Whether check digits or ranges speak for it.</param>
    public bool Holds(ReadOnlySpan<byte> value, out bool proves)
    {
        _found ??= Array.ConvertAll(_checks, c => NumberChecks.Find(c.TrimEnd('?')));
        proves = _checks[0].Length > 0;
        for (var i = 0; i < _found.Length; i++)
        {
            if (!_found[i](value))
            {
                proves = false;
                if (!_checks[i].EndsWith('?'))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
