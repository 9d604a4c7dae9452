using CrossTier.Analyzers.Tests.Support;
using CrossTier.Generators;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests;

/// <summary>Calls in code that another generator writes: the middleware measures them, or the one line that puts it on their client is the message.</summary>
public sealed class RazorTests
{
    const string Page = "class Page(Microsoft.Extensions.AI.IChatClient client) { object Ask() => client.GetResponseAsync([]); }";

    // The packages that bring them are not referenced here.
    const string OtherMiddleware = """
        namespace Other
        {
            static class Middleware { public static ChatClientBuilder UseCrossTier(this ChatClientBuilder builder) => builder; }
        }
        """;

    const string Usings = "using Microsoft.Extensions.DependencyInjection;\n";

    [Theory]
    [InlineData("services.AddChatClient(client).UseCrossTier();")]
    [InlineData("services.AddChatClient(client).UseFunctionInvocation().UseCrossTier().UseDistributedCache();")]
    [InlineData("var builder = services.AddChatClient(client); builder.UseFunctionInvocation(); builder.UseCrossTier();")]
    [InlineData("services.AddChatClient(_ => client.AsBuilder().UseCrossTier().Build());")]
    [InlineData("var measured = client.AsBuilder().UseCrossTier().Build(); services.AddChatClient(measured);")]
    [InlineData("services.AddKeyedChatClient(\"a\", client).UseCrossTier(); services.AddChatClient(client).UseCrossTier();")]
    [InlineData("services.AddSingleton(client.AsBuilder().UseCrossTier().Build());")]
    [InlineData("services.AddChatClient(client).UseCrossTier(); services.AddEmbeddingGenerator(generator);")]
    public async Task A_registered_middleware_is_quiet(string registration) => Assert.Empty(await Run(registration));

    [Theory]
    [InlineData("services.AddChatClient(client);", "AddChatClient")]
    [InlineData("services.AddChatClient(client).UseFunctionInvocation();", "AddChatClient")]
    [InlineData("services.AddChatClient(client).UseCrossTier(); services.AddKeyedChatClient(\"a\", client);", "AddKeyedChatClient")]
    [InlineData("services.AddChatClient(client); services.AddEmbeddingGenerator(generator).UseCrossTier();", "AddChatClient")]
    public async Task A_registration_without_it_gets_the_line_that_is_missing(string registration, string name)
    {
        var found = Assert.Single(await Run(registration));
        Assert.Equal(("AIC002", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.StartsWith($"'{name}' registers a client that 'GetResponseAsync' asks", found.GetMessage());
        Assert.EndsWith("append .UseCrossTier() of CrossTier.Extensions.AI", found.GetMessage());
        var text = (await found.Location.SourceTree!.GetTextAsync(TestContext.Current.CancellationToken)).ToString(found.Location.SourceSpan);
        Assert.Equal(name, text);
    }

    [Fact]
    public async Task Two_calls_of_one_client_are_one_message() =>
        Assert.Single(await Run("services.AddChatClient(client);", Page.Replace("}", "object Again() => client.GetResponseAsync([]); }")));

    [Theory]
    [InlineData("services.AddSingleton(client);")]
    [InlineData("_ = Other.Middleware.UseCrossTier(client.AsBuilder());")]
    public async Task Where_nothing_registers_the_client_the_call_itself_is_marked(string registration)
    {
        var found = Assert.Single(await Run(registration));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.EndsWith("Chat_razor.g.cs", found.Location.SourceTree!.FilePath);
        Assert.Contains("register its client with .UseCrossTier()", found.GetMessage());
    }

    [Theory]
    [InlineData("[CrossTier.AiCall] ", DiagnosticSeverity.Error)]
    [InlineData("", DiagnosticSeverity.Warning)]
    public async Task A_client_that_no_middleware_fits_belongs_into_another_file(string attribute, DiagnosticSeverity severity)
    {
        var page = attribute + "class Page(OpenAI.Chat.ChatClient client) { object Ask() => client.CompleteChat(\"hi\"); }";
        var found = Assert.Single(await Run("services.AddChatClient(client).UseCrossTier();", page));
        Assert.Equal(severity, found.Severity);
        Assert.Contains("move it to a code-behind file", found.GetMessage());
    }

    [Fact]
    public async Task Without_an_attribute_a_registered_middleware_is_enough()
    {
        Assert.Empty(await Run("services.AddChatClient(client).UseCrossTier();", scope: "", rule: "AIC001"));
        Assert.Single(await Run("services.AddChatClient(client);", scope: "", rule: "AIC001"));
    }

    static async Task<IEnumerable<Diagnostic>> Run(string registration, string page = Page, string scope = "[assembly: AiCall]", string rule = "AIC002")
    {
        var project = new Project
        {
            Properties = new Dictionary<string, string> { ["CrossTierDirectReference"] = "true", ["CrossTierReport"] = "true" },
            Generators = [new CrossTierGenerator(), new RazorLike(page)],
            OtherFiles = [("/src/app/Middleware.cs", OtherMiddleware)],
        };
        var found = await project.Run($$"""
            {{Usings}}{{scope}}
            class Start
            {
                void Configure(IServiceCollection services, IChatClient client, IEmbeddingGenerator<string, Embedding<float>> generator) { {{registration}} }
            }
            """, Project.AllAnalyzers);

        // The report counts what a rule speaks of, and nothing else.
        Assert.Equal(found.Any(diagnostic => diagnostic.Id is "AIC001" or "AIC002"), found.Any(diagnostic => diagnostic.Id == "AIC000"));
        return found.Where(diagnostic => diagnostic.Id == rule);
    }
}
