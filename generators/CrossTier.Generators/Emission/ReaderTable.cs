using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>The readers of a file: one struct for each type of reply and client. A generic reply's reader takes the interceptor's type parameters.</summary>
sealed class ReaderTable
{
    readonly List<(string Header, string[] Body, string Name)> _readers = [];

    public string Reply(ReplyModel reply, SignatureModel signature) => reply.Reader is { } reader
        ? Name("Reply", $"{RuntimeNames.IReplyReader}<{reader.Type}>", ReaderEmitter.Body(reader), signature)
        : $"{RuntimeNames.NoReader}<{reply.Type}>";

    /// <summary>The type of a client and the name of its reader, as type arguments; empty where there is no client.</summary>
    public string Client(ClientModel? client, SignatureModel signature) => client is null ? "" : $"{client.Type}, {ClientReader(client, signature)}";

    /// <summary>The name of a client's reader.</summary>
    public string ClientReader(ClientModel client, SignatureModel signature) =>
        Name("Client", $"{RuntimeNames.IClientReader}<{client.Type}>", ReaderEmitter.Body(client), signature);

    public void Write(SourceWriter writer)
    {
        foreach (var (header, body, _) in _readers)
        {
            writer.Line();
            writer.OpenType(header);
            writer.Lines(body);
            writer.Close();
        }
    }

    string Name(string kind, string interfaceType, string[] body, SignatureModel signature)
    {
        var generic = signature.GenericAs(interfaceType);
        var clauses = string.Concat(generic.Constraints.Select(clause => " " + clause));
        var template = $"file readonly struct {{0}}{generic.TypeParameterList} : {interfaceType}{clauses}";
        var known = _readers.FindIndex(reader => reader.Header == Header(template, reader.Name) && reader.Body.SequenceEqual(body));
        var name = known >= 0 ? _readers[known].Name : $"{kind}Reader{_readers.Count}";
        if (known < 0)
        {
            _readers.Add((Header(template, name), body, name));
        }

        return name + generic.TypeParameterList;
    }

    static string Header(string template, string name) => template.Replace("{0}", name);
}
