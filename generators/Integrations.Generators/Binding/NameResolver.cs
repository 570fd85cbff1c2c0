using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>Gives every type, property, operation and parameter its name, once all are gathered.</summary>
internal static class NameResolver
{
    /// <summary>What every class has already, and what emitted classes have beside their properties.</summary>
    private static readonly string[] s_classMembers =
        ["AdditionalProperties", "Shape", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    private static readonly string[] s_typeMembers =
        ["Value", "Values", "Shape", "AdditionalProperties", "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct"];

    private static readonly string[] s_clientMembers =
        ["Operations", "With", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    public static void Resolve(List<DeclaredPlan> types, GroupPlans groups, DocumentRequest request, string modelNamespace)
    {
        Types(types, groups, request, modelNamespace);
        foreach (var type in types)
        {
            if (type is ObjectPlan plan)
                Properties(plan);
            else if (type is HeadersPlan headers)
                Headers(headers);
            else if (type is TuplePlan tuple)
                Items(tuple);
        }
        foreach (var group in groups.Groups)
            Operations(group);
    }

    private static void Types(List<DeclaredPlan> types, GroupPlans groups, DocumentRequest request, string modelNamespace)
    {
        var scope = new NameScope();
        var properties = new NameScope([.. s_clientMembers, .. request.Clients.Select(static client => client.ClassName)]);
        foreach (var type in types)
        {
            type.Namespace = modelNamespace;
            // A type cannot have the name of a member that is emitted into it (CS0542).
            var candidate = s_typeMembers.Contains(type.Candidate) ? type.Candidate + "Model" : type.Candidate;
            scope.Add(candidate, type.Wire, name => type.Name = name, type.IsComponent ? 0 : 2);
        }
        foreach (var group in groups.Groups)
        {
            if (groups.Flat)
                break;
            properties.Add(group.Name, group.Tag, name => group.PropertyName = name);
            scope.Add(group.Name + "Operations", "class of " + group.Tag, name => group.ClassName = name, 1);
            scope.Add("I" + group.Name + "Operations", "interface of " + group.Tag, name => group.InterfaceName = name, 1);
        }
        scope.Resolve();
        properties.Resolve();
    }

    private static void Properties(ObjectPlan plan)
    {
        // A member cannot have the name of its class, nor of a class that it inherits it from.
        var reserved = new List<string>(s_classMembers);
        for (ObjectPlan? type = plan; type is not null; type = type.Base)
            reserved.Add(type.Name);
        foreach (var (_, derived) in plan.Derived)
            reserved.Add(derived.Name);
        var scope = new NameScope(reserved);
        foreach (var property in plan.Properties)
        {
            var candidate = CSharpName.Pascal(property.Wire);
            scope.Add(reserved.Contains(candidate) ? candidate + "Value" : candidate, property.Wire, name => property.Name = name);
        }
        scope.Resolve();
    }

    private static void Headers(HeadersPlan plan)
    {
        var scope = new NameScope([.. s_classMembers, plan.Name]);
        foreach (var header in plan.Headers)
            scope.Add(CSharpName.Pascal(header.Wire), header.Wire, name => header.Name = name);
        scope.Resolve();
    }

    private static void Items(TuplePlan plan)
    {
        var scope = new NameScope([.. s_classMembers, "Rest", plan.Name]);
        for (var i = 0; i < plan.Items.Count; i++)
        {
            var item = plan.Items[i];
            var position = "Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            scope.Add(item.Schema.Title is { Length: > 0 and <= 60 } title ? CSharpName.Pascal(title) : position, position, name => item.Name = name);
        }
        scope.Resolve();
    }

    private static void Operations(GroupPlan group)
    {
        var scope = new NameScope(null, "Response", "All");
        foreach (var operation in group.Operations)
        {
            if (operation.Main is null)
                scope.Add(operation.Candidate, operation.Spec.OperationId ?? operation.Title, name => operation.Name = name);
        }
        scope.Resolve();
        // A further method is named after its operation, whatever that is called in the end.
        foreach (var operation in group.Operations)
        {
            if (operation.Main is { } main)
                scope.Add(main.Name + operation.Suffix, operation.Title + " " + operation.Suffix, name => operation.Name = name);
        }
        scope.Resolve();
        foreach (var operation in group.Operations)
        {
            foreach (var link in operation.Links)
                scope.Add(operation.Name + "Then" + CSharpName.Pascal(link.Link.Name), operation.Title + " links " + link.Link.Name, name => link.Name = name);
        }
        scope.Resolve();
        foreach (var operation in group.Operations)
            Parameters(operation);
    }

    private static void Parameters(OperationPlan operation)
    {
        var scope = new NameScope(["cancellationToken"]);
        foreach (var parameter in operation.Parameters)
            Add(parameter);
        if (operation.Body is { } body)
            Add(body);
        scope.Resolve();

        void Add(ParameterPlan parameter) =>
            scope.Add(
                CSharpName.Camel(parameter.Wire),
                parameter.Place + "/" + parameter.Wire,
                name => parameter.Name = CSharpName.Escape(name),
                parameter.Place switch { Models.ParameterPlace.Path => 0, Models.ParameterPlace.Body => 1, Models.ParameterPlace.Query => 2, _ => 3 });
    }
}
