using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Where a statement stands: in the attribute, or in a file.</summary>
/// <param name="text">The statement.</param>
/// <param name="file">The file; null where it stands in the attribute.</param>
/// <param name="spot">Which of the attribute's texts it is.</param>
/// <param name="method">The index of its method.</param>
internal sealed class SqlTextSource(string text, SqlFileModel? file, SqlSpot spot, int method)
{
    /// <summary>The statement.</summary>
    public string Text => text;

    /// <summary>Finds a statement; null where its file cannot be found, which is then a problem.</summary>
    public static SqlTextSource? Find(string stated, SqlSpot spot, int method, EquatableArray<SqlFileModel> files, List<SqlProblem> problems)
    {
        var path = stated.Trim();
        if (!path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) || path.Any(char.IsWhiteSpace))
            return new SqlTextSource(stated, null, spot, method);
        path = DocumentPath.Normalize(path);
        var found = files.Where(f => f.RelativePath == path).ToList();
        if (found.Count == 1)
            return new SqlTextSource(found[0].Text, found[0], spot, method);
        var near = files.FirstOrDefault(f => string.Equals(f.RelativePath, path, StringComparison.OrdinalIgnoreCase));
        var what = found.Count > 1 ? "means more than one file; give one of them another Link"
            : "is not among the project's AdditionalFiles" + (near is null ? "" : $" (but '{near.RelativePath}' is)") + $"; put it under sql/, or add <AdditionalFiles Include=\"{path}\" /> to the project";
        problems.Add(new SqlProblem(SqlDescriptors.File.Id, method, spot, 0, 0, null, new([path, what])));
        return null;
    }

    /// <summary>A problem at a place of the statement.</summary>
    public SqlProblem Problem(string id, int start, int length, params string[] arguments) =>
        new(id, method, spot, start, length, file is null ? null : Place(start, length), new(arguments));

    private PlaceModel Place(int start, int length)
    {
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(start + length);
        return new PlaceModel(file!.Path, start, length, line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int at)
    {
        var (line, begin) = (0, 0);
        for (var i = 0; i < at && i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
                (line, begin) = (line + 1, i + 1);
        }
        return (line, at - begin);
    }
}
