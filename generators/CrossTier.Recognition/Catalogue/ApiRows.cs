namespace CrossTier.Recognition.Catalogue;

/// <summary>Rows of one type.</summary>
static class ApiRows
{
    public static IEnumerable<ApiRow> Methods(string type, Operation operation, string? provider, params string[] methods) =>
        methods.Select(method => new ApiRow(type, method, operation, provider));

    public static IEnumerable<ApiRow> ThroughClient(IEnumerable<ApiRow> rows) => rows.Select(row => row with { ThroughClient = true });

    /// <summary>Rows of what runs agents inside the framework: no call of these is a request, and each is flagged.</summary>
    public static IEnumerable<ApiRow> OfAgents(IEnumerable<ApiRow> rows) => rows.Select(row => row with { Form = RequestForm.OfAgents });

    /// <summary>Rows of what computes one step of a request: each is flagged.</summary>
    public static IEnumerable<ApiRow> Steps(IEnumerable<ApiRow> rows) => rows.Select(row => row with { Form = RequestForm.Step });

    /// <summary>Rows with the parameter, or its property, that names the model.</summary>
    public static IEnumerable<ApiRow> Asking(string model, IEnumerable<ApiRow> rows) =>
        rows.Select(row => row with { ExplicitPaths = new MemberPaths(Model: model) });
}
