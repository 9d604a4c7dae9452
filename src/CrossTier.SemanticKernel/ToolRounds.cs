using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel;

/// <summary>
/// Automatic function calling, seen from its tools: a round ends when its first tool is called, and the next begins when its last one has ended.
/// </summary>
/// <param name="requests">What is told of it.</param>
sealed class ToolRounds(IRoundRequests requests)
{
    readonly Lock _gate = new();
    int _round = -1;
    int _tools;
    Exception? _failure;

    /// <summary>Whether an exception is what the last tool to fail threw.</summary>
    public bool HaveThrown(Exception exception) => ReferenceEquals(exception, _failure);

    /// <summary>A tool is called: the first one of a round means that the round's request has ended.</summary>
    public void ToolCalled(AutoFunctionInvocationContext context)
    {
        lock (_gate)
        {
            if (++_tools > 1)
            {
                return;
            }

            if (context.RequestSequenceIndex == _round)
            {
                requests.Withdraw(); // Another tool of the same round: the next request was begun too early.
                return;
            }

            _round = context.RequestSequenceIndex;
            requests.Completed(context);
        }
    }

    /// <summary>After the last running tool the next request is made, unless a filter stopped the loop.</summary>
    public async Task ToolEnded(AutoFunctionInvocationContext context, Task tool)
    {
        try
        {
            await tool.ConfigureAwait(false);
        }
        catch (Exception e) when (Failed(e))
        {
            throw;
        }
        finally
        {
            lock (_gate)
            {
                if (--_tools == 0 && !context.Terminate)
                {
                    requests.Begin();
                }
            }
        }
    }

    bool Failed(Exception exception)
    {
        _failure = exception;
        return false;
    }
}
