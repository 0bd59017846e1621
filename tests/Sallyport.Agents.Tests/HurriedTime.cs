namespace Sallyport.Agents.Tests;

/// <summary>A clock whose every timer is due at once.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return timer;
    }
}
