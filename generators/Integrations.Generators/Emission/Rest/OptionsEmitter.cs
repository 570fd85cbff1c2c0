using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>
/// Writes <c>With</c>: the same operations over a view of the core with options. One per group and one per client, so that no operation needs a
/// parameter for them.
/// </summary>
internal static class OptionsEmitter
{
    /// <summary>The member's name, which no group of a client may have.</summary>
    public const string Name = "With";

    private const string Signature = Name + "(global::Integrations.CallOptions options)";

    /// <summary>In an interface.</summary>
    public static void Interface(CodeWriter writer, string name)
    {
        Docs.Summary(writer, "The same operations, whose calls do some things differently.");
        writer.Line("/// <param name=\"options\">What they do differently.</param>");
        writer.Line("/// <returns>The operations over the same connections.</returns>");
        writer.Line($"{name} {Signature};");
    }

    /// <summary>In the class of a group.</summary>
    public static void Group(CodeWriter writer, GroupModel group)
    {
        writer.Line($"/// <inheritdoc cref=\"{group.InterfaceName}.{Name}\"/>");
        writer.Line($"public {group.ClassName} {Signature} => new {group.ClassName}(_api.{Name}(options));");
        writer.Line();
        Explicit(writer, group.InterfaceName);
    }

    /// <summary>In the class of a client. A copy, so that what the user's own part holds comes along.</summary>
    public static void Client(CodeWriter writer, ClientModel? client, string self)
    {
        Docs.Summary(writer, "The same client, whose calls do some things differently.");
        writer.Line("/// <param name=\"options\">What they do differently.</param>");
        writer.Line("/// <returns>A client over the same connections.</returns>");
        writer.Open($"public {self} {Signature}");
        writer.Line($"var client = ({self})MemberwiseClone();");
        writer.Line($"client._api = _api.{Name}(options);");
        foreach (var group in client?.Groups ?? default)
            writer.Line($"client.{group.PropertyName} = new {group.ClassName}(client._api);");
        writer.Line("return client;");
        writer.Close();
        writer.Line();
        if (client?.InterfaceName is { } flat)
            Explicit(writer, flat);
    }

    private static void Explicit(CodeWriter writer, string name)
    {
        writer.Line($"{name} {name}.{Signature} => {Name}(options);");
        writer.Line();
    }
}
