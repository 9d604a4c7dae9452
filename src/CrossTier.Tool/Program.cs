using CrossTier.Tool;

return await Interruption.RunAsync(cancellation => CommandLine.RunAsync(args, Console.Out, Console.Error, cancellation));
