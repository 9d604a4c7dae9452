using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>An instruction that names a method, a field or a type.</summary>
readonly record struct IlToken(int Offset, ILOpCode Code, EntityHandle Handle);
