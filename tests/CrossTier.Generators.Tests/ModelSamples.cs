using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Tests;

/// <summary>Calls of all kinds, so that each kind of step and plan is in the model.</summary>
static class ModelSamples
{
    /// <summary>The models with text of their own that the calls must have.</summary>
    public static readonly Type[] Steps =
    [
        typeof(MemberAccess), typeof(DetourModelStep), typeof(VariantCase), typeof(ContentListStep), typeof(MetadataUsage),
        typeof(KernelTypes), typeof(RawBodyStep),
        typeof(MemberLabelStep), typeof(ServiceLabelStep), typeof(KernelServiceLabelStep), typeof(KernelPlan), typeof(LoopModel), typeof(PassedMemberModel),
        typeof(MeasuredMemberModel), typeof(RequestedModel), typeof(CallerToken), typeof(QueueModel), typeof(PartialModel),
    ];

    public const string Code = """
        #pragma warning disable OPENAI001
        [assembly: AiApi(typeof(Own.Client), "Ask", InputTokens = "In", OutputTokens = "Out")]

        [assembly: AiCall]

        static class Calls
        {
            public static void Abstractions(IChatClient client, IEmbeddingGenerator<string, Embedding<float>> embeddings)
            {
                _ = client.GetResponseAsync("hi", new ChatOptions());
                _ = client.GetStreamingResponseAsync("hi");
                _ = embeddings.GenerateAsync(["hi"]);
                _ = embeddings.GenerateVectorAsync("hi");
            }

            public static void OpenAI(OpenAI.Chat.ChatClient chat, OpenAI.Responses.ResponsesClient responses, OpenAI.Images.ImageClient images)
            {
                _ = chat.CompleteChatAsync("hi");
                _ = chat.CompleteChatStreamingAsync("hi");
                _ = chat.CompleteChat(null!, new System.ClientModel.Primitives.RequestOptions());
                _ = responses.CreateResponseStreamingAsync(new OpenAI.Responses.CreateResponseOptions());
                _ = images.GenerateImage("hi");
            }

            public static void Others(Own.Client own, Microsoft.SemanticKernel.Kernel kernel, Anthropic.Services.Beta.IMessageService messages)
            {
                own.Ask("hi");
                _ = kernel.InvokeAsync("plugin", "function");
                _ = Anthropic.Helpers.Beta.BetaToolRunnerExtensions.ToolRunner(messages, "hi", true);
                _ = messages.Stream("hi");
            }
        }

        partial class Definition
        {
            public string Model => "one";

            [AiCall]
            public partial Task<Own.Reply> AskAsync(string question);

            Task<Own.Reply> AskAsyncCore(string question) => Task.FromResult(new Own.Reply());

            [AiQueue("one")]
            public int Waiting => 0;
        }

        namespace Own
        {
            public class Client { public Reply Ask(string question) => new(); }

            public class Reply { public int In => 1; public int Out => 2; public Usage Usage => new(); }

            public class Usage : IAiUsage { long IAiUsage.InputTokens => 1; long IAiUsage.OutputTokens => 2; }
        }

        namespace Microsoft.SemanticKernel
        {
            public class Kernel
            {
                public Task<T> InvokeAsync<T>(string plugin, string function) => null!;
                public Task<FunctionResult> InvokeAsync(string plugin, string function) => null!;
            }

            public class FunctionResult { }
            public class KernelContent { }
            public class StreamingKernelContent { }
            public class StreamingChatMessageContent : StreamingKernelContent { }
            public class StreamingTextContent : StreamingKernelContent { }
        }

        namespace Microsoft.SemanticKernel.Services { public interface IAIService { } }

        namespace Anthropic.Helpers.Beta
        {
            public static class BetaToolRunnerExtensions
            {
                public static object ToolRunner(this Anthropic.Services.Beta.IMessageService service, string request, bool thread) => service;
            }
        }

        namespace Anthropic.Services.Beta
        {
            public interface IMessageService
            {
                string Name { get; set; }

                Task<Own.Reply> Create(string model, CancellationToken cancellationToken = default);

                IAsyncEnumerable<string> Stream(string question);
            }
        }
        """;
}
