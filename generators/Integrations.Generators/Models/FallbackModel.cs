namespace Integrations.Generators.Models;

/// <summary>What one <c>[Fallback]</c> says.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The method, as C# writes it.</param>
/// <param name="Candidates">The methods of that name in the class.</param>
internal sealed record FallbackDeclaration(string Operation, string Method, EquatableArray<FallbackMethod> Candidates);

/// <summary>A method that may be a fallback.</summary>
/// <param name="Return">How it gives its result.</param>
/// <param name="Result">Its result, or null where it gives none.</param>
/// <param name="Arguments">Its parameters but for the exception and the token.</param>
/// <param name="TakesException">Whether it takes the exception.</param>
/// <param name="TakesToken">Whether it takes a token.</param>
/// <param name="IsPlain">Whether it is neither generic nor passes by reference.</param>
internal sealed record FallbackMethod(FallbackReturn Return, FallbackType? Result, EquatableArray<FallbackType> Arguments, bool TakesException, bool TakesToken, bool IsPlain);

/// <summary>How a method gives its result.</summary>
internal enum FallbackReturn
{
    Value,
    Task,
    ValueTask,
}

/// <summary>A type in a user's signature, which may name emitted types.</summary>
/// <param name="Format">Its C# name, fully qualified; <c>{0}</c> stands for the first name that does not bind, and so on.</param>
/// <param name="Names">The names that do not bind, in the order in which they are written.</param>
internal sealed record FallbackType(string Format, EquatableArray<PendingType> Names);

/// <summary>A <c>[Fallback]</c> with its places.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The method.</param>
/// <param name="Place">Where the method is named.</param>
/// <param name="Methods">The methods of the class, for what may have been meant; only where there is none of that name.</param>
internal sealed record FallbackUse(string Operation, string Method, PlaceModel Place, EquatableArray<string> Methods);

/// <summary>The fallbacks of one class, resolved.</summary>
/// <param name="HintName">The hint name of their file.</param>
/// <param name="Namespace">The namespace of the class.</param>
/// <param name="ClassName">The class.</param>
/// <param name="FullName">The class with its namespace.</param>
/// <param name="Document">The document, for the header.</param>
/// <param name="Bound">Those that fit.</param>
/// <param name="Faults">Those that do not.</param>
internal sealed record FallbackModel(
    string HintName,
    string Namespace,
    string ClassName,
    string FullName,
    string Document,
    EquatableArray<BoundFallback> Bound,
    EquatableArray<FallbackFault> Faults);

/// <summary>A fallback that fits its operation.</summary>
/// <param name="Method">The method.</param>
/// <param name="Field">The descriptor of its operation, as a C# expression.</param>
/// <param name="Result">The operation's result, or null.</param>
/// <param name="Return">How the method gives it.</param>
/// <param name="Arguments">The types of the operation's parameters, where the method takes them.</param>
/// <param name="TakesException">Whether it takes the exception.</param>
/// <param name="TakesToken">Whether it takes a token.</param>
internal sealed record BoundFallback(string Method, string Field, string? Result, FallbackReturn Return, EquatableArray<string> Arguments, bool TakesException, bool TakesToken);

/// <summary>A fallback that does not fit.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The method.</param>
/// <param name="Why">What is wrong and what to write.</param>
internal sealed record FallbackFault(string Operation, string Method, string Why);
