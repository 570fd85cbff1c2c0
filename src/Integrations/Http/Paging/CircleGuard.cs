namespace Integrations.Http;

/// <summary>
/// Notices a mark that comes again, whatever the length of the circle, and keeps only one (Brent's method: the mark that is kept is replaced
/// after one, two, four, eight, ... steps).
/// </summary>
internal struct CircleGuard
{
    private string? _kept;
    private long _steps;
    private long _limit;

    public bool IsCircle(string mark)
    {
        if (mark == _kept)
        {
            return true;
        }
        if (_steps == _limit)
        {
            _kept = mark;
            _limit = Math.Max(1, _limit * 2);
            _steps = 0;
        }
        _steps++;
        return false;
    }
}
