using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>What a runner of Anthropic's SDK over a client of ours must be told.</summary>
internal static class LoopTemplate
{
    /// <summary>The method that tells whether a client has message threads.</summary>
    public const string HasThreads = "global::CrossTier.Generated.RunnerThreads.Has";

    /// <summary>The method that gives a runner the tracing that its client asks for.</summary>
    public const string Traced = "global::CrossTier.Generated.RunnerTracing.Of";

    /// <summary>The field of a runner that holds the options of its client, which say whether it is traced.</summary>
    public const string OptionsField = "_clientOptions";

    /// <summary>Writes what the loops of a file need.</summary>
    public static void Write(SourceWriter writer, IReadOnlyList<LoopModel> loops)
    {
        if (loops.Any(loop => loop.Arguments.Count > 0))
        {
            writer.Lines(Threads.Split('\n'));
        }

        if (loops.Any(loop => loop.TracedBy.Length > 0))
        {
            writer.Lines(Tracing.Split('\n'));
        }
    }

    // Asked by making a thread, which sends nothing.
    const string Threads = """

        file static class RunnerThreads
        {
            internal static bool Has(global::Anthropic.Services.Beta.IMessageService? service)
            {
                if (service is not global::Anthropic.Services.Beta.MessageService)
                {
                    return true;
                }

                try
                {
                    var none = new global::System.Collections.Generic.Dictionary<string, global::System.Text.Json.JsonElement>();
                    _ = global::Anthropic.Helpers.Beta.BetaMessageThreadExtensions.Thread(service, global::Anthropic.Models.Beta.Messages.ThreadCreateParams.FromRawUnchecked(none, none, none));
                    return true;
                }
                catch (global::System.NotSupportedException)
                {
                    return false; // How the SDK says that the API behind this client has none.
                }
            }
        }
        """;

    // A runner takes its options from the SDK's own service alone, so they are those of a runner over it.
    const string Tracing = $$"""

        file static class RunnerTracing
        {
            internal static global::Anthropic.Helpers.Beta.BetaToolRunner Of(global::Anthropic.Helpers.Beta.BetaToolRunner runner, global::Anthropic.Services.Beta.IMessageService? service, global::Anthropic.Models.Beta.Messages.MessageCreateParams parameters)
            {
                if (service is global::Anthropic.Services.Beta.MessageService)
                {
                    Options(runner) = Options(global::Anthropic.Helpers.Beta.BetaToolRunnerExtensions.ToolRunner(service, parameters, []));
                }

                return runner;
            }

            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "{{OptionsField}}")]
            static extern ref global::Anthropic.Core.ClientOptions? Options(global::Anthropic.Helpers.Beta.BetaToolRunner runner);
        }
        """;
}
