using BenchmarkDotNet.Running;
using CrisisKits.Tests.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ScoringBenchmarks).Assembly).Run(args);
