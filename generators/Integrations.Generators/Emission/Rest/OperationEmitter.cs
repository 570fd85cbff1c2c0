using Integrations.Generators.Binding;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>
/// Writes an operation: two methods that only pass a request on (neither has a state machine; the generic core is the runtime's), the method that
/// makes the request, and the row of the operation table.
/// </summary>
internal static class OperationEmitter
{
    /// <summary>The row of the operation table.</summary>
    public static void Descriptor(CodeWriter writer, OperationModel operation)
    {
        if (operation.Variant)
            return;
        var id = CSharpText.LiteralOrNull(operation.OperationId);
        var tag = CSharpText.LiteralOrNull(operation.Tag);
        var settings = new List<string>();
        if (operation.Anonymous)
            settings.Add("Anonymous = true");
        if (operation.Security is not null)
            settings.Add("Security = " + CSharpText.Literal(operation.Security));
        if (operation.Server is not null)
            settings.Add("Server = " + CSharpText.Literal(operation.Server));
        if (operation.Response.AllowEmpty && operation.Response.Kind != ResponseKind.None)
            settings.Add("AllowEmpty = true");
        if (operation.Response.Accept.Length > 0 && operation.Response.Accept != "application/json")
            settings.Add("Accept = " + CSharpText.Literal(operation.Response.Accept));
        if (operation.Errors.Count > 0)
            settings.Add("Errors = new global::Integrations.ErrorMap()" + string.Concat(operation.Errors
                .GroupBy(static e => e.Type)
                .Select(static e => $".{(e.Key.Kind == WireKind.Model ? $"Model<{e.Key.Name}>" : $"Json<{e.Key.Name}, {e.Key.Codec}>")}({string.Join(", ", e.Select(static s => CSharpText.Literal(s.Status)))})")));
        var initializer = settings.Count == 0 ? "" : " { " + string.Join(", ", settings) + " }";
        Docs.Summary(writer, operation.Method + " " + operation.Path);
        writer.Line($"internal static readonly global::Integrations.OperationDescriptor {operation.FieldName} = new({CSharpText.Literal(operation.Method)}, {CSharpText.Literal(operation.Path)}, {id}, {tag}){initializer};");
    }

    /// <summary>Its two methods in an interface, with their documentation.</summary>
    public static void Interface(CodeWriter writer, OperationModel operation)
    {
        Documentation(writer, operation);
        writer.Line($"{Result(operation.Response, whole: false)} {operation.Name}Async({Arguments(operation, defaults: true)});");
        writer.Line();
        if (operation.Response.IsItems)
            return;
        foreach (var link in operation.Links)
            LinkEmitter.Interface(writer, link);
        writer.Line($"/// <inheritdoc cref=\"{operation.Name}Async\"/>");
        if (operation.Headers.Count > 0)
            writer.Line("/// <returns>The answer. Its headers: " + CSharpText.Doc(string.Join(", ", operation.Headers)) + ".</returns>");
        Docs.Obsolete(writer, operation.Doc);
        writer.Line($"{Result(operation.Response, whole: true)} {operation.Name}ResponseAsync({Arguments(operation, defaults: true)});");
        writer.Line();
        if (operation.Pagination is { } pages)
            AllInterface(writer, operation, pages);
    }

    private static void AllInterface(CodeWriter writer, OperationModel operation, PaginationModel pages)
    {
        Docs.Summary(writer, "The items of all pages of " + operation.Method + " " + operation.Path + ", each page fetched when it is needed.");
        writer.Line($"/// <seealso cref=\"{operation.Name}Async\"/>");
        Docs.Obsolete(writer, operation.Doc);
        writer.Line($"{PaginationEmitter.Result(pages)} {operation.Name}AllAsync({Arguments(operation, defaults: true, body: false)});");
        writer.Line();
    }

    private static void All(CodeWriter writer, OperationModel operation, PaginationModel pages)
    {
        var arguments = string.Join(", ", operation.Parameters.Select(static p => p.Place == ParameterPlace.Body ? "null" : p.Name));
        writer.Line("/// <inheritdoc/>");
        Docs.Obsolete(writer, operation.Doc);
        writer.Line($"public {PaginationEmitter.Result(pages)} {operation.Name}AllAsync({Arguments(operation, defaults: true, body: false)}) =>");
        writer.Line($"    _api.{PaginationEmitter.Call(pages, Value(operation.Response), operation.Response.Nullable, $"{operation.Name}Request({arguments})")};");
        writer.Line();
    }

    /// <summary>Its methods in a class that has an <c>_api</c>.</summary>
    public static void Class(CodeWriter writer, OperationModel operation)
    {
        Method(writer, operation, whole: false);
        if (!operation.Response.IsItems)
            Method(writer, operation, whole: true);
        if (operation.Pagination is { } pages)
            All(writer, operation, pages);
        foreach (var link in operation.Links)
            LinkEmitter.Class(writer, link);
        Request(writer, operation);
        writer.Line();
    }

    private static void Documentation(CodeWriter writer, OperationModel operation)
    {
        Docs.Summary(writer, operation.Doc.Summary.Length > 0 ? operation.Doc.Summary : operation.Method + " " + operation.Path);
        Docs.Remarks(writer, operation.Doc.Remarks);
        if (operation.Parameters.Any(static p => p.Doc.Summary.Length > 0))
        {
            foreach (var parameter in operation.Parameters)
                writer.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">{CSharpText.Doc(parameter.Doc.Summary.Length > 0 ? parameter.Doc.Summary : parameter.WireName)}</param>");
            writer.Line("/// <param name=\"cancellationToken\">Cancels the call.</param>");
        }
        if (operation.Response.Doc.Length > 0)
            writer.Line("/// <returns>" + CSharpText.Doc(operation.Response.Doc) + "</returns>");
        Docs.Obsolete(writer, operation.Doc);
    }

    private static void Method(CodeWriter writer, OperationModel operation, bool whole)
    {
        var (name, codec) = Value(operation.Response);
        var response = whole ? "Response" : "";
        var call = operation.Response.Kind switch
        {
            ResponseKind.Json when operation.Response is { Nullable: false, Type.Kind: WireKind.Model } => $"SendModel{response}Async<{name}>",
            ResponseKind.Json => $"Send{response}Async<{name}, {codec}>",
            ResponseKind.Text => $"SendText{response}Async",
            ResponseKind.Stream => $"SendStream{response}Async",
            ResponseKind.Events or ResponseKind.Lines or ResponseKind.Sequence => $"Send{operation.Response.Kind}Async<{name}, {codec}>",
            ResponseKind.RawEvents => "SendRawEventsAsync",
            _ => $"Send{response}Async",
        };
        writer.Line("/// <inheritdoc/>");
        Docs.Obsolete(writer, operation.Doc);
        writer.Line($"public {Result(operation.Response, whole)} {operation.Name}{response}Async({Arguments(operation, defaults: true)}) =>");
        writer.Line($"    _api.{call}({operation.Name}Request({string.Join(", ", operation.Parameters.Select(static p => p.Name))}), cancellationToken);");
        writer.Line();
    }

    private static void Request(CodeWriter writer, OperationModel operation)
    {
        var url = Local(operation, "url");
        var request = Local(operation, "request");
        writer.Open($"private static global::Integrations.Http.ApiRequest {operation.Name}Request({Arguments(operation, defaults: false)})");
        Url(writer, operation, url);
        var rest = operation.Parameters.Where(static p => p.Place is ParameterPlace.Header or ParameterPlace.Cookie or ParameterPlace.Body).ToList();
        var accept = operation.Variant && operation.Response.IsItems;
        if (rest.Count == 0 && !accept && !operation.KeepsArguments)
        {
            writer.Line($"return new global::Integrations.Http.ApiRequest({operation.FieldName}, ref {url});");
        }
        else
        {
            writer.Line($"var {request} = new global::Integrations.Http.ApiRequest({operation.FieldName}, ref {url});");
            if (accept)
                writer.Line($"{request}.HeaderString(\"Accept\", {CSharpText.Literal(operation.Response.Accept)});");
            if (operation.KeepsArguments)
                writer.Line($"{request}.Arguments = {FallbackEmitter.Keep(operation.Parameters)};");
            foreach (var parameter in rest)
                writer.Line(RequestCalls.Of(parameter, request, Local(operation, "content")));
            writer.Line($"return {request};");
        }
        writer.Close();
    }

    private static void Url(CodeWriter writer, OperationModel operation, string url)
    {
        var first = operation.Segments.Count > 0 ? operation.Segments[0].Literal : null;
        var slash = first is not null && first.StartsWith("/", StringComparison.Ordinal) ? "" : "/";
        writer.Line($"var {url} = new global::Integrations.Http.UrlBuilder({CSharpText.Literal(slash + first)});");
        for (var i = first is null ? 0 : 1; i < operation.Segments.Count; i++)
        {
            var segment = operation.Segments[i];
            writer.Line(segment.Literal is { } literal
                ? $"{url}.Literal({CSharpText.Literal(literal)});"
                : RequestCalls.Path(operation.Parameters[segment.Parameter], url));
        }
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Place == ParameterPlace.Query)
                writer.Line(RequestCalls.Query(parameter, url));
        }
    }

    /// <summary>A local that no parameter is called like.</summary>
    private static string Local(OperationModel operation, string name)
    {
        while (operation.Parameters.Any(p => p.Name == name))
            name += "_";
        return name;
    }

    private static string Arguments(OperationModel operation, bool defaults, bool body = true)
    {
        var arguments = operation.Parameters.Where(p => body || p.Place != ParameterPlace.Body).Select(p => RequestCalls.ParameterType(p) + " " + p.Name + (defaults && !p.Required ? " = null" : ""));
        return string.Join(", ", defaults ? arguments.Append("global::System.Threading.CancellationToken cancellationToken = default") : arguments);
    }

    /// <summary>What a method returns.</summary>
    public static string Result(ResponseModel response, bool whole)
    {
        const string Task = "global::System.Threading.Tasks.Task";
        var value = response.Kind switch
        {
            ResponseKind.Json => Value(response).Name,
            ResponseKind.Text => "string",
            ResponseKind.Stream => "global::System.IO.Stream",
            _ => null,
        };
        if (response.IsItems)
            return $"global::System.Collections.Generic.IAsyncEnumerable<{(response.Type is null ? "global::Integrations.ServerSentEvent" : Value(response).Name)}>";
        if (!whole)
            return value is null ? Task : $"{Task}<{value}>";
        return value is null ? Task + "<global::Integrations.ApiResponse>" : $"{Task}<global::Integrations.ApiResponse<{value}>>";
    }

    /// <summary>The type of a result and its codec.</summary>
    public static (string Name, string Codec) Value(ResponseModel response) =>
        response.Type is not { } type ? ("", "") : response.Nullable ? WireTypes.Nullable(type) : (type.Name, type.Codec);
}
