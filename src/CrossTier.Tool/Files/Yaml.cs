using CrossTier.Tool.Escaping;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CrossTier.Tool.Files;

/// <summary>YAML as Prometheus and its people write it.</summary>
static class Yaml
{
    static readonly ISerializer Serializer = new SerializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
        .DisableAliases()
        .WithIndentedSequences()
        .WithEventEmitter(next => new YamlText(next))
        .WithNewLine("\n")
        .Build();

    public static string Write(object content) => YamlText.Of(Serializer.Serialize(content));
}
