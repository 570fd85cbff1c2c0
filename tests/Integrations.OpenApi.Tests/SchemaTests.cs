using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "3.0.3", SpecTypes.String)]
    [InlineData("""{"type":"string","nullable":true}""", "3.0.3", SpecTypes.String | SpecTypes.Null)]
    [InlineData("""{"type":["string","null"]}""", "3.1.0", SpecTypes.String | SpecTypes.Null)]
    [InlineData("""{"type":["integer","string"]}""", "3.0.0", SpecTypes.Integer | SpecTypes.String)]
    [InlineData("""{"type":"null"}""", "3.1.0", SpecTypes.Null)]
    [InlineData("""{"x-nullable":true,"type":"object"}""", "3.0.0", SpecTypes.Object | SpecTypes.Null)]
    [InlineData("{}", "3.1.0", SpecTypes.None)]
    [InlineData("""{"type":"any"}""", "3.0.0", SpecTypes.None)]
    public void Types_of_all_versions_are_flags(string schema, string version, SpecTypes expected)
    {
        var document = Spec.WithSchema(schema, version);

        Assert.Equal(expected, document.Answer().Types);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_nullable_without_type_differs_from_the_type_null()
    {
        Assert.False(Spec.Schema("""{"nullable":true}""", "3.0.0").TypeStated);
        Assert.True(Spec.Schema("""{"type":"null"}""").TypeStated);
    }

    [Fact]
    public void Boolean_schemas_are_read()
    {
        var schema = Spec.Schema("""{"properties":{"any":true,"never":false,"not":{"not":{}}},"items":true}""");

        Assert.Equal([false, true, true], schema.Properties.Select(p => p.Schema.Never));
        Assert.NotNull(schema.Items);
    }

    [Fact]
    public void What_the_library_loses_is_kept()
    {
        var schema = Spec.Schema("""
            {"enum":[1,9223372036854775808123,"ä",null,1.50,{"a":[1]}],"const":{"b":2},"default":12345678901234567890,
             "prefixItems":[{"type":"string"},{"$ref":"#/components/schemas/X"}],"contentEncoding":"base64","contentMediaType":"image/png",
             "x-enum-varnames":["One","Two"],"x-enum-descriptions":["first"],"minimum":1e400,"exclusiveMaximum":99999999999999999999}
            """, components: """{"X":{"type":"integer"}}""");

        Assert.Equal(["1", "9223372036854775808123", "\"ä\"", "null", "1.50", "{\"a\":[1]}"], schema.Enum);
        Assert.Equal("{\"b\":2}", schema.Const);
        Assert.Equal("12345678901234567890", schema.Default);
        Assert.Equal(SpecTypes.String, schema.PrefixItems[0].Types);
        Assert.Equal("#/components/schemas/X", schema.PrefixItems[1].Reference);
        Assert.Equal(("base64", "image/png"), (schema.ContentEncoding, schema.ContentMediaType));
        Assert.Equal(["One", "Two"], schema.EnumNames);
        Assert.Equal(["first"], schema.EnumDescriptions);
        Assert.Equal(("1e400", "99999999999999999999"), (schema.Minimum, schema.Maximum));
    }

    [Theory]
    [InlineData("{}", true, false, false)]
    [InlineData("""{"additionalProperties":false}""", false, false, false)]
    [InlineData("""{"additionalProperties":true}""", true, true, false)]
    [InlineData("""{"additionalProperties":{}}""", true, true, false)]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", true, true, true)]
    [InlineData("""{"unevaluatedProperties":false}""", false, false, false)]
    public void Additional_properties_say_all_they_say(string schema, bool allowed, bool stated, bool hasSchema)
    {
        var read = Spec.Schema(schema);

        Assert.Equal((allowed, stated, hasSchema), (read.AdditionalPropertiesAllowed, read.AdditionalPropertiesStated, read.AdditionalProperties is not null));
    }

    [Fact]
    public void Properties_keep_order_and_any_name()
    {
        var schema = Spec.Schema("""{"properties":{"zeta":{"type":"string"},"$ref":{"type":"integer"},"x-int-ref":{},"x-y":{},"":{},"a/b~c":{}},"required":["zeta","x-y"]}""");

        Assert.Equal(["zeta", "$ref", "x-int-ref", "x-y", "", "a/b~c"], schema.Properties.Select(p => p.Name));
        Assert.Equal(SpecTypes.Integer, schema.Properties[1].Schema.Types);
        Assert.Equal(["zeta", "x-y"], schema.Required);
    }

    [Fact]
    public void Private_extensions_cannot_be_forged()
    {
        var schema = Spec.Schema("""{"x-int-ref":"#/evil","x-int-at":99999,"x-int-never":true,"type":"string"}""");

        Assert.Null(schema.Reference);
        Assert.False(schema.Never);
    }

    [Theory]
    [InlineData("""{"properties":[]}""", "An object is expected")]
    [InlineData("""{"type":"string","properties":{"a":{"required":true}}}""", "'required' is a list")]
    [InlineData("""{"enum":"a"}""", "An array is expected")]
    [InlineData("""{"description":5}""", "read as text")]
    [InlineData("""{"type":"String"}""", "read as 'string'")]
    [InlineData("""{"type":5}""", "'5' is unknown", "'type' is a name")]
    [InlineData("""{"allOf":{"type":"string"}}""", "read as its only item")]
    [InlineData("""{"deprecated":"true"}""", "read as one")]
    [InlineData("\"text\"", "A schema is expected")]
    [InlineData("[]", "A schema is expected")]
    [InlineData("""{"items":[{"type":"string"}]}""", "read as a tuple")]
    [InlineData("""{"discriminator":{}}""", "has no 'propertyName'")]
    public void A_wrong_shape_is_a_problem_at_its_place_and_the_rest_is_read(string schema, params string[] reasons)
    {
        var document = Spec.WithSchema(schema);

        var problem = Assert.Single(document.Problems);
        Assert.Equal(SpecProblemKind.Shape, problem.Kind);
        Assert.Contains(reasons, r => problem.Message.Contains(r, StringComparison.Ordinal));
        Assert.Equal(1, problem.Location.Line);
        Assert.NotNull(document.Answer());
    }

    [Fact]
    public void Before_3_1_a_reference_replaces_its_siblings_and_since_it_has_them()
    {
        const string Schema = """{"$ref":"#/components/schemas/X","type":"string","description":"d","nullable":true}""";

        var old = Spec.Schema(Schema, "3.0.3", """{"X":{}}""");
        var now = Spec.Schema(Schema, "3.1.0", """{"X":{}}""");

        Assert.Equal(("#/components/schemas/X", SpecTypes.Null, "d"), (old.Reference, old.Types, old.Description));
        Assert.Equal(("#/components/schemas/X", SpecTypes.Null | SpecTypes.String, "d"), (now.Reference, now.Types, now.Description));
    }

    [Fact]
    public void A_component_that_is_only_a_reference_stays_one()
    {
        var document = Spec.WithSchema("""{"$ref":"#/components/schemas/A"}""", components: """{"A":{"$ref":"#/components/schemas/B"},"B":{"type":"string"},"Unused":{}}""");

        Assert.Equal(["#/components/schemas/A", "#/components/schemas/B"], document.Schemas.Keys);
        Assert.Equal("#/components/schemas/B", document.Schemas["#/components/schemas/A"].Reference);
    }

    [Fact]
    public void Every_schema_knows_its_place()
    {
        var document = Spec.WithSchema("""
            {
              "properties": {
                 "a": {"type":"string"} } }
            """);

        Assert.Equal(new SpecLocation(3, 5), document.Answer().Properties[0].Schema.Location);
    }

    [Fact]
    public void A_discriminators_mapping_is_keys()
    {
        var document = Spec.WithSchema("""
            {"oneOf":[{"$ref":"#/components/schemas/Cat"}],"discriminator":{"propertyName":"kind","mapping":{"c":"Cat","d":"#/components/schemas/Dog","e":"Eel.json","f":"schemas/Fox.yaml","g":"Gone"}}}
            """, components: """{"Cat":{},"Dog":{},"Eel":{},"Fox":{}}""");

        var discriminator = document.Answer().Discriminator!;
        Assert.Equal("kind", discriminator.PropertyName);
        Assert.Equal(["c=Cat", "d=Dog", "e=Eel", "f=Fox"], discriminator.Mapping.Select(m => m.Key + "=" + m.Value.Replace("#/components/schemas/", "", StringComparison.Ordinal)));
        Assert.Equal(4, document.Schemas.Count);
        Assert.Equal(SpecProblemKind.Reference, Assert.Single(document.Problems).Kind);
    }

    [Fact]
    public void Subtypes_that_only_their_allOf_mentions_belong_to_the_slice()
    {
        var document = Spec.WithSchema("""{"$ref":"#/components/schemas/Pet"}""", components: """
            {"Puppy":{"allOf":[{"$ref":"#/components/schemas/Dog"}]},
             "Pet":{"type":"object","discriminator":{"propertyName":"kind"}},
             "Dog":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"tail":{"$ref":"#/components/schemas/Tail"}}}]},
             "Tail":{}, "Stone":{"allOf":[{"$ref":"#/components/schemas/Tail"}]}}
            """);

        Assert.Equal(["Puppy", "Pet", "Dog", "Tail"], document.Schemas.Keys.Select(k => k.Split('/')[^1]));
    }
}
