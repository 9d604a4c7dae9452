using System.Diagnostics.CodeAnalysis;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>
/// Says which rows of the catalogue a test calls, and compares what was recorded with what the server sent. A row without such a test fails
/// the tests of the catalogue; the table of the documentation is made from these attributes.
/// </summary>
/// <param name="sdk">The SDK, as its package is called.</param>
/// <param name="type">The type that declares the methods.</param>
/// <param name="methods">The methods that the test calls.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
[SuppressMessage("Performance", "CA1813", Justification = "A stub's rows may say more.")]
public class SdkRowAttribute(string sdk, Type type, params string[] methods) : Attribute
{
    public string Sdk => sdk;

    public Type Type => type;

    public IReadOnlyList<string> Methods => methods;

    /// <summary>Which tokens are recorded: those that the test compares.</summary>
    public UsageKinds Usage { get; init; }

    /// <summary>Where the model is found, and the provider if the endpoint does not tell it.</summary>
    public string Labels { get; init; } = "";

    /// <summary>The package cannot be installed here: the test runs against a stub of its public surface.</summary>
    public bool IsStub { get; init; }

    /// <summary>What the table says beside it, such as why there is no usage.</summary>
    public string? Note { get; init; }
}
