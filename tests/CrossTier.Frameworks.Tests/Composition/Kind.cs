namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>A building block of a program that asks models.</summary>
public enum Kind
{
    /// <summary>A model behind a client that nothing measures. Its replies have ids.</summary>
    Server,

    /// <summary>The same without ids: what a fake or a small server sends.</summary>
    PlainServer,

    /// <summary>A model that hand-written HTTP asks through our handler.</summary>
    HttpServer,

    /// <summary>The same with a second of our handlers above the first.</summary>
    NestedHttpServer,

    /// <summary>The same as <see cref="HttpServer"/>, over a socket.</summary>
    SocketServer,

    /// <summary>A model that an annotated call of the OpenAI SDK asks.</summary>
    SdkServer,

    /// <summary>A <c>DelegatingChatClient</c> that passes all on unchanged.</summary>
    Forward,

    /// <summary>Changes the request, returns the reply.</summary>
    Transform,

    /// <summary>Makes a new reply with the same usage out of the one that came.</summary>
    Rewrite,

    /// <summary>Embeds the question, finds nothing in its cache, asks.</summary>
    SemanticCache,

    /// <summary>A cache of the application's own, which knows the first answer and says so; it asks its block after that.</summary>
    OwnCache,

    /// <summary>Asks its second block whether the question is allowed, then its first.</summary>
    Guard,

    /// <summary>The same in code that has no annotation: only a middleware can see what it asks.</summary>
    BareGuard,

    /// <summary>Asks its first block, then its second whether the reply is right.</summary>
    Check,

    /// <summary>Has its inner block make a summary, then asks it with that.</summary>
    Summarise,

    /// <summary>Asks its second block which way to go, then its first.</summary>
    Router,

    /// <summary>Annotated: asks its first block and, if that fails, its second.</summary>
    Failover,

    /// <summary>The same without an annotation.</summary>
    BareFailover,

    /// <summary>Microsoft.Extensions.AI's <c>OrderedFailoverChatClient</c>.</summary>
    OrderedFailover,

    /// <summary>Asks its block again after a first failure.</summary>
    Retry,

    /// <summary>Asks both blocks at once, without an annotation, and makes one reply with the sum of their usage.</summary>
    FanOut,

    /// <summary>Asks both blocks at once, without an annotation; the first one's reply wins.</summary>
    Hedge,

    /// <summary>Function invocation over a block that asks for a tool once.</summary>
    Loop,

    /// <summary>The same, where the tool asks the second block.</summary>
    AskingTool,

    /// <summary>A partial method whose hand-written half asks the block through a client.</summary>
    Partial,

    /// <summary>A partial method whose hand-written half asks the second block through an annotated helper, then the first by hand.</summary>
    HelpedPartial,

    /// <summary>An annotated call.</summary>
    Annotated,

    /// <summary>An agent over the block.</summary>
    Agent,

    /// <summary>An agent whose context provider asks the second block first.</summary>
    AgentWithMemory,

    /// <summary>An annotated run of a workflow: an agent over the first block, then one over the second, which are servers.</summary>
    Workflow,

    /// <summary>A kernel's prompt function over the block.</summary>
    Prompt,

    /// <summary>The same, whose template calls a function that asks the second block.</summary>
    PromptWithFunction,
}
