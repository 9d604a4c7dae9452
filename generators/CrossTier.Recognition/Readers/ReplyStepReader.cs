using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds, by the shape of a reply's type, what is read from it: model, failure, content, usage.</summary>
sealed class ReplyStepReader
{
    static readonly HashSet<string> Wrappers = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.Wrappers)];

    static readonly ModelDetour[] Detours = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.ModelDetours)];

    readonly MemberReader _members = new();
    readonly Compilation _compilation;
    readonly MemberPaths _paths;
    readonly TokenReader _tokens;
    readonly OutcomeReader _outcome;

    ReplyStepReader(Compilation compilation, MemberPaths paths)
    {
        _compilation = compilation;
        _paths = paths;
        _tokens = new TokenReader(compilation, _members);
        _outcome = new OutcomeReader(_members);
    }

    /// <summary>Null where nothing can be read.</summary>
    /// <param name="reply">A reply, or a chunk of a stream.</param>
    /// <param name="isChunk">Which of the two.</param>
    /// <param name="compilation">Where it is read.</param>
    /// <param name="paths">Where it reports its usage, if its names do not show it.</param>
    /// <param name="hasNoTokens">Whether such a reply has no tokens by nature, so that none are missing.</param>
    public static ReplyReaderModel? Read(ITypeSymbol reply, bool isChunk, Compilation compilation, MemberPaths paths, bool hasNoTokens = false)
    {
        var reader = new ReplyStepReader(compilation, paths);
        var found = reader.Steps(reply, isChunk);
        var steps = hasNoTokens ? [new NoTokensStep(), .. found] : found;
        return steps.Count == 0 ? null : new ReplyReaderModel(TypeText.Plain(reply), steps.ToEquatableArray(), reader._members.Suppressions);
    }

    List<ReadStep> Steps(ITypeSymbol reply, bool isChunk)
    {
        if (KernelReplyReader.Read(reply, isChunk, _compilation, MetadataUsages) is { } content)
        {
            return [content];
        }

        var (body, at) = Unwrap(reply);
        List<ReadStep> steps = [.. Model(body, at), .. Response(body, at), .. Failure(body, at)];
        List<ReadStep> usage = ContentReader.List(body) is { } list ? [.. Contents(body, at, list)] : [.. isChunk ? Chunk(body, at) : [], .. Usage(body, at)];
        var hasUsage = usage.Any(step => step.ReadsTokens);
        if (RawBodyReader.Read(reply, body) is { } raw && (!hasUsage || (raw.HasDetails && usage.Any(LacksDetails))))
        {
            steps.AddRange(usage.Where(step => !step.ReadsTokens));
            steps.Add(raw);
        }
        else
        {
            steps.AddRange(usage);
            steps.AddRange(Outcome(body, at, isChunk, hasUsage ? RawReader.Read(body, at) : null));
        }

        if (RawBodyReader.RateLimits(reply) is { } limits)
        {
            steps.Add(limits);
        }

        return steps;
    }

    IEnumerable<ReadStep> Outcome(ITypeSymbol body, MemberPath at, bool isChunk, MemberPath? wire) =>
    [
        .. wire is not null && isChunk ? [new RawContentStep(wire)] : Array.Empty<ReadStep>(),
        .. _outcome.After(body, at),
        .. wire is not null ? [new RawTokensStep(wire, _outcome.Response(body, at))] : Array.Empty<ReadStep>(),
    ];

    // Of a model that writes: others have no details.
    static bool LacksDetails(ReadStep step) =>
        step is TokensStep { Counts.Counts: var counts } && counts.Any(count => count.Count == TokenCount.Output)
            && counts.All(count => count.Count != TokenCount.CachedInput);

    // What connectors put under "Usage", as far as this compilation knows their types.
    IEnumerable<MetadataUsage> MetadataUsages() =>
        from name in KernelReplyReader.UsageTypes
        let type = _compilation.FindNameable(name)
        where type is not null
        let counts = _tokens.Read(type)
        where counts is not null
        select new MetadataUsage(TypeText.Plain(type), counts);

    // A wrapper of the SDK holds the reply.
    (ITypeSymbol Body, MemberPath At) Unwrap(ITypeSymbol reply) =>
        reply is INamedTypeSymbol { TypeArguments.Length: 1 } result && Wrappers.Contains(result.Name) && _members.Property(result, "Value") is not null
            ? (result.TypeArguments[0], MemberPath.Of("Value"))
            : (reply, MemberPath.Self);

    IEnumerable<ReadStep> Contents(ITypeSymbol body, MemberPath at, ContentList list)
    {
        var item = (PublicProperty.Find(body, list.Member)?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        if (item is not null
            && _compilation.FindNameable(list.Usage, item) is { } usage
            && PublicProperty.Find(usage, list.UsageMember) is { } counted
            && _tokens.Read(counted.Type) is { } counts)
        {
            yield return new ContentListStep(
                at.Then(MemberPath.Of(list.Member)),
                TypeText.Plain(usage),
                list.UsageMember,
                counts,
                _outcome.Response(body, at),
                Present(list.Texts, item).Select(TypeText.Plain).ToEquatableArray(),
                Present(list.Contents, item).Select(TypeText.Plain).ToEquatableArray());
        }
    }

    IEnumerable<ReadStep> Chunk(ITypeSymbol body, MemberPath at) => [.. Content(body, at), .. FirstUsage(body, at)];

    // Where variants define the content, no member of the base does.
    IEnumerable<ReadStep> Content(ITypeSymbol body, MemberPath at) =>
        SdkRecogniser.Variants(body) is { Content.Length: > 0 } ? [] : [ContentReader.Read(body, at, _members)];

    IEnumerable<ReadStep> Model(ITypeSymbol body, MemberPath at)
    {
        if (Detours.FirstOrDefault(known => known.IsInherited ? body.IsOrInherits(known.Type) : body.HasMetadataName(known.Type)) is { } detour)
        {
            if (Detour(body, at, detour) is { } step)
            {
                yield return step;
            }
        }
        else if (_members.Find(body, ApiCatalogue.Names.Model, MemberReader.IsText) is { } model)
        {
            yield return new ModelStep(at.Then(model));
        }
    }

    IEnumerable<ReadStep> Response(ITypeSymbol body, MemberPath at) => _outcome.Response(body, at) is { } id ? [new ResponseStep(id)] : [];

    DetourModelStep? Detour(ITypeSymbol body, MemberPath at, ModelDetour detour)
    {
        if (detour.Source.Length == 0)
        {
            return new DetourModelStep(at, "", detour.Model);
        }

        return PublicProperty.Find(body, detour.Source) is { } source && _compilation.FindNameable(detour.SourceType, source.Type) is { } type
            ? new DetourModelStep(at.Then(MemberPath.Of(detour.Source)), TypeText.Plain(type), detour.Model)
            : null;
    }

    IEnumerable<ReadStep> Failure(ITypeSymbol body, MemberPath at)
    {
        if (SdkRecogniser.Of(body)?.Names.Failure is { Length: > 0 } names
            && _members.Find(body, names, type => _members.Property(type, "Code") is not null) is { } error)
        {
            yield return new FailureStep(at.Then(error));
        }
    }

    IEnumerable<ReadStep> Usage(ITypeSymbol body, MemberPath at) =>
        (Explicit(body, at) ?? Declared(body, at, mayBeNull: false) ?? Variants(body, at) ?? Held(body, at) ?? Tokens(body, at, mayBeNull: false)) is { } step
            ? [step is TokensStep tokens ? tokens with { Response = _outcome.Response(body, at) } : step] : [];

    IEnumerable<ReadStep> FirstUsage(ITypeSymbol body, MemberPath at) =>
        ApiCatalogue.Names.FirstUsage.Select(name => Held(body, at, name)).OfType<TokensStep>()
            .Select(step => step with { IsFirst = true });

    ReadStep? Held(ITypeSymbol body, MemberPath at) => UsageHolders.Members.Select(name => Held(body, at, name)).FirstOrDefault(step => step is not null);

    ReadStep? Held(ITypeSymbol body, MemberPath at, string name)
    {
        var path = name.Split('.');
        return PublicProperty.Follow(body, path, out _) is { } holder && _members.Follow(body, path, _ => true) is { } usage
            ? Declared(holder, at.Then(usage), mayBeNull: true) ?? Tokens(holder, at.Then(usage), mayBeNull: true) ?? Variants(holder, at.Then(usage))
            : null;
    }

    ReadStep? Variants(ITypeSymbol type, MemberPath at)
    {
        if (SdkRecogniser.Variants(type) is not { } variants
            || (variants.Object.Length == 0 ? type : PublicProperty.Find(type, variants.Object)?.Type) is not { } subject)
        {
            return null;
        }

        return new VariantsStep(
            variants.Object.Length == 0 ? at : at.Then(MemberPath.Of(variants.Object)),
            Present(variants.Usage, subject).Select(variant => Case(variant, variants)).ToEquatableArray(),
            Present(variants.Content, subject).Select(TypeText.Plain).ToEquatableArray(),
            Present(variants.Failures, subject).Where(failure => _members.Property(failure, "Code") is not null).Select(TypeText.Plain).ToEquatableArray());
    }

    IEnumerable<INamedTypeSymbol> Present(string[] types, ITypeSymbol subject) =>
        types.Select(type => _compilation.FindNameable(type, subject)).OfType<INamedTypeSymbol>();

    VariantCase Case(INamedTypeSymbol type, Variants variants)
    {
        var self = MemberPath.Self;
        ReadStep[] raw = RawBodyReader.Read(type, type) is { } step ? [step] : [];
        return new VariantCase(
            TypeText.Plain(type),
            new List<ReadStep>(
            [
                .. Model(type, self), .. Response(type, self), .. Usage(type, self), .. Failure(type, self), .. raw, .. _outcome.After(type, self),
                .. variants.Ends.Any(type.HasMetadataName) ? [new EndStep()] : Array.Empty<ReadStep>(),
                .. RawReader.Read(type, self) is { } wire ? [new RawTokensStep(wire, _outcome.Response(type, self))] : Array.Empty<ReadStep>(),
            ]).ToEquatableArray());
    }

    ReadStep? Explicit(ITypeSymbol body, MemberPath at)
    {
        MemberPath? Count(string? path) =>
            path is not null && _members.Follow(body, path.Split('.'), PublicProperty.IsCount) is { } found ? at.Then(found) : null;

        if (Count(_paths.InputTokens) is var input && Count(_paths.OutputTokens) is var output && (input ?? output) is not null)
        {
            return new ExplicitTokensStep(input, output);
        }

        return _paths.Usage is { } path
            && PublicProperty.Follow(body, path.Split('.'), out _) is { } holder
            && _members.Follow(body, path.Split('.'), _ => true) is { } usage
                ? Declared(holder, at.Then(usage), mayBeNull: true) ?? Tokens(holder, at.Then(usage), mayBeNull: true)
                : null;
    }

    ReadStep? Declared(ITypeSymbol type, MemberPath at, bool mayBeNull) => _tokens.IsDeclared(type) ? new DeclaredTokensStep(at, mayBeNull) : null;

    ReadStep? Tokens(ITypeSymbol type, MemberPath at, bool mayBeNull) =>
        _tokens.Read(type) is { } counts ? new TokensStep(at, mayBeNull, counts, Response: null) : null;
}
