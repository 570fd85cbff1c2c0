using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>Makes the exceptions of pages. They carry nothing of what the server gave.</summary>
internal static class PageErrors
{
    public static ApiPaginationException Circle(ApiCall call) =>
        Create(call, "leads in a circle: a page that was given already comes again");

    public static ApiPaginationException NoAddress(ApiCall call) =>
        Create(call, "gives something as the next page that is no address");

    public static ApiPaginationException OtherOrigin(ApiCall call) =>
        Create(call, "says that the next page is on another origin than the client's base address. It is not followed: the credentials would go along");

    private static ApiPaginationException Create(ApiCall call, string what) =>
        new($"{CallErrors.Subject(call)} {what}. Request id {call.RequestId}.")
        {
            Integration = call.Owner.Settings.Name,
            Operation = call.Request.Operation,
            RequestId = call.RequestId,
            Attempts = call.Attempts,
        };
}
