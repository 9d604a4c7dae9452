using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class AnnotateMemberTests : FixTest<UnscopedCallAnalyzer, AnnotateMemberFix>
{
    [Fact]
    public async Task The_attribute_goes_below_the_documentation_and_the_using_among_the_usings() => await Check(
        """
        using System.Text;
        using Microsoft.Extensions.AI;

        namespace App;

        class Triage(IChatClient client)
        {
            /// <summary>Asks.</summary>
            public Task<ChatResponse> AskAsync(string question) => client.GetResponseAsync(question);
        }
        """,
        "found",
        """
        using System.Text;
        using CrossTier;
        using Microsoft.Extensions.AI;

        namespace App;

        class Triage(IChatClient client)
        {
            /// <summary>Asks.</summary>
            [AiCall]
            public Task<ChatResponse> AskAsync(string question) => client.GetResponseAsync(question);
        }
        """);

    [Fact]
    public async Task Provider_and_literal_model_are_stated_where_the_client_is_made() => await Check(
        """
        using OpenAI.Chat;

        class C
        {
            string Ask(string key)
            {
                ChatClient client = new("gpt-4o", key);
                return client.CompleteChat("hi").Value.Content[0].Text + client.CompleteChat("ho");
            }
        }
        """,
        "explicit",
        """
        using CrossTier;
        using OpenAI.Chat;

        class C
        {
            [AiCall("openai", "gpt-4o")]
            string Ask(string key)
            {
                ChatClient client = new("gpt-4o", key);
                return client.CompleteChat("hi").Value.Content[0].Text + client.CompleteChat("ho");
            }
        }
        """);

    [Theory]
    [InlineData("class C(OpenAI.Chat.ChatClient c) { object Ask() => c.CompleteChat(\"hi\"); }", "(\"openai\")")]
    [InlineData(
        "class C { object Ask(string k) => new OpenAI.Chat.ChatClient(apiKey: k, model: \"a\\\"b\").CompleteChat(\"hi\"); }",
        "(\"openai\", \"a\\\"b\")")]
    [InlineData("class C(OpenAI.OpenAIClient c) { object Ask() => c.GetChatClient(\"gpt-4o\").CompleteChat(\"hi\"); }", "(\"openai\", \"gpt-4o\")")]
    [InlineData(
        "class C(OpenAI.Chat.ChatClient a) { object Ask(string k) => (a.CompleteChat(\"hi\"), new OpenAI.Chat.ChatClient(\"m\", k).CompleteChat(\"hi\")); }",
        "(\"openai\")")]
    public async Task What_the_calls_of_a_member_share_is_stated(string source, string arguments)
    {
        var titles = await Offered(source);
        Assert.Equal($"Measure 'Ask' with [AiCall{arguments}]", titles[0]);
        Assert.Equal("Measure 'Ask' with [AiCall], labels found at run time", titles[1]);
    }

    // Options may name another endpoint, and calls of different clients have no label in common.
    [Theory]
    [InlineData(
        "class C { object Ask(System.ClientModel.ApiKeyCredential k, OpenAI.OpenAIClientOptions o) { var c = new "
        + "OpenAI.Chat.ChatClient(\"m\", k, o); return c.CompleteChat(\"hi\"); } }")]
    [InlineData("class C(OpenAI.Chat.ChatClient a, IChatClient b) { object Ask() => (a.CompleteChat(\"hi\"), b.GetResponseAsync(\"hi\")); }")]
    [InlineData("class Vendor(string k) : OpenAI.Chat.ChatClient(\"m\", k); class C { object Ask(string k) => new Vendor(k).CompleteChat(\"hi\"); }")]
    public async Task A_label_that_may_be_wrong_is_not_stated(string source) =>
        Assert.All(await Offered(source), title => Assert.Equal("Measure 'Ask' with [AiCall], labels found at run time", title));

    [Theory]
    [InlineData(
        "class C { static object F = ((IChatClient)null!).GetResponseAsync(\"hi\"); }",
        "using CrossTier;\n\nclass C { [AiCall] static object F = ((IChatClient)null!).GetResponseAsync(\"hi\"); }")]
    [InlineData(
        "class C(IChatClient c) { object P { get { return c.GetResponseAsync(\"hi\"); } } }",
        "using CrossTier;\n\nclass C(IChatClient c) { [AiCall] object P { get { return c.GetResponseAsync(\"hi\"); } } }")]
    [InlineData(
        "class C(IChatClient c) { event Action E { add { c.GetResponseAsync(\"hi\"); } remove { } } }",
        "using CrossTier;\n\nclass C(IChatClient c) { event Action E { [AiCall] add { c.GetResponseAsync(\"hi\"); } remove { } } }")]
    [InlineData(
        "class B(object o) { public object O = o; }\nclass C(IChatClient c) : B(c.GetResponseAsync(\"hi\"));",
        "using CrossTier;\n\nclass B(object o) { public object O = o; }\n[AiCall]\nclass C(IChatClient c) : B(c.GetResponseAsync(\"hi\"));")]
    [InlineData(
        "class AiCall; class C(IChatClient c) { object M() => c.GetResponseAsync(\"hi\"); }",
        "class AiCall; class C(IChatClient c) { [global::CrossTier.AiCall] object M() => c.GetResponseAsync(\"hi\"); }")]
    [InlineData(
        "IChatClient c = null!;\nawait Ask();\nasync Task Ask() => await c.GetResponseAsync(\"hi\");",
        "using CrossTier;\n\nIChatClient c = null!;\nawait Ask();\n[AiCall]\nasync Task Ask() => await c.GetResponseAsync(\"hi\");")]
    public async Task Every_kind_of_member_can_be_annotated(string before, string after) => await Check(before, "found", after);

    [Fact]
    public async Task A_program_has_no_member() => Assert.Empty(await Offered("IChatClient c = null!;\nawait c.GetResponseAsync(\"hi\");"));

    [Fact]
    public async Task All_calls_are_annotated_at_once() => await CheckAll(
        [
            "class C(IChatClient c)\n{\n    object A() => (c.GetResponseAsync(\"1\"), c.GetResponseAsync(\"2\"));\n    object B() => "
            + "c.GetResponseAsync(\"3\");\n}\n",
            "class D(IChatClient c)\n{\n    object A() => c.GetResponseAsync(\"1\");\n}\n",
        ],
        "found",
        [
            "using CrossTier;\n\nclass C(IChatClient c)\n{\n    [AiCall]\n    object A() => (c.GetResponseAsync(\"1\"), "
            + "c.GetResponseAsync(\"2\"));\n    [AiCall]\n    object B() => c.GetResponseAsync(\"3\");\n}\n",
            "using CrossTier;\n\nclass D(IChatClient c)\n{\n    [AiCall]\n    object A() => c.GetResponseAsync(\"1\");\n}\n",
        ]);
}
