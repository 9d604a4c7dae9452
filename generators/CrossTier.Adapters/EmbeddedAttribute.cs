namespace Microsoft.CodeAnalysis;

// A type that has it is seen by its own assembly alone, whatever InternalsVisibleTo allows. The words of AddEmbeddedAttributeDefinition, so
// that another generator's merges.
sealed partial class EmbeddedAttribute : global::System.Attribute
{
}
