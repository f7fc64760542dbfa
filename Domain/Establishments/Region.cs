namespace CrisisKits.Domain.Establishments;

/// <summary>
/// One of the eighteen regions of the official geographic code (INSEE). A region and a department may share a code (75 is Nouvelle-Aquitaine and
/// Paris): they are never mixed. Saint-Pierre-et-Miquelon, Saint-Barthélemy and Saint-Martin lie outside every region.
/// </summary>
public sealed class Region
{
    private Region(string code, string name, string departments) => (Code, Name, DepartmentCodes) = (code, name, departments.Split(' '));

    public static readonly IReadOnlyList<Region> All =
    [
        new("01", "Guadeloupe", "971"),
        new("02", "Martinique", "972"),
        new("03", "Guyane", "973"),
        new("04", "La Réunion", "974"),
        new("06", "Mayotte", "976"),
        new("11", "Île-de-France", "75 77 78 91 92 93 94 95"),
        new("24", "Centre-Val de Loire", "18 28 36 37 41 45"),
        new("27", "Bourgogne-Franche-Comté", "21 25 39 58 70 71 89 90"),
        new("28", "Normandie", "14 27 50 61 76"),
        new("32", "Hauts-de-France", "02 59 60 62 80"),
        new("44", "Grand Est", "08 10 51 52 54 55 57 67 68 88"),
        new("52", "Pays de la Loire", "44 49 53 72 85"),
        new("53", "Bretagne", "22 29 35 56"),
        new("75", "Nouvelle-Aquitaine", "16 17 19 23 24 33 40 47 64 79 86 87"),
        new("76", "Occitanie", "09 11 12 30 31 32 34 46 48 65 66 81 82"),
        new("84", "Auvergne-Rhône-Alpes", "01 03 07 15 26 38 42 43 63 69 73 74"),
        new("93", "Provence-Alpes-Côte d’Azur", "04 05 06 13 83 84"),
        new("94", "Corse", "2A 2B"),
    ];

    /// <summary>Two digits.</summary>
    public string Code { get; }

    public string Name { get; }

    public IReadOnlyList<string> DepartmentCodes { get; }

    public static Region? Find(string? code) => All.FirstOrDefault(region => region.Code == code);

    public override string ToString() => $"{Code} {Name}";
}
