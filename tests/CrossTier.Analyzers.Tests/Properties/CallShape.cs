namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>A way to call a model, as an expression of a task. <c>$M</c> stands before the API's name, <c>$I</c> for the place's name.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Members">What it needs beside it in the type.</param>
/// <param name="Kind">What the compiler can do with it.</param>
/// <param name="IsInMembers">Whether the call stands in <paramref name="Members"/>, so that scopes inside the type do not reach it.</param>
sealed record CallShape(string Text, string Members = "", CallKind Kind = CallKind.Interceptable, bool IsInMembers = false)
{
    const string Override =
        "public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, "
        + "CancellationToken cancellationToken = default) => ";

    // What was asked is not what is returned.
    const string Aside = " is null ? null! : Stage.Reply";

    public static IReadOnlyList<CallShape> All { get; } =
    [
        new("Stage.Client.$MGetResponseAsync(\"$I\")"),
        new("Stage.Client.$MGetResponseAsync(Stage.Messages(\"$I\"))"),
        new("Stage.Fake.$MGetResponseAsync(Stage.Messages(\"$I\"))"),
        new("Stage.Client\n        .$MGetResponseAsync(cancellationToken: default, messages: Stage.Messages(\"$I\"))"),
        new("ChatClientExtensions.$MGetResponseAsync(Stage.Client, \"$I\")"),
        new("Stage.Run(async () => { await foreach (var u in Stage.Client.$MGetStreamingResponseAsync(\"$I\").WithCancellation(default)) { _ = u; } })"),
        new("Stage.Client!.$M@GetResponseAsync(\"$I\")"),
        new("(Stage.Maybe?.$MGetResponseAsync(\"$I\")!)"),
        new("Stage.Client.$MGetResponseAsync<int>(\"$I\")"),
        new("Stage.Drain(Stage.Client.$MGetStreamingResponseAsync(\"$I\"))"),
        new("Stage.Drain(Stage.Fake.$MGetStreamingResponseAsync(Stage.Messages(\"$I\")))"),
        new("Stage.Client.$MGetResponseAsync<Secret>(\"$I\")", "private sealed class Secret;"),
        new("new TypedClient<Secret>().$MGetResponseAsync(Stage.Messages(\"$I\"))", "private sealed class Secret;"),
        new("Stage.Run(() => { return G(Stage.Client); static Task G<C>(C c) where C : class, IChatClient => c.$MGetResponseAsync(Stage.Messages(\"$I\")); })"),
        new("Ask(Stage.Client)", "static Task Ask<C>(C c) where C : class, IChatClient => c.$MGetResponseAsync(\"$I\");", IsInMembers: true),
        new(
            "Stage.Ask(new Layer(Stage.Client), \"$I\")",
            $"sealed class Layer(IChatClient inner) : DelegatingChatClient(inner) {{ "
            + $"{Override}InnerClient.$MGetResponseAsync(messages.Take(1), options, cancellationToken){Aside}; }}",
            IsInMembers: true),
        new(
            "((IChatClient)new Layer(Stage.Client)).$MGetResponseAsync(Stage.Messages(\"$I\"))",
            "sealed class Layer(IChatClient inner) : DelegatingChatClient(inner) "
            + $"{{ {Override}base.GetResponseAsync(messages, options, cancellationToken); }}"),
        new("Stage.Own.$MSolveAsync(\"$I\")"),
        new("((OwnSdk)Stage.Own).$MSolveAsync(text: \"$I\")"),
        new("Stage.Own.$MSolveTwice(\"$I\")"),
        new("Stage.Drain(Stage.Own.$MSolveEach(\"$I\"))"),

        new(
            "Stage.Run(() => { return G(Stage.Client); static Task G<C>(C c) where C : IChatClient => c.$MGetResponseAsync(Stage.Messages(\"$I\")); })",
            Kind: CallKind.Refused),
        new(
            "((Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, "
            + "Task<ChatResponse>>)Stage.Client.$MGetResponseAsync)(Stage.Messages(\"$I\"), null, default)",
            Kind: CallKind.Refused),
        new("((Task)Stage.Client.$MGetResponseAsync((dynamic)Stage.Messages(\"$I\")))", Kind: CallKind.Refused),
        new("((Task)ChatClientExtensions.$MGetResponseAsync(Stage.Client, (dynamic)\"$I\"))", Kind: CallKind.Refused),
        new("((Task)((dynamic)Stage.Fake).$MGetResponseAsync(Stage.Messages(\"$I\")))", Kind: CallKind.Refused),
        new("Stage.Interpret(() => Stage.Client.$MGetResponseAsync(Stage.Messages(\"$I\"), null, default))", Kind: CallKind.Refused),
        new("((Func<string, Task<string>>)Stage.Own.$MSolveAsync)(\"$I\")", Kind: CallKind.Refused),
        new("((Task)Stage.Own.$MSolveAsync((dynamic)\"$I\"))", Kind: CallKind.Refused),
        new("(Stage.Client!.$MGetResponseAsync)(Stage.Messages(\"$I\"), null, default)", Kind: CallKind.Refused),
        new(
            "new Own().$MGetResponseAsync(Stage.Messages(\"$I\"))",
            $"private sealed class Own : FakeClient {{ {Override}base.GetResponseAsync(messages, options, cancellationToken); }}",
            CallKind.Refused),
        new(
            "Stage.Ask(new Layer(Stage.Client), \"$I\")",
            "sealed class Layer(IChatClient inner) : DelegatingChatClient(inner) "
            + $"{{ {Override}base.$MGetResponseAsync(messages, null, cancellationToken){Aside}; }}",
            CallKind.Refused,
            IsInMembers: true),

        new("Stage.Quiet(new Moq.Mock<IChatClient>().Setup(c => c.GetResponseAsync(Stage.Messages(\"$I\"), null, default)))", Kind: CallKind.None),
        new("Stage.Quiet(nameof(IOwnSdk.SolveAsync))", Kind: CallKind.None),
        new("Stage.Quiet(nameof(IChatClient.GetResponseAsync))", Kind: CallKind.None),
    ];
}
