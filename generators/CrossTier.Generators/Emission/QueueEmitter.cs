using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>Writes how <c>[AiQueue]</c> members are read: through unsafe accessors, since they are seldom public.</summary>
static class QueueEmitter
{
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
        var kind = (queue.IsStatic ? "Static" : "") + (queue.Kind == QueueMemberKind.Field ? "Field" : "Method");
        var owner = queue.IsNameable
            ? $"{queue.Type}? owner" : $"[global::System.Runtime.CompilerServices.UnsafeAccessorType({Literal.Of(queue.Type)})] object? owner";
        yield return "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind."
            + $"{kind}, Name = {Literal.Of(queue.Member)})]";
        yield return $"static extern {(queue.Kind == QueueMemberKind.Field ? "ref " : "")}{queue.ReturnType} Queue{index}({owner});";
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
}
