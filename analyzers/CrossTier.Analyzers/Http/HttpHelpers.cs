using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>
/// The methods of a project that pass what they are given on to an HTTP library, told first by their text (files that send nothing are not even walked) and
/// looked at closely only where one of them is called. A method whose own code names the endpoint passes nothing on: there the sending call is flagged.
/// </summary>
sealed class HttpHelpers
{
    const int Depth = 4;

    readonly Dictionary<string, List<HttpHelper>> _byName = [];
    readonly HashSet<string> _sentByRefit = [];
    readonly Compilation _compilation;
    readonly CompilationView _view;

    HttpHelpers(Compilation compilation, CompilationView view) => (_compilation, _view) = (compilation, view);

    /// <summary>What calls of helpers can look like.</summary>
    public IEnumerable<string> Names => _byName.Keys.Concat(_sentByRefit);

    public static HttpHelpers Of(Compilation compilation, CompilationView view, CancellationToken cancellation)
    {
        var helpers = new HttpHelpers(compilation, view);
        var trees = compilation.SyntaxTrees.Where(tree => !GeneratedHeader.IsOn(tree, cancellation)).ToList();
        helpers._sentByRefit.UnionWith(trees.SelectMany(tree => RefitInterfaces.NamesIn(tree, cancellation)));
        IReadOnlyCollection<string> names = HttpLibrary.SendingMethods;
        for (var depth = 0; depth < Depth && names.Count > 0; depth++)
        {
            names = helpers.AddCallersOf(names, trees, cancellation);
        }

        return helpers;
    }

    /// <summary>The parameters of a called method that end in a request which the method sends; none if it sends nothing of theirs.</summary>
    public IEnumerable<string> PassedOn(IMethodSymbol method, CancellationToken cancellation) => PassedOn(method, Depth, cancellation);

    IEnumerable<string> PassedOn(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        var called = (method.ReducedFrom ?? method).OriginalDefinition;
        return depth == 0
            ? []
            : Implementations(called, cancellation).Distinct().SelectMany(helper => PassedOn(helper, called, depth, cancellation)).Distinct();
    }

    // Names of the called method's parameters: an implementation may name its own in another way.
    IEnumerable<string> PassedOn(HttpHelper helper, IMethodSymbol called, int depth, CancellationToken cancellation)
    {
        var model = _compilation.GetSemanticModel(helper.Declaration.SyntaxTree);
        foreach (var send in helper.Sends)
        {
            if (ArgumentsSent(model, send, depth, cancellation) is { } sent)
            {
                var names = helper.NamesIn(sent);
                foreach (var ordinal in helper.Parameters.Select((name, at) => (name, at)).Where(parameter => names.Contains(parameter.name)))
                {
                    yield return called.Parameters[ordinal.at].Name;
                }
            }
        }
    }

    // What a call sends of its arguments: all if it is a library's, those that a further helper passes on, or nothing.
    IEnumerable<SyntaxNode>? ArgumentsSent(SemanticModel model, InvocationExpressionSyntax send, int depth, CancellationToken cancellation)
    {
        var member = HttpCallFinder.MemberAround(send);
        if (EndpointEvidence.OnlyReads(member)
            || model.GetSymbolInfo(send, cancellation).Symbol is not IMethodSymbol method
            || model.GetEnclosingSymbol(send.SpanStart, cancellation) is not { } enclosing
            || HttpCallFinder.IsMeasuredElsewhere(model, _view, enclosing, cancellation))
        {
            return null;
        }

        if (HttpLibrary.Sends(method))
        {
            return EndpointEvidence.Find(send, member, HttpCallFinder.TypeParts(model, send, cancellation)) is (null, false)
                && HttpCallFinder.Constant(model, member, cancellation) is null
                ? [send]
                : null;
        }

        var arguments = HelperCallFinder.Arguments(model, send, PassedOn(method, depth - 1, cancellation), cancellation).ToList();
        return arguments.Any(argument => HelperCallFinder.Evidence(model, argument, cancellation).Text is not null) ? null : arguments;
    }

    // The method itself, or what it is called through: an interface, a base.
    IEnumerable<HttpHelper> Implementations(IMethodSymbol called, CancellationToken cancellation)
    {
        foreach (var helper in _byName.TryGetValue(called.Name, out var named) ? named : [])
        {
            if (helper.Parameters.Length == called.Parameters.Length
                && _compilation.GetSemanticModel(helper.Declaration.SyntaxTree).GetDeclaredSymbol(helper.Declaration, cancellation) is IMethodSymbol declared
                && (SymbolEqualityComparer.Default.Equals(declared, called) || Stands(declared, called)))
            {
                yield return helper;
            }
        }
    }

    static bool Stands(IMethodSymbol declared, IMethodSymbol called)
    {
        for (var overridden = declared.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
            {
                return true;
            }
        }

        return called.ContainingType is { TypeKind: TypeKind.Interface } face
            && declared.ContainingType.AllInterfaces.Where(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, face))
                .SelectMany(implemented => implemented.GetMembers(called.Name))
                .Any(member => SymbolEqualityComparer.Default.Equals(declared.ContainingType.FindImplementationForInterfaceMember(member), declared));
    }

    List<string> AddCallersOf(IReadOnlyCollection<string> names, List<SyntaxTree> trees, CancellationToken cancellation)
    {
        var added = new List<string>();
        foreach (var token in trees.SelectMany(tree => IdentifierFinder.Find(tree, names, cancellation)))
        {
            if (token.Parent is not SimpleNameSyntax name || CallForm.Of(name).Invocation is not { } send)
            {
                continue;
            }

            foreach (var declaration in send.Ancestors().Where(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax))
            {
                var helper = new HttpHelper(declaration);
                if (!helper.Parameters.Any(helper.NamesIn([send]).Contains))
                {
                    continue;
                }

                if (!_byName.TryGetValue(helper.Name, out var named))
                {
                    _byName.Add(helper.Name, named = []);
                    added.Add(helper.Name);
                }

                if (named.FirstOrDefault(known => known.Declaration == declaration) is { } present)
                {
                    helper = present;
                }
                else
                {
                    named.Add(helper);
                }

                helper.Sends.Add(send);
            }
        }

        return added;
    }
}
