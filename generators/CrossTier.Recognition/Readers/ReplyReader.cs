using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds how a method's reply comes and, by the shape of its type, how usage and model are read from it.</summary>
static class ReplyReader
{
    static readonly ReplyModel Opaque = new(ReplyForm.Opaque, "", null);

    static readonly HashSet<string> Wrappers =
    [
        "Task", "ValueTask", "IAsyncEnumerable", "Nullable",
        .. ApiCatalogue.Sdks.SelectMany(sdk => sdk.Wrappers.Concat(sdk.Streams.Select(stream => stream.Name))),
    ];

    /// <param name="method">The method that replies.</param>
    /// <param name="compilation">Where it is called.</param>
    /// <param name="paths">Where the reply reports its usage, if its names do not show it.</param>
    /// <param name="hasNoTokens">Whether such a reply has no tokens by nature.</param>
    /// <param name="isIterator">Whether the method yields: its <c>IEnumerable</c> is then a stream and no list.</param>
    public static ReplyModel Read(IMethodSymbol method, Compilation compilation, MemberPaths paths, bool hasNoTokens = false, bool isIterator = false)
    {
        if (method.ReturnsVoid)
        {
            return new ReplyModel(ReplyForm.None, "", null) { HasNoTokens = hasNoTokens };
        }

        if (method.RefKind != RefKind.None || IsNoTypeArgument(method.ReturnType))
        {
            return Opaque;
        }

        ReplyModel Of(ReplyForm form, ITypeSymbol reply) =>
            new(form, TypeText.Of(reply), ReplyStepReader.Read(reply, IsStream(form), compilation, paths, hasNoTokens));

        if (KernelRecogniser.Unwrapped(method) is { } result)
        {
            return Of(ReplyForm.UnwrappedTask, result);
        }

        if (EventStreamReader.Read(method.ReturnType, compilation) is { } events)
        {
            return Of(ReplyForm.Events, events.Event) with { Events = events.Model, Adapter = events.Adapter };
        }

        if (StreamAdapterReader.Read(method.ReturnType) is { } stream)
        {
            return Of(stream.Form, stream.Chunk) with { Adapter = stream.Adapter };
        }

        var (form, reply) = Form(method.ReturnType, isIterator);
        return reply is null ? new ReplyModel(form, "", null) : Of(form, reply);
    }

    /// <summary>What is inside a task, a stream or a response.</summary>
    public static ITypeSymbol Body(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments: [var inner] } wrapper && Wrappers.Contains(wrapper.Name))
        {
            type = inner;
        }

        return type;
    }

    static bool IsStream(ReplyForm form) =>
        form is ReplyForm.AsyncStream or ReplyForm.Stream or ReplyForm.AdaptedStream or ReplyForm.SentStream or ReplyForm.Events;

    static bool IsNoTypeArgument(ITypeSymbol type) =>
        type.IsRefLikeType || InterceptionRules.HasStaticAbstract(type)
        || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol or ITypeParameterSymbol { AllowsRefLikeType: true };

    static (ReplyForm Form, ITypeSymbol? Reply) Form(ITypeSymbol type, bool isIterator)
    {
        if (type is not INamedTypeSymbol named)
        {
            return (ReplyForm.Value, type);
        }

        var argument = named.TypeArguments.Length == 1 ? named.TypeArguments[0] : null;
        return named.FullMetadataName() switch
        {
            "System.Threading.Tasks.Task" => (ReplyForm.Task, null),
            "System.Threading.Tasks.Task`1" => (ReplyForm.TaskOfValue, argument),
            "System.Threading.Tasks.ValueTask" => (ReplyForm.ValueTask, null),
            "System.Threading.Tasks.ValueTask`1" => (ReplyForm.ValueTaskOfValue, argument),
            "System.Collections.Generic.IAsyncEnumerable`1" => (ReplyForm.AsyncStream, argument),
            "System.Collections.Generic.IEnumerable`1" when isIterator => (ReplyForm.Stream, argument),
            _ => (ReplyForm.Value, type),
        };
    }
}
