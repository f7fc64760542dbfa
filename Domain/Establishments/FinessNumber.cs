using System.Text.RegularExpressions;

namespace CrisisKits.Domain.Establishments;

/// <summary>
/// The number that identifies a legal entity or a site in FINESS, the directory of French health and social structures: nine characters,
/// the second may be a letter (Corsica). It says nothing sure about the region: that comes from the address.
/// </summary>
public sealed partial record FinessNumber
{
    private FinessNumber(string value) => Value = value;

    /// <summary>Nine characters without spaces, upper case: how it is stored and addressed.</summary>
    public string Value { get; }

    /// <summary>For people: <c>NN NNN NNN N</c>, with no-break spaces.</summary>
    public string Printed => $"{Value[..2]}\u00A0{Value[2..5]}\u00A0{Value[5..8]}\u00A0{Value[8..]}";

    /// <summary>
    /// The last character does not close the Luhn sum (A counts 1, B 2). Only a typing warning: a few real numbers break the rule, the directory decides.
    /// </summary>
    public bool LooksMistyped
    {
        get
        {
            var sum = 0;
            for (var index = 0; index < Value.Length; index++)
            {
                var digit = Value[index] switch
                {
                    >= '0' and <= '9' and var figure => figure - '0',
                    'A' => 1,
                    'B' => 2,
                    _ => -1,
                };
                if (digit < 0)
                    return true;
                var doubled = index % 2 == 0 ? digit : digit * 2;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }

            return sum % 10 != 0;
        }
    }

    /// <summary>Reads a number as people paste it, spaces anywhere and letters in either case; null when it is not one.</summary>
    public static FinessNumber? Parse(string? text)
    {
        if (text is null)
            return null;
        var compact = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        return Shape().IsMatch(compact) ? new(compact.ToUpperInvariant()) : null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[0-9][0-9A-Za-z][0-9]{7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
