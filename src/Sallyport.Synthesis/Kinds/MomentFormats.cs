using System.Globalization;

namespace Sallyport.Synthesis.Kinds;

/// <summary>The ways to write dates and times that every value of a column so far agrees with.</summary>
internal sealed class MomentFormats
{
    private static readonly (string Format, long Unit)[] Known =
    [
        ("yyyy-MM-dd", TimeSpan.TicksPerDay), ("yyyy/MM/dd", TimeSpan.TicksPerDay), ("dd.MM.yyyy", TimeSpan.TicksPerDay), ("d.M.yyyy", TimeSpan.TicksPerDay),
        ("dd/MM/yyyy", TimeSpan.TicksPerDay), ("MM/dd/yyyy", TimeSpan.TicksPerDay), ("d/M/yyyy", TimeSpan.TicksPerDay), ("M/d/yyyy", TimeSpan.TicksPerDay),
        ("dd-MM-yyyy", TimeSpan.TicksPerDay), ("MM-dd-yyyy", TimeSpan.TicksPerDay), ("dd MMM yyyy", TimeSpan.TicksPerDay), ("d MMM yyyy", TimeSpan.TicksPerDay),
        ("MMM d, yyyy", TimeSpan.TicksPerDay), ("MMMM d, yyyy", TimeSpan.TicksPerDay), ("yyyyMMdd", TimeSpan.TicksPerDay), ("yyyy-MM", TimeSpan.TicksPerDay * 28),
        ("yyyy-MM-dd HH:mm", TimeSpan.TicksPerMinute), ("yyyy-MM-dd HH:mm:ss", TimeSpan.TicksPerSecond), ("yyyy-MM-dd HH:mm:ss.fff", TimeSpan.TicksPerMillisecond), ("yyyy-MM-dd HH:mm:ss.ffffff", 10),
        ("yyyy-MM-dd'T'HH:mm", TimeSpan.TicksPerMinute), ("yyyy-MM-dd'T'HH:mm:ss", TimeSpan.TicksPerSecond), ("yyyy-MM-dd'T'HH:mm:ss'Z'", TimeSpan.TicksPerSecond),
        ("yyyy-MM-dd'T'HH:mm:ss.fff", TimeSpan.TicksPerMillisecond), ("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", TimeSpan.TicksPerMillisecond), ("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", 10),
        ("yyyy-MM-dd'T'HH:mm:sszzz", TimeSpan.TicksPerSecond), ("yyyy-MM-dd HH:mm:sszzz", TimeSpan.TicksPerSecond), ("yyyy-MM-dd'T'HH:mm:ss.fffzzz", TimeSpan.TicksPerMillisecond),
        ("dd.MM.yyyy HH:mm", TimeSpan.TicksPerMinute), ("dd.MM.yyyy HH:mm:ss", TimeSpan.TicksPerSecond), ("dd/MM/yyyy HH:mm", TimeSpan.TicksPerMinute), ("MM/dd/yyyy HH:mm", TimeSpan.TicksPerMinute),
        ("dd/MM/yyyy HH:mm:ss", TimeSpan.TicksPerSecond), ("MM/dd/yyyy HH:mm:ss", TimeSpan.TicksPerSecond), ("M/d/yyyy H:mm", TimeSpan.TicksPerMinute), ("M/d/yyyy h:mm tt", TimeSpan.TicksPerMinute),
        ("yyyy/MM/dd HH:mm:ss", TimeSpan.TicksPerSecond), ("HH:mm", TimeSpan.TicksPerMinute), ("HH:mm:ss", TimeSpan.TicksPerSecond),
    ];

    private ulong _possible = (1UL << Known.Length) - 1;
    private DateTimeOffset _least = DateTimeOffset.MaxValue;
    private DateTimeOffset _most = DateTimeOffset.MinValue;

    /// <summary>Whether every value was a date or time in one of the ways.</summary>
    public bool Any => _possible != 0 && _most >= _least;

    /// <summary>The first of the ways that are left.</summary>
    public string Format => Known[ulong.TrailingZeroCount(_possible)].Format;

    /// <summary>Ticks from one value that can be written to the next.</summary>
    public long Unit => Known[ulong.TrailingZeroCount(_possible)].Unit;

    public double Least => _least.UtcTicks;

    public double Most => _most.UtcTicks;

    /// <summary>How many values can be written between least and most.</summary>
    public double Steps => ((Most - Least) / Unit) + 1;

    public void Add(ReadOnlySpan<char> cell)
    {
        if (_possible == 0)
        {
            return;
        }

        if (cell.Length is < 5 or > 32 || !char.IsAsciiLetterOrDigit(cell[0]))
        {
            _possible = 0;
            return;
        }

        DateTimeOffset first = default;
        for (var left = _possible; left != 0; left &= left - 1)
        {
            var at = (int)ulong.TrailingZeroCount(left);
            if (!Parse(cell, Known[at].Format, out var moment))
            {
                _possible &= ~(1UL << at);
            }
            else if (first == default)
            {
                first = moment;
            }
        }

        if (_possible != 0)
        {
            _least = first < _least ? first : _least;
            _most = first > _most ? first : _most;
        }
    }

    /// <summary>Reads a cell in the column's way.</summary>
    public bool TryRead(ReadOnlySpan<char> cell, out double ticks)
    {
        var read = Parse(cell, Format, out var moment);
        ticks = moment.UtcTicks;
        return read;
    }

    /// <summary>Writes a moment in the column's way.</summary>
    public string Write(double ticks) =>
        new DateTimeOffset((long)Math.Clamp(ticks, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero).ToString(Format, CultureInfo.InvariantCulture);

    // A time alone is read as one of today, which must not matter.
    private static bool Parse(ReadOnlySpan<char> cell, string format, out DateTimeOffset moment)
    {
        var read = DateTimeOffset.TryParseExact(cell, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
        moment = format[0] == 'H' ? new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) + moment.TimeOfDay : moment;
        return read && moment.Year is > 1500 and < 2300;
    }
}
