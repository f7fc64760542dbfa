using System.Globalization;
using System.Text.Json.Nodes;
using CrisisKits.Infrastructure.Establishments.Importing;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Tests.Support;

/// <summary>Small directory files in both formats, all fictitious: numbers in 999, communes in 9 hundred.</summary>
internal static class ADirectory
{
    public const string FirstLine = "finess;etalab;111;2026-05-12\n";

    /// <summary>A line of the CSV, its 32 columns.</summary>
    public static string Line(
        string finess, string parent = "639999010", string name = "EHPAD DES TILLEULS (FICTIF)", string commune = "999", string department = "63",
        string routing = "63999 VALMOREL CEDEX 09", string category = "500", string shortName = "EHPAD") =>
        $"structureet;{finess};{parent};{shortName};{name};;;12;R;DES ORMES;;;{commune};{department};PUY DE DOME;{routing};0199000000;;{category};Ehpad;4401;Hébergement;;8710A;40;ARS;;;1988-05-02;2017-01-03;2024-04-22;\n";

    /// <summary>The JSON of some legal entities.</summary>
    public static string Json(params JsonObject[] legalEntities) => new JsonObject
    {
        ["schemaVersion"] = "v1.0.0",
        ["gcc"] = new JsonArray(new JsonObject { ["gccId"] = "1", ["pmejDuGcc"] = new JsonArray() }),
        ["pmej"] = new JsonArray([.. legalEntities]),
    }.ToJsonString();

    public static JsonObject LegalEntity(string finess, params JsonObject[] sites) => new()
    {
        ["informationsGeneralesPMEJ"] = new JsonObject
        {
            ["pmSmsseId"] = "2",
            ["denominationPm"] = "CH VALMOREL",
            ["denominationLonguePmSmsse"] = "CENTRE HOSPITALIER DE VALMOREL (FICTIF)   ",
            ["numFinessPm"] = finess,
        },
        ["adresse"] = new JsonArray(Address("02")),
        ["evenement"] = new JsonArray(new JsonObject { ["etatObjet1"] = "005" }),
        ["ege"] = new JsonArray([.. sites]),
        ["etatObjet"] = "A",
    };

    public static JsonObject Site(string finess, string name = "HÔPITAL DE LA DIGUE (FICTIF)", string state = "A", string category = "355") => new()
    {
        ["informationsGeneralesEGE"] = new JsonObject { ["egeId"] = "7", ["nomEgeCourt"] = "HOPITAL", ["nomEgeLong"] = name, ["numFinessEge"] = finess, ["espic"] = new JsonArray("0") },
        ["categorieentiteGeographiqueExercice"] = category,
        ["adresse"] = new JsonArray(Address("01", "14999"), Address("03")),
        ["roleEge"] = new JsonArray(),
        ["etatObjet"] = state,
    };

    public static JsonObject Address(string usage, string commune = "63999") => new()
    {
        ["usageAdresse"] = usage,
        ["cogCommune"] = commune,
        ["ligneAcheminement"] = "VALMOREL LES ESSARTS",
        ["codePostal"] = "63999",
        ["coordonneesGeographique"] = new JsonObject { ["coordonneeX"] = "1" },
    };

    /// <summary>Imports a text, as UTF-8.</summary>
    public static Task<ImportReport> ImportAsync(SqlEngine engine, string text, bool dryRun = false, bool force = false) =>
        ImportAsync(engine, System.Text.Encoding.UTF8.GetBytes(text), dryRun, force);

    public static async Task<ImportReport> ImportAsync(SqlEngine engine, byte[] bytes, bool dryRun = false, bool force = false)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("annuaire"), bytes);
        return await new ImportDirectory(engine, TimeProvider.System).RunAsync(folder.File("annuaire"), dryRun, force, _ => { }, CancellationToken.None);
    }

    /// <summary>A site number of its own for each position.</summary>
    public static string Number(int position) => string.Create(CultureInfo.InvariantCulture, $"63999{position:D4}");
}
