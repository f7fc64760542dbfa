using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>A form of a document that can be edited: a workbook, a table of characters, a text.</summary>
public enum TwinFormat
{
    Xlsx,
    Csv,
    Docx,
}

/// <summary>Which printed documents have an editable twin, and how its file is called.</summary>
public static class EditableTwins
{
    private static readonly IReadOnlyList<TwinFormat> Table = [TwinFormat.Xlsx, TwinFormat.Csv];
    private static readonly IReadOnlyList<TwinFormat> Prose = [TwinFormat.Docx];

    /// <summary>Empty when the document is only printed.</summary>
    public static IReadOnlyList<TwinFormat> Of(KitDocument document) => document.Id switch
    {
        ChronogramTwin.Document or ObservationTwin.Document => Table,
        "cadrage" or "rapport-retex" or "retex-chaud" => Prose,
        _ => [],
    };

    /// <summary>As in file names and addresses, without the dot: <c>xlsx</c>.</summary>
    public static string Extension(this TwinFormat format) => format switch
    {
        TwinFormat.Xlsx => "xlsx",
        TwinFormat.Csv => "csv",
        _ => "docx",
    };

    /// <summary>The Content-Type it is served with.</summary>
    public static string MediaType(this TwinFormat format) => format switch
    {
        TwinFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        TwinFormat.Csv => "text/csv; charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    /// <summary>That of the printed document, with the other extension.</summary>
    public static string FileName(KitDocument document, TwinFormat format, PrintContext context) =>
        Path.ChangeExtension(KitFileNames.Document(document, context), format.Extension());
}
