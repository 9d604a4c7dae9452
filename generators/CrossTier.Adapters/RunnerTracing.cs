namespace CrossTier.Generated.Adapters;

using global::Anthropic.Core;
using global::Anthropic.Helpers.Beta;
using global::Anthropic.Models.Beta.Messages;
using global::Anthropic.Services.Beta;
using global::System.Runtime.CompilerServices;

// Gives a runner the tracing that its client asks for. A runner takes its options from the SDK's own service alone, so they are those of a runner over it.
[global::Microsoft.CodeAnalysis.Embedded]
static class RunnerTracing
{
    internal static BetaToolRunner Of(BetaToolRunner runner, IMessageService? service, MessageCreateParams parameters)
    {
        if (service is MessageService)
        {
            Options(runner) = Options(BetaToolRunnerExtensions.ToolRunner(service, parameters, []));
        }

        return runner;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_clientOptions")]
    static extern ref ClientOptions? Options(BetaToolRunner runner);
}
