using Integrations.Hosting;

namespace Integrations.Resilience;

/// <summary>The policies of a client and of those of its operations that have their own, as they were read at one time.</summary>
/// <param name="Client">The client's.</param>
/// <param name="Operations">Those of operations. A limit that is the client's is the client's object.</param>
internal sealed record PolicyTable(PolicySettings Client, IReadOnlyDictionary<OperationDescriptor, PolicySettings> Operations)
{
    /// <summary>Reads all policies. What is wrong is told to the reader of settings.</summary>
    public static PolicyTable Read(SettingsReader settings, IntegrationDefinition definition, IReadOnlyList<PolicyAttribute> code)
    {
        var reader = new PolicyReader(settings, definition.Policies, code);
        var client = reader.ForClient();
        var operations = new Dictionary<OperationDescriptor, PolicySettings>();
        if (reader.HasOperations)
        {
            foreach (var operation in definition.Operations)
            {
                if (reader.ForOperation(operation, client) is { } own)
                {
                    operations[operation] = own;
                }
            }
            reader.CheckOperations(definition.Operations);
        }
        return new(client, operations);
    }

    /// <summary>Whether both say the same.</summary>
    public bool IsSame(PolicyTable other)
    {
        if (Client != other.Client || Operations.Count != other.Operations.Count)
        {
            return false;
        }
        foreach (var (operation, own) in Operations)
        {
            if (!other.Operations.TryGetValue(operation, out var its) || own != its || SharesRate(own) != other.SharesRate(its) || SharesPlaces(own) != other.SharesPlaces(its))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether an operation's rate limit is the client's.</summary>
    public bool SharesRate(PolicySettings own) => ReferenceEquals(own.RateLimit, Client.RateLimit);

    /// <summary>Whether an operation's concurrency limit is the client's.</summary>
    public bool SharesPlaces(PolicySettings own) => ReferenceEquals(own.Concurrency, Client.Concurrency);
}
