using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Tests.Content;

public sealed class PublishedGridTests
{
    [Test]
    public void The_shipped_grids_load() => Assert.That(new GridLibrary(ContentFiles.Embedded()).All, Is.Not.Empty);
}
