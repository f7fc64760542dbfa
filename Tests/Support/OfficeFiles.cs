using System.Diagnostics;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Tests.Support;

/// <summary>Reads Excel, CSV and Word files back, and has other programs judge them.</summary>
internal static class OfficeFiles
{
    /// <summary>The rows of a sheet as words, the header first; a number as stored.</summary>
    public static List<List<string>> Rows(byte[] xlsx, int sheet = 0)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        var part = file.WorkbookPart!.WorksheetParts.ElementAt(sheet);
        return [.. part.Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
    }

    /// <summary>RFC 4180 with semicolons: the fields of each line.</summary>
    public static List<List<string>> Fields(string csv)
    {
        List<List<string>> lines = [[]];
        for (var i = 0; i < csv.Length;)
        {
            Assert.That(csv[i], Is.EqualTo('"'), $"every field is quoted, at {i}");
            var end = i + 1;
            while (csv[end] != '"' || (end + 1 < csv.Length && csv[end + 1] == '"'))
                end += csv[end] == '"' ? 2 : 1;
            lines[^1].Add(csv[(i + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
            i = end + 2;
            if (csv[end + 1] == ';')
                continue;
            Assert.That(csv[end + 1], Is.EqualTo('\r'));
            Assert.That(csv[i++], Is.EqualTo('\n'));
            if (i < csv.Length)
                lines.Add([]);
        }

        return lines;
    }

    /// <summary>What the SDK finds wrong with a Word or Excel file for Office 2019.</summary>
    public static List<string> Faults(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var package = Open(stream);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    /// <summary>The words of a Word document, one paragraph a line, blanks and boxes as a space; without its title and table of contents.</summary>
    public static string Words(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        string[] opening = ["Title", "Subtitle", "TOCHeading", "TOC1", "TOC2"];
        return string.Join('\n', file.MainDocumentPart!.Document!.Body!.Descendants<W.Paragraph>()
            .Where(paragraph => !opening.Contains(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value, StringComparer.Ordinal))
            .Select(paragraph => string.Concat(paragraph.Elements().Select(Words))));
    }

    /// <summary>The PDF that LibreOffice makes of each file, in order; ignores the test where it is not installed.</summary>
    public static List<byte[]> Printed(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        var folder = Directory.CreateTempSubdirectory("crisiskits-");
        try
        {
            foreach (var (name, bytes) in files)
                File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            Convert(folder.FullName, [.. files.Select(file => file.Name)]);
            return [.. files.Select(file => File.ReadAllBytes(Path.Combine(folder.FullName, Path.ChangeExtension(file.Name, "pdf"))))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The file as LibreOffice opens and saves it; ignores the test where it is not installed.</summary>
    public static byte[] Resaved(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("crisiskits-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            Convert(folder.FullName, [name], ["--outdir", "resaved"], Path.GetExtension(name)[1..]);
            return File.ReadAllBytes(Path.Combine(folder.FullName, "resaved", name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static OpenXmlPackage Open(Stream stream)
    {
        using var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        return zip.GetEntry("xl/workbook.xml") is null ? WordprocessingDocument.Open(stream, isEditable: false) : SpreadsheetDocument.Open(stream, isEditable: false);
    }

    private static string Words(OpenXmlElement element) => element switch
    {
        W.SdtRun => " ",
        W.Run run => string.Concat(run.Elements().Select(piece => piece is W.Break ? "\n" : piece is W.Text text ? text.Text : string.Empty)),
        _ => string.Empty,
    };

    private static void Convert(string folder, string[] names, string[]? options = null, string format = "pdf")
    {
        var start = new ProcessStartInfo("soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", format, .. options ?? [], .. names])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? soffice = null;
        try
        {
            soffice = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("soffice (LibreOffice) is not installed on this machine");
        }

        using (soffice)
        {
            var errors = soffice!.StandardError.ReadToEndAsync();
            var output = soffice.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            soffice.WaitForExit();
            Assert.That(soffice.ExitCode, Is.Zero, output);
        }
    }
}
