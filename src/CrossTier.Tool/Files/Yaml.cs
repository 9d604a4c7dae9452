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
        .Build();

    public static string Write(object content) => Serializer.Serialize(content).ReplaceLineEndings("\n");
}
