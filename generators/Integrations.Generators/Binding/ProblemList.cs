using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>What binding has to say of a document: each fact once, at its place.</summary>
internal sealed class ProblemList(string path)
{
    private readonly List<DiagnosticModel> _problems = [];
    private readonly HashSet<DiagnosticModel> _seen = [];

    /// <summary>Something is emitted but only typed as raw.</summary>
    public void Raw(SpecLocation location, string what, string why) => Add("INT2007", location, what, why);

    /// <summary>A limit is exceeded.</summary>
    public void Limit(SpecLocation location, string what, string why) => Add("INT2003", location, what, why);

    /// <summary>An operation is not emitted.</summary>
    public void Left(SpecLocation location, string operation, string why) => Add("INT2006", location, operation, why);

    /// <summary>An operation cannot be paginated as declared.</summary>
    public void Pagination(SpecLocation location, string operation, string why) => Add("INT2009", location, operation, why);

    /// <summary>A link has no method.</summary>
    public void Link(SpecLocation location, string operation, string why) => Add("INT2010", location, operation, why);

    public EquatableArray<DiagnosticModel> ToModels() => new([.. _problems]);

    private void Add(string id, SpecLocation location, string what, string why)
    {
        var place = new PlaceModel(location.File ?? path, 0, 0, location.Line, location.Column, location.Line, location.Column);
        var problem = new DiagnosticModel(id, place, new([what, why]));
        if (_seen.Add(problem))
            _problems.Add(problem);
    }
}
