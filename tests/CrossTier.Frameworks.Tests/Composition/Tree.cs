using System.Collections.Immutable;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>A block and what it stands on.</summary>
/// <param name="Kind">The block.</param>
/// <param name="IsMeasured">Whether a layer of ours is put upon it: a middleware, or the filter on a kernel.</param>
/// <param name="Input">The input tokens of a server's first reply, where each further one has one more, or of what a cache knows.</param>
/// <param name="Fault">What a server does.</param>
/// <param name="Below">The blocks below; those of a server are none.</param>
public sealed record Tree(Kind Kind, bool IsMeasured, int Input, Fault Fault, ImmutableArray<Tree> Below)
{
    /// <summary>The output tokens of a server's first reply.</summary>
    public int Output => Input / 2;

    public bool IsServer => Kind is Kind.Server or Kind.PlainServer or Kind.SdkServer || IsBehindHandler;

    /// <summary>Whether it is a server that is asked through our HTTP handler.</summary>
    public bool IsBehindHandler => Kind is Kind.HttpServer or Kind.NestedHttpServer or Kind.SocketServer;

    public static Tree Server(int input, Fault fault = Fault.None, bool measured = false, Kind kind = Kind.Server) => new(kind, measured, input, fault, []);

    public static Tree Of(Kind kind, params ReadOnlySpan<Tree> below) => new(kind, IsMeasured: false, 0, Fault.None, [.. below]);

    public Tree Measured() => this with { IsMeasured = true };

    /// <summary>The same with a block, a layer or a fault less.</summary>
    public IEnumerable<Tree> Smaller()
    {
        foreach (var below in Below)
        {
            yield return below;
        }

        if (IsMeasured)
        {
            yield return this with { IsMeasured = false };
        }

        if (Fault is not (Fault.None or Fault.Waits))
        {
            yield return this with { Fault = Fault.None };
        }

        for (var i = 0; i < Below.Length; i++)
        {
            foreach (var smaller in Below[i].Smaller().Where(smaller => Kind != Kind.Workflow && (Kind != Kind.Hedge || i == 0)))
            {
                yield return this with { Below = Below.SetItem(i, smaller) };
            }
        }
    }

    public override string ToString()
    {
        var fault = Fault == Fault.None ? "" : $" {Fault}";
        var below = Below.IsEmpty ? "" : $"({string.Join(", ", Below)})";
        return $"{(IsMeasured ? "*" : "")}{Kind}{(IsServer ? $" {Input}{fault}" : "")}{below}";
    }
}
