using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Integrations.Json;
#pragma warning disable CS8618

namespace Golden.Storefront;

/// <summary>A product.</summary>
[JsonConverter(typeof(JsonModelConverter<Product>))]
public sealed partial class Product : IJsonModel<Product>
{
    internal static readonly JsonShape Shape = new("Product", "id,name,price?,state,note?,tags?,parts?,dimensions?,created_at?,attributes?,");
    private ExtraProperties? _extra;

    /// <summary>Makes an empty product.</summary>
    public Product() { }

    [SetsRequiredMembers]
    private Product(JsonConstruction _) { }

    /// <summary>The id.</summary>
    public required long Id { get; set; }
    /// <summary>The name (required, nullable).</summary>
    public required string? Name { get; set; }
    /// <summary>The price (optional, never null).</summary>
    public decimal? Price { get; set; }
    /// <summary>The state.</summary>
    public required ProductState State { get; set; }
    /// <summary>A note (optional and nullable: three states).</summary>
    public Integrations.Optional<string?> Note { get; set; }
    /// <summary>Tags.</summary>
    public List<string>? Tags { get; set; }
    /// <summary>Parts.</summary>
    public List<Product>? Parts { get; set; }
    /// <summary>Dimensions by name.</summary>
    public Dictionary<string, double>? Dimensions { get; set; }
    /// <summary>When it was created (optional and nullable, a value type).</summary>
    public Integrations.Optional<DateTimeOffset?> CreatedAt { get; set; }
    /// <summary>Anything.</summary>
    public JsonElement? Attributes { get; set; }

    /// <summary>Properties that the document does not name: kept, and written back.</summary>
    public ExtraProperties AdditionalProperties => _extra ??= new();

    static Product IJsonModel<Product>.Read(ref JsonReader reader)
    {
        var value = new Product(default(JsonConstruction));
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Id = reader.Int64(); break;
                case 1: value.Name = reader.StringOrNull(); break;
                case 2: value.Price = reader.DecimalOrNull(); break;
                case 3: value.State = reader.StringEnum<ProductState>(); break;
                case 4: value.Note = reader.StringOrNull(); break;
                case 5: value.Tags = reader.ValueOrNull<List<string>, ListCodec<string, StringCodec>>(); break;
                case 6: value.Parts = reader.ValueOrNull<List<Product>, ListCodec<Product, ModelCodec<Product>>>(); break;
                case 7: value.Dimensions = reader.ValueOrNull<Dictionary<string, double>, MapCodec<double, DoubleCodec>>(); break;
                case 8: value.CreatedAt = reader.DateTimeOffsetOrNull(); break;
                case 9: value.Attributes = reader.StructOrNull<JsonElement, ElementCodec>(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<Product>.Write(ref JsonWriter writer, Product value)
    {
        writer.StartObject();
        writer.Int64("id"u8, value.Id);
        writer.StringOrNull("name"u8, value.Name);
        writer.DecimalOrSkip("price"u8, value.Price);
        writer.StringEnum("state"u8, value.State);
        writer.Optional<string?, OrNullCodec<string, StringCodec>>("note"u8, value.Note);
        writer.ValueOrSkip<List<string>, ListCodec<string, StringCodec>>("tags"u8, value.Tags);
        writer.ValueOrSkip<List<Product>, ListCodec<Product, ModelCodec<Product>>>("parts"u8, value.Parts);
        writer.ValueOrSkip<Dictionary<string, double>, MapCodec<double, DoubleCodec>>("dimensions"u8, value.Dimensions);
        writer.Optional<DateTimeOffset?, NullableCodec<DateTimeOffset, DateTimeOffsetCodec>>("created_at"u8, value.CreatedAt);
        writer.StructOrSkip<JsonElement, ElementCodec>("attributes"u8, value.Attributes);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}

/// <summary>State of a product. A value that the document does not name is kept as it is.</summary>
/// <param name="Value">The value on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductState>))]
public readonly partial record struct ProductState(string Value) : IStringEnum<ProductState>
{
    private static readonly JsonNames s_known = new("in-stock", "sold-out");

    /// <summary><c>in-stock</c></summary>
    public static ProductState InStock => new("in-stock");
    /// <summary><c>sold-out</c></summary>
    public static ProductState SoldOut => new("sold-out");

    static JsonNames IStringEnum<ProductState>.Known => s_known;
    static ProductState IStringEnum<ProductState>.From(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    /// <summary>The wire values as constants, for <c>switch</c>.</summary>
    public static class Values
    {
        /// <summary><c>in-stock</c></summary>
        public const string InStock = "in-stock";
        /// <summary><c>sold-out</c></summary>
        public const string SoldOut = "sold-out";
    }
}

/// <summary>A priority. A value that the document does not name is kept as it is.</summary>
/// <param name="Value">The value on the wire.</param>
[JsonConverter(typeof(OpenIntegerEnumConverter<Priority>))]
public readonly partial record struct Priority(long Value) : IIntegerEnum<Priority>
{
    /// <summary><c>1</c></summary>
    public static Priority Value1 => new(1);
    static Priority IIntegerEnum<Priority>.From(long value) => new(value);
    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A hierarchy: the document gives <c>Payment</c> a discriminator and lets others extend it by <c>allOf</c>.</summary>
[JsonConverter(typeof(JsonModelConverter<Payment>))]
public partial class Payment : IJsonModel<Payment>
{
    internal static readonly JsonShape Shape = new("Payment", "kind,amount?,");
    private protected ExtraProperties? _extra;

    /// <summary>Makes an empty payment.</summary>
    public Payment() { }
    [SetsRequiredMembers]
    private protected Payment(JsonConstruction _) { }

    /// <summary>The discriminator.</summary>
    public required string Kind { get; set; }
    /// <summary>The amount.</summary>
    public decimal? Amount { get; set; }
    /// <summary>Properties that the document does not name: kept, and written back.</summary>
    public ExtraProperties AdditionalProperties => _extra ??= new();

    static Payment IJsonModel<Payment>.Read(ref JsonReader reader)
    {
        switch (reader.Discriminator("kind"u8))
        {
            case "card": return reader.Model<CardPayment>();
        }
        var value = new Payment(default(JsonConstruction));
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Kind = reader.String(); break;
                case 1: value.Amount = reader.DecimalOrNull(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<Payment>.Write(ref JsonWriter writer, Payment value)
    {
        switch (value)
        {
            case CardPayment derived: writer.Model(derived); return;
        }
        writer.StartObject();
        writer.String("kind"u8, value.Kind);
        writer.DecimalOrSkip("amount"u8, value.Amount);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}

/// <summary>A card payment.</summary>
[JsonConverter(typeof(JsonModelConverter<CardPayment>))]
public sealed partial class CardPayment : Payment, IJsonModel<CardPayment>
{
    internal static new readonly JsonShape Shape = new("CardPayment", "kind,amount?,last4,");

    /// <summary>Makes an empty card payment whose discriminator is set.</summary>
    [SetsRequiredMembers]
    public CardPayment() => Kind = "card";
    [SetsRequiredMembers]
    private CardPayment(JsonConstruction construction) : base(construction) { }

    /// <summary>Last four digits.</summary>
    public string? Last4 { get; set; }

    static CardPayment IJsonModel<CardPayment>.Read(ref JsonReader reader)
    {
        var value = new CardPayment(default(JsonConstruction));
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Kind = reader.String(); break;
                case 1: value.Amount = reader.DecimalOrNull(); break;
                case 2: value.Last4 = reader.String(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<CardPayment>.Write(ref JsonWriter writer, CardPayment value)
    {
        writer.StartObject();
        writer.String("kind"u8, value.Kind);
        writer.DecimalOrSkip("amount"u8, value.Amount);
        writer.StringOrSkip("last4"u8, value.Last4);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}

/// <summary>A closed union by shape and discriminator: <c>oneOf</c>. An unknown case is kept whole as a <see cref="JsonElement"/>.</summary>
[JsonConverter(typeof(JsonModelConverter<PaymentOrText>))]
public sealed partial class PaymentOrText : IJsonModel<PaymentOrText>
{
    private PaymentOrText(object? value) => Value = value;

    /// <summary>The value: a <see cref="Product"/>, a <see cref="CardPayment"/>, a <see cref="string"/>, or a <see cref="JsonElement"/> for what the document does not name.</summary>
    public object? Value { get; }

    /// <summary>Makes the union of a case.</summary>
    public static implicit operator PaymentOrText(Product value) => new(value);
    /// <summary>Makes the union of a case.</summary>
    public static implicit operator PaymentOrText(CardPayment value) => new(value);
    /// <summary>Makes the union of a case.</summary>
    public static implicit operator PaymentOrText(string value) => new(value);
    /// <summary>Makes the union of a case that the document does not name.</summary>
    public static implicit operator PaymentOrText(JsonElement value) => new(value);

    static PaymentOrText IJsonModel<PaymentOrText>.Read(ref JsonReader reader)
    {
        switch (reader.Peek())
        {
            case JsonValueKind.String: return new(reader.String());
            case JsonValueKind.Object:
                switch (reader.BestShape(Product.Shape, CardPayment.Shape)) // -1: none fits (a required property is missing)
                {
                    case 0: if (reader.TryModel<Product>(out var product)) return new(product); break; // on failure the reader is where it was
                    case 1: if (reader.TryModel<CardPayment>(out var card)) return new(card); break;
                }
                break;
        }
        return new(reader.Element());
    }

    static void IJsonModel<PaymentOrText>.Write(ref JsonWriter writer, PaymentOrText value)
    {
        switch (value.Value)
        {
            case Product item: writer.Model(item); break;
            case CardPayment item: writer.Model(item); break;
            case string item: writer.StringValue(item); break;
            case JsonElement item: writer.Element(item); break;
            default: writer.Null(); break;
        }
    }
}

/// <summary>Typed additional properties.</summary>
[JsonConverter(typeof(JsonModelConverter<Scores>))]
public sealed partial class Scores : IJsonModel<Scores>
{
    internal static readonly JsonShape Shape = new("Scores", "title?,");
    private Dictionary<string, int>? _additional;

    /// <summary>The title.</summary>
    public string? Title { get; set; }
    /// <summary>The other properties.</summary>
    public Dictionary<string, int> AdditionalProperties => _additional ??= new(StringComparer.Ordinal);

    static Scores IJsonModel<Scores>.Read(ref JsonReader reader)
    {
        var value = new Scores();
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Title = reader.StringOrNull(); break;
                default: value.AdditionalProperties[reader.PropertyName()] = reader.Int32(); break; // PropertyName: the unknown property just read
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<Scores>.Write(ref JsonWriter writer, Scores value)
    {
        writer.StartObject();
        writer.StringOrSkip("title"u8, value.Title);
        writer.Entries<int, Int32Codec>(value._additional);
        writer.EndObject();
    }
}
