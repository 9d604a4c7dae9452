namespace LLama.Abstractions;

public interface IInferenceParams
{
    int MaxTokens { get; set; }
}
