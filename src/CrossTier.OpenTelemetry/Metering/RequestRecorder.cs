using CrossTier.CompilerServices;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>Records each request that ends into the instruments of all meters.</summary>
sealed class RequestRecorder : RequestObserver
{
    readonly ContractMeter _contract = new();
    readonly GenAIMeter _genAI = new();
    readonly GenAILatestMeter _latest = new();

    public override bool NeedsChunks => _latest.NeedsChunks;

    public override void OnEnded(in EndedRequest request)
    {
        _contract.Record(request);
        _genAI.Record(request);
        _latest.Record(request);
    }
}
