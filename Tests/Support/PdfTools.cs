using System.Diagnostics;

namespace CrisisKits.Tests.Support;

/// <summary>Runs a PDF program of the machine (qpdf, pdfinfo, mutool); a test that needs one that is missing is ignored and says so.</summary>
internal static class PdfTools
{
    public static string Run(byte[] pdf, string program, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"crisiskits-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program, [.. arguments.Select(argument => argument == "FILE" ? file : argument)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Start(start);
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, output);
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"{start.FileName} is not installed on this machine");
            throw;
        }
    }
}
