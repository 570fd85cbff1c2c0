using System.Text.Json;
using Integrations.Json;
using Integrations.UserTypes.Tests.Types;

namespace Integrations.UserTypes.Tests;

/// <summary>Random instances of every shape: the text is that of System.Text.Json byte for byte, and each reads what the other wrote.</summary>
public class OracleTests
{
    private const int Rounds = 300;

    [Fact] public void Scalars_as_the_oracle() => Same<Scalars>();
    [Fact] public void Any_JSON_as_the_oracle() => Same<AnyJson>();
    [Fact] public void Positional_records_as_the_oracle() => Same<Positional>();
    [Fact] public void Readonly_record_structs_as_the_oracle() => Same<Point>();
    [Fact] public void Record_structs_as_the_oracle() => Same<Mutable>();
    [Fact] public void Init_and_required_as_the_oracle() => Same<WithInit>();
    [Fact] public void Constructors_as_the_oracle() => Same<Constructed>();
    [Fact] public void Private_members_as_the_oracle() => Same<Private>();
    [Fact] public void JsonRequired_as_the_oracle() => Same<Required>();
    [Fact] public void SetsRequiredMembers_as_the_oracle() => Same<SetsItself>();
    [Fact] public void Inheritance_as_the_oracle() => Same<Descendant>();
    [Fact] public void Deeper_inheritance_as_the_oracle() => Same<Descendant2>();
    [Fact] public void Names_as_the_oracle() => Same<Names>();
    [Fact] public void Conditions_as_the_oracle() => Same<Ignored>();
    [Fact] public void Disallow_as_the_oracle() => Same<Strict>();
    [Fact] public void Extension_data_as_the_oracle() => Same<Extensible>();
    [Fact] public void Snake_case_as_the_oracle() => Same<Snake>(JsonNamingPolicy.SnakeCaseLower);
    [Fact] public void Names_as_they_are_as_the_oracle() => Same<AsIs>(null);
    [Fact] public void Nested_and_recursive_as_the_oracle() => Same<Outer.Nested>();
    [Fact] public void Enums_as_the_oracle() => Same<Enums>();
    [Fact] public void Lists_as_the_oracle() => Same<Lists>();
    [Fact] public void Maps_as_the_oracle() => Same<Maps>();
    [Fact] public void Number_handling_as_the_oracle() => Same<Quoted>();
    [Fact] public void Hierarchies_as_the_oracle() => Same<Drawing>();
    [Fact] public void Converters_as_the_oracle() => Same<Converted>();
    [Fact] public void A_generic_type_closed_from_outside_as_the_oracle() => Same<Envelope<Item>, EnvelopeOfItemJsonCodec>(Oracle.Options);
    [Fact] public void Another_of_the_same_as_the_oracle() => Same<Envelope<int>, EnvelopeOfInt32JsonCodec>(Oracle.Options);
    [Fact] public void A_type_of_another_assembly_as_the_oracle() => Same<System.Drawing.Point, JsonCodecs.System_Drawing_PointJsonCodec>(Oracle.Options);

    private static void Same<T>()
        where T : IJsonModel<T> => Same<T, ModelCodec<T>>(Oracle.Options);

    private static void Same<T>(JsonNamingPolicy? naming)
        where T : IJsonModel<T> => Same<T, ModelCodec<T>>(Oracle.With(naming));

    private static void Same<T, TCodec>(JsonSerializerOptions options)
        where TCodec : struct, IJsonCodec<T>
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var value = new RandomValues(seed).Make<T>();
            var expected = JsonSerializer.Serialize(value, options);
            var text = Oracle.Write<T, TCodec>(value);
            Assert.Equal(expected, text);

            // Read by either, it is the same thing.
            var theirs = JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(expected, options), options);
            var ours = JsonSerializer.Serialize(Oracle.Read<T, TCodec>(text), options);
            Assert.Equal(theirs, ours);

            Mutations.Compare<T, TCodec>(expected, options, seed);
        }
    }
}
