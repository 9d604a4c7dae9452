using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.CompilerServices;

/// <summary>
/// What a container holds, known without asking it for a service: who asks may make one. Read by name from the container of
/// Microsoft.Extensions.DependencyInjection, which shows it to debuggers alone; of any other nothing is known.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContainerServices
{
    const string Container = "Microsoft.Extensions.DependencyInjection.ServiceProvider";

    static readonly ConditionalWeakTable<object, Registrations> Known = [];

    /// <summary>Whether asking again for a service that the application has asked for makes no further one.</summary>
    /// <param name="services">The container, or a scope of it.</param>
    /// <param name="service">The type that is asked for.</param>
    public static bool Keeps(IServiceProvider? services, Type service) => Of(services) is { } registered && !registered.Transient.Contains(service);

    /// <summary>How many registrations there are of a type; null if that is not known.</summary>
    /// <param name="services">The container, or a scope of it.</param>
    /// <param name="service">The type that is asked for.</param>
    public static int? CountOf(IServiceProvider? services, Type service) =>
        Of(services) is { } registered ? registered.All.Count(type => type == service) : null;

    static Registrations? Of(IServiceProvider? services)
    {
        var root = services is null || services.GetType().FullName == Container ? services : Value(services, "RootProvider");
        return root?.GetType().FullName == Container && Known.GetValue(root, Read) is { IsKnown: true } registered ? registered : null;
    }

    static Registrations Read(object container)
    {
        List<Type> all = [];
        HashSet<Type> transient = [];
        var descriptors = Value(container, "CallSiteFactory") is { } factory ? Value(factory, "Descriptors") as IEnumerable : null;
        foreach (var descriptor in descriptors ?? Array.Empty<object>())
        {
            if (Value(descriptor, "ServiceType") is Type type)
            {
                all.Add(type);
                if (Value(descriptor, "Lifetime")?.ToString() == "Transient")
                {
                    transient.Add(type);
                }
            }
        }

        return new(descriptors is not null, all, transient);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A property that was trimmed away leaves the services unknown.")]
    static object? Value(object holder, string name) =>
        holder.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(holder);

    sealed record Registrations(bool IsKnown, List<Type> All, HashSet<Type> Transient);
}
