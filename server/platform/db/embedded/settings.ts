// PostgreSQL's settings for the embedded database: sized for two cores shared with the server itself.

const common = {
  listen_addresses: '', // only through the socket, in a folder that nobody else can enter
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '120',
  jit: 'off', // our queries are short; compiling them costs more than it saves
  random_page_cost: '1.1',
  huge_pages: 'off',
  // Neither statements nor their values belong into a log: they are what people wrote about a child.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
};

/** For data that are to be kept: nothing acknowledged is lost when the power goes. */
export const durable = { ...common, shared_buffers: '256MB', max_wal_size: '1GB', wal_compression: 'on' };

/** For the tests, whose data are thrown away: fast, and safe only as long as the machine runs. */
export const ephemeral = {
  ...common,
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '2GB',
  autovacuum: 'off',
};
