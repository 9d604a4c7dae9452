namespace CrossTier.SemanticKernel.Streaming;

/// <summary>A stream that is measured already.</summary>
interface IMeasuredFunctionStream;
