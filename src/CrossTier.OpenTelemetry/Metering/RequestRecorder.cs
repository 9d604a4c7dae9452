using CrossTier.Listening;

namespace CrossTier.Metering;

/// <summary>Records each request that ends into the histograms of both meters.</summary>
sealed class RequestRecorder : RequestListener
{
    readonly ContractMeter _contract = new();
    readonly GenAIMeter _genAI = new();

    public override void Ended(in EndedRequest request)
    {
        _contract.Record(request);
        _genAI.Record(request);
    }
}
