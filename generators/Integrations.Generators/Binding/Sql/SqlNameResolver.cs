using Integrations.Generators.Binding.UserTypes;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Puts the names of emitted models in place of the marks that stand for what did not bind.</summary>
internal static class SqlNameResolver
{
    /// <summary>The method with whole names; broken where one means nothing.</summary>
    public static SqlMethodDeclaration Resolve(SqlMethodDeclaration method, int index, EquatableArray<EmittedType> emitted, List<SqlProblem> problems)
    {
        if (method.Pending.Count == 0)
            return method;
        var names = new string[method.Pending.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var found = EmittedTypeIndex.Find(method.Pending[i], emitted, out var others);
            if (found is { Codec: "ModelCodec" })
            {
                names[i] = "global::" + found.FullName;
                continue;
            }
            var what = others.Count > 0 ? $"may be {string.Join(" or ", others)}; write the one that is meant with its namespace"
                : found is null ? "is neither declared nor emitted from a document; correct it"
                : "is emitted, but no object; take a string, or declare a type of your own";
            problems.Add(new SqlProblem(DeclarationDescriptors.JsonName.Id, index, SqlSpot.Method, 0, 0, null, new([method.Pending[i].Text, method.Name, what])));
            method = method with { IsBroken = true };
        }
        if (method.IsBroken)
            return method;
        return method with
        {
            ReturnType = Text(method.ReturnType),
            Parameters = EquatableArray.From(method.Parameters.Select(p => p with
            {
                Type = Text(p.Type),
                Leaves = EquatableArray.From(p.Leaves.Select(l => l with { Scalar = Scalar(l.Scalar) })),
                Rows = p.Rows is { } rows ? new SqlRowsModel(Text(rows.ItemType), EquatableArray.From(rows.Leaves.Select(l => l with { Scalar = Scalar(l.Scalar) }))) : null,
            })),
            Result = method.Result with
            {
                ListType = Text(method.Result.ListType),
                RowType = Text(method.Result.RowType),
                Row = method.Result.Row is { } row
                    ? new SqlRowModel(row.Scalar is { } s ? Scalar(s) : null, row.Tuple is { } t ? EquatableArray.From(t.Select(Scalar)) : default(EquatableArray<SqlScalarModel>?), row.Object is { } o ? Object(o) : null, row.Empty)
                    : null,
            },
        };

        string Text(string text)
        {
            var parts = text.Split('\u0001');
            for (var i = 1; i < parts.Length; i += 2)
                parts[i] = names[int.Parse(parts[i], System.Globalization.CultureInfo.InvariantCulture)];
            return string.Concat(parts);
        }

        SqlScalarModel Scalar(SqlScalarModel scalar) => scalar.Kind == SqlScalarKind.JsonModel ? scalar with { Type = Text(scalar.Type) } : scalar;

        SqlObjectModel Object(SqlObjectModel model) => model with
        {
            Members = EquatableArray.From(model.Members.Select(m => m with { Scalar = m.Scalar is { } s ? Scalar(s) : null, Object = m.Object is { } o ? Object(o) : null })),
        };
    }
}
