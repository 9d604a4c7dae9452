using System.Diagnostics;

namespace System;

/// <summary>What .NET 9 added to <see cref="Environment"/>, too coarse to compare times: on older frameworks bytes alone are held against targets.</summary>
static class EnvironmentExtensions
{
    extension(Environment)
    {
        public static (TimeSpan TotalTime, bool IsCoarse) CpuUsage
        {
            get
            {
                using var process = Process.GetCurrentProcess();
                return (process.TotalProcessorTime, true);
            }
        }
    }
}
