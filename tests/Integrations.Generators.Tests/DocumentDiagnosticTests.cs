using Integrations.Generators.Documents;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>Facts about documents: at the document's own place, and alone: the rest of the program compiles.</summary>
public sealed class DocumentDiagnosticTests
{
    [Fact]
    public void INT2001_text_that_is_no_JSON_at_its_line()
    {
        var diagnostic = Specs.ShopProject.WithDocument("specs/shop.json", "{\n  \"openapi\": nope\n}").Run("INT2001").Single("INT2001");
        var span = diagnostic.Location.GetLineSpan();
        Assert.Equal("/project/specs/shop.json", span.Path);
        Assert.Equal(1, span.StartLinePosition.Line);
    }

    [Fact]
    public void INT2002_JSON_that_is_no_OpenAPI_document() => Specs.ShopProject.WithDocument("specs/shop.json", "{ \"type\": \"object\" }").Run("INT2002");

    [Fact]
    public void INT2008_two_documents_whose_models_would_share_a_namespace() => Specs.ShopProject
        .WithSource("Other.cs", "namespace MyApp; [OpenApiClient(\"specs/v2/shop.json\")] internal sealed partial class OtherClient;")
        .WithDocument("specs/v2/shop.json", Specs.Shop)
        .Run("INT2008");

    [Fact]
    public void INT2099_a_binder_that_throws_is_reported_at_the_document_and_the_client_still_compiles()
    {
        var project = Specs.ShopProject with
        {
            Stages = new DocumentStages { Bind = static (_, _, _, _, _, _) => throw new InvalidOperationException("planted") },
        };
        var diagnostic = project.Run("INT2099").Single("INT2099");
        Assert.Contains("InvalidOperationException: planted", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("/project/specs/shop.json", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void INT2099_an_emitter_that_throws_leaves_the_other_files()
    {
        var project = Specs.ShopProject with
        {
            Stages = new DocumentStages { EmitFile = static file => file.HintName.EndsWith(".Order.g.cs", StringComparison.Ordinal) ? throw new InvalidOperationException("planted") : Emission.DocumentFileEmitter.Emit(file) },
        };
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => project.Run("INT2099"));
        Assert.Contains("INT2099", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'Order'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_passes_through()
    {
        using var source = new CancellationTokenSource();
        var project = Specs.ShopProject with
        {
            Stages = new DocumentStages
            {
                Bind = (_, _, _, _, _, token) =>
                {
                    source.Cancel();
                    throw new OperationCanceledException(token);
                },
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => project.Driver().RunGenerators(project.Compilation(), source.Token));
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_fault() => (Specs.ShopProject with
    {
        Stages = new DocumentStages { Bind = static (_, _, _, _, _, _) => throw new OperationCanceledException() },
    }).Run("INT2099");

    [Fact]
    public void A_document_is_found_by_its_link_and_from_outside_the_project()
    {
        TestProject.Of("namespace MyApp; [OpenApiClient(\"apis/shop.json\")] internal sealed partial class ShopClient;")
            .WithDocument("/elsewhere/a.json", Specs.Shop, link: "apis\\shop.json").Run();
        TestProject.Of("namespace MyApp; [OpenApiClient(\"../shared/shop.json\")] internal sealed partial class ShopClient;")
            .WithDocument("/shared/shop.json", Specs.Shop).Run();
    }
}
