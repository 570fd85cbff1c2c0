using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Yaml;

/// <summary>For each token of the JSON made from YAML, where it came from.</summary>
internal sealed class YamlPositions
{
    private readonly List<(int Offset, SpecLocation At)> places = [];

    public void Add(int offset, SpecLocation at)
    {
        while (places.Count > 0 && places[places.Count - 1].Offset >= offset) places.RemoveAt(places.Count - 1);
        places.Add((offset, at));
    }

    /// <summary>The place of the last token at or before an offset.</summary>
    public SpecLocation At(int offset)
    {
        var (low, high) = (0, places.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (places[middle].Offset <= offset) low = middle;
            else high = middle - 1;
        }

        return places.Count == 0 ? default : places[low].At;
    }
}

/// <summary>Positions of a document that was YAML.</summary>
internal sealed class YamlCursor(YamlPositions positions) : PositionCursor
{
    public override SpecLocation At(int offset) => positions.At(offset);
}
