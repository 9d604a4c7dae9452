using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>What calls are named after: endpoint, member, local function, named lambda.</summary>
public sealed class CallNameTests
{
    // As ASP.NET Core declares them.
    const string Endpoints = """
        namespace Microsoft.AspNetCore.Builder
        {
            public class Routes;
            public class RouteGroup : Routes;
            public static class EndpointRouteBuilderExtensions
            {
                public static object MapGet(this Routes routes, string pattern, Delegate handler) => handler;
                public static object MapPost(this Routes routes, string pattern, Delegate handler) => handler;
                public static object MapMethods(this Routes routes, string pattern, IEnumerable<string> methods, Delegate handler) => handler;
                public static object Map(this Routes routes, string pattern, Delegate handler) => handler;
                public static RouteGroup MapGroup(this Routes routes, string prefix) => new();
                public static RouteGroup WithTags(this RouteGroup group) => group;
            }
            public static class Others { public static object MapGet(string pattern, Delegate handler) => handler; }
        }
        """;

    const string Call = "client.GetResponseAsync(\"hi\")";

    [Theory]
    [InlineData($"Task M(IChatClient client) => {Call};", "C.M")]
    [InlineData($"Task M(IChatClient client) {{ return Ask(); Task Ask() => {Call}; }}", "C.M/Ask")]
    [InlineData($"Task M(IChatClient client) {{ return A(); Task A() {{ return B(); Task B() => {Call}; }} }}", "C.M/A/B")]
    [InlineData($"Task M(IChatClient client) {{ var ask = () => {Call}; return ask(); }}", "C.M/ask")]
    [InlineData($"Task M(IChatClient client) {{ Func<Task> ask; ask = (Func<Task>)(async () => await {Call}); return ask(); }}", "C.M/ask")]
    [InlineData($"Task M(IChatClient client) => Task.Run(() => {Call});", "C.M")]
    [InlineData($"Task M(IChatClient client) => Task.Run(() => {{ return Ask(); Task Ask() => {Call}; }});", "C.M/Ask")]
    [InlineData($"Func<IChatClient, Task> field = client => {Call};", "C.field")]
    [InlineData($"Func<IChatClient, Task> Property {{ get; }} = client => {Call};", "C.Property")]
    [InlineData($"Func<IChatClient, Task>? field; C() {{ this.field = client => {Call}; }}", "C.C/field")]
    public void A_call_is_named_after_its_functions(string member, string name) => Check(member, name);

    [Theory]
    [InlineData("routes.MapGet(\"/ask\", async (IChatClient client) => await $)", "GET /ask")]
    [InlineData("routes.MapPost(\"ask\", (IChatClient client) => $)", "POST /ask")]
    [InlineData("routes.MapGet(\"/\", (IChatClient client) => $)", "GET /")]
    [InlineData("routes.MapGet(Route, (IChatClient client) => $)", "GET /constant/{id}")]
    [InlineData("routes.Map(\"/ask\", (IChatClient client) => $)", "/ask")]
    [InlineData("routes.MapMethods(\"/ask\", [\"GET\", \"HEAD\"], (IChatClient client) => $)", "GET,HEAD /ask")]
    [InlineData("routes.MapGroup(\"/api\").MapGet(\"/ask\", (IChatClient client) => $)", "GET /api/ask")]
    [InlineData("routes.MapGroup(\"/api/\").WithTags().MapGroup(\"v1\").MapGet(\"\", (IChatClient client) => $)", "GET /api/v1")]
    [InlineData("EndpointRouteBuilderExtensions.MapGet(routes, \"/ask\", (IChatClient client) => $)", "GET /ask")]
    [InlineData("routes.MapGet(\"/ask\", (IChatClient client) => { return Ask(); Task Ask() => $; })", "GET /ask")]
    [InlineData("routes.MapGet(routes.ToString()!, (IChatClient client) => $)", "C.M")]
    [InlineData("Others.MapGet(\"/ask\", (IChatClient client) => $)", "C.M")]
    public void The_lambda_of_an_endpoint_is_named_after_its_route(string registration, string name) =>
        Check($"const string Route = \"/constant/{{id}}\"; object M(Routes routes) => {registration.Replace("$", Call, StringComparison.Ordinal)};", name);

    [Fact]
    public void The_prefix_of_a_group_in_a_variable_is_followed() => Check(
        "object M(Routes routes) { var api = routes.MapGroup(\"/api\"); var v1 = api.MapGroup(\"/v1\"); "
        + $"return v1.MapGet(\"/ask\", (IChatClient client) => {Call}); }}",
        "GET /api/v1/ask");

    [Fact]
    public void An_explicit_name_holds_for_all_functions_inside() =>
        Check($"[AiCall(Name = \"own\")] Task M(IChatClient client) {{ return Ask(); Task Ask() => {Call}; }}", "own");

    static void Check(string member, string name)
    {
        var generation = Generation.Of(new Source("/project/Code.cs", "using Microsoft.AspNetCore.Builder;\n" + Source.Usings + $"""
            [assembly: AiCall]
            class C
            {"{"}
                {member}
            {"}"}
            {Endpoints}
            """));
        Assert.Equal([(name, "measured")], generation.Inventory.Select(entry => (entry.Call, entry.State)));
        Assert.DoesNotContain(generation.Problems(), problem => problem.Contains("error", StringComparison.Ordinal));
    }
}
