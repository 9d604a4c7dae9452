using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;

namespace CrossTier.Requests;

/// <summary>
/// Tells a mock, also below clients that hand on what they are asked: it notes each call, and may verify that no other came, so it is asked nothing.
/// </summary>
static class Mocks
{
    const int MaxDepth = 32;

    // What the base types of such clients call the one below.
    static readonly string[] Inner = ["InnerClient", "InnerGenerator", "InnerAgent"];

    static readonly ConditionalWeakTable<Type, StrongBox<PropertyInfo?>> Known = [];

    /// <summary>Whether a client is a mock, or hands on to one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="layer">The layer of ours that was met on the way.</param>
    public static bool Has(object client, out IMeasuringLayer? layer)
    {
        layer = null;
        var below = client;
        for (var depth = 0; below is not null && depth < MaxDepth; depth++)
        {
            if (below.GetType().Assembly.IsDynamic)
            {
                return true;
            }

            layer ??= below as IMeasuringLayer;
            below = Below(below);
        }

        return false;
    }

    static object? Below(object client) => Known.GetValue(client.GetType(), static type => new(InnerOf(type))).Value?.GetValue(client);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A property that was trimmed away leaves the client to be asked.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    static PropertyInfo? InnerOf(Type type)
    {
        const BindingFlags flags = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var name in Inner)
        {
            for (var owner = type; owner is not null; owner = owner.BaseType)
            {
                if (owner.GetProperty(name, flags) is { GetMethod.IsVirtual: false } property)
                {
                    return property;
                }
            }
        }

        return null;
    }
}
