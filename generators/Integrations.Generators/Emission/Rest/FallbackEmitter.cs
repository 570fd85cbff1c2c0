using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes what connects the user's methods to the operations that they are fallbacks of.</summary>
internal static class FallbackEmitter
{
    /// <summary>The method of a client that connects them; without a body, and so not there, where none fits.</summary>
    public const string Connect = "partial void ConnectFallbacks(global::Integrations.Http.ApiClient api)";

    private const string Tasks = "global::System.Threading.Tasks.";

    /// <summary>The text of the file.</summary>
    public static string Emit(FallbackModel model)
    {
        var writer = EmittedFile.Begin(model.Document, model.Namespace);
        writer.Open("partial class " + model.ClassName);
        writer.Open(Connect);
        for (var i = 0; i < model.Bound.Count; i++)
        {
            var fallback = model.Bound[i];
            var set = fallback.Result is null ? "SetEmptyFallback" : $"SetFallback<{fallback.Result}>";
            writer.Line($"api.{set}({fallback.Field}, Fallback{i}Async, needsArguments: {(fallback.Arguments.Count > 0 ? "true" : "false")});");
        }
        writer.Close();
        for (var i = 0; i < model.Bound.Count; i++)
        {
            writer.Line();
            Adapter(writer, model.Bound[i], i);
        }
        writer.Close();
        return writer.ToString();
    }

    private static void Adapter(CodeWriter writer, BoundFallback fallback, int index)
    {
        var arguments = new List<string>();
        for (var i = 1; i <= fallback.Arguments.Count; i++)
            arguments.Add("arguments.Item" + i);
        if (fallback.TakesException)
            arguments.Add("call.Exception");
        if (fallback.TakesToken)
            arguments.Add("call.CancellationToken");
        var call = $"{fallback.Method}({string.Join(", ", arguments)})";

        writer.Open($"private {Tasks}Task{(fallback.Result is null ? "" : "<" + fallback.Result + ">")} Fallback{index}Async(global::Integrations.Http.FailedCall call)");
        if (fallback.Arguments.Count > 0)
            writer.Line($"var arguments = ({Tuple(fallback.Arguments)})call.Arguments!;");
        switch (fallback.Return)
        {
            case FallbackReturn.Task:
                writer.Line($"return {call};");
                break;
            case FallbackReturn.ValueTask:
                writer.Line($"return {call}.AsTask();");
                break;
            case FallbackReturn.Value when fallback.Result is null:
                writer.Line(call + ";");
                writer.Line($"return {Tasks}Task.CompletedTask;");
                break;
            default:
                writer.Line($"return {Tasks}Task.FromResult<{fallback.Result}>({call});");
                break;
        }
        writer.Close();
    }

    /// <summary>The tuple of an operation's arguments, as <see cref="Keep"/> makes it.</summary>
    private static string Tuple(EquatableArray<string> types) =>
        types.Count == 1 ? $"global::System.ValueTuple<{types[0]}>" : "(" + string.Join(", ", types) + ")";

    /// <summary>The expression that keeps an operation's arguments.</summary>
    public static string Keep(EquatableArray<ParameterModel> parameters) => parameters.Count == 1
        ? $"global::System.ValueTuple.Create({parameters[0].Name})"
        : "(" + string.Join(", ", parameters.Select(static p => p.Name)) + ")";
}
