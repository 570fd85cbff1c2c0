namespace Integrations.Corpus.Tests;

/// <summary>
/// The documents whose every operation is called and whose every schema is round-tripped. <c>INTEGRATIONS_CORPUS</c> says otherwise: <c>all</c> for
/// every document there is, or names with commas between them, and then only these are looked at.
/// </summary>
public static class WireDocuments
{
    /// <summary>Large, and unlike each other: 2.0, 3.0 and 3.1; forms, files, events; hierarchies, unions and maps.</summary>
    private static readonly string[] s_chosen =
    [
        "github", "stripe_2023-08", "twilio_api_v2010", "discord", "openai_json", "kubernetes_2018", "slack_web", "nswag_jira-open-api",
        "sendgrid_oas3", "tp_okta", "refitter_v3.0_asana", "adyen_checkoutservice_v72",
    ];

    private static readonly string? s_setting = Environment.GetEnvironmentVariable("INTEGRATIONS_CORPUS") is { Length: > 0 } setting ? setting : null;

    /// <summary>Whether documents that are not called are compiled too.</summary>
    public static bool IsWholeCorpus { get; } = s_setting is null or "all";

    /// <summary>Their names without ending, those that are at hand.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Corpus.Documents.Select(static d => Path.GetFileNameWithoutExtension(d)!).Where(static n => s_setting is "all" || (s_setting?.Split(',') ?? s_chosen).Contains(n, StringComparer.Ordinal)),
    ];

    /// <summary>The same as rows of a theory; one empty row where there is no document.</summary>
    public static TheoryData<string> Rows() => Names.Count == 0 ? [""] : [.. Names];
}
