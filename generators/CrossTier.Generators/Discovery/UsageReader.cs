using CrossTier.Generators.Emission;
using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Writes, by the shape of a reply's type, the member accesses that read its model and usage.</summary>
internal sealed class UsageReader
{
    const string Interface = RuntimeNames.IAiUsage;

    readonly MemberReader _members = new();
    readonly Compilation _compilation;

    readonly MemberPaths _paths;
    bool _isSoFar;

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
    /// <param name="hasNoTokens">Whether such a reply has no tokens by nature, so that none are missing.</param>
    public static ReplyReaderModel? Read(ITypeSymbol reply, bool isChunk, Compilation compilation, MemberPaths paths, bool hasNoTokens = false) =>
        new UsageReader(compilation, paths).Read(reply, isChunk, hasNoTokens);

    ReplyReaderModel? Read(ITypeSymbol reply, bool isChunk, bool hasNoTokens)
    {
        var without = hasNoTokens ? ["reading.WithoutTokens();"] : Enumerable.Empty<string>();
        if (KernelContents.In(reply) is { } content)
        {
            return new ReplyReaderModel(TypeText.Plain(reply), without.Concat(content.Statements(isChunk, Kinds())).ToEquatableArray(), _members.Suppressions);
        }

        var (body, access) = Unwrap(reply);
        _isSoFar = isChunk && SdkRecogniser.OfOneModel(body) is not null;
        List<string> statements = [.. without, .. Model(body, access), .. Failure(body, access)];
        List<string> usage = KnownChunks.Statements(body, access) ?? [.. isChunk ? Content(body, access) : [], .. Usage(body, access)];
        if (!usage.Any(line => line.Contains("reading.Tokens")) && RawReply.Statement(reply, body, "reply") is { } raw)
        {
            usage.Add(raw);
        }

        statements.AddRange(usage);
        if (RawReply.RateLimits(reply) is { } limits)
        {
            statements.Add(limits);
        }

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

    // Where variants tell the content, no member of the base does.
    IEnumerable<string> Content(ITypeSymbol body, string access) =>
        SdkRecogniser.Variants(body) is { Content.Length: > 0 } ? [] : [KnownChunks.Content(body, access, _members)];

    IEnumerable<string> Model(ITypeSymbol body, string access) =>
        KnownChunks.Model(body, access) is { } known ? [known]
        : _members.Find(body, ApiCatalogue.Names.Model, MemberReader.IsText) is { } model ? [$"reading.Model({access}{model});"]
        : [];

    // What others call so may be of another meaning.
    IEnumerable<string> Failure(ITypeSymbol body, string access)
    {
        if (SdkRecogniser.Of(body)?.Names.Failure is { Length: > 0 } names && _members.Find(body, names, type => _members.Property(type, "Code") is not null) is { } error)
        {
            yield return $"if ({access}{error} is {{ }} failure) reading.Failed(failure.Code.ToString());";
        }
    }

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

        if (SdkRecogniser.Variants(body) is { } variants)
        {
            return Cases(variants, access + Member(variants.Object));
        }

        foreach (var name in UsageNames.Holder)
        {
            var path = name.Split('.');
            if (PublicProperty.Follow(body, path, out _) is not { } holder || _members.Follow(body, path, _ => true) is not { } usage)
            {
                continue;
            }

            if ((Declared(holder, "usage") ?? Tokens(holder, "usage")) is { } tokens)
            {
                return [$"if ({access}{usage} is {{ }} usage) {tokens}"];
            }

            if (SdkRecogniser.Variants(holder) is { } kinds)
            {
                return Cases(kinds, access + usage);
            }
        }

        return Tokens(body, access) is { } own ? [own] : [];
    }

    IEnumerable<string> Cases(Variants variants, string access)
    {
        yield return $"switch ({access})";
        yield return "{";
        foreach (var type in variants.Usage.Select(_compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>())
        {
            string[] raw = RawReply.Statement(type, type, "said") is { } statement ? [statement] : [];
            yield return $"    case {TypeText.Plain(type)} said: {{ {string.Join(" ", [.. Model(type, "said"), .. Usage(type, "said"), .. Failure(type, "said"), .. raw])} break; }}";
        }

        foreach (var type in variants.Content.Select(_compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>())
        {
            yield return $"    case {TypeText.Plain(type)}: reading.Content(); break;";
        }

        foreach (var type in variants.Failures.Select(_compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>())
        {
            yield return $"    case {TypeText.Plain(type)} said: reading.Failed(said.Code); break;";
        }

        yield return "}";
    }

    static string Member(string name) => name.Length == 0 ? "" : "." + name;

    string? Stated(ITypeSymbol body, string access)
    {
        string? Count(string? path) => path is not null && _members.Follow(body, path.Split('.'), PublicProperty.IsCount) is { } found ? access + found : null;

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
        string? Read(string[] names) => _members.Find(type, names, PublicProperty.IsCount) is { } path ? access + path : null;

        string? Sum(string? count, string[] further) => count is not null && Read(further) is { } more ? $"{RuntimeNames.ReplyReading}.Sum({count}, {more})" : count;

        var (input, output) = (Sum(Read(UsageNames.Input), UsageNames.FurtherInput), Sum(Read(UsageNames.Output), UsageNames.FurtherOutput));
        if (input is null && output is null)
        {
            return null;
        }

        var (cached, cacheWrite, reasoning) = (Read(UsageNames.CachedInput), Read(UsageNames.CacheWriteInput), Read(UsageNames.ReasoningOutput));
        var counts = $"{output ?? "null"}, {cached ?? "null"}, {cacheWrite ?? "null"}, {reasoning ?? "null"}";
        if (_isSoFar)
        {
            var verb = Read(UsageNames.InputWithoutCache) is null ? "TokensSoFar" : "UncachedTokensSoFar";
            return $"reading.{verb}({input ?? "null"}, {counts});";
        }

        if (input is not null && Read(UsageNames.InputWithoutCache) is { } cacheRead)
        {
            input = $"{input} + ((long?){cacheRead} ?? 0){(cacheWrite is null ? "" : $" + ((long?){cacheWrite} ?? 0)")}";
        }

        return $"reading.Tokens({input ?? "null"}, {counts});";
    }
}
