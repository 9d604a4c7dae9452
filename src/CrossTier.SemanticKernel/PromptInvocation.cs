using CrossTier.CompilerServices;
using CrossTier.SemanticKernel.Services;
using CrossTier.SemanticKernel.Usage;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SkInvocation = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace CrossTier.SemanticKernel;

/// <summary>
/// One run of a prompt function, from the rendering of its prompt to its result: a request runs from there to the first tool, and from the end
/// of the last tool of a round to the first of the next. Ambient, since rendering and tools are filtered apart from the function.
/// </summary>
sealed class PromptInvocation : IRoundRequests
{
    static readonly AsyncLocal<PromptInvocation?> Ambient = new();

    readonly FrameworkRequest _request;
    readonly FunctionResult _before;
    readonly object? _chatClientTool = FunctionInvokingChatClient.CurrentContext;
    ClientLabels _service;
    PromptRenderContext? _render;
    PromptInvocation? _outer;
    object? _reply;

    PromptInvocation(SkInvocation context, FrameworkRequest request)
    {
        Context = context;
        _request = request;
        _before = context.Result;
        Rounds = new ToolRounds(this);
    }

    public static PromptInvocation? Current => Ambient.Value;

    public SkInvocation Context { get; }

    public ToolRounds Rounds { get; }

    public static PromptInvocation? Open(SkInvocation context) =>
        FrameworkRequest.Open(FunctionSites.Of(context.Function), context.CancellationToken) is { } request ? new PromptInvocation(context, request) : null;

    /// <summary>Makes another invocation the ambient one, or none.</summary>
    public static PromptInvocation? Swap(PromptInvocation? prompt)
    {
        var before = Ambient.Value;
        if (!ReferenceEquals(before, prompt))
        {
            Ambient.Value = prompt;
        }

        return before;
    }

    public void Enter()
    {
        _outer = Swap(this);
        _request.Enter();
    }

    public void Leave()
    {
        _request.Leave();
        Swap(_outer);
        _outer = null;
    }

    /// <summary>The prompt is rendered: the first request is made now, unless a filter has answered it.</summary>
    public void Rendered(PromptRenderContext context)
    {
        _render = context;
        if (context.Result is null || context.IsStreaming)
        {
            _service = ServiceReader.Read(Context);
            _request.Begin(_service);
        }
    }

    void IRoundRequests.Completed(AutoFunctionInvocationContext context)
    {
        if (!Context.IsStreaming)
        {
            // An IChatClient's function invocation reports the sum of all rounds with the last.
            _reply = ReferenceEquals(FunctionInvokingChatClient.CurrentContext, _chatClientTool)
                ? context.ChatMessageContent
                : UsageReader.ReportedLater;
        }

        Completed();
    }

    void IRoundRequests.Begin() => _request.Begin(_service);

    void IRoundRequests.Withdraw() => _request.Withdraw();

    /// <summary>Reads a part of a streamed reply.</summary>
    public void Chunk(object? chunk) => _request.Chunk<object?, ChunkReader>(chunk);

    /// <summary>The stream came to its end.</summary>
    public void StreamEnded()
    {
        Completed();
        _request.Close();
    }

    /// <summary>The stream was left.</summary>
    public void StreamLeft()
    {
        _request.Abandoned();
        _request.Close();
    }

    public async Task Ended(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception e) when (RecordFailure(e))
        {
            throw;
        }

        Answered();
        _request.Close();
    }

    /// <summary>Ends the request as failed; a reply that came before some other filter threw is a success.</summary>
    public bool RecordFailure(Exception exception)
    {
        if (!Context.IsStreaming && !ReferenceEquals(Context.Result, _before) && UsageOf.Reply(Context.Result) is not null)
        {
            Answered();
        }
        else
        {
            ReadReply();
            if (Rounds.HaveThrown(exception))
            {
                _request.Withdraw(); // The round after that tool was begun and never made.
            }

            _request.RecordFailure(exception);
        }

        _request.Close();
        return false;
    }

    void Answered()
    {
        if (_render?.Result is not null)
        {
            _request.Withdraw(); // A filter answered in the place of the service.
            return;
        }

        _reply = UsageOf.Content(Context.Result);
        Completed();
    }

    void Completed()
    {
        ReadReply();
        _request.Completed();
    }

    void ReadReply()
    {
        if (_reply is { } reply)
        {
            _request.Chunk<object?, UsageReader>(reply);
            _reply = null;
        }
    }
}
