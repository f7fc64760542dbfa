using DocumentFormat.OpenXml;

namespace CrisisKits.Infrastructure.Documents.Packaging;

/// <summary>One XML part of an Office file.</summary>
/// <param name="Path">Inside the file, with slashes.</param>
/// <param name="Content">Its content type without what all share: <c>spreadsheetml.worksheet</c>.</param>
/// <param name="Relation">The last word of the relationship that leads to it: <c>worksheet</c>.</param>
internal sealed record OfficePart(string Path, string Content, string Relation, OpenXmlElement Root);
