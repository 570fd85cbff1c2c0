using System.Globalization;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json.UserTypes;

/// <summary>
/// Writes the reading of an object's members. Where an empty one can be made first, members are set as they come; where constructor or
/// initializer wants them, they are gathered before.
/// </summary>
internal static class UserReadEmitter
{
    private const string Json = "global::Integrations.Json.";

    public static void Members(CodeWriter writer, UserObjectModel model)
    {
        writer.Open($"internal static {model.Name} ReadMembers(ref {Json}JsonReader reader)");
        if (model.Construction is null)
            writer.Line($"throw new global::System.NotSupportedException({CSharpText.Literal(model.Title)});");
        else if (IsDirect(model))
            Direct(writer, model);
        else
            Gathered(writer, model);
        writer.Close();
    }

    private static bool IsDirect(UserObjectModel model) =>
        model.Construction!.Arguments.Count == 0
        && model.Extension is not { Setter: UserSetter.Init }
        && model.Members.All(static m => !m.MustInit && (!m.IsRead || m.Setter == UserSetter.Set));

    private static void Direct(CodeWriter writer, UserObjectModel model)
    {
        writer.Line($"var value = new {model.Name}();");
        Loop(writer, model, static (m, _) => $"value.{m.Name} = {ReadCall(m)};");
        SetExtension(writer, model);
        writer.Line("return value;");
    }

    private static void Gathered(CodeWriter writer, UserObjectModel model)
    {
        for (var i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i].IsRead)
                writer.Line($"{LocalType(model.Members[i])} m{Number(i)} = {Start(model, i)};");
        }
        Loop(writer, model, static (_, i) => $"m{Number(i)} = ", ReadCall);
        Template(writer, model);
        writer.Line($"var value = {New(model, fresh: false)};");
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            if (member is { IsRead: true, MustInit: false, Setter: UserSetter.Set })
                writer.Line(member.IsRequired ? $"value.{member.Name} = m{Number(i)};" : $"if (cursor.Has({Number(i)})) value.{member.Name} = m{Number(i)};");
        }
        if (model.Extension is not { Setter: UserSetter.Init })
            SetExtension(writer, model);
        writer.Line("return value;");
    }

    private static void Loop(CodeWriter writer, UserObjectModel model, Func<UserMemberModel, int, string> target, Func<UserMemberModel, string>? call = null)
    {
        if (model.Extension is { } extension)
            writer.Line($"{extension.Type}? extra = null;");
        writer.Line($"var cursor = reader.StartObject(s_shape);");
        writer.Open("while (reader.Next(ref cursor))");
        writer.Open("switch (cursor.Index)");
        for (var i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i].IsRead)
                writer.Line($"case {Number(i)}: {target(model.Members[i], i)}{(call is null ? "" : call(model.Members[i]) + ";")} break;");
        }
        // The property that tells the type is no unknown one.
        var unknown = model.Discriminator is { } name ? $"case -1 when !reader.IsNamed({CSharpText.Literal(name)}u8):" : "case -1:";
        if (model.Extension is { } kept)
            writer.Line($"{unknown} {(kept.Extra ? "reader.Keep(ref extra)" : Json + "ExtensionData.Keep(ref reader, ref extra)")}; break;");
        else if (model.DisallowUnmapped)
            writer.Line($"{unknown} reader.Unmapped(); break;");
        writer.Line("default: reader.Skip(); break;");
        writer.Close();
        writer.Close();
        writer.Line("reader.EndObject(ref cursor);");
    }

    // Where an init-only member has a value of its own, absence must leave it: one more object is made to ask for it.
    private static void Template(CodeWriter writer, UserObjectModel model)
    {
        var asked = model.Members.Select(static (m, i) => (Member: m, Index: i)).Where(static m => UsesTemplate(m.Member)).ToList();
        if (asked.Count == 0)
            return;
        var all = string.Join(" && ", asked.Select(static m => $"cursor.Has({Number(m.Index)})"));
        writer.Line($"var fresh = {all} ? default! : {New(model, fresh: true)};");
    }

    private static string New(UserObjectModel model, bool fresh)
    {
        var arguments = string.Join(", ", model.Construction!.Arguments.Select(static a => a.Member < 0 ? a.Default : "m" + Number(a.Member)));
        var initial = new List<string>();
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            var local = "m" + Number(i);
            if (member.MustInit)
                initial.Add($"{member.Name} = {(member.IsRead ? local : "default!")}");
            else if (!fresh && member is { IsRead: true, Setter: UserSetter.Init })
                initial.Add(UsesTemplate(member) ? $"{member.Name} = cursor.Has({Number(i)}) ? {local} : fresh.{member.Name}" : $"{member.Name} = {local}");
        }
        if (!fresh && model.Extension is { Setter: UserSetter.Init } extension)
            initial.Add($"{extension.Name} = extra!");
        return $"new {model.Name}({arguments})" + (initial.Count > 0 ? $" {{ {string.Join(", ", initial)} }}" : "");
    }

    private static bool UsesTemplate(UserMemberModel member) => member is { IsRead: true, IsRequired: false, MustInit: false, Setter: UserSetter.Init, StartsWith: true };

    private static void SetExtension(CodeWriter writer, UserObjectModel model)
    {
        if (model.Extension is { } extension)
            writer.Line($"if (extra is not null) value.{extension.Name} = extra;");
    }

    private static string Start(UserObjectModel model, int member)
    {
        foreach (var argument in model.Construction!.Arguments)
        {
            if (argument.Member == member && argument.IsOptional)
                return argument.Default;
        }
        return "default!";
    }

    private static string LocalType(UserMemberModel member)
    {
        var name = TypeText.Of(member.Type).Name;
        return member.IsOptional ? $"global::Integrations.Optional<{name}>" : name;
    }

    private static string ReadCall(UserMemberModel member) => $"{TypeText.Of(member.Type).Codec}.Read(ref reader)";

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
