namespace CrossTier;

/// <summary>Which requests to inference endpoints that nothing measures are counted, as <c>ai_gateway_unmeasured_requests_total</c>.</summary>
public enum AiSafetyNet
{
    /// <summary>None: nothing looks at requests that leave.</summary>
    Off,

    /// <summary>Those to a known or mapped host that no measured client of the process has. No call pays for it.</summary>
    On,

    /// <summary>Each one that no measured call made. Every measured call opens a scope for it: 312 bytes a call.</summary>
    Exact,
}
