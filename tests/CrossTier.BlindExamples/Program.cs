using Microsoft.Agents.AI.Workflows;

// A workflow asks its agents from its own package: no build of the application sees these calls.
Console.WriteLine(typeof(InProcessExecution));
