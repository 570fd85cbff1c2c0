using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// What a document may still become. Operations are asked first and in the document's order, then the schemas from those that operations name
/// outwards, so that what is left for the end is what is furthest from any call.
/// </summary>
internal sealed class EmissionBudget(ProblemList problems)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<EmittedKind, int> _counts = [];
    private int _work;
    private int _text;

    /// <summary>Spends, or says at the place what is done instead: once for each kind, because what comes after is the same.</summary>
    /// <param name="kind">What is emitted.</param>
    /// <param name="work">Units of the compiler's work (<see cref="BindingLimits.Work"/>).</param>
    /// <param name="text">Characters of literals.</param>
    /// <param name="location">Where the document asks for it.</param>
    /// <param name="what">What it is.</param>
    /// <param name="instead">What is done with it and with all that comes after it.</param>
    public bool TrySpend(EmittedKind kind, int work, int text, SpecLocation location, string what, string instead)
    {
        _counts.TryGetValue(kind, out var count);
        if (count < Most(kind) && work <= BindingLimits.Work - _work && text <= BindingLimits.Text - _text)
        {
            _counts[kind] = count + 1;
            _work += work;
            _text += text;
            return true;
        }
        // What did not fit once does not fit later: a small type between large ones that are raw helps nobody.
        _counts[kind] = int.MaxValue;
        if (_said.Add(instead))
            problems.Limit(location, what, "the document would become more code than compiles in reasonable time; " + instead);
        return false;
    }

    private static int Most(EmittedKind kind) => kind switch
    {
        EmittedKind.Class => BindingLimits.Classes,
        EmittedKind.Property => BindingLimits.PropertiesInAll,
        EmittedKind.Enum => BindingLimits.Enums,
        EmittedKind.Union => BindingLimits.Unions,
        EmittedKind.Operation => BindingLimits.Operations,
        EmittedKind.Webhook => BindingLimits.Webhooks,
        _ => int.MaxValue,
    };
}

/// <summary>What is counted.</summary>
internal enum EmittedKind
{
    Class,
    Property,
    Enum,
    Union,
    Operation,
    Webhook,
    Header,
    Link,
}
