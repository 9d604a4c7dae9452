using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CrossTier.Analyzers.Attributes;
using CrossTier.Analyzers.Baselines;
using CrossTier.Analyzers.Calls;
using CrossTier.Analyzers.Http;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>What several rules need of one compilation, each file classified once. Lives as long as the compilation.</summary>
sealed class CompilationView
{
    static readonly ConditionalWeakTable<Compilation, CompilationView> Views = new();

    readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<RecognisedCall>> _calls = new();
    readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<HttpCall>> _httpCalls = new();
    readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<OurAttribute>> _attributes = new();
    readonly ConcurrentDictionary<INamedTypeSymbol, CoreReach> _reaches = new(SymbolEqualityComparer.Default);
    readonly Compilation _compilation;
    ImmutableArray<string> _attributeNames;
    Tuple<ImmutableArray<AdditionalText>, Baseline>? _baseline;
    bool? _hasOurAttributes;
    bool? _namesEndpoints;
    bool? _hasHttpHandler;
    ClientRegistrations? _registrations;
    HttpHelpers? _httpHelpers;

    CompilationView(Compilation compilation) => _compilation = compilation;

    public static CompilationView Of(Compilation compilation) => Views.GetValue(compilation, key => new CompilationView(key));

    /// <summary>The inference calls of a file; none in a file of ours.</summary>
    public ImmutableArray<RecognisedCall> CallsOf(SemanticModel model, CancellationToken cancellation) =>
        _calls.TryGetValue(model.SyntaxTree, out var known) ? known : _calls.GetOrAdd(model.SyntaxTree, FindCalls(model, cancellation));

    /// <summary>The hand-written HTTP calls to inference endpoints of a file that nothing measures.</summary>
    public ImmutableArray<HttpCall> HttpCallsOf(SemanticModel model, CancellationToken cancellation) =>
        _httpCalls.TryGetValue(model.SyntaxTree, out var known) ? known : _httpCalls.GetOrAdd(model.SyntaxTree, HttpCallFinder.Find(model, this, cancellation));

    /// <summary>Our attributes in a file.</summary>
    public ImmutableArray<OurAttribute> AttributesOf(SemanticModel model, CancellationToken cancellation) =>
        _attributes.TryGetValue(model.SyntaxTree, out var known)
            ? known
            : _attributes.GetOrAdd(model.SyntaxTree, AttributeFinder.Find(model, AttributeNamesInUse(cancellation), cancellation));

    /// <summary>Which members of a type are reached from a measured <c>Core</c> only.</summary>
    public CoreReach ReachOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        _reaches.TryGetValue(type, out var known) ? known : _reaches.GetOrAdd(type, CoreReach.Of(type, cancellation));

    /// <summary>The calls that a file of the project lets stay unmeasured. An editor keeps a compilation when only that file changes.</summary>
    public Baseline BaselineOf(AnalyzerOptions options, CancellationToken cancellation)
    {
        var known = _baseline;
        if (known is null || known.Item1 != options.AdditionalFiles)
        {
            _baseline = known = Tuple.Create(options.AdditionalFiles, Baseline.Read(options, cancellation));
        }

        return known.Item2;
    }

    public bool HasOurAttributes(CancellationToken cancellation) =>
        _hasOurAttributes ??= _compilation.SyntaxTrees.Any(tree => !GeneratedHeader.IsOn(tree, cancellation)
            && AttributeFinder.Syntaxes(tree, AttributeNamesInUse(cancellation), cancellation).Any());

    /// <summary>Whether any file names an inference endpoint, so that constants of other files are worth a look.</summary>
    public bool NamesEndpoints(CancellationToken cancellation) =>
        _namesEndpoints ??= _compilation.SyntaxTrees.Any(tree => IdentifierFinder.Mentions(tree, EndpointText.Fragments, cancellation));

    /// <summary>Whether the HTTP handler is put somewhere: then it measures what is written by hand.</summary>
    public bool HasHttpHandler(CancellationToken cancellation) => _hasHttpHandler ??= HandlerRegistration.IsIn(_compilation, cancellation);

    /// <summary>The project's own methods that send by HTTP what they are given.</summary>
    public HttpHelpers HttpHelpersOf(CancellationToken cancellation) => _httpHelpers ??= HttpHelpers.Of(_compilation, this, cancellation);

    /// <summary>Where the project registers its clients.</summary>
    public ClientRegistrations RegistrationsOf(CancellationToken cancellation) => _registrations ??= ClientRegistrations.Of(_compilation, cancellation);

    static ImmutableArray<RecognisedCall> FindCalls(SemanticModel model, CancellationToken cancellation) =>
        GeneratedHeader.IsOn(model.SyntaxTree, cancellation)
            ? []
            : CallClassifier.Candidates(model.SyntaxTree, KnownApis.Of(model.Compilation).Methods, cancellation)
                .Select(name => CallClassifier.Recognise(model, name, cancellation))
                .OfType<RecognisedCall>()
                .Where(call => !call.IsUnbound) // Here all generators have written: the compiler has its own error.
                .ToImmutableArray();

    ImmutableArray<string> AttributeNamesInUse(CancellationToken cancellation)
    {
        if (_attributeNames.IsDefault)
        {
            _attributeNames = AttributeFinder.NamesIn(_compilation, cancellation);
        }

        return _attributeNames;
    }
}
