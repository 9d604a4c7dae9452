using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>
/// Writes how <c>[AiQueue]</c> members are read: through unsafe accessors, since they are seldom public. Before .NET 10 no accessor takes a
/// type by its name, so there a static member of a type that cannot be named is read by reflection, once a scrape.
/// </summary>
static class QueueEmitter
{
    const string Runtime = "global::System.Runtime.CompilerServices.";

    public static string Registration(QueueModel queue, int index)
    {
        if (queue.Owner is not null)
        {
            return $"{RuntimeNames.Queues}.Add<{queue.Type}, QueueOwner{index}>({Literal.Of(queue.Instance)}, static owner => Queue{index}(owner));";
        }

        var labels = $"{Literal.Of(queue.Model)}, {Literal.Of(queue.Instance)}";
        return queue.IsStatic
            ? $"{RuntimeNames.Queues}.Add({labels}, static () => Queue{index}(null));"
            : $"{RuntimeNames.Queues}.Add<{queue.Type}>({labels}, static owner => Queue{index}(owner));";
    }

    public static IEnumerable<string> Accessor(QueueModel queue, int index)
    {
        var owner = queue.IsNameable ? $"{queue.Type}? owner" : $"[{Runtime}UnsafeAccessorType({Literal.Of(queue.Type)})] object? owner";
        var accessor = $"static extern {(queue.Kind == QueueMemberKind.Field ? "ref " : "")}{queue.ReturnType} Queue{index}({owner});";
        var kind = (queue.IsStatic ? "Static" : "") + (queue.Kind == QueueMemberKind.Field ? "Field" : "Method");
        string[] unsafely = [$"[{Runtime}UnsafeAccessor({Runtime}UnsafeAccessorKind.{kind}, Name = {Literal.Of(queue.Member)})]", accessor];
        IEnumerable<string> lines = queue.IsNameable ? unsafely : ["#if NET10_0_OR_GREATER", .. unsafely, "#else", Reflected(queue, index), "#endif"];
        foreach (var line in lines)
        {
            yield return line;
        }

        if (queue.Owner is { } labels)
        {
            yield return "";
            yield return GeneratedType.Attributes;
            yield return $"readonly struct QueueOwner{index} : {RuntimeNames.IClientReader}<{labels.Type}>";
            yield return "{";
            foreach (var line in ReaderEmitter.Body(labels))
            {
                yield return "    " + line;
            }

            yield return "}";
        }
    }
    static string Reflected(QueueModel queue, int index)
    {
        const string Flags = "(global::System.Reflection.BindingFlags)62"; // DeclaredOnly, Instance, Static, Public, NonPublic
        var type = $"global::System.Type.GetType({Literal.Of(queue.Type)}, true)!";
        var value = queue.Kind == QueueMemberKind.Field
            ? $"{type}.GetField({Literal.Of(queue.Member)}, {Flags})!.GetValue(null)!"
            : $"{type}.GetMethod({Literal.Of(queue.Member)}, {Flags}, global::System.Type.EmptyTypes)!.Invoke(null, null)!";
        return $"static {queue.ReturnType} Queue{index}(object? owner) => ({queue.ReturnType}){value};";
    }
}
