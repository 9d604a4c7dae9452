using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using Microsoft.ML.OnnxRuntimeGenAI;

namespace CrossTier.Sdks.Tests.Local;

/// <summary>ONNX Runtime GenAI: the application's own loop is the request. Its engine is not installed here, so the request fails, and is one.</summary>
public sealed partial class OnnxTests
{
    [Fact]
    [SdkRow(
        "Microsoft.ML.OnnxRuntimeGenAI", typeof(Generator), "GenerateNextToken",
        Labels = "stated on the method around the loop",
        Note = "flagged (AIC002): one step of a request; a partial `[AiCall]` method around the loop measures it, with the tokens that it counts; "
            + "run without its engine")]
    public async Task A_loop_over_tokens_is_measured_as_a_partial_method()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => AnswerAsync("no-such-model"));
        var recorded = Recorded.Of("onnx", "phi-4-mini");
        Assert.Equal((0, 1, 0), ((int)recorded.Success, (int)recorded.Failure, (int)recorded.InFlight));
        Assert.Equal("local", Recorded.TierOf("onnx"));
    }

    [AiCall("onnx", "phi-4-mini")]
    private partial Task<int> AnswerAsync(string path);

    static async Task<int> AnswerAsyncCore(string path)
    {
        await Task.Yield();
        using var model = new Model(path);
        using var parameters = new GeneratorParams(model);
        using var generator = new Generator(model, parameters);
        while (!generator.IsDone())
        {
            generator.GenerateNextToken();
        }

        return (int)generator.TokenCount();
    }
}
