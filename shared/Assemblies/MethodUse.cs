using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>An instruction that calls a method, or takes it as a delegate or as an expression.</summary>
/// <param name="Target">The method.</param>
/// <param name="Code">How it is used: a call, a delegate (<c>ldftn</c>) or an expression (<c>ldtoken</c>).</param>
/// <param name="Type">The metadata name of the type that holds the member.</param>
/// <param name="Members">The documentation id of the member that holds it; of an initialiser also that of the constructor, where it stands too.</param>
/// <param name="Location">Its statement; null where no PDB reports it.</param>
sealed record MethodUse(MethodName Target, ILOpCode Code, string Type, IReadOnlyList<string> Members, SourceLocation? Location);
