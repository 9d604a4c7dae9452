using CrossTier.BlindLibrary;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.SafetyNet;

/// <summary>Calls that no build of ours could see, on real requests: by reflection, through <c>dynamic</c>, in an assembly without the package.</summary>
public sealed class BlindCallTests
{
    static readonly Dictionary<string, Func<IChatClient, Task>> Calls = new()
    {
        ["reflection"] = ByReflectionAsync,
        ["dynamic"] = ByDynamicAsync,
        ["library"] = client => Library.AskAsync(client, "one two"),
        ["workflow"] = Library.RunWorkflowAsync,
    };

    public static TheoryData<string, int> Kinds => new() { { "reflection", 1 }, { "dynamic", 1 }, { "library", 1 }, { "workflow", 2 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_blind_call_is_counted_where_no_measured_client_has_the_host(string kind, int requests)
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var net = new Net(AiSafetyNet.On, server);
        var counted = await Counted(() => Calls[kind](net.Client()));

        Assert.Equal(0, counted.Requests);
        Assert.Equal(new() { [$"{net.Provider} unmeasured"] = requests }, net.Counted);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task With_the_middleware_it_is_measured_and_no_alarm(string kind, int requests)
    {
        foreach (var mode in (AiSafetyNet[])[AiSafetyNet.On, AiSafetyNet.Exact])
        {
            await using var server = await SimulatedProvider.StartAsync();
            using var net = new Net(mode, server);
            var client = net.Client().AsBuilder().UseCrossTier().Build();
            var counted = await Counted(() => Calls[kind](client));

            Assert.Equal(requests, counted.Success);
            Assert.Empty(net.Counted);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Beside_a_measured_client_of_the_host_the_exact_net_counts_it_and_the_default_one_does_not(string kind, int requests)
    {
        foreach (var mode in (AiSafetyNet[])[AiSafetyNet.On, AiSafetyNet.Exact])
        {
            await using var server = await SimulatedProvider.StartAsync();
            using var net = new Net(mode, server);
            var measured = net.Client().AsBuilder().UseCrossTier().Build();
            var counted = await Counted(async () =>
            {
                await Library.AskAsync(measured, "one");
                await Calls[kind](net.Client());
                await Library.AskAsync(measured, "one");
            });

            Assert.Equal(2, counted.Success);
            Assert.Equal(mode == AiSafetyNet.On ? [] : new() { [$"{net.Provider} unmeasured"] = requests }, net.Counted);
        }
    }

    static async Task<Tally> Counted(Func<Task> act)
    {
        var before = Tally.Now();
        await act();
        return Tally.Now().Since(before);
    }

    static async Task ByReflectionAsync(IChatClient client)
    {
        var method = typeof(IChatClient).GetMethod("GetResponse" + "Async")!;
        await (Task)method.Invoke(client, [new List<ChatMessage> { new(ChatRole.User, "one two") }, null, CancellationToken.None])!;
    }

    // The type is known at run time alone.
    static async Task ByDynamicAsync(IChatClient client)
    {
        var asked = (dynamic)Activator.CreateInstance(typeof(PassingClient), client)!;
        await asked.GetResponseAsync(new List<ChatMessage> { new(ChatRole.User, "one two") }, null, CancellationToken.None);
    }

    /// <summary>A client whose members a dynamic call finds: those of the SDK's own are not public.</summary>
    public sealed class PassingClient(IChatClient inner) : DelegatingChatClient(inner);
}
