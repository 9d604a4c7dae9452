using Microsoft.Extensions.AI;

namespace CrossTier.Samples.NativeAot;

/// <summary>Its calls are intercepted where they stand.</summary>
[AiCall("native", "tiny")]
sealed class Assistant(IChatClient client)
{
    [AiQueue("tiny")]
    int Waiting { get; set; } = 4;

    public async Task<string> AskAsync(string question)
    {
        Waiting--;
        return (await client.GetResponseAsync(question)).Text;
    }

    public async Task<string> StreamAsync(string question)
    {
        var answer = "";
        await foreach (var update in client.GetStreamingResponseAsync(question))
        {
            answer += update.Text;
        }

        return answer;
    }
}
