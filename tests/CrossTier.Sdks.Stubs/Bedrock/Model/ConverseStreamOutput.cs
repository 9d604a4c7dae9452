namespace Amazon.BedrockRuntime.Model;

public sealed class ConverseStreamOutput;
