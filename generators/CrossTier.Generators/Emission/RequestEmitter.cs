using CrossTier.Generators.Model;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the expressions with which a request begins.</summary>
static class RequestEmitter
{
    /// <summary>The model that the call asks for.</summary>
    public static string Model(RequestedModel? model) => model switch
    {
        null => "null",
        { IsGuarded: true } => $"{RuntimeNames.RequestedModel}.Of({model.Parameter}, static request => {Access.Of("request", model.Path)})",
        { Derived.Length: > 0 } => Access.Of($"({model.Parameter} as {model.Derived})", model.Path),
        _ => Access.Of(model.Parameter, model.Path),
    };

    /// <summary>The same; where it names none, the one that its client has now.</summary>
    /// <param name="model">Where the request names a model.</param>
    /// <param name="reader">The reader of a client that may change its model; null for another.</param>
    /// <param name="client">The client.</param>
    public static string Model(RequestedModel? model, string? reader, string client) =>
        reader is null ? Model(model) : model is null ? $"{reader}.Model({client})" : $"{Model(model)} ?? {reader}.Model({client})";

    /// <summary>The caller's token.</summary>
    public static string Token(CallerToken? token) => token switch
    {
        null => "default",
        { IsInOptions: true } => $"{token.Parameter}?.CancellationToken ?? default",
        _ => token.Parameter,
    };

    /// <summary>The call that begins it.</summary>
    /// <param name="site">The call site.</param>
    /// <param name="form">How the reply comes.</param>
    /// <param name="client">The client's type and reader; empty if it has no labels.</param>
    /// <param name="argument">The client.</param>
    /// <param name="model">The model that is asked for.</param>
    /// <param name="token">Where the caller's token is.</param>
    public static string Begin(string site, ReplyForm form, string client, string argument, string model, CallerToken? token)
    {
        var verb = MeasuredBody.IsStream(form) ? "Stream" : "Start";
        return client.Length == 0
            ? $"{site}.{verb}({model}, {Token(token)})"
            : $"{site}.{verb}<{client}>({argument}, {model}, {Token(token)})";
    }

    /// <summary>The same, where a kernel chooses whether there is a request and who is asked.</summary>
    /// <param name="plan">The choice.</param>
    /// <param name="receiver">The receiver of the call.</param>
    /// <param name="begin">Writes the call that begins it, with an expression of the service.</param>
    public static string Chosen(KernelPlan plan, string receiver, Func<string, string> begin)
    {
        var services = AdapterSources.Full(plan.Adapter);
        var (kernel, function, arguments) = plan.Caller switch
        {
            KernelCaller.Kernel when plan.Function.Length > 0 => (receiver, plan.Function, OrNull(plan.Arguments)),
            KernelCaller.Kernel => (receiver, $"{services}.Find({receiver}, {plan.Plugin}, {plan.FunctionName})", OrNull(plan.Arguments)),
            KernelCaller.Function => (OrNull(plan.Kernel), receiver, OrNull(plan.Arguments)),
            KernelCaller.Agent => ($"{receiver}?.Kernel", "null", $"{receiver}?.Arguments"),
            _ => (receiver, "null", OrNull(plan.Arguments)),
        };
        var request = begin($"{services}.Of({kernel}, {function}, {arguments})");
        return plan.Caller is KernelCaller.Kernel or KernelCaller.Function ? $"{services}.Asks({function}) ? {request} : default" : request;
    }

    static string OrNull(string parameter) => parameter.Length == 0 ? "null" : parameter;
}
