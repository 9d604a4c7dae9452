using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>The readers of a file: one struct for each type of reply and client. A generic reply's reader takes the interceptor's type parameters.</summary>
internal sealed class ReaderTable
{
    readonly List<(string Header, string[] Body, string Name)> _readers = [];

    public string Reply(ReplyModel reply, SignatureModel signature) => reply.Reader is { } reader
        ? Name("Reply", $"{RuntimeNames.IReplyReader}<{reader.Type}>", Reading(reader), signature)
        : $"{RuntimeNames.NoReader}<{reply.Type}>";

    public string Client(ClientModel client, SignatureModel signature) => Name(
        "Client",
        $"{RuntimeNames.IClientReader}<{client.Type}>",
        Reading(client),
        signature);

    /// <summary>The body of a reply's reader.</summary>
    public static string[] Reading(ReplyReaderModel reader) =>
    [
        "public static bool IsGuarded => true;",
        $"public static void Read({reader.Type} reply, ref {RuntimeNames.ReplyReading} reading)",
        "{",
        "    try",
        "    {",
        .. reader.Statements.Select(line => "        " + line),
        "    }",
        $"    catch (global::System.Exception __exception) {{ reading.Unreadable(typeof({reader.Type}), __exception); }}",
        "}",
    ];

    /// <summary>The body of a client's reader.</summary>
    public static string[] Reading(ClientModel client) =>
        [$"public static {RuntimeNames.ClientLabels} Read({client.Type} client)", "{", .. client.Statements.Select(line => "    " + line), "}"];

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

    string Name(string kind, string face, string[] body, SignatureModel signature)
    {
        var generic = signature.GenericAs(face);
        var clauses = string.Concat(generic.Constraints.Select(clause => " " + clause));
        var template = $"file readonly struct {{0}}{generic.TypeParameterList} : {face}{clauses}";
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
