using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class UseCrossTierTests : FixTest<UnmeasurableCallAnalyzer, UseCrossTierFix>
{
    const string Page = "class Page(Microsoft.Extensions.AI.IChatClient client) { object Ask() => client.GetResponseAsync([]); }";

    const string Rest = """
        class Start
        {
            void Configure(IServiceCollection services, IChatClient client) => services.AddChatClient(client)$;
        }

        namespace CrossTier { static class Middleware { public static ChatClientBuilder UseCrossTier(this ChatClientBuilder builder) => builder; } }
        """;

    [Fact]
    public async Task A_client_that_a_page_asks_gets_the_middleware() => await Check(Source(""), "middleware", Source(".UseCrossTier()"));

    static string Source(string chain) => $"""
        using CrossTier;
        using Microsoft.Extensions.DependencyInjection;
        [assembly: AiCall]
        [assembly: System.Reflection.AssemblyMetadata("razor", "{Page}")]
        {Rest.Replace("$", chain, StringComparison.Ordinal)}
        """;
}
