namespace CrisisKits.Domain.Access;

/// <summary>Somebody whom an establishment gave a role.</summary>
public sealed record Colleague(Person Person, EstablishmentRole Role)
{
    /// <summary>Whether that role is enough for an act.</summary>
    public bool May(Act act) => Person.IsActive && Visibility.Suffices(Role, act);
}
