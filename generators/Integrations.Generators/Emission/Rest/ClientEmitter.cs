using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the emitted part of a client class.</summary>
internal static class ClientEmitter
{
    /// <summary>The text of the file.</summary>
    /// <param name="client">What it gets of its document; null where the document is absent or unusable (a client without operations is emitted, so that the one error stands alone).</param>
    /// <param name="declaration">What the user wrote.</param>
    public static string Emit(ClientModel? client, ClientDeclaration declaration)
    {
        var writer = EmittedFile.Begin(declaration.Document, declaration.Namespace);
        var flat = client?.InterfaceName is not null;
        if (flat)
            FlatInterface(writer, client!, declaration);
        var self = "global::" + declaration.FullName;
        var bases = (flat ? client!.InterfaceName + ", " : "") + $"global::Integrations.IIntegrationClient<{self}>";
        Docs.Summary(writer, "Client of " + (client is { Title.Length: > 0 } ? client.Title : declaration.Document) + ".");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"partial class {declaration.ClassName} : {bases}");
        if (flat)
        {
            foreach (var operation in client!.FlatOperations)
                OperationEmitter.Descriptor(writer, operation);
            writer.Line();
        }
        Members(writer, client, declaration);
        writer.Line($"global::Integrations.Http.ApiClient global::Integrations.IIntegrationClient<{self}>.Api => _api;");
        writer.Line();
        Operations(writer, client);
        Definition(writer, client, declaration, self);
        Create(writer, client, declaration, self);
        OptionsEmitter.Client(writer, client, self);
        if (flat)
        {
            foreach (var operation in client!.FlatOperations)
                OperationEmitter.Class(writer, operation);
        }
        writer.Close();
        return writer.ToString();
    }

    private static void FlatInterface(CodeWriter writer, ClientModel client, ClientDeclaration declaration)
    {
        Docs.Summary(writer, "Operations of " + declaration.ClassName + ".");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"{declaration.Accessibility} partial interface {client.InterfaceName}");
        foreach (var operation in client.FlatOperations)
            OperationEmitter.Interface(writer, operation);
        OptionsEmitter.Interface(writer, client.InterfaceName!);
        writer.Close();
        writer.Line();
    }

    private static void Members(CodeWriter writer, ClientModel? client, ClientDeclaration declaration)
    {
        writer.Line("private global::Integrations.Http.ApiClient _api = null!;");
        writer.Line();
        if (declaration.Constructor is null)
        {
            writer.Line($"private {declaration.ClassName}() {{ }}");
            writer.Line();
        }
        if (client is null)
            return;
        foreach (var group in client.Groups)
        {
            Docs.Summary(writer, "Operations of the tag " + group.Tag + ".");
            writer.Line($"public {group.ClassName} {group.PropertyName} {{ get; private set; }} = null!;");
            writer.Line();
        }
    }

    private static void Operations(CodeWriter writer, ClientModel? client)
    {
        Docs.Summary(writer, "Every operation of this client.");
        writer.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Integrations.OperationDescriptor> Operations { get; } =");
        writer.Line("[");
        writer.Indent();
        if (client is not null)
        {
            foreach (var field in client.OperationFields)
                writer.Line(field + ",");
        }
        writer.Outdent();
        writer.Line("];");
        writer.Line();
    }

    private static void Definition(CodeWriter writer, ClientModel? client, ClientDeclaration declaration, string self)
    {
        writer.Line($"static global::Integrations.IntegrationDefinition global::Integrations.IIntegrationClient<{self}>.Definition {{ get; }} = new({CSharpText.Literal(declaration.Integration)})");
        writer.Open();
        writer.Line($"BaseAddress = {CSharpText.LiteralOrNull(client?.BaseAddress)},");
        if (client is { Variables.Count: > 0 })
            writer.Line($"Variables = [{string.Join(", ", client.Variables.Select(static v => $"new global::Integrations.ServerVariable({string.Join(", ", new[] { v.Name, v.Default }.Concat(v.Values).Select(CSharpText.Literal))})"))}],");
        if (declaration.Servers.Count > 0)
            writer.Line($"Servers = [{string.Join(", ", declaration.Servers)}],");
        if (client is { SecuritySchemes.Count: > 0 })
            writer.Line($"SecuritySchemes = [{string.Join(", ", client.SecuritySchemes.Select(Scheme))}],");
        if (client?.Security is { } security)
            writer.Line($"Security = {CSharpText.Literal(security)},");
        writer.Line($"Auth = [{string.Join(", ", declaration.Auth)}],");
        writer.Line($"Policies = [{string.Join(", ", declaration.Policies)}],");
        if (declaration.HealthCheck is not null)
            writer.Line($"HealthCheck = {declaration.HealthCheck},");
        if (declaration.Required)
            writer.Line("Required = true,");
        writer.Line("Operations = Operations,");
        writer.Close("};");
        writer.Line();
    }

    private static string Scheme(SecuritySchemeModel scheme)
    {
        var settings = new List<string>();
        if (scheme.Parameter is not null)
            settings.Add("Parameter = " + CSharpText.Literal(scheme.Parameter));
        if (scheme.Kind == "ApiKey" && scheme.In != "Header")
            settings.Add("In = global::Integrations.ApiKeyLocation." + scheme.In);
        if (scheme.TokenUrl is not null)
            settings.Add("TokenUrl = " + CSharpText.Literal(scheme.TokenUrl));
        var initializer = settings.Count == 0 ? "" : " { " + string.Join(", ", settings) + " }";
        return $"new global::Integrations.SecurityScheme({CSharpText.Literal(scheme.Name)}, global::Integrations.SecuritySchemeKind.{scheme.Kind}){initializer}";
    }

    private static void Create(CodeWriter writer, ClientModel? client, ClientDeclaration declaration, string self)
    {
        writer.Open($"static {self} global::Integrations.IIntegrationClient<{self}>.Create(global::Integrations.Http.ApiClient api, global::System.IServiceProvider services)");
        var arguments = declaration.Constructor is { } parameters ? string.Join(", ", parameters.Select(Service)) : "";
        writer.Line($"var client = new {self}({arguments});");
        writer.Line("client._api = api;");
        if (client is not null)
        {
            foreach (var group in client.Groups)
                writer.Line($"client.{group.PropertyName} = new {group.ClassName}(api);");
        }
        if (declaration.Fallbacks.Count > 0)
            writer.Line("client.ConnectFallbacks(api);");
        writer.Line("return client;");
        writer.Close();
        writer.Line();
        if (declaration.Fallbacks.Count > 0)
        {
            writer.Line(FallbackEmitter.Connect + ";");
            writer.Line();
        }
    }

    /// <summary>The expression that resolves a parameter of the user's own constructor.</summary>
    public static string Service(ConstructorParameter parameter) => parameter.Key is { } key
        ? $"global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<{parameter.Type}>(services, {key})"
        : $"global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{parameter.Type}>(services)";
}
