namespace Integrations;

/// <summary>An event of a <c>text/event-stream</c> whose data the document does not type.</summary>
/// <param name="Event">Its type; <c>message</c> where the server names none.</param>
/// <param name="Data">Its data.</param>
/// <param name="Id">Its id, if it states one.</param>
public readonly record struct ServerSentEvent(string Event, string Data, string? Id);
