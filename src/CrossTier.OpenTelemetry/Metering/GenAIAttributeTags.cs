using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Conventions;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>The attributes that metrics of both generations of the conventions have.</summary>
static class GenAIAttributeTags
{
    /// <summary>What was asked of whom, and which model answered.</summary>
    public static TagList Of(in EndedRequest request)
    {
        TagList tags = default;
        tags.Add(GenAIAttributes.OperationName, request.Operation);
        tags.Add(GenAIAttributes.ProviderName, GenAIValues.ProviderOf(request.Provider, request.ServerAddress));
        AddKnown(ref tags, GenAIAttributes.RequestModel, request.RequestModel);
        AddKnown(ref tags, GenAIAttributes.ResponseModel, request.ReplyModel);
        AddKnown(ref tags, GenAIAttributes.ServerAddress, request.ServerAddress);
        AddKnown(ref tags, GenAIAttributes.ServerPort, request.ServerPort);
        return tags;
    }

    /// <summary>Why it did not succeed.</summary>
    public static void AddError(ref TagList tags, in EndedRequest request) =>
        AddKnown(
            ref tags,
            GenAIAttributes.ErrorType,
            request.IsCancelled ? GenAIValues.Cancelled : request.Error is { } error ? GenAIValues.ErrorOf(error) : null);

    static void AddKnown(ref TagList tags, string name, object? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
