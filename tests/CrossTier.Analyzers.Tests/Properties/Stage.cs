using System.Linq.Expressions;
using Microsoft.Extensions.AI;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>What generated programs call for all that is not a call of a model. It is compiled here, so nothing of it is measured.</summary>
public static class Stage
{
    public static FakeClient Fake { get; } = new();

    public static IChatClient Client => Fake;

    public static IChatClient? Maybe => Fake;

    public static IOwnSdk Own { get; } = new OwnSdk();

    public static bool True => true;

    public static Task<ChatResponse> Reply => Task.FromResult(new ChatResponse());

    /// <summary>Where members without a result leave their task.</summary>
    public static Task Last { get; set; } = Task.CompletedTask;

    public static ChatMessage[] Messages(string text) => [new(ChatRole.User, text)];

    public static Task Run(Func<Task> call) => call();

    public static Task Act(Action act)
    {
        act();
        return Last;
    }

    public static Task Quiet(object? value) => Task.FromResult(value);

    public static Task Interpret(Expression<Func<Task>> call) => call.Compile(preferInterpretation: true)();

    public static Task Ask(IChatClient client, string text) => client.GetResponseAsync(Messages(text));

    public static async Task Drain<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var item in stream)
        {
            _ = item;
        }
    }
}
