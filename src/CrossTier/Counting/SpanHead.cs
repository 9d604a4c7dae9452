using CrossTier.Conventions;
using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>How a span of a series begins: what a sampler sees of it.</summary>
sealed class SpanHead
{
    SpanHead(string name, string call, string operation, string provider, KeyValuePair<string, object?>[] tags)
    {
        Name = name;
        Call = call;
        Operation = operation;
        Provider = provider;
        Tags = tags;
    }

    public string Name { get; }

    /// <summary>The name of a span that turns out to be no request.</summary>
    public string Call { get; }

    /// <summary>What is asked, in the conventions' words.</summary>
    public string Operation { get; }

    /// <summary>Who is asked, in the conventions' words.</summary>
    public string Provider { get; }

    public KeyValuePair<string, object?>[] Tags { get; }

    /// <summary>The beginning of a request's span.</summary>
    /// <param name="key">The labels of the request.</param>
    /// <param name="target">What is asked of whom.</param>
    public static SpanHead Of(in SeriesKey key, RequestTarget target)
    {
        var model = key.Model == LabelValues.Unknown ? null : key.Model;
        var provider = GenAIValues.ProviderOf(key.Provider, target.Address);
        KeyValuePair<string, object?>[] all =
        [
            new(GenAIAttributes.OperationName, target.Operation),
            new(GenAIAttributes.ProviderName, provider),
            new(GenAIAttributes.RequestModel, model),
            new(GenAIAttributes.ServerAddress, target.Address),
            new(GenAIAttributes.ServerPort, target.Port),
            new(SpanAttributes.Call, key.Call),
        ];
        var name = model is null ? target.Operation : target.Operation + " " + model;
        return new SpanHead(name, key.Call, target.Operation, provider, [.. all.Where(tag => tag.Value is not null)]);
    }
}
