using System.Diagnostics;

namespace CrisisKits.Tests.Support;

/// <summary>Runs a PDF program of the machine (qpdf, pdfinfo, mutool); a test that needs one that is missing is ignored and says so.</summary>
internal static class PdfTools
{
    /// <summary>What the program prints; <c>FILE</c> among the arguments is the PDF.</summary>
    public static string Run(byte[] pdf, string program, params string[] arguments) => RunWith(pdf, program, arguments).Printed;

    /// <summary>The PDF the program makes as <c>RESULT</c> from <c>FILE</c>.</summary>
    public static byte[] Rewrite(byte[] pdf, string program, params string[] arguments) => RunWith(pdf, program, arguments).Result;

    private static (string Printed, byte[] Result) RunWith(byte[] pdf, string program, string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"crisiskits-{Guid.NewGuid():N}.pdf");
        var result = file + ".result";
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program, [.. arguments.Select(argument => argument switch { "FILE" => file, "RESULT" => result, _ => argument })])
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
            return (output, File.Exists(result) ? File.ReadAllBytes(result) : []);
        }
        finally
        {
            File.Delete(file);
            File.Delete(result);
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
