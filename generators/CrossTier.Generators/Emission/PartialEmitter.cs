using CrossTier.Generators.Model;
using CrossTier.Inventory;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the other half of a partial method.</summary>
static class PartialEmitter
{
    public static void Write(SourceWriter writer, PartialModel partial, bool isEnabled, SiteTable sites)
    {
        writer.Line();
        if (partial.Namespace.Length > 0)
        {
            writer.Open($"namespace {partial.Namespace}");
        }

        foreach (var type in partial.Types)
        {
            writer.Open(type);
        }

        WriteMethod(writer, partial, isEnabled, sites);
        foreach (var _ in partial.Types)
        {
            writer.Close();
        }

        if (partial.Namespace.Length > 0)
        {
            writer.Close();
        }
    }

    static void WriteMethod(SourceWriter writer, PartialModel partial, bool isEnabled, SiteTable sites)
    {
        var signature = partial.Signature;
        var parameters = signature.Parameters.Select(parameter => parameter.Declaration).ToList();
        if (partial.ExtensionThis)
        {
            parameters[0] = "this " + parameters[0];
        }

        var invocation = $"{CoreName(signature.Name)}{signature.TypeParameterList}({signature.Arguments})";
        var clauses = string.Concat(signature.OwnConstraints.Select(clause => " " + clause));
        writer.Line($"// {partial.Location.File}({partial.Location.Line},{partial.Location.Column})");
        writer.Line("#line hidden // Coverage counts the user's lines alone, and a debugger steps to them.");
        var head = $"{partial.Modifiers}partial {signature.ReturnType} {signature.Name}{signature.TypeParameterList}";
        writer.Open($"{head}({string.Join(", ", parameters)}){clauses}");
        if (!partial.HasCore)
        {
            var help = $"{signature.Name} is a partial [AiCall] method: write {CoreName(signature.Name)} with the same parameters and return type.";
            writer.Line($"throw new global::System.NotImplementedException({Literal.Of(help)});");
        }
        else if (!isEnabled)
        {
            writer.Line($"{(signature.ReturnType == "void" ? "" : signature.ReturnsByRef ? "return ref " : "return ")}{invocation};");
        }
        else
        {
            WriteMeasured(writer, partial, sites, invocation);
        }

        writer.Close();
        writer.Line("#line default");
        if (!isEnabled || !partial.HasCore)
        {
            return;
        }

        if (partial.Reply.Reader is { } reader)
        {
            writer.Line();
            var name = partial.ReaderName + signature.TypeParameterList;
            writer.OpenType($"private readonly struct {name} : {RuntimeNames.IReplyReader}<{reader.Type}>{signature.Clauses}");
            writer.Lines(ReaderEmitter.Body(reader));
            writer.Close();
        }

        if (partial.Owner is { } owner)
        {
            writer.Line();
            writer.OpenType($"private readonly struct {partial.OwnerReaderName} : {RuntimeNames.IClientReader}<{owner.Type}>");
            writer.Lines(ReaderEmitter.Body(owner));
            writer.Close();
        }
    }

    static void WriteMeasured(SourceWriter writer, PartialModel partial, SiteTable sites, string invocation)
    {
        var verb = MeasuredBody.IsStream(partial.Reply.Form) ? "StreamPartial" : "StartPartial";
        var reader = partial.Reply.Reader is null ? $"{RuntimeNames.NoReader}<{partial.Reply.Type}>" : partial.ReaderName + partial.Signature.TypeParameterList;
        var model = RequestEmitter.Model(partial.Model, partial.Owner?.Model is null ? null : partial.OwnerReaderName, "this");
        var token = RequestEmitter.Token(partial.Token);
        var begin = partial.Owner is { } owner
            ? $"{verb}<{owner.Type}, {partial.OwnerReaderName}>(this, {model}, {token})"
            : $"{verb}({model}, {token})";
        MeasuredBody.Write(writer, partial.Signature, $"{sites.Field(partial.Site)}.{begin}", partial.Reply, invocation, reader);
    }

    static string CoreName(string name) => name.TrimStart('@') + PartialNames.Suffix;
}
