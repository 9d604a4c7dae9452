using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>The clients of a file that stand in the place of the caller's. A generic one takes the interceptor's type parameters.</summary>
sealed class MeasuredClientTable(ReaderTable readers)
{
    const string Site = "__site";
    const string Inner = "__inner";

    readonly List<(MeasuredClientModel Model, SignatureModel Signature)> _clients = [];

    /// <summary>An expression that puts one in the place of a client, which may be null.</summary>
    public string InPlaceOf(string client, MeasuredClientModel model, SignatureModel signature, string site)
    {
        var generic = signature.GenericAs(model.Interface);
        var index = _clients.IndexOf((model, generic));
        if (index < 0)
        {
            index = _clients.Count;
            _clients.Add((model, generic));
        }

        return $"{client} is null ? {client}! : new MeasuredClient{index}{generic.TypeParameterList}({site}, {client})";
    }

    public void Write(SourceWriter writer)
    {
        for (var i = 0; i < _clients.Count; i++)
        {
            var (model, signature) = _clients[i];
            var name = $"MeasuredClient{i}{signature.TypeParameterList}";
            writer.Line();
            writer.OpenType($"file sealed class {name}({RuntimeNames.CallSite} {Site}, {model.Interface} {Inner}) : {model.Interface}{signature.Clauses}");
            writer.Lines(model.PassedOn.Select(PassedOn));
            foreach (var request in model.Requests)
            {
                Write(writer, request, signature);
            }

            writer.Close();
        }
    }

    void Write(SourceWriter writer, MeasuredMemberModel request, SignatureModel signature)
    {
        var call = $"(({request.Interface}){Inner}).{request.Signature.Name}{request.Signature.OwnTypeArguments}({request.Signature.Arguments})";
        var (client, model) = (readers.Client(request.Client, signature), RequestEmitter.Model(request.Model));
        var begin = RequestEmitter.Begin(Site, request.Reply.Form, client, Inner, model, request.Token);
        writer.Line();
        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        writer.Open(request.Signature.Implementation(request.Interface));
        var reader = request.Reply.Type.Length == 0 ? "" : readers.Reply(request.Reply, signature);
        MeasuredBody.Write(writer, request.Signature, begin, request.Reply, call, reader);
        writer.Close();
    }

    static string PassedOn(PassedMemberModel member)
    {
        var inner = $"(({member.Interface}){Inner}).{member.Name}";
        if (member.Method is { } method)
        {
            return $"{method.Implementation(member.Interface)} => {inner}{method.OwnTypeArguments}({method.Arguments});";
        }

        var accessors = (member.HasGetter ? $"get => {inner}; " : "") + (member.HasSetter ? $"set => {inner} = value; " : "");
        return $"{member.PropertyType} {member.Interface}.{member.Name} {{ {accessors}}}";
    }
}
