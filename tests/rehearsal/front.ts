import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts, waitForAnswer, type Child } from '../../tools/children.mjs';
import { findProgram, folderOfOwner, keepRunning } from '../support/debian.ts';

/** What stands before the database: PgBouncer, which can be led to another database while servers go on. */
export interface Pooler {
  url: string;
  program: Child;
  /** Leads every new connection to this port. */
  leadTo: (databasePort: number) => void;
}

/**
 * Session mode: Debian 12 has PgBouncer 1.18, which forgets prepared statements between transactions (1.21 keeps them). It
 * does not pass on time limits that come with a connection, so these are the role's (see docs/outgrown.md).
 */
const pooling = (port: number, databasePort: number, users: string): string => `
[databases]
postgres = host=127.0.0.1 port=${databasePort} dbname=postgres user=province
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = session
default_pool_size = 60
max_client_conn = 300
ignore_startup_parameters = extra_float_digits,statement_timeout,idle_in_transaction_session_timeout
server_connect_timeout = 2
server_login_retry = 0.5
query_wait_timeout = 5
tcp_keepalive = 1
log_connections = 0
log_disconnections = 0
`;

/** What PgBouncer does not pass on. The same limits as in server/src/db/pg.ts. */
export const roleLimits = `
  alter role province set statement_timeout = '15s';
  alter role province set idle_in_transaction_session_timeout = '30s';`;

export async function startPooler(home: string, databasePort: number): Promise<Pooler> {
  const [port = 0] = await freePorts(1);
  folderOfOwner(home);
  const file = join(home, 'pgbouncer.ini');
  const users = join(home, 'users.txt');
  writeFileSync(users, '"province" ""\n');
  writeFileSync(file, pooling(port, databasePort, users));
  const program = keepRunning(findProgram('pgbouncer', 'pgbouncer'), [file], {
    log: join(home, 'pgbouncer.log'),
  });
  return {
    url: `postgres://province@127.0.0.1:${port}/postgres`,
    program,
    leadTo(newPort) {
      writeFileSync(file, pooling(port, newPort, users));
      program.signal('SIGHUP');
    },
  };
}

/** What stands before the servers: nginx. */
export interface Front {
  url: string;
  program: Child;
  /** Sends new requests to these ports; those under way end where they are. */
  leadTo: (serverPorts: readonly number[]) => void;
}

const serving = (home: string, port: number, serverPorts: readonly number[]): string => `
daemon off;
worker_processes 1;
pid ${home}/nginx.pid;
error_log ${home}/error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi;
  scgi_temp_path ${home}/scgi;
  # What nginx itself says must be readable to the app, too.
  map $http_origin $our_origin { default ""; https://h5.zdn.vn $http_origin; zbrowser://h5.zdn.vn $http_origin; }
  upstream province {
${serverPorts.map((one) => `    server 127.0.0.1:${one} max_fails=3 fail_timeout=2s;`).join('\n')}
    keepalive 64;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 11m;
    # Uploads go on where they were cut, so what has come must not wait here for the rest.
    proxy_request_buffering off;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_connect_timeout 2s;
    proxy_read_timeout 8s;
    # What was sent to a server that then fell silent is asked of the other only when asking twice is the same.
    proxy_next_upstream error timeout;
    proxy_next_upstream_tries 2;
    location / { proxy_pass http://province; }
    error_page 502 504 = @busy;
    location @busy {
      internal;
      default_type application/problem+json;
      add_header Access-Control-Allow-Origin $our_origin always;
      add_header Access-Control-Expose-Headers Retry-After always;
      add_header Retry-After 3 always;
      return 503 '{"type":"urn:problem:server-busy","title":"Hệ thống của tỉnh đang bận. Hãy thử lại sau ít phút.","status":503,"code":"server-busy","requestId":"$request_id","retryAfter":3}';
    }
  }
}
`;

export async function startFront(home: string, serverPorts: readonly number[]): Promise<Front> {
  const [port = 0] = await freePorts(1);
  mkdirSync(home, { recursive: true });
  const file = join(home, 'nginx.conf');
  writeFileSync(file, serving(home, port, serverPorts));
  const args = ['-c', file, '-e', join(home, 'start.log'), '-p', home];
  const how = { log: join(home, 'out.log'), asRoot: true };
  const program = keepRunning(findProgram('nginx', 'nginx-light'), args, how);
  const url = `http://127.0.0.1:${port}`;
  await waitForAnswer(`${url}/readyz`, program, 20_000);
  return {
    url,
    program,
    leadTo(newPorts) {
      writeFileSync(file, serving(home, port, newPorts));
      program.signal('SIGHUP');
    },
  };
}
