namespace Integrations;

/// <summary>
/// Sets a variable of the servers that the document names (<c>https://{region}.example.com</c>). Configuration
/// <c>Integrations:{Name}:ServerVariables:{variable}</c> overrides it. It counts only where no <c>BaseAddress</c> is configured.
/// </summary>
/// <param name="name">The variable, as the document names it.</param>
/// <param name="value">Its value; one of those that the document lists, where it lists any.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ServerVariableAttribute(string name, string value) : ServerAttribute
{
    /// <summary>The variable.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;
}
