using System.Globalization;
using System.Text;

namespace Integrations.Testing.Documents;

/// <summary>Makes text of the common part of regular expressions: literals, classes, groups, alternatives, quantifiers. The caller checks it.</summary>
internal sealed class PatternText
{
    private readonly string _pattern;
    private readonly Random _random;
    private readonly int _wish;
    private int _at;

    private PatternText(string pattern, Random random, int wish)
    {
        _pattern = pattern;
        _random = random;
        _wish = Math.Min(wish, 10_000);
    }

    /// <summary>Text for a pattern; null where the pattern has what this does not know.</summary>
    public static string? TryMake(string pattern, Random random, int wish)
    {
        var text = new PatternText(pattern, random, wish);
        var made = text.Alternatives();
        return text._at == pattern.Length ? made : null;
    }

    private string? Alternatives()
    {
        var options = new List<string>();
        while (true)
        {
            if (Sequence() is not { } sequence)
                return null;
            options.Add(sequence);
            if (_at >= _pattern.Length || _pattern[_at] != '|')
                return options[_random.Next(options.Count)];
            _at++;
        }
    }

    private string? Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            if (_pattern[_at] is '^' or '$')
            {
                _at++;
                continue;
            }
            var start = _at;
            if (Atom() is null)
                return null;
            var end = _at;
            var count = Count();
            var after = _at;
            for (var i = 0; i < count; i++)
            {
                _at = start;
                text.Append(Atom());
            }
            if (count > 0 && _at != end)
                return null;
            _at = after;
        }
        return text.ToString();
    }

    private int Count()
    {
        if (_at >= _pattern.Length)
            return 1;
        int least, most;
        switch (_pattern[_at])
        {
            case '*': (least, most) = (0, int.MaxValue); _at++; break;
            case '+': (least, most) = (1, int.MaxValue); _at++; break;
            case '?': (least, most) = (0, 1); _at++; break;
            case '{':
                var close = _pattern.IndexOf('}', _at);
                var parts = close < 0 ? [] : _pattern[(_at + 1)..close].Split(',');
                if (parts.Length == 0 || !int.TryParse(parts[0].Length == 0 ? "0" : parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out least))
                    return 1;
                most = parts.Length == 1 ? least : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bound) ? bound : int.MaxValue;
                _at = close + 1;
                break;
            default: return 1;
        }
        if (_at < _pattern.Length && _pattern[_at] == '?')
            _at++;
        return Math.Min(most, Math.Max(least, Math.Min(_wish, most)));
    }

    private string? Atom()
    {
        switch (_pattern[_at])
        {
            case '(':
                _at++;
                if (_at + 1 < _pattern.Length && _pattern[_at] == '?')
                {
                    if (_pattern[_at + 1] != ':')
                        return null;
                    _at += 2;
                }
                var inner = Alternatives();
                if (inner is null || _at >= _pattern.Length || _pattern[_at] != ')')
                    return null;
                _at++;
                return inner;
            case '[': return Class();
            case '\\': return Escape(_at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0');
            case '.': _at++; return "a";
            default: return _pattern[_at++].ToString();
        }
    }

    private string? Escape(char c)
    {
        _at += 2;
        return c switch
        {
            '\0' or 'b' or 'B' or 'u' or 'x' or 'p' or 'P' => null,
            'd' => Digit(),
            'w' or 'S' or 'D' or 'W' => c == 'W' ? "-" : "abcdef"[_random.Next(6)].ToString(),
            's' => " ",
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            _ when char.IsAsciiDigit(c) => null,
            _ => c.ToString(),
        };
    }

    private string Digit() => (1 + _random.Next(9)).ToString(CultureInfo.InvariantCulture);

    private string? Class()
    {
        _at++;
        var negated = _at < _pattern.Length && _pattern[_at] == '^';
        if (negated)
            _at++;
        var allowed = new HashSet<char>();
        for (var first = true; _at < _pattern.Length && (first || _pattern[_at] != ']'); first = false)
        {
            if (One(allowed) is not { } from)
                return null;
            if (from != '\uffff' && _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                if (One(allowed) is not { } to || to == '\uffff' || to < from)
                    return null;
                for (var c = from; c <= to && c < 0x2000; c++)
                    allowed.Add(c);
            }
        }
        if (_at >= _pattern.Length)
            return null;
        _at++;
        var choices = negated ? "abcdefXYZ0189-_ ".Where(c => !allowed.Contains(c)).ToList() : [.. allowed.Order()];
        return choices.Count == 0 ? null : choices[_random.Next(choices.Count)].ToString();
    }

    /// <summary>One character of a class, which is added; <c>\uffff</c> for a set such as <c>\d</c>; null for what is not known.</summary>
    private char? One(HashSet<char> allowed)
    {
        var c = _pattern[_at++];
        if (c == '\\' && _at < _pattern.Length)
        {
            c = _pattern[_at++];
            switch (c)
            {
                case 'd': allowed.UnionWith("0123456789"); return '\uffff';
                case 'w': allowed.UnionWith("abcxyzABC0123_"); return '\uffff';
                case 's': allowed.Add(' '); return '\uffff';
                case 'n': c = '\n'; break;
                case 't': c = '\t'; break;
                case 'r': c = '\r'; break;
                case 'u' or 'x' or 'p' or 'P' or 'S' or 'W' or 'D' or 'b': return null;
            }
        }
        allowed.Add(c);
        return c;
    }
}
