using CrossTier.Samples.HybridGateway;

return await CommandLine.RunAsync(args);
