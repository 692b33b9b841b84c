// Mutual TLS 1.3 in Node, as the baseline of issuing and attaching: one full handshake, a certificate on each side, no resumption.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';

const folder = process.argv[2]!;
const read = (name: string): Buffer => readFileSync(join(folder, name));
const server = createServer(
  { key: read('server.key'), cert: read('server.crt'), ca: read('ca.crt'), requestCert: true, minVersion: 'TLSv1.3' },
  (socket) => {
    socket.on('error', () => undefined);
    socket.end('ok');
  },
);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
