namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>Leaves the depths of a file that will not be read further; becomes a refusal in <see cref="ReadWorkbook"/>.</summary>
internal sealed class RefusedFileException(string code, string message) : Exception(message)
{
    public const string DamagedMessage = "Ce classeur est abîmé et ne se lit pas : ouvrez-le, enregistrez-le de nouveau au format Excel (.xlsx) et renvoyez-le.";

    public string Code => code;

    public static RefusedFileException Damaged() => new("file-damaged", DamagedMessage);
}
