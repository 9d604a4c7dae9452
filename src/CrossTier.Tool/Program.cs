return await CrossTier.Tool.CommandLine.RunAsync(args, Console.Out, Console.Error);
