using CrossTier.Labels;

namespace CrossTier.Tests.Labels;

public class ModelNameTests
{
    [Theory]
    [InlineData("gpt-4o", "gpt-4o")]
    [InlineData("  gpt-4o ", "gpt-4o")]
    [InlineData("llama3.2:1b", "llama3.2:1b")]
    [InlineData("meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B-Instruct")]
    [InlineData("hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M", "hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M")]
    [InlineData(null, "unknown")]
    [InlineData("", "unknown")]
    [InlineData(" \t\r\n", "unknown")]
    public void A_name_stays_and_nothing_is_unknown(string? model, string label) => Assert.Equal(label, ModelName.Normalise(model));

    [Theory]
    [InlineData("/srv/models/qwen2.5-0.5b-instruct-q4_k_m.gguf", "qwen2.5-0.5b-instruct-q4_k_m.gguf")]
    [InlineData("/home/ann/.cache/huggingface/hub/models--bert/snapshots/abc", "abc")]
    [InlineData(@"C:\Users\ann\phi-3.onnx", "phi-3.onnx")]
    [InlineData(@"C:/Users/ann/phi-3.onnx", "phi-3.onnx")]
    [InlineData(@"\\server\share\phi-3.bin", "phi-3.bin")]
    [InlineData("./phi", "phi")]
    [InlineData("~/phi", "phi")]
    [InlineData("weights/phi.safetensors", "phi.safetensors")]
    [InlineData("/srv/models/", "unknown")]
    public void A_path_is_its_file_name(string model, string label) => Assert.Equal(label, ModelName.Normalise(model));

    [Theory]
    [InlineData("/srv/models/llama.gguf")]
    [InlineData("models/gemini-2.0-flash")]
    [InlineData(" arn:aws:bedrock:eu-west-1:123:foundation-model/x ")]
    public void An_explicit_model_stays_as_it_is_written(string model) => Assert.Same(model, ModelName.Explicit(model));

    [Fact]
    public void An_explicit_model_fits_a_label()
    {
        Assert.Equal(new string('x', 127), ModelName.Explicit(new string('x', 127) + "😀😀"));
        Assert.Equal("m\uFFFDx", ModelName.Explicit("m\uD83Dx"));
    }

    [Theory]
    [InlineData("models/gemini-2.0-flash", "gemini-2.0-flash")]
    [InlineData("publishers/google/models/gemini-2.0-flash", "gemini-2.0-flash")]
    [InlineData("projects/acme-4711/locations/us-central1/publishers/google/models/gemini-2.0-flash", "gemini-2.0-flash")]
    [InlineData("accounts/fireworks/models/llama-v3p1-8b-instruct", "llama-v3p1-8b-instruct")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.meta.llama3-2-1b-instruct", "us.meta.llama3-2-1b-instruct")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-5-sonnet-20240620-v1:0",
        "us.anthropic.claude-3-5-sonnet-20240620-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0", "anthropic.claude-3-haiku-20240307-v1:0")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:my-endpoint", "my-endpoint")]
    public void A_resource_name_loses_project_and_account(string model, string label) => Assert.Equal(label, ModelName.Normalise(model));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        Assert.Equal(new string('x', 128), ModelName.Normalise(new string('x', 100_000)));
        Assert.Equal(new string('x', 127), ModelName.Normalise(new string('x', 127) + "😀😀"));
    }

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character()
    {
        Assert.Equal("m\uFFFDx", ModelName.Normalise("m\uD83Dx"));
        Assert.Equal("m😀", ModelName.Normalise("m😀"));
    }

    [Fact]
    public void A_name_that_needs_nothing_is_the_same_string()
    {
        var name = new string(['g', 'p', 't']);
        Assert.Same(name, ModelName.Normalise(name));
    }
}
