namespace Integrations.Http;

/// <summary>Ids of calls: 20 characters of 5 random bits. For correlation, not for secrecy.</summary>
internal static class RequestId
{
    public static string Next() => string.Create(20, 0, static (text, _) =>
    {
        const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        var (high, low) = (Random.Shared.NextInt64(), Random.Shared.NextInt64());
        for (var i = 0; i < 10; i++)
        {
            text[i] = Alphabet[(int)(high & 31)];
            text[i + 10] = Alphabet[(int)(low & 31)];
            high >>= 5;
            low >>= 5;
        }
    });
}
