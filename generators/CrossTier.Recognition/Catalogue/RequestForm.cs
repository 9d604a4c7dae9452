namespace CrossTier.Recognition.Catalogue;

/// <summary>What a call of an API is to the requests that it causes.</summary>
enum RequestForm
{
    /// <summary>The request, or what sends it.</summary>
    Whole,

    /// <summary>It runs agents inside the framework, whose own calls are the requests: no call of the application's is one.</summary>
    OfAgents,

    /// <summary>One step of a request, which is the loop around it.</summary>
    Step,
}
