using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statements of what is read from a reply.</summary>
static class ReplyStepEmitter
{
    /// <param name="step">What is read.</param>
    /// <param name="reply">The object at which its paths begin.</param>
    public static IEnumerable<string> Statements(ReadStep step, string reply) => step switch
    {
        NoTokensStep => ["reading.WithoutTokens();"],
        ResponseStep response => [$"reading.Response({Access.Of(reply, response.Path)});"],
        TierStep tier => [OutcomeEmitter.Tier(tier, reply)],
        ToolUsesStep uses => [$"reading.ToolUses({Literal.Of(uses.Tool)}, (long?){Access.Of(reply, uses.Path)} ?? 0);"],
        FinishStep finish => [OutcomeEmitter.Finish(finish, reply)],
        EndStep => ["reading.Ended();"],
        ModelStep model => [$"reading.Model({Access.Of(reply, model.Path)});"],
        DetourModelStep model => [Detour(model, Access.Of(reply, model.Source))],
        FailureStep failure => [$"if ({Access.Of(reply, failure.Error)} is {{ }} failure) reading.Failed(failure.Code.ToString());"],
        ContentStep content => [Content(content, reply)],
        TokensStep { MayBeNull: true } tokens =>
            [IfThere(
                Access.Of(reply, tokens.Usage),
                TokenEmitter.Statement(tokens.Counts, Variable(tokens), Access.OrNull(reply, tokens.Response)),
                Variable(tokens))],
        TokensStep tokens => [TokenEmitter.Statement(tokens.Counts, Access.Of(reply, tokens.Usage), Access.OrNull(reply, tokens.Response))],
        DeclaredTokensStep { MayBeNull: true } tokens => [IfThere(Access.Of(reply, tokens.Usage), TokenEmitter.Declared("usage"))],
        DeclaredTokensStep tokens => [TokenEmitter.Declared(Access.Of(reply, tokens.Usage))],
        ExplicitTokensStep tokens => [$"reading.Tokens({Access.OrNull(reply, tokens.Input)}, {Access.OrNull(reply, tokens.Output)});"],
        VariantsStep variants => Variants(variants, Access.Of(reply, variants.Object)),
        ContentListStep list => Items(list, Access.Of(reply, list.List), Access.OrNull(reply, list.Response)),
        KernelReplyStep content => KernelReplyEmitter.Statements(content),
        RawBodyStep body => [RawBody(body, reply)],
        RawContentStep raw => [$"if ({Access.Of(reply, raw.Path)} is not null) {RuntimeNames.RawReply}.Content({Access.Of(reply, raw.Path)}, ref reading);"],
        RawTokensStep raw =>
        [
            $"if ({Access.Of(reply, raw.Path)} is not null) "
                + $"{RuntimeNames.RawReply}.Tokens({Access.Of(reply, raw.Path)}, {Access.OrNull(reply, raw.Response)}, ref reading);",
        ],
        RateLimitStep limits => [RateLimitEmitter.Statement($"{reply}.{(limits.IsRawResponse ? "GetRawResponse()?." : "")}Headers")],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    static string IfThere(string usage, string tokens, string variable = "usage") => $"if ({usage} is {{ }} {variable}) {tokens}";

    static string Variable(TokensStep tokens) => tokens.IsFirst ? "firstUsage" : "usage";

    static string Detour(DetourModelStep step, string source) => step.SourceType.Length == 0
        ? $"if ({source}.Count > 0) reading.Model({source}[0].{step.Model});"
        : $"reading.Model(({source} as {step.SourceType})?.{step.Model});";

    static string Content(ContentStep step, string reply) => step.Conditions.Count == 0
        ? "reading.Content();"
        : $"if ({string.Join(" || ", step.Conditions.Select(condition => Condition(condition, Access.Of(reply, condition.Path))))}) reading.Content();";

    static string Condition(ContentCondition condition, string member) => condition.Form switch
    {
        ContentForm.Text => $"{member} is {{ Length: > 0 }}",
        ContentForm.Object => $"{member} is not null",
        ContentForm.List => $"{member}.Count > 0",
        ContentForm.ListOfParts => $"{member}.Count > 0 && {Access.Of($"{member}[0]", condition.ItemText)} is not \"\"",
        _ => $"{member} is {{ Count: > 0 }} choices && ({Access.Of("choices[0]", condition.ItemText)} is {{ Length: > 0 }}"
            + (condition.ItemObject.IsSelf ? ")" : $" || {Access.Of("choices[0]", condition.ItemObject)} is not null)"),
    };

    static IEnumerable<string> Variants(VariantsStep step, string subject)
    {
        // A usage may be one of variants inside one of variants.
        var name = subject.StartsWith("reported", StringComparison.Ordinal) ? "part" : "reported";
        yield return $"switch ({subject})";
        yield return "{";
        foreach (var one in step.Cases)
        {
            yield return $"    case {one.Type} {name}: {{ {string.Join(" ", one.Steps.SelectMany(inner => Statements(inner, name)))} break; }}";
        }

        foreach (var type in step.Contents)
        {
            yield return $"    case {type}: reading.Content(); break;";
        }

        foreach (var type in step.Failures)
        {
            yield return $"    case {type} {name}: reading.Failed({name}.Code); break;";
        }

        yield return "}";
    }

    static IEnumerable<string> Items(ContentListStep step, string list, string response)
    {
        yield return $"var contents = {list};";
        yield return "for (var i = 0; i < contents.Count; i++) // By index: an enumerator of an interface is an allocation for each chunk.";
        yield return "{";
        yield return "    switch (contents[i])";
        yield return "    {";
        yield return $"        case {step.UsageType} {{ {step.UsageMember}: {{ }} usage }}: {TokenEmitter.Statement(step.Counts, "usage", response)} break;";
        foreach (var type in step.Texts)
        {
            yield return $"        case {type} {{ Text.Length: > 0 }}: reading.Content(); break;";
        }

        yield return $"        case {string.Join(" or ", step.Contents)}: reading.Content(); break;";
        yield return "    }";
        yield return "}";
    }

    static string RawBody(RawBodyStep step, string reply) => step.Form switch
    {
        RawBodyForm.RawResponse =>
            $"if ({reply}.GetRawResponse() is {{ ContentStream.CanSeek: true }} response) "
            + $"{RuntimeNames.JsonReply}.Read(response.Content.ToMemory().Span, ref reading);",
        RawBodyForm.Response =>
            $"if ({reply}.ContentStream is global::System.IO.MemoryStream) {RuntimeNames.JsonReply}.Read({reply}.Content.ToMemory().Span, ref reading);",
        RawBodyForm.Data => $"{RuntimeNames.JsonReply}.Read({reply}.{step.Member}.ToMemory().Span, ref reading);",
        _ => $"{RuntimeNames.JsonReply}.Read({reply}.{step.Member}, ref reading);",
    };
}
