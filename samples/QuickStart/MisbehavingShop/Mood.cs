namespace QuickStart.MisbehavingShop;

/// <summary>What the shop does with one request.</summary>
internal enum Answer
{
    /// <summary>Answers as its document says.</summary>
    Proper,

    /// <summary>503, without doing anything.</summary>
    Unavailable,

    /// <summary>429 with <c>Retry-After: 1</c>, without doing anything.</summary>
    TooManyRequests,

    /// <summary>Does what was asked, and says so too late.</summary>
    Late,

    /// <summary>Drops the connection instead of answering.</summary>
    HangUp,
}

/// <summary>
/// What the shop does with the first, second, third ... request of a stretch. By count and never by chance, so that every run is the same.
/// </summary>
internal delegate Answer Mood(int request);

/// <summary>The moods of the shop.</summary>
internal static class Moods
{
    /// <summary>All is well.</summary>
    public static readonly Mood Healthy = _ => Answer.Proper;

    /// <summary>Every sixth request fails.</summary>
    public static readonly Mood Flaky = request => request % 6 == 0 ? Answer.Unavailable : Answer.Proper;

    /// <summary>The first request is one too many.</summary>
    public static readonly Mood Throttling = request => request == 1 ? Answer.TooManyRequests : Answer.Proper;

    /// <summary>Every other request is answered late, beginning with the first.</summary>
    public static readonly Mood Slow = request => request % 2 == 1 ? Answer.Late : Answer.Proper;

    /// <summary>Nothing works: one request fails, the next one not even has an answer.</summary>
    public static readonly Mood Broken = request => request % 2 == 1 ? Answer.Unavailable : Answer.HangUp;
}
