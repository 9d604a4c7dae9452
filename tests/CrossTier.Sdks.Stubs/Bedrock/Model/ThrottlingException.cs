using System.Net;

namespace Amazon.BedrockRuntime.Model;

public class ThrottlingException(string message, HttpStatusCode status = default) : AmazonBedrockRuntimeException(message, status);
