using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Tests.Support;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents;

/// <summary>A file larger than any kit is still a PDF.</summary>
public sealed class LargeFileTests
{
    [Test]
    public void A_file_of_more_objects_than_two_bytes_count_opens_and_reads_to_its_end()
    {
        const int paragraphs = 70_000;
        var file = Print([.. Enumerable.Range(0, paragraphs).Select(index => (Block)Paragraph(index == paragraphs - 1 ? "la dernière ligne" : "."))]);
        Assert.That(PdfTools.Run(file, "pdfinfo", "FILE"), Does.Contain("Tagged:          yes").And.Not.Contain("Error"));
        Assert.That(PdfTools.Run(file, "pdftotext", "FILE", "-"), Does.Contain("la dernière ligne"));
        Assert.That(PdfTools.Run(file, "qpdf", "--check", "FILE"), Does.Contain("No syntax or stream encoding errors"));
    }
}
