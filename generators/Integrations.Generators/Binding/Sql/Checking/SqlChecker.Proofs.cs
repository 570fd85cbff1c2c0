using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>What a condition proves not to be NULL, where it holds or where it does not.</summary>
internal sealed partial class SqlChecker
{
    private void Prove(SqlExpr expr, SqlScope scope, bool holds)
    {
        switch (expr)
        {
            case SqlLogicExpr logic when logic.IsAnd == holds:
                logic.Items.ForEach(item => Prove(item, scope, holds));
                break;
            case SqlNotExpr not:
                Prove(not.Operand, scope, !holds);
                break;
            case SqlIsExpr { What: "null" } test when test.IsNot == holds:
                Present(test.Operand, scope);
                break;
            case SqlIsExpr { What: "true" or "false", IsNot: false } test when holds:
                Present(test.Operand, scope);
                break;
            case SqlIsExpr { What: "distinct", IsNot: true, Other: SqlLiteralExpr { Kind: not SqlLiteralKind.Null } } test when holds:
                Present(test.Operand, scope);
                break;
            case SqlIsExpr:
                break;
            case SqlInExpr { IsNot: false } @in when holds:
                Present(@in.Operand, scope);
                break;
            case SqlInExpr { Items: { Count: > 0 } } @in:
                Present(@in.Operand, scope);
                break;
            case SqlQuantifiedExpr quantified when holds && quantified.Name is "=" or "~~":
                Present(quantified.Left, scope);
                break;
            case SqlNameExpr or SqlOperatorExpr or SqlBetweenExpr or SqlLikeExpr { IsOpaque: false } or SqlCallExpr:
                Present(expr, scope);
                break;
        }
    }

    /// <summary>Of a value that is not NULL, the columns that cannot have been either.</summary>
    private void Present(SqlExpr expr, SqlScope scope)
    {
        switch (expr)
        {
            case SqlNameExpr { IsStar: false } name:
                // What a condition of a subquery says of the rows around it, it says of none that it does not find.
                if (FindColumn(name, scope) is var (relation, column) && scope.Relations.Contains(relation))
                {
                    relation.Proved.Add(column.Name);
                    if (!relation.IsPresent)
                    {
                        relation.IsPresent = true;
                        if (relation.On is { } on)
                            Prove(on, scope, true);
                    }
                }
                break;
            case SqlCastExpr cast:
                Present(cast.Operand, scope);
                break;
            case SqlOperatorExpr { Left: var left, Right: var right }:
                if (left is not null)
                    Present(left, scope);
                Present(right, scope);
                break;
            case SqlBetweenExpr between:
                Present(between.Operand, scope);
                break;
            case SqlLikeExpr like:
                Present(like.Operand, scope);
                break;
            case SqlRowExpr row:
                row.Items.ForEach(item => Present(item, scope));
                break;
            case SqlCallExpr { Over: null, Filter: null } call when SqlSignatures.Function(call.Name, IsSqlite) is { Kind: 's' } || call.IsSpecial:
                call.Arguments.ForEach(argument => Present(argument, scope));
                break;
        }
    }
}
