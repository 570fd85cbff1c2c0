namespace Integrations.Sql;

/// <summary>Writes a row that is copied into a table.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="writer">What the driver writes with.</param>
/// <param name="row">The row.</param>
/// <param name="cancellationToken">Cancels it.</param>
/// <returns>When it is written.</returns>
public delegate Task SqlWrite<in T>(object writer, T row, CancellationToken cancellationToken);
