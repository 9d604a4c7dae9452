namespace CrossTier.Inventory;

/// <summary>The keys of an inventory line, and the names that the report uses for the same.</summary>
static class CallKeys
{
    public const string State = "state";
    public const string How = "how";
    public const string Api = "api";
    public const string ApiId = "apiId";
    public const string Operation = "operation";
    public const string Call = "call";
    public const string Member = "member";
    public const string Provider = "provider";
    public const string Model = "model";
    public const string Instance = "instance";
    public const string Tier = "tier";
    public const string ApiProvider = "apiProvider";
    public const string Reason = "reason";

    /// <summary>The generated method that takes the place of the call.</summary>
    public const string Interceptor = "interceptor";

    /// <summary>How many calls the line stands for; left out for one.</summary>
    public const string Count = "count";

    /// <summary>The rule that names a call that is not measured.</summary>
    public const string Rule = "rule";

    /// <summary>Whether the rule's diagnostic is suppressed in the source.</summary>
    public const string Suppressed = "suppressed";

    /// <summary><c>how</c> of a call that an interceptor takes.</summary>
    public const string ByCall = "call";

    /// <summary><c>how</c> of a partial method.</summary>
    public const string ByDefinition = "definition";
}
