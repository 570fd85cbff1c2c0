namespace Integrations.Http;

/// <summary>Characters of an address under construction. One array per thread is kept for the next call; whoever holds it owns it alone.</summary>
internal static class UrlBuffer
{
    private const int Initial = 512;
    private const int LargestKept = 16 * 1024;

    [ThreadStatic]
    private static char[]? t_kept;

    public static char[] Rent()
    {
        var array = t_kept;
        t_kept = null;
        return array ?? new char[Initial];
    }

    public static void Return(char[] array)
    {
        if (array.Length <= LargestKept)
        {
            t_kept = array;
        }
    }
}
