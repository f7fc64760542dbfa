using System.Diagnostics;
using System.Globalization;
using System.Text;
using CrisisKits.Domain.Establishments;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>
/// A directory of 100,000 establishments imported by the command itself, from the older CSV and from the new JSON, against bare SQLite inserts of the same
/// rows in the same run: one connection, one prepared insert, one transaction, the same table. The memory is the most the process ever held.
/// </summary>
internal static class DirectoryFigures
{
    private const int Establishments = 100_000;
    private const int SitesOfEach = 2;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("crisiskits-").FullName;
        try
        {
            string File(string name) => Path.Combine(folder, name);
            await WriteCsvAsync(File("a.csv"));
            await WriteJsonAsync(File("a.json"));
            foreach (var format in new[] { "csv", "json" })
            {
                var (seconds, megabytes) = Import(File($"a.{format}"), File($"{format}.db"));
                var bare = Bare(File($"{format}.db"), File($"{format}-bare.db"));
                Say($"{format}: import", seconds, $"s, {megabytes:F0} MB");
                Say($"{format}: bare inserts of the same rows", bare, "s");
                Say($"{format}: import against bare inserts", seconds / bare, "times");
                var before = Changes(File($"{format}.db"));
                var (again, much) = Import(File($"a.{format}"), File($"{format}.db"));
                Say($"{format}: the same file again", again, $"s, {much:F0} MB, {(Changes(File($"{format}.db")) == before ? "nothing" : "SOMETHING")} written");
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, double Megabytes) Import(string file, string database)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "CrisisKits.Api.dll"), "import-finess", file, $"--Storage:ConnectionString=Data Source={database}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var peak = 0L;
        var said = process.StandardError.ReadToEndAsync();
        while (!process.WaitForExit(20))
            peak = Math.Max(peak, PeakOf(process));
        return process.ExitCode == 0 ? (clock.Elapsed.TotalSeconds, peak / 1e6) : throw new InvalidOperationException(said.Result);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>The rows of a database, inserted into an empty table like theirs.</summary>
    private static double Bare(string from, string to)
    {
        using var connection = new SqliteConnection($"Data Source={to};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        var rows = Rows(from, out var made, out var indexes);
        Run(connection, made);
        indexes.ForEach(index => Run(connection, index));
        var clock = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO Establishment VALUES ({string.Join(", ", rows[0].Select((_, index) => $"@v{index}"))})";
        for (var index = 0; index < rows[0].Length; index++)
            insert.Parameters.AddWithValue($"@v{index}", string.Empty);
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
                insert.Parameters[index].Value = row[index];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>Legal entities before their sites.</summary>
    private static List<object[]> Rows(string database, out string made, out List<string> indexes)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        made = (string)Read(connection, "SELECT sql FROM sqlite_master WHERE name = 'Establishment'")[0][0];
        indexes = [.. Read(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Establishment' AND sql IS NOT NULL").Select(row => (string)row[0])];
        return Read(connection, "SELECT * FROM Establishment ORDER BY Kind, Finess");
    }

    private static string Changes(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return string.Join(' ', Read(connection, "SELECT COUNT(*), MAX(ChangedAt), MIN(ChangedAt) FROM Establishment")[0]);
    }

    private static List<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task WriteCsvAsync(string file)
    {
        await using var text = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await text.WriteLineAsync("finess;etalab;111;2026-05-12");
        for (var position = 0; position < Establishments; position++)
            await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"structureet;{Number(1, position)};{Number(0, position / (SitesOfEach + 1))};EHPAD N{position};EHPAD DE L'ÉTANG N{position} (FICTIF);;;12;R;DES ORMES;;;9{position % 100:D2};{DepartmentOf(position)};NOM;{DepartmentOf(position)}999 SONGEVAL {position % 5000} CEDEX;0199000000;;500;Ehpad;4401;Hébergement;;8710A;40;ARS;;;1988-05-02;2017-01-03;2024-04-22;"));
    }

    private static async Task WriteJsonAsync(string file)
    {
        await using var text = new StreamWriter(file, append: false, new UTF8Encoding(false));
        const string Rest =
            ""","contact":[{"typeContact":{"roleContact":"01"},"telecom":{"telephone":"0199000000"}}],"engagement":[],"evenement":[{"evenementId":"22","dateEnregistrement":"2025-10-21 18:36:29","dateEvenement":"2001-01-01","etatObjet1":"001","identifiantObjet1":"2","systemeMaitre":"01","typeObjet1":"PM","codeEvenement":"001"}],"etatObjet":"A","dateDerniereMaj":"2021-10-18 00:00:00"}""";
        await text.WriteAsync("""{"schemaVersion":"v1.0.0","generatedAt":"2026-03-09T15:49:37Z","gcc":[],"gco":[],"pmej":[""");
        for (var head = 0; head * (SitesOfEach + 1) < Establishments; head++)
        {
            var address = $$$""","adresse":[{"usageAdresse":"03","numeroVoie":"62","typeVoie":"AV","libelleVoie":"DES ORMES","cogCommune":"{{{DepartmentOf(head)}}}999","ligneAcheminement":"SONGEVAL {{{head % 5000}}}","codePostal":"{{{DepartmentOf(head)}}}999","coordonneesGeographique":{"coordonneeX":"6570414.61","coordonneeY":"873766.07","directionLatitude":"46.2","directionLongitude":"5.2"}}]""";
            var sites = string.Join(',', Enumerable.Range(head * SitesOfEach, SitesOfEach).Select(position =>
                $$$"""{"informationsGeneralesEGE":{"egeId":"{{{position}}}","dateOuverture":"1956-11-16","nomEgeCourt":"CLINIQUE","nomEgeLong":"CLINIQUE DE L'ÉTANG {{{position}}} (FICTIVE)","numFinessEge":"{{{Number(1, position)}}}","espic":["0"]},"categorieentiteGeographiqueExercice":"365"{{{address}}}{{{Rest}}}"""));
            await text.WriteAsync(
                $$$"""{{{(head == 0 ? "" : ",")}}}{"informationsGeneralesPMEJ":{"pmSmsseId":"{{{head}}}","denominationPm":"ASSOCIATION","denominationLonguePmSmsse":"ASSOCIATION DE L'ÉTANG {{{head}}} (FICTIVE)","numFinessPm":"{{{Number(0, head)}}}","statutJuridique":"60"},"ege":[{{{sites}}}]{{{address}}}{{{Rest}}}""");
        }

        await text.WriteAsync("]}");
    }

    private static string Number(int kind, int position) => string.Create(CultureInfo.InvariantCulture, $"96{kind}{position:D6}");

    private static string DepartmentOf(int position) => Department.All[position % Department.All.Count].Code is { Length: 2 } code and not ['2', 'A' or 'B'] ? code : "63";

    private static void Say(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:0.##} {unit}"));
}
