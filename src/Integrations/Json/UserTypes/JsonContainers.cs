namespace Integrations.Json;

/// <summary>What a container that a resolver may be asked for contains.</summary>
internal static class JsonContainers
{
    internal static Type? ItemOf(Type type)
    {
        if (type.IsSZArray)
        {
            return type.GetElementType();
        }
        if (!type.IsConstructedGenericType)
        {
            return null;
        }
        var arguments = type.GenericTypeArguments;
        if (arguments.Length == 2)
        {
            return arguments[0] == typeof(string) ? arguments[1] : null;
        }
        // Optional<T?> of a struct: the struct is what an entry knows.
        return arguments.Length == 1 ? Nullable.GetUnderlyingType(arguments[0]) ?? arguments[0] : null;
    }
}
