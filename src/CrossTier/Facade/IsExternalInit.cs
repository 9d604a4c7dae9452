namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to make a property that only an initialiser sets.</summary>
static class IsExternalInit;
