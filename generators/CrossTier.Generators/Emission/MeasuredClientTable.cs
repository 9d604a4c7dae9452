using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>The clients of a file that stand in the place of the caller's. A generic one takes the interceptor's type parameters.</summary>
internal sealed class MeasuredClientTable(ReaderTable readers)
{
    const string Site = "__site";

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
            var clauses = string.Concat(signature.Constraints.Select(clause => " " + clause));
            writer.Line();
            writer.OpenType($"file sealed class MeasuredClient{i}{signature.TypeParameterList}({RuntimeNames.CallSite} {Site}, {model.Interface} {MeasuredClientModel.Inner}) : {model.Interface}{clauses}");
            writer.Lines(model.PassedOn);
            foreach (var request in model.Requests)
            {
                Write(writer, request, signature);
            }

            writer.Close();
        }
    }

    void Write(SourceWriter writer, MeasuredMemberModel request, SignatureModel signature)
    {
        var call = $"(({request.Interface}){MeasuredClientModel.Inner}).{request.Signature.Name}{request.Signature.OwnTypeArguments}({string.Join(", ", request.Signature.Parameters.Select(parameter => parameter.Argument))})";
        var begin = MeasuredBody.Begin(Site, request.Reply.Form, request.Client, readers, signature, MeasuredClientModel.Inner, request.ModelArgument, request.TokenArgument);
        writer.Line();
        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        writer.Open(request.Signature.Implementation(request.Interface));
        MeasuredBody.Write(writer, request.Signature, begin, request.Reply, call, request.Reply.Type.Length == 0 ? "" : readers.Reply(request.Reply, signature));
        writer.Close();
    }
}
