using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.UserTypes.Tests.Types;

[JsonModel]
public sealed partial class Scalars
{
    public bool Boolean { get; set; }
    public byte Byte { get; set; }
    public sbyte SByte { get; set; }
    public short Int16 { get; set; }
    public ushort UInt16 { get; set; }
    public int Int32 { get; set; }
    public uint UInt32 { get; set; }
    public long Int64 { get; set; }
    public ulong UInt64 { get; set; }
    public Int128 Int128 { get; set; }
    public UInt128 UInt128 { get; set; }
    public float Single { get; set; }
    public double Double { get; set; }
    public decimal Decimal { get; set; }
    public Half Half { get; set; }
    public char Char { get; set; }
    public string Text { get; set; } = "";
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public Guid Guid { get; set; }
    public Uri? Uri { get; set; }
    public Version? Version { get; set; }
    public byte[] Bytes { get; set; } = [];
    public int? MaybeInt { get; set; }
    public DateTime? MaybeDate { get; set; }
    public string? MaybeText { get; set; }
}

[JsonModel]
public sealed partial class AnyJson
{
    public JsonElement Element { get; set; }
    public JsonNode? Node { get; set; }
    public JsonObject? Object { get; set; }
    public JsonDocument? Document { get; set; }
}
