namespace Amazon.BedrockRuntime.Model;

public sealed class ResponseStream;
