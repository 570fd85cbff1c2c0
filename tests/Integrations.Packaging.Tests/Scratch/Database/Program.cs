using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scratch;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
builder.AddIntegrations();
using var host = builder.Build();
await host.StartAsync();

var notes = host.Services.GetRequiredService<NotesDatabase>();
await notes.CreateAsync();
await notes.AddAsync(new Note(Guid.NewGuid(), "it's the first; --", DateTimeOffset.UnixEpoch, 12.34m));
await notes.AddAsync(new Note(Guid.NewGuid(), "another", DateTimeOffset.UnixEpoch.AddDays(1), null));
await foreach (var note in notes.WithAsync("first"))
    Console.WriteLine(FormattableString.Invariant($"{note.Text} {note.WrittenAt:yyyy-MM-dd} {note.Price}"));
