namespace CrossTier.Generators.Model;

/// <summary>A member of a client's interface that is passed on.</summary>
/// <param name="Interface">The interface that declares it.</param>
/// <param name="Name">Its name, escaped.</param>
/// <param name="Method">The method; null for a property.</param>
/// <param name="PropertyType">The property's type; empty for a method.</param>
/// <param name="HasGetter">Whether the property can be read.</param>
/// <param name="HasSetter">Whether it can be written.</param>
sealed record PassedMemberModel(string Interface, string Name, SignatureModel? Method, string PropertyType, bool HasGetter, bool HasSetter);
