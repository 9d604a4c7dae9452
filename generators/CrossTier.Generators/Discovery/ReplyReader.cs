using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds how a method's reply comes and, by the shape of its type, how usage and model are read from it.</summary>
internal static class ReplyReader
{
    public static ReplyModel Read(IMethodSymbol method, Compilation compilation)
    {
        if (method.ReturnsVoid)
        {
            return new ReplyModel(ReplyForm.None, "", null);
        }

        if (method.RefKind != RefKind.None || method.ReturnType.IsRefLikeType || method.ReturnType is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            return new ReplyModel(ReplyForm.Opaque, "", null);
        }

        var (form, reply) = Form(method.ReturnType);
        return reply is null ? new ReplyModel(form, "", null) : new ReplyModel(form, TypeText.Of(reply), Reader(reply, compilation));
    }

    static (ReplyForm Form, ITypeSymbol? Reply) Form(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return (ReplyForm.Value, type);
        }

        var argument = named.TypeArguments.Length == 1 ? named.TypeArguments[0] : null;
        return ApiRecogniser.MetadataName(named.OriginalDefinition) switch
        {
            "System.Threading.Tasks.Task" => (ReplyForm.Task, null),
            "System.Threading.Tasks.Task`1" => (ReplyForm.TaskOfValue, argument),
            "System.Threading.Tasks.ValueTask" => (ReplyForm.ValueTask, null),
            "System.Threading.Tasks.ValueTask`1" => (ReplyForm.ValueTaskOfValue, argument),
            "System.Collections.Generic.IAsyncEnumerable`1" => (ReplyForm.AsyncStream, argument),
            "System.ClientModel.AsyncCollectionResult`1" => (ReplyForm.AsyncCollection, argument),
            "System.ClientModel.CollectionResult`1" => (ReplyForm.Collection, argument),
            _ => (ReplyForm.Value, type),
        };
    }

    static ReplyReaderModel? Reader(ITypeSymbol reply, Compilation compilation)
    {
        var (body, access) = Unwrap(reply);
        List<string> statements = [];
        if (MemberPath.Find(body, UsageNames.Model, MemberPath.IsText) is { } model)
        {
            statements.Add($"reading.Model({access}{model});");
        }

        var usage = KnownChunks.Statements(body, access) is { } chunk ? chunk : [.. Content(body, access), .. Usage(body, access, compilation)];
        statements.AddRange(usage);
        return statements.Count == 0 ? null : new ReplyReaderModel(TypeText.Plain(reply), statements.ToEquatableArray(), usage.Any(line => line.Contains("reading.Tokens(")));
    }

    // ClientResult<T> of System.ClientModel holds the reply.
    static (ITypeSymbol Body, string Access) Unwrap(ITypeSymbol reply) =>
        reply is INamedTypeSymbol { Name: "ClientResult" or "Response", TypeArguments.Length: 1 } result && MemberPath.Property(result, "Value") is not null
            ? (result.TypeArguments[0], "reply.Value")
            : (reply, "reply");

    static IEnumerable<string> Content(ITypeSymbol body, string access) => KnownChunks.Content(body, access);

    static IEnumerable<string> Usage(ITypeSymbol body, string access, Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName("CrossTier.IAiUsage") is { } usage && compilation.HasImplicitConversion(body, usage))
        {
            return [$"reading.Tokens(((global::CrossTier.IAiUsage){access}).InputTokens, ((global::CrossTier.IAiUsage){access}).OutputTokens);"];
        }

        foreach (var name in UsageNames.Holder)
        {
            if (MemberPath.Property(body, name) is { } holder && Tokens(holder.Type, "usage") is { } tokens)
            {
                return [$"if ({access}.{TypeText.Name(holder)} is {{ }} usage) {tokens}"];
            }
        }

        return Tokens(body, access) is { } own ? [own] : [];
    }

    static string? Tokens(ITypeSymbol type, string access)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        string? Read(string[] names) => MemberPath.Find(type, names, MemberPath.IsCount) is { } path ? access + path : null;

        var (input, output) = (Read(UsageNames.Input), Read(UsageNames.Output));
        if (input is null && output is null)
        {
            return null;
        }

        var (cached, cacheWrite) = (Read(UsageNames.CachedInput), Read(UsageNames.CacheWriteInput));
        if (input is not null && Read(UsageNames.InputWithoutCache) is { } cacheRead)
        {
            input = $"{input} + ((long?){cacheRead} ?? 0){(cacheWrite is null ? "" : $" + ((long?){cacheWrite} ?? 0)")}";
        }

        return $"reading.Tokens({input ?? "null"}, {output ?? "null"}, {cached ?? "null"}, {cacheWrite ?? "null"}, {Read(UsageNames.ReasoningOutput) ?? "null"});";
    }
}
