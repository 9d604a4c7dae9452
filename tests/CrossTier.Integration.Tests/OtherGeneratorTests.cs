using System.Text.Json.Serialization;
using CommunityToolkit.Mvvm.ComponentModel;
using CrossTier.Integration.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

/// <summary>Calls that mention what another generator of this build writes are measured.</summary>
[AiCall]
public sealed partial class OtherGeneratorTests : ObservableObject
{
    [ObservableProperty]
    string _question = "text";

    [Fact]
    public async Task Options_of_a_JSON_context()
    {
        IChatClient client = new FakeChatClient("unbound", "unbound-json");
        await client.GetResponseAsync<Animal>("text", AnimalContext.Default.Options, useJsonSchemaResponseFormat: false);
        Assert.Equal(1, Recorded.Of("unbound", "unbound-json").Success);
    }

    [Fact]
    public async Task A_property_of_a_view_model()
    {
        IChatClient client = new FakeChatClient("unbound", "unbound-property");
        await client.GetResponseAsync(Question);
        await foreach (var _ in client.GetStreamingResponseAsync(Question))
        {
        }

        Assert.Equal(2, Recorded.Of("unbound", "unbound-property").Success);
    }

    public sealed record Animal(string Name);

    [JsonSerializable(typeof(Animal))]
    sealed partial class AnimalContext : JsonSerializerContext;
}
