namespace CrossTier.Generated.Adapters;

using global::Anthropic.Helpers.Beta;
using global::Anthropic.Models.Beta.Messages;
using global::Anthropic.Services.Beta;
using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

// Whether a client has message threads, which a runner finds out by its type. Asked by making one, which sends nothing.
[global::Microsoft.CodeAnalysis.Embedded]
static class RunnerThreads
{
    internal static bool Has(IMessageService? service)
    {
        if (service is not MessageService)
        {
            return true;
        }

        try
        {
            var none = new Dictionary<string, JsonElement>();
            _ = BetaMessageThreadExtensions.Thread(service, ThreadCreateParams.FromRawUnchecked(none, none, none));
            return true;
        }
        catch (NotSupportedException)
        {
            return false; // How the SDK reports that the API behind this client has none.
        }
    }
}
