using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>What the reading of one marked type shares: the compilation, what is still to be read, what is wrong. Lives for one reading.</summary>
internal sealed class UserTypeScope
{
    private const int MostTypes = 2000; // a generic type may reach itself, ever larger

    private readonly Queue<(INamedTypeSymbol Type, int Naming)> _queue = new();
    private readonly HashSet<string> _queued = new(StringComparer.Ordinal);
    private Dictionary<ITypeSymbol, int>? _assemblyMarks;

    public UserTypeScope(Compilation compilation, PlaceModel mark, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Mark = mark;
        CancellationToken = cancellationToken;
    }

    public Compilation Compilation { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Where the mark stands: what is wrong in another assembly is reported there.</summary>
    public PlaceModel Mark { get; }

    public List<DiagnosticModel> Problems { get; } = [];

    public List<PendingUse> Pending { get; } = [];

    public List<UserTypeModel> Types { get; } = [];

    /// <summary>The naming of a marked type; null where it is not marked.</summary>
    public int? MarkOf(INamedTypeSymbol type)
    {
        if (!IsOwn(type))
            return AssemblyMarks().TryGetValue(type, out var foreign) ? foreign : null;
        foreach (var attribute in type.OriginalDefinition.GetAttributes())
        {
            if (IsMark(attribute))
                return NamingOf(attribute);
        }
        return AssemblyMarks().TryGetValue(type, out var naming) ? naming : null;
    }

    /// <summary>Whether the type is this project's.</summary>
    public bool IsOwn(ISymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Compilation.Assembly);

    /// <summary>Has a type read, unless it is or is marked itself.</summary>
    public void Enqueue(INamedTypeSymbol type, int naming)
    {
        if (_queued.Count < MostTypes && _queued.Add(CodecNames.Of(type, naming, this).Codec))
            _queue.Enqueue((type, naming));
    }

    /// <summary>Reads all that is queued.</summary>
    public void ReadAll()
    {
        while (_queue.Count > 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
            var (type, naming) = _queue.Dequeue();
            if ((type.TypeKind == TypeKind.Enum ? EnumReader.Read(type, naming, this) : (UserTypeModel?)ObjectReader.Read(type, naming, this)) is { } model)
                Types.Add(model);
        }
    }

    /// <summary>Says that a member, or a type, cannot be read and written.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        Problems.Add(DeclarationProblems.Of(descriptor, PlaceOf(symbol), arguments));

    /// <summary>Where a symbol stands, or the mark where it is in another assembly.</summary>
    public PlaceModel PlaceOf(ISymbol symbol)
    {
        foreach (var location in symbol.Locations)
        {
            if (location.IsInSource)
                return DeclarationProblems.Place(location);
        }
        return Mark;
    }

    public static bool IsMark(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "JsonModelAttribute", ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    public static int NamingOf(AttributeData mark)
    {
        foreach (var argument in mark.NamedArguments)
        {
            if (argument is { Key: "Naming", Value.Value: int naming })
                return naming;
        }
        return JsonNaming.CamelCase;
    }

    private Dictionary<ITypeSymbol, int> AssemblyMarks()
    {
        if (_assemblyMarks is null)
        {
            _assemblyMarks = new(SymbolEqualityComparer.Default);
            foreach (var attribute in Compilation.Assembly.GetAttributes())
            {
                if (IsMark(attribute) && JsonAttributes.Positional<ITypeSymbol>(attribute) is { } type && !_assemblyMarks.ContainsKey(type))
                    _assemblyMarks.Add(type, NamingOf(attribute));
            }
        }
        return _assemblyMarks;
    }
}
