using BenchmarkDotNet.Running;
using CrisisKits.Tests.Benchmarks;

// printing, bundle, saving, start, directory, pages: bounded loops that print ratios. Anything else: BenchmarkDotNet's own arguments.
switch (args.FirstOrDefault())
{
    case "printing":
        await PrintingFigures.RunAsync();
        break;
    case "bundle":
        await BundleFigures.RunAsync();
        break;
    case "saving":
        await SavingFigures.RunAsync();
        break;
    case "directory":
        await DirectoryFigures.RunAsync();
        break;
    case "start":
        await StartFigures.RunAsync();
        break;
    case "pages":
        await PageFigures.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ScoringBenchmarks).Assembly).Run(args);
        break;
}
