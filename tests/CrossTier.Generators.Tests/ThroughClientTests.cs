using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>A call that sends its requests through the client which it extends gets a client that measures them and passes everything else on.</summary>
public sealed class ThroughClientTests
{
    const string Extension = """
        namespace Anthropic.Helpers.Beta
        {
            public static class BetaToolRunnerExtensions
            {
                public static Anthropic.Services.Beta.IMessageService ToolRunner(this Anthropic.Services.Beta.IMessageService service,
                    string more = "") => service;
            }
        }
        """;

    [Fact]
    public async Task Every_member_is_passed_on()
    {
        var generation = Generation.Of(Extension + """

            namespace Anthropic.Services.Beta
            {
                public class Reply { public int InputTokens => 2; public int OutputTokens => 3; }

                public interface IOptions
                {
                    string Name { get; set; }
                    string this[int at] => throw new NotSupportedException();
                }

                public interface INamed
                {
                    static int Made => 1;
                    string Name { get; }
                    string @default => "default";
                    string Bodied() => "of the interface";
                }

                public interface IMessageService : INamed, IDisposable
                {
                    new string Name { get; set; }
                    Task<Reply> Create(string @params, ref int asked, out int told, CancellationToken cancellationToken = default);
                    T? Find<T>(T? known, params string[] names) where T : class;
                    T Make<T>() where T : struct;
                    TKey Key<TKey>(TKey key, in int first = 0) where TKey : notnull;
                    [Obsolete] void Old();
                }

                class Service : IMessageService
                {
                    public string Name { get; set; } = "own";
                    public string Bodied() => "of the class";
                    public Task<Reply> Create(string text, ref int asked, out int told, CancellationToken cancellationToken) { asked++; told = 7;
                        return Task.FromResult(new Reply()); }
                    public T? Find<T>(T? known, params string[] names) where T : class => known;
                    public T Make<T>() where T : struct => default;
                    public TKey Key<TKey>(TKey key, in int first) where TKey : notnull => key;
                    public void Old() => Name += " old";
                    public void Dispose() => Name += " disposed";
                }
            }

            static class Sdk
            {
                [AiIgnore("what an SDK does inside")]
                public static Task Ask(Anthropic.Services.Beta.IMessageService service, ref int asked, out int told) => service.Create("one",
                    ref asked, out told);
            }

            [AiCall("through", "all")]
            static class C
            {
                public static async Task<string> Run()
                {
                    var own = new Anthropic.Services.Beta.Service();
                    var measured = Anthropic.Helpers.Beta.BetaToolRunnerExtensions.ToolRunner(own);
                    measured.Name = "set";
                    var asked = 1;
                    await Sdk.Ask(measured, ref asked, out var told);
                    measured.Dispose();
                    return string.Join(",", ReferenceEquals(own, measured), measured.Name, ((Anthropic.Services.Beta.INamed)measured).Name,
                        measured.@default, measured.Bodied(),
                        asked, told, measured.Find("known"), measured.Make<int>(), measured.Key("key"), Anthropic.Services.Beta.INamed.Made);
                }
            }
            """);
        Assert.Equal(["measured"], generation.Inventory.Where(entry => entry.Labels == ("through", "all")).Select(entry => entry.State));
        Assert.Equal("False,set disposed,set disposed,default,of the class,2,7,known,0,key,1", await generation.Load().RunAsync("C", "Run"));
        Assert.Equal(1, Series.Requests("through", "all", "success"));
    }

    [Theory]
    [InlineData("event Action Sent;")]
    [InlineData("string this[int at] { get; }")]
    [InlineData("string Name { get; init; }")]
    [InlineData("ref int Count();")]
    [InlineData("static abstract int Made { get; }", "StaticAbstract")]
    [InlineData("internal void Own();")]
    public void A_client_that_cannot_be_passed_on_is_refused(string member, string reason = "RequestsInside")
    {
        var generation = Generation.Of($$"""
            {{Extension}}
            namespace Anthropic.Services.Beta { public interface IMessageService { {{member}} } }
            class C { [AiCall] object M(Anthropic.Services.Beta.IMessageService messages) =>
                Anthropic.Helpers.Beta.BetaToolRunnerExtensions.ToolRunner(messages); }
            """);
        Assert.Equal([("refused", reason)], generation.Inventory.Select(entry => (entry.State, entry.Reason!)));
        Assert.DoesNotContain("InterceptsLocation", generation.File);
    }
}
