using System.Globalization;

namespace Integrations.Hosting;

/// <summary>Reads settings and gathers what is wrong with them, so that everything is reported at once.</summary>
/// <param name="source">The configuration.</param>
/// <param name="tellsValues">Whether a message tells the value; only for settings that no secret is among.</param>
internal sealed class SettingsReader(IntegrationSource source, bool tellsValues = false)
{
    private const int LongestValue = 40;

    private readonly List<string> _problems = [];

    public string Name => source.Name;

    public List<string> Problems => _problems;

    public void Report(string problem) => _problems.Add(problem);

    public string Path(string key) => source.Path(key);

    /// <inheritdoc cref="IntegrationSource.Place"/>
    public string Place(string key) => source.Place(key);

    /// <summary>A text; null where there is none.</summary>
    public string? Text(string key) => source.Get(key) is { Length: > 0 } text ? text : null;

    public bool Has(string key) => !string.IsNullOrEmpty(source.Get(key));

    /// <summary>The operations that have settings of their own, under <c>Operations</c>.</summary>
    public IReadOnlyCollection<string> Operations() => source.Children("Operations");

    /// <summary>Several texts: as an array, or as one text with commas.</summary>
    public IReadOnlyList<string> List(string key)
    {
        var children = source.Children(key);
        return children.Count > 0
            ? [.. children.Order(StringComparer.OrdinalIgnoreCase).Select(child => source.Get(key + ":" + child)).OfType<string>().Where(static text => text.Length > 0)]
            : source.Get(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    public bool Boolean(string key, bool otherwise)
    {
        var text = source.Get(key);
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }
        if (bool.TryParse(text, out var value))
        {
            return value;
        }
        Report($"{source.Place(key)} is {Told(text)}neither true nor false.");
        return otherwise;
    }

    /// <summary>A number: what code sets, then configuration, then the attribute, then the default.</summary>
    public double Number(string key, double? code, double? attribute, double otherwise, Limits limits)
    {
        if (code is null && source.Get(key) is { Length: > 0 } text)
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && limits.Allow(parsed))
            {
                return parsed;
            }
            Report($"{source.Place(key)} {(tellsValues ? "is " + Told(text) + "but " : "")}must be {limits}.");
            return otherwise;
        }
        var value = code ?? attribute ?? otherwise;
        if (limits.Allow(value))
        {
            return value;
        }
        Report($"{source.Name}: {key.Replace(':', '.')} set in code is out of range: it must be {limits}.");
        return otherwise;
    }

    /// <summary>The address that every request begins with, without a final slash.</summary>
    /// <param name="code">What code sets.</param>
    /// <param name="document">What the document says.</param>
    /// <param name="variable">The variable without which the document does not say it.</param>
    /// <param name="isStated">Whether it is not the document's.</param>
    public Uri? BaseAddress(string? code, string? document, string? variable, out bool isStated)
    {
        const string Key = "BaseAddress";
        var (text, place) = code is not null ? (code, "ClientOptions.BaseAddress of " + source.Name) : source.Address(Key, Key);
        isStated = text is not null;
        if (!isStated)
        {
            (text, place) = (document, "The server in the document of " + source.Name);
        }
        if (string.IsNullOrWhiteSpace(text) && variable is not null)
        {
            Report(source.Missing("ServerVariables:" + variable, $"a part of the address of {source.Name} (or set {source.Path(Key)} to all of it)"));
            return null;
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(source.Missing(Key, $"the address of {source.Name}, such as https://api.example.com/v1 (ConnectionStrings:{source.Client.Instance ?? source.Name} is read too)"));
            return null;
        }
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            Report($"{place} is not an absolute http or https address.");
            return null;
        }
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            Report($"{place} must have neither query, fragment nor user name: give credentials under {source.Path("Auth")}.");
            return null;
        }
        return uri;
    }

    private string Told(string value) => !tellsValues ? ""
        : "'" + string.Concat(value.Where(static c => !char.IsControl(c)).Take(LongestValue)) + (value.Length > LongestValue ? "..." : "") + "', ";
}
