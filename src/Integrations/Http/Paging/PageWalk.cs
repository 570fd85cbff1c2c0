using System.Globalization;

namespace Integrations.Http;

/// <summary>The way from one page to the next, for one enumeration.</summary>
internal abstract class PageWalk<TPage>(ApiRequest start)
{
    /// <summary>The request whose headers every page's request has.</summary>
    protected ApiRequest Start => start;

    /// <summary>Path and query of the first page.</summary>
    protected string Url { get; } = start.Text;

    /// <summary>The request of the first page.</summary>
    public virtual ApiRequest First() => start.At(Url);

    /// <summary>The request of the page that follows, or null.</summary>
    /// <param name="page">The page.</param>
    /// <param name="count">How many items it had.</param>
    public abstract ApiRequest? Next(in Page<TPage> page, int count);
}

/// <summary>By addresses that the server gives, in the <c>Link</c> header or the body.</summary>
internal sealed class AddressWalk<TPage>(ApiRequest start, Func<TPage, string?>? next) : PageWalk<TPage>(start)
{
    private CircleGuard _guard;

    public override ApiRequest? Next(in Page<TPage> page, int count)
    {
        var text = next is not null ? next(page.Value) : page.Link is null ? null : LinkHeader.Next(page.Link);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        if (_guard.IsCircle(text))
        {
            throw PageErrors.Circle(page.Call);
        }
        // A relative address in a header is any reference; in a body, something that is no address at all would pass for one.
        if (next is not null && text[0] is not ('/' or '?') && !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(page.Call.Uri, text, out var target))
        {
            throw PageErrors.NoAddress(page.Call);
        }
        if (!RequestUri.SameOrigin(target, page.Call.Uri))
        {
            throw PageErrors.OtherOrigin(page.Call);
        }
        return Start.At(RequestUri.Create(target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)));
    }
}

/// <summary>By a mark that goes back in a query parameter.</summary>
internal sealed class CursorWalk<TPage>(ApiRequest start, Func<TPage, string?> next, string parameter) : PageWalk<TPage>(start)
{
    private CircleGuard _guard;

    public override ApiRequest? Next(in Page<TPage> page, int count)
    {
        var mark = next(page.Value);
        if (string.IsNullOrEmpty(mark))
        {
            return null;
        }
        return _guard.IsCircle(mark) ? throw PageErrors.Circle(page.Call) : Start.At(QueryText.Set(Url, parameter, mark));
    }
}

/// <summary>By the number of the page, or of the items before it.</summary>
internal sealed class NumberWalk<TPage>(ApiRequest start, Func<TPage, long?>? total, PageNumbers numbers) : PageWalk<TPage>(start)
{
    private long _number = long.MinValue;
    private long _first;
    private long _seen;
    private long _full;
    private UInt128 _fingerprint;

    public override ApiRequest First()
    {
        var first = numbers.Offset ? 0 : numbers.First;
        _number = Number(numbers.Parameter) ?? first;
        // How many there are in all is only of use where none were passed over, or where their number is known.
        _first = numbers.Offset ? _number : _number == first ? 0 : long.MinValue;
        _full = Number(numbers.Size) is { } asked
            ? numbers.MaximumSize > 0 ? Math.Min(asked, numbers.MaximumSize) : 0
            : numbers.DefaultSize;
        var request = base.First();
        request.WantsFingerprint = true;
        return request;
    }

    public override ApiRequest? Next(in Page<TPage> page, int count)
    {
        if (count == 0)
        {
            return null;
        }
        if (_seen > 0 && page.Fingerprint == _fingerprint)
        {
            throw PageErrors.Circle(page.Call);
        }
        var isFirst = _seen == 0;
        _fingerprint = page.Fingerprint;
        _seen += count;
        if (_first != long.MinValue && total?.Invoke(page.Value) is { } all)
        {
            if (_first + _seen >= all)
            {
                return null;
            }
        }
        else if (count < _full)
        {
            return null;
        }
        else if (isFirst)
        {
            // A server may give fewer than are asked for: what the first page had is what a page has.
            _full = count;
        }
        _number += numbers.Offset ? count : 1;
        var request = Start.At(QueryText.Set(Url, numbers.Parameter, _number.ToString(CultureInfo.InvariantCulture)));
        request.WantsFingerprint = true;
        return request;
    }

    private long? Number(string? parameter) =>
        parameter is not null && long.TryParse(QueryText.Get(Url, parameter), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
