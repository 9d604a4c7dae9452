using CrossTier.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(Feed))]
