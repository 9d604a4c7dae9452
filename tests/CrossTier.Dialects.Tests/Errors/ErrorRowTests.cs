using System.Text;
using CrossTier.Dialects.Tests.Paths;
using CrossTier.Dialects.Tests.Support;
using CrossTier.Http.Tests.Support;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Dialects.Tests.Errors;

/// <summary>Each error that a provider documents has its kind, whichever way it comes.</summary>
[Collection("counted")] // What a process counted is compared: one request at a time.
public sealed class ErrorRowTests
{
    // Providers whose own protocol is not OpenAI's, and who have no endpoint that speaks it or answer there with other codes.
    static readonly string[] OwnProtocol = ["anthropic", "bedrock", "cohere", "tgi"];

    static readonly string[] Protocols = ["openai-chat", "openai-responses", "anthropic"];

    // The application's own code, which throws the status alone.
    const string StatusAlone = "partial method";

    public static TheoryData<string> RouteNames =>
        [.. Routes.All.Where(route => Protocols.Contains(Protocol(route))).Select(route => route.Name)];

    [Fact]
    public Task The_handler_sorts_each_documented_error() =>
        Compare(DocumentedErrors.All, error => error.Kind, ErrorReply.Native, async (server, error) =>
        {
            using var client = new HttpClient(new CrossTierHandler(new SocketsHttpHandler()));
            using var answer = await client.PostAsync(new Uri(server, ErrorReply.Path(error)), new StringContent("""{"model":"m"}"""));
            await answer.Content.ReadAsByteArrayAsync();
        });

    [Fact]
    public Task The_handler_sorts_each_documented_error_within_a_stream() =>
        Compare(DocumentedErrors.All.Where(error => error.Code.Length > 0), error => error.Kind, ErrorReply.Stream, async (server, error) =>
        {
            using var client = new HttpClient(new CrossTierHandler(new SocketsHttpHandler()));
            var path = error.Provider == "anthropic" ? ErrorReply.Path(error) : "v1/chat/completions";
            using var answer = await client.PostAsync(new Uri(server, path), new StringContent("""{"model":"m","stream":true}"""));
            await answer.Content.ReadAsByteArrayAsync();
        });

    [Theory]
    [MemberData(nameof(RouteNames))]
    public Task A_call_sorts_each_documented_error(string name)
    {
        var route = Routes.All.Single(known => known.Name == name);
        return Compare(
            DocumentedErrors.All.Where(error => IsAnsweredOn(Protocol(route), error)),
            error => name == StatusAlone ? ErrorTable.OfStatus(error.Status) : error.Kind,
            error => error.Provider == "anthropic" || error.Status == 200 ? ErrorReply.Native(error) : ErrorReply.Compatible(error),
            (server, _) => route.Ask(server, "m", false));
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("IChatClient over Anthropic")]
    [InlineData("middleware over Anthropic")]
    public Task A_call_sorts_each_error_within_a_stream(string name) => Compare(
        DocumentedErrors.All.Where(error => error.Provider == "anthropic"),
        error => error.Kind,
        ErrorReply.Stream,
        (server, _) => Routes.All.Single(route => route.Name == name).Ask(server, "m", true));

    static string Protocol(Route route) => route.Protocols[0];

    static bool IsAnsweredOn(string protocol, DocumentedError error) => protocol switch
    {
        "anthropic" => error.Provider == "anthropic",
        "openai-responses" => error.Status == 200,
        _ => error.Status != 200 && !OwnProtocol.Contains(error.Provider),
    };

    static async Task Compare(
        IEnumerable<DocumentedError> errors,
        Func<DocumentedError, ErrorKind> expected,
        Func<DocumentedError, string> answer,
        Func<Uri, DocumentedError, Task> ask)
    {
        var wrong = new StringBuilder();
        foreach (var error in errors)
        {
            await using var server = RawServer.Saying(answer(error));
            var counted = await Counted.By(async () =>
            {
                try
                {
                    await ask(server.Address, error);
                }
                catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
                {
                    // The caller's; what was counted is compared.
                }
            });
            var kind = ErrorKinds.LabelOf(expected(error));
            if (!counted.Split(", ").Contains($"error {kind} 1"))
            {
                wrong.AppendLine($"{error.Provider} {error.Status} {error.Code}: expected {kind}, counted <{counted}>");
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }
}
