// The relay a user would write for pairs of clients, without encryption or with node:tls: the connection with number 2n hands each
// message, behind its 4-byte length, to 2n + 1, and the other way round.
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

const folder = process.argv[2];
const peers: Socket[] = [];
function accept(socket: Socket): void {
  const place = peers.push(socket) - 1;
  let rest = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let whole = 0;
    while (bytes.length - whole >= 4 && bytes.length - whole - 4 >= bytes.readUInt32BE(whole)) whole += 4 + bytes.readUInt32BE(whole);
    rest = bytes.subarray(whole);
    if (whole > 0) peers[place ^ 1]?.write(bytes.subarray(0, whole));
  });
}
const read = (name: string): Buffer => readFileSync(join(folder!, name));
const server = folder === undefined ? createServer(accept) : createTlsServer({ key: read('server.key'), cert: read('server.crt') }, accept);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
