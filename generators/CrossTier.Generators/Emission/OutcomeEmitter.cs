using CrossTier.Protocols;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statements that read service tier and end.</summary>
static class OutcomeEmitter
{
    /// <param name="step">The tier.</param>
    /// <param name="reply">The object at which its path begins.</param>
    public static string Tier(TierStep step, string reply) => $"reading.ServiceTier({Text(Access.Of(reply, step.Path), step.Form, step.Path)});";

    /// <param name="step">The reason.</param>
    /// <param name="reply">The object at which its path begins.</param>
    public static string Finish(FinishStep step, string reply) => step.List is null
        ? Finished(step, reply)
        : $"if ({Access.Of(reply, step.List)} is {{ Count: > 0 }} ended) {Finished(step, "ended[0]")}";

    static string Finished(FinishStep step, string reply)
    {
        var word = Access.Of(reply, step.Path);
        return step.Form == WordForm.Enum
            ? $"reading.Finished({word} switch {{ {string.Concat(step.Reasons.Select(Arm))}_ => null }});"
            : $"reading.Finished({Text(word, step.Form, step.Path)});";
    }

    // A word that all protocols' words are brought to: what compares it, at each call, finds it at once.
    static string Arm(FinishMember member) => $"{member.Type}.{member.Name} => \"{FinishWords.Reasons[member.Reason]}\", ";

    static string Text(string word, WordForm form, MemberPath path) => form switch
    {
        WordForm.Raw => word + "?.Raw()",
        WordForm.Value => word + (path.MayBeNull ? "?" : "") + ".ToString()",
        _ => word,
    };
}
