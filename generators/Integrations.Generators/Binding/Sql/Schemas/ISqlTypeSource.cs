using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary>Where the types of a schema are found, whether it is being read or is whole.</summary>
internal interface ISqlTypeSource
{
    /// <summary>A type of the schema; null where it has none of that name.</summary>
    SqlUserTypeModel? FindType(string schema, string name);
}
