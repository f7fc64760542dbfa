namespace CrisisKits.Infrastructure.Documents.Blocks;

/// <summary>A piece of a line of text. Blocks say what is on a page, never how it is drawn.</summary>
public abstract record Inline;

/// <summary>Text in one style; typography (narrow no-break spaces) already applied.</summary>
public sealed record Text(string Value, bool Bold = false, bool Italic = false) : Inline;

/// <summary>A blank to be written on with a pen, drawn as a dotted line; <paramref name="Label"/> is what a screen reader says.</summary>
public sealed record Dots(double WidthMm, string Label) : Inline;

/// <summary>An empty square to tick.</summary>
public sealed record TickBox : Inline;

public sealed record LineBreak : Inline;
