// The relay a user would write with node:net: messages behind a 4-byte length, each handed to the other peer, writes of a chunk coalesced.
import { createServer, type AddressInfo, type Socket } from 'node:net';

const peers: Socket[] = [];
const server = createServer({ noDelay: true }, (socket) => {
  peers.push(socket);
  let rest = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let whole = 0;
    while (bytes.length - whole >= 4 && bytes.length - whole - 4 >= bytes.readUInt32BE(whole)) whole += 4 + bytes.readUInt32BE(whole);
    rest = bytes.subarray(whole);
    const to = peers[0] === socket ? peers[1] : peers[0];
    if (whole > 0) to?.write(bytes.subarray(0, whole));
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
