using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Writes, by the shape of a reply's type, the member accesses that read its model and usage.</summary>
internal sealed class UsageReader
{
    const string Interface = "global::CrossTier.IAiUsage";

    readonly MemberReader _members = new();
    readonly Compilation _compilation;

    readonly MemberPaths _paths;

    UsageReader(Compilation compilation, MemberPaths paths)
    {
        _compilation = compilation;
        _paths = paths;
    }

    /// <summary>Null where nothing can be read.</summary>
    /// <param name="reply">A reply, or a chunk of a stream.</param>
    /// <param name="isChunk">Which of the two.</param>
    /// <param name="compilation">Where it is read.</param>
    /// <param name="paths">Where it says its usage, if its names do not tell.</param>
    public static ReplyReaderModel? Read(ITypeSymbol reply, bool isChunk, Compilation compilation, MemberPaths paths) => new UsageReader(compilation, paths).Read(reply, isChunk);

    ReplyReaderModel? Read(ITypeSymbol reply, bool isChunk)
    {
        if (KernelContents.In(reply) is { } content)
        {
            return new ReplyReaderModel(TypeText.Plain(reply), content.Statements(isChunk, Kinds()).ToEquatableArray(), _members.Suppressions);
        }

        var (body, access) = Unwrap(reply);
        List<string> statements = [.. Model(body, access)];
        List<string> usage = KnownChunks.Statements(body, access) ?? [.. isChunk ? [KnownChunks.Content(body, access, _members)] : Enumerable.Empty<string>(), .. Usage(body, access)];
        if (!usage.Any(line => line.Contains("reading.Tokens(")) && IsClientResult(reply))
        {
            // The SDK's own type says no usage, the body of the HTTP response does.
            usage.Add("if (reply.GetRawResponse() is { ContentStream.CanSeek: true } response) global::CrossTier.Recording.JsonReply.Read(response.Content.ToMemory().Span, ref reading);");
        }

        statements.AddRange(usage);
        return statements.Count == 0 ? null : new ReplyReaderModel(TypeText.Plain(reply), statements.ToEquatableArray(), _members.Suppressions);
    }

    // What connectors put under "Usage", as far as this compilation knows their types.
    IEnumerable<(string Type, string Tokens)> Kinds() =>
        from name in KernelContents.UsageTypes
        let type = _compilation.GetTypeByMetadataName(name)
        where type is not null
        let tokens = Tokens(type, "usage")
        where tokens is not null
        select (TypeText.Plain(type), tokens);

    // ClientResult<T> of System.ClientModel holds the reply.
    (ITypeSymbol Body, string Access) Unwrap(ITypeSymbol reply) =>
        reply is INamedTypeSymbol { Name: "ClientResult" or "Response", TypeArguments.Length: 1 } result && _members.Property(result, "Value") is not null
            ? (result.TypeArguments[0], "reply.Value")
            : (reply, "reply");

    static bool IsClientResult(ITypeSymbol reply)
    {
        for (var type = reply; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol { Name: "ClientResult", Arity: 0 } && type.ContainingNamespace.ToDisplayString() == "System.ClientModel")
            {
                return true;
            }
        }

        return false;
    }

    IEnumerable<string> Model(ITypeSymbol body, string access) =>
        KnownChunks.Model(body, access) is { } known ? [known]
        : _members.Find(body, UsageNames.Model, MemberReader.IsText) is { } model ? [$"reading.Model({access}{model});"]
        : [];

    IEnumerable<string> Usage(ITypeSymbol body, string access)
    {
        if (Stated(body, access) is { } stated)
        {
            return [stated];
        }

        if (Declared(body, access) is { } declared)
        {
            return [declared];
        }

        foreach (var name in UsageNames.Holder)
        {
            if (_members.Property(body, name) is { } holder && (Declared(holder.Type, "usage") ?? Tokens(holder.Type, "usage")) is { } tokens)
            {
                return [$"if ({access}.{TypeText.Name(holder)} is {{ }} usage) {tokens}"];
            }
        }

        return Tokens(body, access) is { } own ? [own] : [];
    }

    string? Stated(ITypeSymbol body, string access)
    {
        string? Count(string? path) => path is not null && _members.Follow(body, path.Split('.'), MemberReader.IsCount) is { } found ? access + found : null;

        if (Count(_paths.InputTokens) is var input && Count(_paths.OutputTokens) is var output && (input ?? output) is not null)
        {
            return $"reading.Tokens({input ?? "null"}, {output ?? "null"});";
        }

        return _paths.Usage is { } path
            && PublicProperty.Follow(body, path.Split('.'), out _) is { } holder
            && _members.Follow(body, path.Split('.'), _ => true) is { } usage
            && (Declared(holder, "usage") ?? Tokens(holder, "usage")) is { } tokens
                ? $"if ({access}{usage} is {{ }} usage) {tokens}"
                : null;
    }

    string? Declared(ITypeSymbol type, string access) =>
        _compilation.GetTypeByMetadataName("CrossTier.IAiUsage") is { } usage && _compilation.HasImplicitConversion(PublicProperty.NotNullable(type), usage)
            ? $"reading.Tokens((({Interface}){access}).InputTokens, (({Interface}){access}).OutputTokens);"
            : null;

    string? Tokens(ITypeSymbol type, string access)
    {
        type = PublicProperty.NotNullable(type);
        string? Read(string[] names) => _members.Find(type, names, MemberReader.IsCount) is { } path ? access + path : null;

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
