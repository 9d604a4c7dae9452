using LLama.Abstractions;

namespace LLama.Common;

public record InferenceParams : IInferenceParams
{
    public int MaxTokens { get; set; } = -1;
}
