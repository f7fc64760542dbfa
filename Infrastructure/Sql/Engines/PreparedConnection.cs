using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Infrastructure.Sql.Engines;

/// <summary>
/// A connection that keeps each statement it has prepared until it closes: preparing a join takes longer than running it. For a connection that
/// lives long and runs the fixed texts of the program, one at a time.
/// </summary>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _prepared.Clear();
        base.Dispose(disposing);
    }

    private SqliteCommand Prepared(string text)
    {
        if (!_prepared.TryGetValue(text, out var command))
            _prepared.Add(text, command = new SqliteCommand(text, this));
        return command;
    }

    /// <summary>Lends the prepared statement of its text; when disposed, only the values bound to it are let go.</summary>
    private sealed class PreparedCommand(PreparedConnection connection) : DbCommand
    {
        private SqliteCommand? _lent;
        private SqliteTransaction? _transaction;

        [AllowNull]
        public override string CommandText
        {
            get => _lent?.CommandText ?? string.Empty;
            set
            {
                _lent = connection.Prepared(value!);
                _lent.Transaction = _transaction;
            }
        }

        public override int CommandTimeout { get => Lent.CommandTimeout; set => Lent.CommandTimeout = value; }

        public override CommandType CommandType { get => CommandType.Text; set => Lent.CommandType = value; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

        protected override DbParameterCollection DbParameterCollection => Lent.Parameters;

        /// <summary>Comes before the text or after it.</summary>
        protected override DbTransaction? DbTransaction
        {
            get => _transaction;
            set
            {
                _transaction = (SqliteTransaction?)value;
                _lent?.Transaction = _transaction;
            }
        }

        private SqliteCommand Lent => _lent ?? throw new InvalidOperationException("A command runs once its text is known.");

        public override void Cancel() => Lent.Cancel();

        public override int ExecuteNonQuery() => Lent.ExecuteNonQuery();

        public override object? ExecuteScalar() => Lent.ExecuteScalar();

        public override void Prepare() => Lent.Prepare();

        protected override DbParameter CreateDbParameter() => Lent.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Lent.ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            _lent?.Parameters.Clear();
            _lent = null;
            base.Dispose(disposing);
        }
    }
}
