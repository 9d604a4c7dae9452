using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.Nesting;

/// <summary>
/// The reply that another reply was made of: libraries hand it up in a member. It tells whose a reply is where neither an id nor a usage does. Read by
/// name, since the runtime depends on no AI library.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is no evidence.")]
sealed class HeldReply
{
    const int MaxDepth = 4;

    // Of Microsoft.Extensions.AI and Agent Framework; of Semantic Kernel.
    static readonly string[] Names = ["RawRepresentation", "InnerContent"];

    static readonly ConditionalWeakTable<Type, HeldReply> Known = [];

    readonly PropertyInfo? _property;

    HeldReply(Type type) => _property = Names
        .Select(name => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => property.Name == name && property.PropertyType == typeof(object) && property.CanRead))
        .FirstOrDefault(property => property is not null);

    /// <summary>Whether two replies are one, or were made of one.</summary>
    public static bool IsShared(object reply, object other)
    {
        for (var (held, depth) = ((object?)reply, 0); held is not null && depth < MaxDepth; held = In(held), depth++)
        {
            if (Holds(other, held))
            {
                return true;
            }
        }

        return false;
    }

    static bool Holds(object reply, object known)
    {
        for (var (held, depth) = ((object?)reply, 0); held is not null && depth < MaxDepth; held = In(held), depth++)
        {
            if (ReferenceEquals(held, known))
            {
                return true;
            }
        }

        return false;
    }

    // A text or a number may be the same in replies that have nothing to do with each other.
    static object? In(object reply)
    {
        try
        {
            return Known.GetValue(reply.GetType(), static type => new HeldReply(type))._property?.GetValue(reply) is { } held and not string and not ValueType
                ? held : null;
        }
        catch (TargetInvocationException)
        {
            return null; // It is the application's own getter: what it does not hand out is no evidence.
        }
    }
}
