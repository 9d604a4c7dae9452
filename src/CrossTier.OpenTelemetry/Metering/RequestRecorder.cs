using CrossTier.CompilerServices;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>Records each request that ends into the histograms of both meters.</summary>
sealed class RequestRecorder : RequestObserver
{
    readonly ContractMeter _contract = new();
    readonly GenAIMeter _genAI = new();

    public override void OnEnded(in EndedRequest request)
    {
        _contract.Record(request);
        _genAI.Record(request);
    }
}
