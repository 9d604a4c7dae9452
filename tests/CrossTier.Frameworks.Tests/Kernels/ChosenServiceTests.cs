using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>What is made of a kernel's services, with the filter and with measured calls, is what the kernel makes without them.</summary>
public sealed class ChosenServiceTests
{
    static readonly KernelArguments Small = new(new PromptExecutionSettings { ServiceId = "small" });

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool, bool> Cases => new()
    {
        { "singleton", false, false }, { "singleton", true, false }, { "singleton", false, true },
        { "transient", false, false }, { "transient", true, false }, { "transient", false, true },
        { "client", false, false }, { "client", true, false }, { "client", false, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_kernel_makes_what_it_makes_without_us(string kind, bool filter, bool streamed)
    {
        var expected = await Made(kind, kernel => kernel, annotated: false, streamed);
        Assert.DoesNotContain("big", expected);
        var made = await Made(kind, kernel => filter ? kernel.AddCrossTier() : kernel, annotated: !filter, streamed);
        Assert.Equal(expected, made);
    }

    [Fact]
    public async Task A_text_stream_that_nobody_reads_makes_no_service()
    {
        List<string> made = [];
        var kernel = Of("singleton", made).AddCrossTier();
        _ = kernel.InvokePromptStreamingAsync<string>("one", Small, cancellationToken: Cancel);
        await using var stream = kernel.InvokePromptStreamingAsync<string>("one", Small, cancellationToken: Cancel).GetAsyncEnumerator(Cancel);
        Assert.Empty(made);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(["small"], made);
    }

    [Theory]
    [InlineData("singleton")]
    [InlineData("client")]
    public async Task The_chosen_service_has_its_labels(string kind)
    {
        foreach (var kernel in (Kernel[])[Of(kind, []), Of(kind, []).AddCrossTier()])
        {
            var before = Tally.Now();
            await AnnotatedAsync(kernel);
            Assert.Equal(["fake small"], Tally.Now().Since(before).RequestsBy("provider", "model").Keys);
        }
    }

    [Fact]
    public async Task A_chat_service_over_a_client_has_the_clients_provider_and_model()
    {
        var service = new NamedClient("small").AsChatCompletionService();
        var before = Tally.Now();
        await DirectAsync(service);
        var counted = Tally.Now().Since(before);
        Assert.Equal(["fake small"], counted.RequestsBy("provider", "model").Keys);
        Assert.Equal((1, 3, 2), (counted.Success, counted.Input, counted.Output));

        before = Tally.Now();
        await DirectAsync(new NamedClient("small").AsBuilder().UseCrossTier().Build().AsChatCompletionService());
        counted = Tally.Now().Since(before);
        Assert.Equal(["fake small ChosenServiceTests.DirectAsync"], counted.RequestsBy("provider", "model", "call").Keys);
        Assert.Equal((1, 3, 2), (counted.Requests, counted.Input, counted.Output));
    }

    [AiCall]
    static Task<FunctionResult> AnnotatedAsync(Kernel kernel) => kernel.InvokePromptAsync("one", Small, cancellationToken: Cancel);

    [AiCall]
    static Task DirectAsync(IChatCompletionService service) => service.GetChatMessageContentAsync("one", cancellationToken: Cancel);

    [AiCall]
    static async Task AnnotatedStreamAsync(Kernel kernel)
    {
        await foreach (var _ in kernel.InvokePromptStreamingAsync("one", Small, cancellationToken: Cancel))
        {
        }
    }

    static async Task<List<string>> Made(string kind, Func<Kernel, Kernel> with, bool annotated, bool streamed)
    {
        List<string> made = [];
        var kernel = with(Of(kind, made));
        for (var i = 0; i < 3; i++)
        {
            if (streamed)
            {
                await (annotated ? AnnotatedStreamAsync(kernel) : StreamAsync(kernel));
            }
            else
            {
                await (annotated ? AnnotatedAsync(kernel) : kernel.InvokePromptAsync("one", Small, cancellationToken: Cancel));
            }
        }

        return made;
    }

    static async Task StreamAsync(Kernel kernel) =>
        await kernel.InvokePromptStreamingAsync<string>("one", Small, cancellationToken: Cancel).ToListAsync(Cancel);

    static Kernel Of(string kind, List<string> made)
    {
        var builder = Kernel.CreateBuilder();
        foreach (var name in (string[])["small", "big"])
        {
            NamedClient Make()
            {
                made.Add(name);
                return new NamedClient(name);
            }

            _ = kind switch
            {
                "client" => builder.Services.AddKeyedSingleton<IChatClient>(name, (_, _) => Make()),
                "transient" => builder.Services.AddKeyedTransient<IChatCompletionService>(name, (_, _) => Make().AsChatCompletionService()),
                _ => builder.Services.AddKeyedSingleton<IChatCompletionService>(name, (_, _) => Make().AsChatCompletionService()),
            };
        }

        return builder.Build();
    }
}
