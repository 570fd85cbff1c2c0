using QuickStart.MisbehavingShop;

namespace QuickStart.Tour;

/// <summary>One stretch of the tour: a row of the table.</summary>
/// <param name="TheShop">What the shop does meanwhile, in words.</param>
/// <param name="Mood">The same, for the shop.</param>
/// <param name="RunAsync">The calls that the client makes, and what is expected of them.</param>
internal sealed record Stretch(string TheShop, Mood Mood, Func<Tally, Task> RunAsync);
