using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Integrations.Generators.Binding.UserTypes;
using Integrations.Generators.Emission.Rest;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>Holds the methods that a class names as fallbacks against its operations.</summary>
internal static class FallbackBinder
{
    /// <summary>What fits and what does not; null where the class has no fallback.</summary>
    public static FallbackModel? Bind(ClientOutput output, ImmutableArray<DocumentModel> documents, EquatableArray<EmittedType> types)
    {
        var declaration = output.Declaration;
        if (declaration.Fallbacks.Count == 0 || output.Client is not { } client)
            return null;
        var bound = new List<BoundFallback>();
        var faults = new List<FallbackFault>();
        foreach (var fallback in declaration.Fallbacks)
        {
            // That an operation is not there is said of every attribute that names one (INT1008).
            var (operation, field) = Find(client, documents, fallback.Operation);
            if (operation is null)
                continue;
            if (bound.Exists(b => b.Field == field))
                Fault("the operation has another fallback already; keep one of them");
            else if (operation.Response.Kind == ResponseKind.Stream || operation.Response.IsItems)
                Fault("the operation gives what is read bit by bit, of which a part may have come before it fails; catch the exception where it is read");
            else if (fallback.Candidates.Count == 0)
                Fault("");
            else if (Fitting(fallback, operation, types) is { } method)
                bound.Add(Bound(fallback, method, operation, field));
            else
                Fault($"it must be '{Expected(fallback.Method, operation)}', where all but the result may be left out and the result may be a Task or ValueTask of it");

            void Fault(string why) => faults.Add(new FallbackFault(fallback.Operation, fallback.Method, why));
        }
        return new FallbackModel(
            output.HintName.Substring(0, output.HintName.Length - ".g.cs".Length) + ".Fallbacks.g.cs",
            declaration.Namespace,
            declaration.ClassName,
            declaration.FullName,
            declaration.Document,
            EquatableArray.From(bound),
            EquatableArray.From(faults));
    }

    private static (OperationModel? Operation, string Field) Find(ClientModel client, ImmutableArray<DocumentModel> documents, string name)
    {
        foreach (var operation in client.FlatOperations)
        {
            if (Names(operation, name))
                return (operation, operation.FieldName);
        }
        foreach (var document in documents)
        {
            if (!document.Clients.Any(c => c.FullName == client.FullName))
                continue;
            foreach (var file in document.Files)
            {
                foreach (var group in file.Groups)
                {
                    foreach (var operation in group.Operations)
                    {
                        var field = $"global::{file.Namespace}.{group.ClassName}.{operation.FieldName}";
                        if (Names(operation, name) && client.OperationFields.Contains(field))
                            return (operation, field);
                    }
                }
            }
        }
        return (null, "");
    }

    private static bool Names(OperationModel operation, string name) =>
        !operation.Variant && (operation.OperationId == name || operation.Method + " " + operation.Path == name);

    private static FallbackMethod? Fitting(FallbackDeclaration fallback, OperationModel operation, EquatableArray<EmittedType> types)
    {
        var result = ResultOf(operation);
        foreach (var method in fallback.Candidates)
        {
            if (!method.IsPlain || (method.Result is null) != (result is null) || (method.Arguments.Count != 0 && method.Arguments.Count != operation.Parameters.Count))
                continue;
            if (result is not null && !Same(result, operation.Response.Type?.IsValueType ?? false, Resolve(method.Result!, types)))
                continue;
            var fits = true;
            for (var i = 0; i < method.Arguments.Count; i++)
                fits &= Same(RequestCalls.ParameterType(operation.Parameters[i]), operation.Parameters[i].Type.IsValueType, Resolve(method.Arguments[i], types));
            if (fits)
                return method;
        }
        return null;
    }

    /// <summary>Whether two types are one. Of a reference only the annotation differs, which emitted code does not look at.</summary>
    private static bool Same(string expected, bool isValueType, string actual) =>
        (!isValueType || expected.EndsWith("?", StringComparison.Ordinal) == actual.EndsWith("?", StringComparison.Ordinal))
        && expected.Replace("?", "") == actual.Replace("?", "");

    private static string Resolve(FallbackType type, EquatableArray<EmittedType> types)
    {
        var text = type.Format;
        for (var i = 0; i < type.Names.Count; i++)
        {
            if (EmittedTypeIndex.Find(type.Names[i], types, out _) is { } found)
                text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", "global::" + found.FullName);
        }
        return text;
    }

    private static BoundFallback Bound(FallbackDeclaration fallback, FallbackMethod method, OperationModel operation, string field) => new(
        fallback.Method,
        field,
        ResultOf(operation),
        method.Return,
        method.Arguments.Count == 0 ? [] : EquatableArray.From(operation.Parameters.Select(RequestCalls.ParameterType).ToList()),
        method.TakesException,
        method.TakesToken);

    private static string? ResultOf(OperationModel operation) => operation.Response.Kind switch
    {
        ResponseKind.Json => OperationEmitter.Value(operation.Response).Name,
        ResponseKind.Text => "string",
        _ => null,
    };

    private static string Expected(string method, OperationModel operation)
    {
        var parameters = operation.Parameters.Select(static p => RequestCalls.ParameterType(p) + " " + p.Name).ToList();
        parameters.Add("Exception exception");
        parameters.Add("CancellationToken cancellationToken");
        return Short($"{ResultOf(operation) ?? "void"} {method}({string.Join(", ", parameters)})");
    }

    /// <summary>A signature without namespaces.</summary>
    private static string Short(string text)
    {
        var result = new StringBuilder(text.Length);
        var start = 0;
        foreach (var c in text)
        {
            if (c is '.' or ':')
            {
                result.Length = start;
                continue;
            }
            result.Append(c);
            if (c is ' ' or '<' or '(' or ',')
                start = result.Length;
        }
        return result.ToString();
    }
}
