using System.Text.Json;
using Integrations.Json;

namespace Integrations;

/// <summary>A request that an API says it sends: a webhook, or the callback of an operation. Its instances are emitted once and shared.</summary>
/// <param name="name">The name, as the document has it.</param>
/// <param name="method">The HTTP method, in capitals.</param>
/// <param name="id">The operationId, if any.</param>
public class WebhookDescriptor(string name, string method, string? id = null)
{
    /// <summary>The name of the webhook or callback, as the document has it.</summary>
    public string Name { get; } = name;

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; } = method;

    /// <summary>The operationId, if any.</summary>
    public string? Id { get; } = id;

    /// <summary>For a callback: <c>METHOD /path</c> of the operation that asks for it. Null for a webhook.</summary>
    public string? Operation { get; init; }

    /// <summary>For a callback: the runtime expression of its address, such as <c>{$request.body#/url}</c>. Null for a webhook.</summary>
    public string? Address { get; init; }

    /// <summary>The type of its payload; null where the document gives no JSON.</summary>
    public virtual Type? PayloadType => null;

    /// <summary>Reads a payload.</summary>
    /// <param name="json">The body, in UTF-8.</param>
    /// <returns>A <see cref="PayloadType"/>; null where the payload is <c>null</c>.</returns>
    /// <exception cref="JsonException">The body is not what the document says.</exception>
    /// <exception cref="NotSupportedException">The document gives no JSON for it.</exception>
    public virtual object? Read(ReadOnlySpan<byte> json) => throw new NotSupportedException($"The document gives '{Name}' no payload of JSON.");

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}

/// <summary>A request that an API says it sends, with its payload.</summary>
/// <typeparam name="T">The type of the payload.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <param name="name">The name, as the document has it.</param>
/// <param name="method">The HTTP method, in capitals.</param>
/// <param name="id">The operationId, if any.</param>
public sealed class WebhookDescriptor<T, TCodec>(string name, string method, string? id = null) : WebhookDescriptor(name, method, id)
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public override Type PayloadType => typeof(T);

    /// <inheritdoc/>
    public override object? Read(ReadOnlySpan<byte> json) => Json.Json.Read<T, TCodec>(json);
}
