using System.Collections.Immutable;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.UserTypes;

/// <summary>Puts the marked types together and resolves the emitted models that they name.</summary>
internal static class UserTypeBinder
{
    private const string Json = "global::Integrations.Json.";

    /// <summary>All types, each once: several marked types may reach one.</summary>
    public static EquatableArray<UserTypeModel> Merge(ImmutableArray<EquatableArray<MarkedType>> marks)
    {
        var types = new SortedDictionary<string, UserTypeModel>(StringComparer.Ordinal);
        foreach (var type in marks.SelectMany(static m => m).SelectMany(static m => m.Set.Types))
        {
            if (!types.ContainsKey(type.Codec))
                types.Add(type.Codec, type);
        }
        return EquatableArray.From(types.Values);
    }

    /// <summary>All that is wrong or open, each once.</summary>
    public static UserTypeCheck Checks(ImmutableArray<EquatableArray<MarkedType>> marks)
    {
        var checks = marks.SelectMany(static m => m).Select(static m => m.Check).ToList();
        return new UserTypeCheck(
            EquatableArray.From(checks.SelectMany(static c => c.Problems).Distinct()),
            EquatableArray.From(checks.SelectMany(static c => c.Pending).Distinct()));
    }

    /// <summary>What is reported.</summary>
    public static EquatableArray<DiagnosticModel> Problems(UserTypeCheck check, EquatableArray<EmittedType> emitted)
    {
        var problems = new List<DiagnosticModel>(check.Problems);
        foreach (var use in check.Pending)
        {
            var found = EmittedTypeIndex.Find(use.Type, emitted, out var others);
            var what = others.Count > 0 ? $"may be {string.Join(" or ", others)}; write the one that is meant with its namespace"
                : found is null ? "is neither declared nor emitted from a document; correct it, or if another generator emits it, give the member a [JsonConverter]"
                : found.Codec.Length == 0 ? "is a multipart body, which has no form in JSON; use the types of its parts"
                : null;
            if (what is not null)
                problems.Add(DeclarationProblems.Of(DeclarationDescriptors.JsonName, use.Place, use.Type.Text, use.Member, what));
        }
        return EquatableArray.From(problems);
    }

    /// <summary>What is emitted; null where there is nothing to describe. Members whose types are not known are reported, and left out.</summary>
    public static UserTypesModel? Bind(EquatableArray<UserTypeModel> types, EquatableArray<EmittedType> emitted, ProjectModel project) =>
        types.Count == 0 && emitted.Count == 0
            ? null
            : new UserTypesModel(project.RootNamespace, EquatableArray.From(types.Select(type => type is UserObjectModel model ? Resolve(model, emitted) : type)));

    private static UserObjectModel Resolve(UserObjectModel model, EquatableArray<EmittedType> emitted)
    {
        if (!model.Members.Any(static m => IsPending(m.Type)))
            return model;
        var members = new List<UserMemberModel>();
        var indexes = new int[model.Members.Count];
        for (var i = 0; i < indexes.Length; i++)
        {
            indexes[i] = -1;
            if (Resolve(model.Members[i].Type, emitted) is { } type)
            {
                indexes[i] = members.Count;
                members.Add(model.Members[i] with { Type = type });
            }
        }
        // Without one of its arguments none can be made; that is reported.
        var construction = model.Construction is null || model.Construction.Arguments.Any(a => a.Member >= 0 && indexes[a.Member] < 0)
            ? null
            : new UserConstruction(EquatableArray.From(model.Construction.Arguments.Select(a => a with { Member = a.Member < 0 ? -1 : indexes[a.Member] })));
        return model with { Members = EquatableArray.From(members), Construction = construction };
    }

    private static TypeUse? Resolve(TypeUse use, EquatableArray<EmittedType> emitted)
    {
        if (use.Pending is { } pending)
        {
            if (EmittedTypeIndex.Find(pending, emitted, out _) is not { Codec.Length: > 0 } type)
                return null;
            var name = "global::" + type.FullName;
            return use with { Name = name, Codec = $"{Json}{type.Codec}<{name}>", IsValueType = type.IsValueType, Pending = null };
        }
        if (!IsPending(use))
            return use;
        var arguments = new List<TypeUse>();
        foreach (var argument in use.Arguments)
        {
            if (Resolve(argument, emitted) is not { } resolved)
                return null;
            arguments.Add(resolved);
        }
        // The key of a dictionary comes first, and is named by another codec.
        if (use.Arguments.Count == 2 && use.Arguments[0].Pending is not null)
        {
            if (!arguments[0].Codec.StartsWith(Json + "StringEnumCodec", StringComparison.Ordinal))
                return null;
            arguments[0] = arguments[0] with { Codec = $"{Json}StringEnumKey<{arguments[0].Name}>", IsNullable = false };
        }
        return use with { Arguments = EquatableArray.From(arguments) };
    }

    private static bool IsPending(TypeUse use) => use.Pending is not null || use.Arguments.Any(IsPending);
}
