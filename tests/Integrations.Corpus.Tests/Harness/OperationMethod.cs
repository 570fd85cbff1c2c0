using System.Reflection;
using Integrations.Documents;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>The emitted methods of an operation, and which of their parameters is which of the document.</summary>
internal sealed class OperationMethod
{
    private static readonly string[] s_variants = ["", "Form", "Multipart", "FromStream", "Stream"];

    private OperationMethod(RawOperation operation, Type declaring, MethodInfo call, MethodInfo? response, string variant)
    {
        Operation = operation;
        Declaring = declaring;
        Call = call;
        Response = response;
        Title = variant.Length == 0 ? operation.Title : operation.Title + " (" + variant + ")";
        Arguments = Map();
        Media = operation.Body is null ? null : Arguments.Where(static a => a.Raw is null).Select(a => BodyMedia.Of(operation.Body, a.Parameter.ParameterType, variant)).FirstOrDefault();
    }

    public RawOperation Operation { get; }

    /// <summary>The operation, and which of its methods.</summary>
    public string Title { get; }

    /// <summary>The media that its body is sent as, or null.</summary>
    public RawMedia? Media { get; }

    /// <summary>The client, or the class of a group.</summary>
    public Type Declaring { get; }

    public MethodInfo Call { get; }

    /// <summary>The method that does not throw; null where the answer comes item by item.</summary>
    public MethodInfo? Response { get; }

    /// <summary>For each C# parameter but the last, the document's parameter; null for the body.</summary>
    public IReadOnlyList<(ParameterInfo Parameter, RawParameter? Raw)> Arguments { get; }

    /// <summary>All methods of a client, by the rows of its operation table.</summary>
    public static IEnumerable<OperationMethod> Of(LoadedClient client)
    {
        var operations = client.Document.Operations.GroupBy(static o => o.Title).ToDictionary(static g => g.Key, static g => g.First());
        foreach (var type in client.Assembly.GetExportedTypes().Where(static t => t.IsClass))
        {
            var rows = type.GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(static f => f.FieldType == typeof(OperationDescriptor)).ToDictionary(static f => f.Name, static f => (OperationDescriptor)f.GetValue(null)!);
            foreach (var (field, row) in rows)
            {
                foreach (var variant in s_variants)
                {
                    var name = field[..^"Operation".Length] + variant;
                    if (type.GetMethod(name + "Async") is { } call && (variant.Length == 0 || !rows.ContainsKey(name + "Operation")))
                        yield return new OperationMethod(operations[row.Name], type, call, type.GetMethod(name + "ResponseAsync"), variant);
                }
            }
        }
    }

    private List<(ParameterInfo Parameter, RawParameter? Raw)> Map()
    {
        var raw = Operation.Parameters.Where(static p => p.In != "header" || p.Name.ToUpperInvariant() is not ("ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")).ToList();
        foreach (var name in new PathNames(Operation.Path).Names.Where(n => !raw.Exists(p => p.In == "path" && p.Name == n)))
            raw.Add(new RawParameter(name, "path", true, null, "simple", false, null));
        var parameters = Call.GetParameters()[..^1];
        var map = new RawParameter?[parameters.Length];
        var known = new bool[parameters.Length];
        // Names first; what is left (a name that C# cannot have, or that two share) by order. A wrong guess cannot hide: each value is another.
        foreach (var group in raw.GroupBy(static p => LoadedClient.Letters(p.Name)).Where(static g => g.Count() == 1).ToList())
        {
            var index = Array.FindIndex(parameters, p => LoadedClient.Letters(p.Name!) == group.Key);
            if (index < 0 || known[index])
                continue;
            (map[index], known[index]) = (group.Single(), true);
            raw.Remove(group.Single());
        }
        for (var i = 0; i < map.Length; i++)
        {
            var isBody = Operation.Body is not null && raw.Count == 0 && !known[i];
            if (known[i] || isBody)
                continue;
            var next = raw.Find(p => LoadedClient.Letters(parameters[i].Name!).StartsWith(LoadedClient.Letters(p.Name), StringComparison.Ordinal) && (p.Required || parameters[i].HasDefaultValue))
                ?? (Operation.Body is not null && parameters.Length - known.Count(static k => k) > raw.Count && parameters[i].Name == "body" ? null : raw[0]);
            if (next is null)
                continue;
            map[i] = next;
            raw.Remove(next);
        }
        return [.. parameters.Zip(map)];
    }
}
