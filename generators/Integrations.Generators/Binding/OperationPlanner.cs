using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Plans the types of an operation: parameters, body, success and errors.</summary>
internal sealed class OperationPlanner(SchemaPlanner schemas, ProblemList problems)
{
    private static readonly PlainPlan s_content = new(new TypeModel(WireKind.Element, "global::System.Net.Http.HttpContent", "", IsValueType: false));
    private static readonly PlainPlan s_stream = new(new TypeModel(WireKind.Element, "global::System.IO.Stream", "", IsValueType: false));
    private static readonly PlainPlan s_string = new(WireTypes.String);

    public void Plan(OperationPlan plan)
    {
        var operation = plan.Spec;
        var hint = new NameHint(plan.Group.Name + plan.Candidate, operation.Method + " " + operation.Path, plan.Group.File);
        foreach (var parameter in operation.Parameters)
        {
            if (Parameter(parameter, hint) is { } planned)
                plan.Parameters.Add(planned);
        }
        AddUndeclaredPathParameters(plan);
        if (operation.RequestBody is { Content.Count: > 0 } body)
            plan.Body = Body(plan, body, hint);
        plan.Response = Response(plan, hint);
        Errors(plan, hint);
        foreach (var variant in plan.Variants)
            variant.Errors.AddRange(plan.Errors);
        if (plan.Body is not null)
            BodyVariants(plan, operation.RequestBody!, hint);
    }

    private ParameterPlan? Parameter(SpecParameter parameter, NameHint hint)
    {
        // OpenAPI 3.1, "Parameter Object": such header parameters shall be ignored; media types and credentials are the runtime's.
        if (parameter.In == SpecParameterIn.Header && parameter.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")
            return null;
        if (parameter.In == SpecParameterIn.QueryString)
        {
            problems.Raw(parameter.Location, parameter.Name, "a whole query that is " + (parameter.ContentMediaType ?? "no form") + " cannot be sent; the parameter is left out");
            return null;
        }
        var (type, nullable) = schemas.Inline(parameter.Schema, parameter.Reference, "Parameter", hint.Child(parameter.Name));
        // Styles write lists; what its items are has no say there.
        if (type is TuplePlan)
            type = SchemaPlanner.AnyList;
        var place = parameter.In switch
        {
            SpecParameterIn.Path => ParameterPlace.Path,
            SpecParameterIn.Header => ParameterPlace.Header,
            SpecParameterIn.Cookie => ParameterPlace.Cookie,
            _ => ParameterPlace.Query,
        };
        // null has no form in a URL or header: a required parameter that may be null is simply not sent then.
        var required = parameter.Required && (place == ParameterPlace.Path || !nullable);
        return new ParameterPlan(parameter.Name, place, type, required, nullable: false) { Spec = parameter, Description = parameter.Description };
    }

    /// <summary>A template expression that no parameter declares is a string all the same: without it there is no URL.</summary>
    private static void AddUndeclaredPathParameters(OperationPlan plan)
    {
        foreach (var name in PathTemplate.Names(plan.Spec.Path))
        {
            if (plan.Parameters.Exists(p => p.Place == ParameterPlace.Path && p.Wire == name))
                continue;
            var spec = new SpecParameter { Name = name, In = SpecParameterIn.Path, Required = true, Schema = new SpecSchema { Types = SpecTypes.String } };
            plan.Parameters.Add(new ParameterPlan(name, ParameterPlace.Path, s_string, required: true, nullable: false) { Spec = spec });
        }
    }

    private ParameterPlan Body(OperationPlan plan, SpecRequestBody body, NameHint hint)
    {
        ParameterPlan Make(TypePlan type, bool nullable, BodyKind kind, string? mediaType) =>
            new(body.Name ?? "body", ParameterPlace.Body, type, body.Required, nullable && type is not PlainPlan { Model.Kind: WireKind.Element }) { Body = kind, MediaType = mediaType, Description = body.Description };

        if (MediaTypes.Json(body.Content) is { } json)
        {
            var (type, nullable) = json.Schema is null ? (new PlainPlan(WireTypes.Element), true) : schemas.Inline(json.Schema, body.Reference, "Request", hint.Child("Request"));
            return Make(type, nullable, BodyKind.Json, MediaTypes.Concrete(json.Name));
        }
        if (MediaTypes.Find(body.Content, MediaTypes.Form) is { } form && FormBody(form, body, "Request", hint) is { } formBody)
            return formBody;
        if (MediaTypes.Find(body.Content, MediaTypes.Multipart) is { } multipart && schemas.Multipart(multipart, hint.Child("Request")) is { } parts)
            return Make(parts, nullable: false, BodyKind.Multipart, null);
        var first = body.Content[0];
        if (MediaTypes.IsText(first.Name) && body.Content.Count == 1)
            return Make(s_string, nullable: false, BodyKind.Text, MediaTypes.Concrete(first.Name));
        if (body.Content.Count == 1 && !MediaTypes.IsRange(first.Name) && !first.Name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && first.Name != MediaTypes.Form)
            return Make(s_stream, nullable: false, BodyKind.Stream, first.Name);
        problems.Raw(plan.Spec.Location, plan.Title, "its body (" + first.Name + ") is given as HttpContent");
        return Make(s_content, nullable: false, BodyKind.Content, null);
    }

    private ParameterPlan? FormBody(SpecMediaType form, SpecRequestBody body, string role, NameHint hint)
    {
        if (form.Schema is not { } schema || schemas.HasFile(form))
            return null;
        var (type, _) = schemas.Inline(schema, body.Reference, role, hint.Child(role));
        return !type.IsFormable() ? null : new ParameterPlan(body.Name ?? "body", ParameterPlace.Body, type, body.Required, nullable: false)
        {
            Body = BodyKind.Form,
            Description = body.Description,
            Deep = [.. form.Encoding.Where(static e => e.Style == SpecParameterStyle.DeepObject).Select(static e => e.Name)],
            Encodings = Encodings(form),
        };
    }

    /// <summary>What the document says of properties, unless all of it is <c>deepObject</c> or the default.</summary>
    private static List<FormEncodingModel> Encodings(SpecMediaType form)
    {
        var encodings = new List<FormEncodingModel>();
        var more = false;
        foreach (var encoding in form.Encoding)
        {
            // OpenAPI 3.1, "Encoding Object": where one of these is stated, the media type does not count.
            var styled = encoding.Style is not null || encoding.AllowReserved || encoding.Explode is not null;
            var isJson = !styled && encoding.ContentType is { } type && MediaTypes.IsJson(type);
            if (!styled && !isJson)
                continue;
            var style = encoding.Style is SpecParameterStyle.SpaceDelimited or SpecParameterStyle.PipeDelimited or SpecParameterStyle.TabDelimited or SpecParameterStyle.DeepObject ? encoding.Style.Value : SpecParameterStyle.Form;
            var explode = encoding.Explode ?? style is SpecParameterStyle.Form or SpecParameterStyle.DeepObject;
            more |= isJson || encoding.AllowReserved || style is not SpecParameterStyle.DeepObject and not SpecParameterStyle.Form || !explode;
            encodings.Add(new FormEncodingModel(encoding.Name, style.ToString(), explode, encoding.AllowReserved, isJson));
        }
        return more ? encodings : [];
    }

    /// <summary>
    /// A method for each further media type of the body that can say what the first one cannot: a form or multipart body with files or other
    /// properties, or bytes. Documents that offer one schema in every media type get one method.
    /// </summary>
    private void BodyVariants(OperationPlan plan, SpecRequestBody body, NameHint hint)
    {
        if (plan.Body is not { Body: BodyKind.Json or BodyKind.Form or BodyKind.Multipart } main)
            return;
        var schema = main.Body switch
        {
            BodyKind.Json => MediaTypes.Json(body.Content)?.Schema,
            BodyKind.Form => MediaTypes.Find(body.Content, MediaTypes.Form)?.Schema,
            _ => MediaTypes.Find(body.Content, MediaTypes.Multipart)?.Schema,
        };
        if (main.Body == BodyKind.Json && MediaTypes.Find(body.Content, MediaTypes.Form) is { } form && schemas.SaysMore(form, schema)
            && FormBody(form, body, "FormRequest", hint) is { } formBody)
        {
            plan.Variant("Form").Body = formBody;
        }
        if (main.Body != BodyKind.Multipart && MediaTypes.Find(body.Content, MediaTypes.Multipart) is { } multipart && schemas.SaysMore(multipart, schema)
            && schemas.Multipart(multipart, hint.Child("MultipartRequest")) is { } parts)
        {
            plan.Variant("Multipart").Body = new ParameterPlan(main.Wire, ParameterPlace.Body, parts, body.Required, nullable: false) { Body = BodyKind.Multipart, Description = body.Description };
        }
        if (MediaTypes.Find(body.Content, MediaTypes.Binary) is not null)
            plan.Variant("FromStream").Body = new ParameterPlan(main.Wire, ParameterPlace.Body, s_stream, body.Required, nullable: false) { Body = BodyKind.Stream, MediaType = MediaTypes.Binary, Description = body.Description };
    }

    private ResponsePlan Response(OperationPlan plan, NameHint hint)
    {
        var successes = new List<SpecResponse>();
        foreach (var response in plan.Spec.Responses)
        {
            if (response.Status.Length == 3 && response.Status[0] == '2')
                successes.Add(response);
        }
        if (successes.Count == 0)
        {
            foreach (var response in plan.Spec.Responses)
            {
                if (response.Status == "default")
                    successes.Add(response);
            }
        }
        var described = successes.Count > 0 ? successes[0].Description ?? "" : "";
        // RFC 9110, sections 15.3.5 and 15.3.6: these have no content, whatever the document says.
        var withBody = successes.FindAll(static r => r.Content.Count > 0 && r.Status is not ("204" or "205"));
        if (withBody.Count == 0)
            return ResponsePlan.Nothing with { Description = described };
        var allowEmpty = withBody.Count < successes.Count;

        var typed = new List<SpecSchema>();
        string? reference = null;
        var json = 0;
        foreach (var response in withBody)
        {
            if (MediaTypes.Json(response.Content) is not { } content)
                continue;
            json++;
            // Inline successes of one operation are told apart by their status.
            if (content.Schema is { Reference: null, Title: null } inline && withBody.Count > 1)
                inline.Title = "Status" + response.Status;
            if (content.Schema is { } schema && !typed.Exists(s => s.Reference is not null && s.Reference == schema.Reference))
            {
                typed.Add(schema);
                reference = response.Reference;
            }
        }
        var items = withBody.Select(static r => MediaTypes.Items(r.Content)).FirstOrDefault(static m => m is not null);
        if (json == 0 && items is not null)
            return Items(items, hint.Child("Item"), described);
        if (items is not null)
            plan.Variant("Stream").Response = Items(items, hint.Child("StreamItem"), described);
        if (json == 0)
        {
            var media = withBody[0].Content[0].Name;
            return MediaTypes.IsText(media) && withBody[0].Content.Count == 1
                ? new ResponsePlan(ResponseKind.Text, null, allowEmpty, allowEmpty, media, described)
                : new ResponsePlan(ResponseKind.Stream, null, allowEmpty, allowEmpty, MediaTypes.Accept(withBody[0].Content), described);
        }
        // Several successes with several schemas are one union: the one that came is known by its shape.
        var whole = typed.Count switch
        {
            0 => new SpecSchema(),
            1 => typed[0],
            _ => new SpecSchema { OneOf = typed, Location = plan.Spec.Location, Pointer = plan.Spec.Pointer },
        };
        var (type, nullable) = schemas.Inline(whole, typed.Count == 1 ? reference : null, "Response", hint.Child("Response"));
        return new ResponsePlan(ResponseKind.Json, type, nullable || allowEmpty, allowEmpty, MediaTypes.Accept(withBody[0].Content), described);
    }

    /// <summary>
    /// What comes item by item. A schema that stands where one of an item should (as documents before 3.2 have to) is the item's; one of an array
    /// is that of all items. An <c>itemSchema</c> of events describes the event: its data is the item.
    /// </summary>
    private ResponsePlan Items(SpecMediaType media, NameHint hint, string described)
    {
        var kind = MediaTypes.ItemKind(media.Name)!.Value;
        var schema = media.ItemSchema ?? media.Schema;
        if (media.ItemSchema is null && schema is not null && schemas.Resolved(schema) is { Items: { } each, Types: SpecTypes.Array })
            schema = each;
        if (kind == ResponseKind.Events && schema is not null && schemas.Resolved(schema) is { } resolved)
        {
            if (media.ItemSchema is not null && resolved.Properties.FirstOrDefault(static p => p.Name == "data") is { } data && resolved.Properties.All(static p => p.Name is "data" or "event" or "id" or "retry" or "comment"))
                schema = resolved = data.Schema;
            if (schemas.Resolved(resolved) is { Types: SpecTypes.String } or { Format: "binary" } || SchemaFacts.IsAny(schemas.Resolved(resolved)))
                schema = null;
        }
        if (schema is null && kind == ResponseKind.Events)
            return new ResponsePlan(ResponseKind.RawEvents, null, false, false, media.Name, described);
        var (type, nullable) = schema is null ? (new PlainPlan(WireTypes.Element), false) : schemas.Type(schema, hint);
        return new ResponsePlan(kind, type, nullable, false, media.Name, described);
    }

    private void Errors(OperationPlan plan, NameHint hint)
    {
        foreach (var response in plan.Spec.Responses)
        {
            var status = response.Status;
            if (status != "default" && (status.Length != 3 || status[0] is not ('4' or '5')))
                continue;
            if (status == "default" && !HasSuccess(plan.Spec))
                continue;
            if (MediaTypes.Json(response.Content)?.Schema is not { } schema)
                continue;
            var (type, _) = schemas.Inline(schema, response.Reference, "Response", hint.Child(status == "default" ? "Error" : "Error" + status));
            plan.Errors.Add((status, type));
        }
    }

    private static bool HasSuccess(SpecOperation operation)
    {
        foreach (var response in operation.Responses)
        {
            if (response.Status.Length == 3 && response.Status[0] == '2')
                return true;
        }
        return false;
    }
}
