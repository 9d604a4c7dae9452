using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

/// <summary>
/// What the service refuses with. An exception that comes within a stream has the default status, 0: its unmarshaller is given an empty
/// error response.
/// </summary>
public class AmazonBedrockRuntimeException(string message, HttpStatusCode status = default) : AmazonServiceException(message, null, status);
