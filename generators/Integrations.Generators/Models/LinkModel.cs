namespace Integrations.Generators.Models;

/// <summary>A method that follows a link: it calls another operation with what an answer says.</summary>
/// <param name="Name">Its C# name without <c>Async</c>.</param>
/// <param name="From">The type of the answer.</param>
/// <param name="Owner">The class of the target's group, fully qualified; null where it is the same.</param>
/// <param name="Target">The target's C# name without <c>Async</c>.</param>
/// <param name="Title">The target's method and path.</param>
/// <param name="Arguments">The target's arguments, in its order.</param>
/// <param name="Response">What the target gives.</param>
/// <param name="Doc">The link's documentation.</param>
internal sealed record LinkModel(
    string Name,
    TypeModel From,
    string? Owner,
    string Target,
    string Title,
    EquatableArray<LinkArgumentModel> Arguments,
    ResponseModel Response,
    DocModel Doc);

/// <summary>An argument of a link's target.</summary>
/// <param name="Parameter">The target's parameter.</param>
/// <param name="Path">From the answer to its value; empty where the caller gives it.</param>
/// <param name="Wire">The path as the document writes it.</param>
internal sealed record LinkArgumentModel(ParameterModel Parameter, EquatableArray<AccessModel> Path, string Wire);
