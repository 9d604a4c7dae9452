namespace CrossTier.Benchmarks.Opponents;

/// <summary>The safety net, for as long as this lives.</summary>
sealed class WithSafetyNet : IDisposable
{
    public WithSafetyNet(AiSafetyNet mode) => AiMetrics.Configure(options => options.SafetyNet = mode);

    public void Dispose() => AiMetrics.Configure(options => options.SafetyNet = AiSafetyNet.Off);
}
