using System.Globalization;
using System.Text;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments.Importing;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Api.CommandLine;

/// <summary><c>import-finess FILE [--dry-run] [--force]</c>: progress on the error stream, the report on the output. Refused lines do not fail the others.</summary>
public static class ImportCommand
{
    private const string Usage =
        """
        Tapez : dotnet run --project Api -- import-finess FICHIER [--dry-run] [--force] [--Storage:Cle=valeur]
          FICHIER    le JSON finess-structures ou le CSV etalab-cs1100502, tel quel, en .gz ou seul dans un .zip
          --dry-run  dit ce qui serait fait, et n'écrit rien
          --force    ferme même si plus d'un établissement sur cinq manque au fichier
        """;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static async Task<int> RunAsync(string[] args, Stream output, TextWriter messages)
    {
        string[] settings = [.. args.Skip(1).Where(word => word is not ("--dry-run" or "--force"))];
        if (args is not [{ Length: > 0 } file, ..] || file.StartsWith('-') || !HostSettings.Are(settings))
            return Commands.Say(messages, Usage, Commands.WrongArguments);
        if (!File.Exists(file))
            return Commands.Say(messages, $"Fichier introuvable : {file}{Environment.NewLine}{Usage}", Commands.WrongArguments);
        var (dryRun, force, refused) = (args.Contains("--dry-run"), args.Contains("--force"), false);
        var exit = await StorageCommands.RunAsync(settings, messages, async services =>
        {
            await services.GetRequiredService<StartStorage>().RunAsync(CancellationToken.None);
            var import = new ImportDirectory(services.GetRequiredService<SqlEngine>(), services.GetRequiredService<TimeProvider>());
            try
            {
                var report = await import.RunAsync(
                    file, dryRun, force, progress => messages.WriteLine($"{(progress.Writing ? "Écriture" : "Lecture")} : {Number(progress.Entries)} établissements…"),
                    CancellationToken.None);
                await output.WriteAsync(Encoding.UTF8.GetBytes(Tell(report)));
                refused = report.Stopped is not null;
                return report.Stopped is null ? dryRun ? "Essai terminé : rien n'a été écrit." : "Annuaire à jour." : $"Rien n'a été écrit. {report.Stopped}";
            }
            catch (RefusedDirectoryException damaged)
            {
                refused = true;
                return $"Rien n'a été écrit. {damaged.Message}";
            }
        });
        return refused ? Commands.Refused : exit;
    }

    private static string Tell(ImportReport report)
    {
        var text = new StringBuilder();
        void Line(string words, int count) => text.AppendLine(French, $"{words,-46} {Number(count),9}");
        Line("Ajoutés", report.Count(DirectoryFate.Added));
        if (report.Nameless > 0)
            Line("  dont entités juridiques sans nom au fichier", report.Nameless);
        Line("Modifiés", report.Count(DirectoryFate.Changed));
        Line("Fermés", report.Count(DirectoryFate.Closed));
        if (report.Vanished > 0)
            Line("  dont absents du fichier", report.Vanished);
        Line("Inchangés", report.Count(DirectoryFate.Unchanged));
        Line("Corrigés à la main et laissés tels quels", report.Count(DirectoryFate.KeptByHand));
        Line("Fermés depuis longtemps, inconnus ici", report.Count(DirectoryFate.Ignored));
        Line("Refusés", report.RefusedCount);
        foreach (var entry in report.Refused)
            text.AppendLine(French, $"  {entry.Place} ({Printable(entry.Finess)}) : {entry.Reason}");
        if (report.RefusedCount > report.Refused.Count)
            text.AppendLine(French, $"  … et {Number(report.RefusedCount - report.Refused.Count)} autres");
        return text.ToString();
    }

    private static string Number(int count) => count.ToString("N0", French);

    /// <summary>What stands where a number should be may be anything, and a terminal obeys some of it.</summary>
    private static string Printable(string? finess) =>
        string.IsNullOrWhiteSpace(finess) ? "sans numéro" : string.Concat(finess.Take(20).Select(character => char.IsControl(character) ? '?' : character));
}
