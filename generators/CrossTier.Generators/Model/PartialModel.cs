using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>A partial <c>[AiCall]</c> method whose other half is generated.</summary>
/// <param name="SourceFile">The file that holds it.</param>
/// <param name="Location">Where it stands, for people.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Types">The headers of its containing types, outermost first.</param>
/// <param name="Modifiers">Its modifiers as written, without <c>partial</c>.</param>
/// <param name="Signature">Its signature.</param>
/// <param name="ExtensionThis">Whether the first parameter needs <c>this</c>.</param>
/// <param name="Reply">What it returns.</param>
/// <param name="ReaderName">The name of the nested type that reads the reply: no overload has the same.</param>
/// <param name="Owner">How the labels are read that the object has itself, or null.</param>
/// <param name="OwnerReaderName">The name of the nested type that reads them.</param>
/// <param name="Model">Where a request names a model; null if it does not.</param>
/// <param name="Token">Where the caller's token is; null if there is none.</param>
/// <param name="Member">Its documentation id.</param>
/// <param name="HasCore">Whether the method to call exists; else the generated half throws, so that the analyzers can be heard.</param>
/// <param name="Site">Its labels.</param>
sealed record PartialModel(
    string SourceFile,
    LocationModel Location,
    string Namespace,
    EquatableArray<string> Types,
    string Modifiers,
    SignatureModel Signature,
    bool ExtensionThis,
    ReplyModel Reply,
    string ReaderName,
    ClientModel? Owner,
    string OwnerReaderName,
    RequestedModel? Model,
    CallerToken? Token,
    string Member,
    bool HasCore,
    SiteModel Site);
