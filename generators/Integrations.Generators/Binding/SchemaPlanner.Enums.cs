using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

internal sealed partial class SchemaPlanner
{
    /// <summary>
    /// The open enum of a schema whose values are all strings, or all integers; null where it is none. One value alone, stated inline, is a
    /// constant and stays a plain string or number, so that Stripe's <c>object: "charge"</c> makes no type.
    /// </summary>
    private EnumPlan? Enum(SpecSchema schema, NameHint hint)
    {
        int strings = 0, integers = 0, others = 0;
        foreach (var value in schema.Enum)
        {
            if (value == "null")
                continue;
            if (SchemaFacts.StringValue(value) is not null)
                strings++;
            else if (SchemaFacts.IsInt64(value))
                integers++;
            else
                others++;
        }
        if (others > 0 || (strings > 0 && integers > 0) || strings + integers == 0 || (strings + integers == 1 && hint.Key is null))
            return null;
        // The type wins over the values where both stand: values of another type can never be sent.
        var types = schema.Types & ~SpecTypes.Null;
        if (types != SpecTypes.None && (types & (strings > 0 ? SpecTypes.String : SpecTypes.Integer | SpecTypes.Number)) == 0)
            return null;
        if (types == SpecTypes.Number || (types & (types - 1)) != 0)
            return null;
        if (strings + integers > BindingLimits.EnumValues)
        {
            _limit(schema, $"an enum of more than {BindingLimits.EnumValues} values is typed as what they are");
            return null;
        }
        _enumText += schema.Enum.Sum(static value => value.Length);
        if (_enumText > BindingLimits.EnumText)
        {
            _limit(schema, $"the values of the document's enums have more than {BindingLimits.EnumText} characters; this one is typed as what they are");
            return null;
        }
        if (!HasRoom(schema, EmittedKind.Enum, BindingLimits.EnumWork + strings + integers))
            return null;
        return Declare(new EnumPlan(hint.Candidate, hint.Wire, hint.File, schema, integers > 0) { IsComponent = hint.Key is not null });
    }
}
