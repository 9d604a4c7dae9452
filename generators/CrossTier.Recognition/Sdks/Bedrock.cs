using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Amazon Bedrock.</summary>
static class Bedrock
{
    const string Namespace = "Amazon.BedrockRuntime";
    const string Model = Namespace + ".Model.";
    const string Events = "Amazon.Runtime.EventStreams.";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Amazon"],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows =
        [
            .. Asking("request.ModelId", Methods(
                Namespace + ".IAmazonBedrockRuntime", Chat, "bedrock",
                "ConverseAsync", "ConverseStreamAsync", "InvokeModelAsync", "InvokeModelWithResponseStreamAsync")),
        ],
        Variants = [new(Events + "IEventStreamEvent", "", [Model + "ConverseStreamMetadataEvent", Model + "PayloadPart"], [Model + "ContentBlockDeltaEvent"])],
        RawBodies = [new(Model + "InvokeModelResponse", RawBodyForm.MemoryStream, "Body"), new(Model + "PayloadPart", RawBodyForm.MemoryStream, "Bytes")],
        EventStream = new EventStream(Events + "Internal.EventOutputStream`2", ["NetworkStream", "Decoder"], Events + "Internal.IEventStreamDecoder",
            "MeasuredEvents"),
        ModelNamespaces = [Namespace],
    };
}
