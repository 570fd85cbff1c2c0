using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Reads one property or field.</summary>
internal sealed class MemberReader(INamedTypeSymbol owner, int naming, int numbers, bool getsPart, UserTypeScope scope)
{
    // Of JsonIgnoreCondition.
    private const int Always = 1;
    private const int WhenWritingDefault = 2;
    private const int WhenWritingNull = 3;
    private const int WhenWriting = 4;
    private const int WhenReading = 5;

    /// <summary>The member; null where it has no name on the wire, or cannot be read and written, which is reported.</summary>
    /// <param name="member">The property or field.</param>
    /// <param name="getter">Whether it can be got.</param>
    /// <param name="setter">How it can be set.</param>
    /// <param name="isParameter">Whether the constructor that is called takes it.</param>
    /// <param name="setsRequired">Whether that constructor sets what is required.</param>
    /// <param name="plainStart">Whether that constructor has no body that could set it.</param>
    public UserMemberModel? Read(ISymbol member, bool getter, UserSetter setter, bool isParameter, bool setsRequired, bool plainStart)
    {
        var type = TypeOf(member);
        var wire = JsonAttributes.Positional<string>(JsonAttributes.Find(member, "JsonPropertyName")) ?? JsonNaming.Convert(member.Name, naming);
        var ignore = JsonAttributes.Find(member, "JsonIgnore");
        var condition = ignore is null ? 0 : JsonAttributes.Named<int?>(ignore, "Condition") ?? Always;
        var isRequired = IsRequired(member) && !setsRequired;
        if (condition == Always)
        {
            if (isRequired)
                Refuse(member, "is required and ignored", "remove one of them");
            return Silent(member, wire);
        }
        if (Populates(member))
            Refuse(member, "is to be populated", "give it a setter and remove JsonObjectCreationHandling.Populate");
        if (ReadType(member, ref type, out var isOptional) is not { } use)
            return null;
        if (condition == WhenWritingNull && use is { IsValueType: true, IsNullable: false } && !isOptional)
        {
            Refuse(member, "is left out where it is null, which it never is", "use JsonIgnoreCondition.WhenWritingDefault");
            return null;
        }
        var omission = !getter || condition == WhenWriting ? UserOmission.Always
            : condition == WhenWritingDefault ? UserOmission.Default
            : condition == WhenWritingNull ? UserOmission.Null
            : UserOmission.Never;
        var isRead = (setter != UserSetter.None || isParameter) && condition != WhenReading;
        return new UserMemberModel(
            wire,
            TypeNames.Identifier(member.Name),
            use,
            isOptional,
            omission,
            isRead,
            isRead && (isRequired || JsonAttributes.Has(member, "JsonRequired")),
            setter,
            isRequired,
            setter == UserSetter.Init && !(plainStart && StartsEmpty(member)));
    }

    /// <summary>The type of a property or field.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>Whether C# demands that it is set.</summary>
    public static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private TypeUse? ReadType(ISymbol member, ref ITypeSymbol type, out bool isOptional)
    {
        isOptional = type is INamedTypeSymbol { Name: "Optional", TypeArguments.Length: 1, ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };
        if (isOptional)
            type = ((INamedTypeSymbol)type).TypeArguments[0];
        if (ConverterReader.Has(member) && !EnumReader.IsText(member))
        {
            var converted = ConverterReader.Of(member, type, scope, member, out _);
            return converted is { IsValueType: false } ? converted with { IsNullable = type.NullableAnnotation != NullableAnnotation.NotAnnotated } : converted;
        }
        var handling = JsonAttributes.Positional<int?>(JsonAttributes.Find(member, "JsonNumberHandling")) ?? numbers;
        var reader = new TypeUseReader(scope, member, naming, handling);
        if (!EnumReader.IsText(member))
            return reader.Read(type);
        var nullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        if ((nullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } text)
            return reader.Text(text, TypeNames.Of(text), EnumReader.Number(text)) with { IsNullable = nullable };
        Refuse(member, "has a JsonStringEnumConverter and is no enum", "put the converter on the enum");
        return null;
    }

    private static UserMemberModel Silent(ISymbol member, string wire) => new(
        wire, TypeNames.Identifier(member.Name), ScalarUses.Plain("object", "", false), false, UserOmission.Always, false, false, UserSetter.None, false, false);

    private static bool Populates(ISymbol member) => JsonAttributes.Positional<int>(JsonAttributes.Find(member, "JsonObjectCreationHandling")) == 1;

    private bool StartsEmpty(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(scope.CancellationToken) is not (ParameterSyntax or PropertyDeclarationSyntax { Initializer: null }))
                return false;
        }
        return member.DeclaringSyntaxReferences.Length > 0 && SymbolEqualityComparer.Default.Equals(member.ContainingType, owner);
    }

    private void Refuse(ISymbol member, string what, string remedy) =>
        scope.Report(DeclarationDescriptors.JsonMember, member, PendingNames.NameOf(member), what, remedy);

    /// <summary>Whether emitted code may call an accessor, or use a field.</summary>
    public bool CanCall(ISymbol? accessor, bool included)
    {
        if (accessor is null)
            return false;
        if (accessor.DeclaredAccessibility == Accessibility.Public)
            return true;
        return included && (getsPart ? scope.Compilation.IsSymbolAccessibleWithin(accessor, owner) : scope.Compilation.IsSymbolAccessibleWithin(accessor, scope.Compilation.Assembly));
    }
}
