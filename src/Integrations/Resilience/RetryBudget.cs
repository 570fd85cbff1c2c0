namespace Integrations.Resilience;

/// <summary>
/// Tokens that retries of a client take, so that a server in trouble does not get a multiple of its load: 500 at first and at most, 14 for each
/// retry. A call that succeeds gives back what its last retry took, or 1 where it had none (the rule of AWS's SDKs).
/// </summary>
internal sealed class RetryBudget
{
    public const int Capacity = 500;
    public const int RetryCost = 14;
    private int _tokens = Capacity;

    public int Tokens => Volatile.Read(ref _tokens);

    public bool TryTake()
    {
        var tokens = Volatile.Read(ref _tokens);
        while (tokens >= RetryCost)
        {
            var seen = Interlocked.CompareExchange(ref _tokens, tokens - RetryCost, tokens);
            if (seen == tokens)
            {
                return true;
            }
            tokens = seen;
        }
        return false;
    }

    public void Succeeded(bool afterRetry)
    {
        var tokens = Volatile.Read(ref _tokens);
        while (tokens < Capacity)
        {
            var seen = Interlocked.CompareExchange(ref _tokens, Math.Min(Capacity, tokens + (afterRetry ? RetryCost : 1)), tokens);
            if (seen == tokens)
            {
                return;
            }
            tokens = seen;
        }
    }
}
