using System.Text.Json;

namespace Integrations.Generators.Declarations.Types;

/// <summary>The naming policies of System.Text.Json, by the values of <c>JsonKnownNamingPolicy</c>.</summary>
internal static class JsonNaming
{
    public const int CamelCase = 1;

    /// <summary>A name on the wire.</summary>
    public static string Convert(string name, int naming) => naming switch
    {
        1 => JsonNamingPolicy.CamelCase.ConvertName(name),
        2 => JsonNamingPolicy.SnakeCaseLower.ConvertName(name),
        3 => JsonNamingPolicy.SnakeCaseUpper.ConvertName(name),
        4 => JsonNamingPolicy.KebabCaseLower.ConvertName(name),
        5 => JsonNamingPolicy.KebabCaseUpper.ConvertName(name),
        _ => name,
    };

    /// <summary>What a codec's name says of its naming; empty for the default.</summary>
    public static string Suffix(int naming) => naming switch
    {
        1 => "",
        2 => "SnakeCaseLower",
        3 => "SnakeCaseUpper",
        4 => "KebabCaseLower",
        5 => "KebabCaseUpper",
        _ => "AsIs",
    };
}
