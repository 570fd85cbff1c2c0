using System.Data.Common;

namespace Integrations.Sql;

/// <summary>Reads the current row.</summary>
/// <typeparam name="T">What a row is read as.</typeparam>
/// <param name="reader">Stands on the row.</param>
/// <param name="map">The ordinals of the columns that are taken by name.</param>
/// <returns>The row.</returns>
public delegate T SqlRow<out T>(DbDataReader reader, int[] map);
