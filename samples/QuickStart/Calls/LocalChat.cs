using Microsoft.Extensions.AI;

namespace CrossTier.Samples.QuickStart.Calls;

/// <summary>A model on the desk behind <see cref="IChatClient"/>. Ollama tells nobody how many requests wait: the queue depth comes from here.</summary>
[AiCall("ollama")]
sealed class LocalChat(IChatClient client)
{
    public async Task<string> AskAsync(string question, CancellationToken cancellationToken) =>
        (await client.GetResponseAsync(question, cancellationToken: cancellationToken)).Text;

    public async Task<string> ReadAsync(string question, CancellationToken cancellationToken)
    {
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync(question, cancellationToken: cancellationToken))
        {
            text += update.Text;
        }

        return text;
    }

    /// <summary>Stops reading at the first word: the request ends there, as cancelled.</summary>
    [AiCall("ollama", Name = "first word")] // Else the call label would be LocalChat.FirstWordAsync.
    public async Task<string> FirstWordAsync(string question, CancellationToken cancellationToken)
    {
        await foreach (var update in client.GetStreamingResponseAsync(question, cancellationToken: cancellationToken))
        {
            if (update.Text.Length > 0)
            {
                return update.Text;
            }
        }

        return "";
    }
}
