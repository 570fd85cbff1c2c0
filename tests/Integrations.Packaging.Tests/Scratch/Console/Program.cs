using Integrations;
using Library;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddLogging();
services.AddIntegrations(new ConfigurationBuilder().AddInMemoryCollection([new("Integrations:LibraryShop:Auth:Token", "secret")]).Build());
using var provider = services.BuildServiceProvider();
_ = provider.GetRequiredService<LibraryShopClient>();
Console.WriteLine($"LibraryShop: {LibraryShopClient.Operations.Count} operations");
