import { MlKemKey, PrivateIdentity, X25519Key } from '@keyway/crypto';

/** Fixed keys for tests and test vectors. They are public: never use one for anything else. */

/** `length` bytes counting up from `first`. */
export const counting = (first: number, length = 32): Uint8Array => Uint8Array.from({ length }, (_, i) => (first + i) & 0xff);

export const ed25519 = (first: number): PrivateIdentity => PrivateIdentity.fromPem(ed25519Pem(first));
export const x25519 = (first: number): X25519Key => X25519Key.fromPrivate(counting(first));
export const mlKem = (first: number): MlKemKey => MlKemKey.fromSeed(counting(first, 64));

/** PKCS#8 of an Ed25519 seed (RFC 8410 §7). */
export const ed25519Pem = (first: number): string => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), counting(first)]);
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
};

const held = new Map<string, PrivateIdentity>();
const once = (pem: string): PrivateIdentity => {
  let key = held.get(pem);
  if (key === undefined) held.set(pem, (key = PrivateIdentity.fromPem(pem)));
  return key;
};
export const rsa2048 = (): PrivateIdentity => once(rsa2048Pem);
export const rsa3072 = (): PrivateIdentity => once(rsa3072Pem);

export const rsa2048Pem = `-----BEGIN PRIVATE KEY-----
MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQDL0//EbICbdKaH
XM32BkXy+251M9paP5d/K98UkvHuUlAFa7cssqFAP+UkMsAIMld+tUXNC2lHk6ID
jgJyg8gkcjdXpUT8v81ePFd562UELKGbyh6PGeo4JAnmbCLetWuO+P3YtgG07UW1
PI2tEMUNXiQEFwAD3cOzLoNF8OQRkb82HKTYMKM1ZFOwPaq5ohxVGyOSi3zTvmwe
6Id0yf8W3KZDCaGR95gXBmrb8Y9riQYX1t8GKsL4fwbb2wAn4IvDzRoci/IKShd1
T3yhgX764710R5h8FldXyGAe7f5gdupuYpbumE8zZg2ylzFxwt8vsWFKq3W/6QHo
grdK3nIBAgMBAAECggEAEK7FXFpVHGQrzSB3aw+QYhbaL5WS5ZgW2j3JAHIWgx8R
lZ//WhU0xYF1S8UrmoAkUSadE+8/KrCWrhvNb3oBw5nllbLdNqKsOG5P6patqe3N
PGcKoUPJu9aXSNjI8dl/eDBA9p/O+/P/pJnULroUpsdxwzPuuGJKRjwkWnEg+Z8C
1I4/cFgMMsozwJyCc5BjW4006xGirelYFvlrX1qlT2rguMTr8Z8k4U1Ra3A59enN
4TLTXct76IoCyS53N+rzRd8GL10egq9wiBYhBDR/jidnJLAgCJLk8NDo9iHyJ9zN
r/lAGnpryf58IR0WZ9u0ZwJPzWygH1F+KAH1QBjdwQKBgQDpesXkBOLNglI1TAGd
4fbEL29dA00V3B5bIiyZcWkBowuMvO5vNY9er7QJZJj9sRopQAfOeblaBpfO4otw
68FGDv9R4kJBwNUYKLZR4Nf35gb7+CEGLcTAbj/FMzOfTQMblMQMsxWlCPY3IwiN
4WKG4HUjwzzmd96MsSpyZ8LZrQKBgQDffQ2jTYGLHLdRnCgM1sUq5/uM5NZG6tVs
agyRxT1CdehiFWU7mAMeFVHeeJqN/73n9oKtP/IwDhCtOfeI0kI+/EhWt75ub1p/
zJEYskWyewt3B1p2Zp1OMTl8nPAATVhvXKEEnSHE303BlKdJy3SRc2CRieSnh1fk
0or9M2BsJQKBgQCUm9KtifaafCK7Tb+RsKwSv2aQu3MrQMoJk7zzhd4ibpcBY5gY
LO0uhYOAnwlKIJnYO6s8Xvn9NUkXI9dBbq28W/tjMTKfC5AXKoKxpv2QClfTtWG/
vw4GtaXdbPOkp64cthn7Q1m5i/S7r47YT+cYlnG466Itx4pd3r53x1ecmQKBgQDK
jOdAWy2ObC9FWtb9k+VM1sWo03nU+l8GDDNqJi44Pu6nfqaqVUJ2EHKLxBinm+J9
CnEzHiKdJRI+Paw4J//8X+AcIBoKswd9jmTu0hvTACvK7DIz3xqw1HI6m231iCQf
gf85VERXzt8FFHptqmTysnQSU7yVjVe+vodTpi28tQKBgQCeFqDSvXiDCCi1na+b
ZJslAkTX3YZ9fnesgI/ofToMmKCJEBiNg8SMrhUXBn/5zJUAoRAPnSPS55h1+W0W
GYEMNdqwNRO7eumKxUzOJNASRfUFZcoe9aTpAZ7sT2qKLKfPSLAli+DYaEWtBak5
OEku2z9f9Zd4y5P6ZOArtAsfGw==
-----END PRIVATE KEY-----
`;

export const rsa3072Pem = `-----BEGIN PRIVATE KEY-----
MIIG/QIBADANBgkqhkiG9w0BAQEFAASCBucwggbjAgEAAoIBgQCx3lPyrHT72uMp
aohNwy0aQ0PMIowntl43G4xGWaV8jYPjIk5omJlEY1Wbemc4ZEjYrdMZCpaqEeea
VSk1cP6PnRt1DjlG6T9hWiv1aU/lfAtF5VzIPzFYDN+1vf0q25LEjr6TIVMq+n1Q
80SD+HBEsjnGE7KvmrJbFiaWWm74tuY+kiwS/P36Wm9KzRqMdHY02E8BNYcuIcOw
Y0MHAU6goDoUVpS339VIyqaqhMk1RY0zwjBOg/9LnUOvMkQHDh9m+zqjONq+MnOt
vR1ifLu/6Mh7cyZ8z0Px/gDYmRVF6+7wzPHio20nwxythJfftFSLT0mrzoLRe+iN
x18HmrzjwVl808F+/LF4S9fZqe4uS6q04LjGInVH8qjwWKwE6i8/Lo5+cxyjQGUb
c9UfnAGylK8iYxANs8GB6PDoFIRTLe2c4nDc5D9U/dcwJHzUPv7vjz4DiVSD+zYb
O22uBTgoBM5Zij6VYPWbzRo8b2WsVTBZhokUbg8d59wZVpb9vd8CAwEAAQKCAYBB
iQxfRqGXxm+aa/EqzbYJji0lwrjnTO9r2I+XwCIUQUQN5S8EpO0b4InDTpdHlNOu
WmWEPX2DzjMKj0Qut6JjodxjBcme0gQTR5kYxCO3BzxUFY1ZDseMjLnEiesE5oAu
QfX/2fB9zmtr7yYYheo/tXdJ/yoAP7xliUTQcyOeKi2tckgg+uxNWRLWebnFdIe1
MtnxNRrIqZIjpH8mzpl832xm3/vNwAAi4OAFxgUoxqafInaQB1yCLMCqhZfBDbdw
boJzvQy65w1LKW4+are1mLbeEPdVyNatJXrBYaykmaiOVlxrYZtJSQ+z7bW5Sh8B
qwt5YSjV+ghm77m2jL9g72j7jZ/Zf42Lc9IC6ufovSDyjkGr+MEFbx6JZeHziFkw
AwTfpLp9PCTpblRjoCHRYpR1ZD04mUcQJxvXH/JLhuto0iAszJO9p5QaBARUERXB
7iaMb3XN/L5yLED0vUyU6ni+QWYC8z4ZeALBm+Q00b6+PcGolAHYC8OSFl7vjekC
gcEA6NlcEe8NQkmqbLcRig6dip4Jf1rEdr4NdCgLmmpZljn+tVceH3fgXvX0GqVX
B6K3efDq1zFC6J+2fS4uFDlU858vYLAwmlkSuCOH5nD7JQyL9FbK1rqDoQBYvUWC
4dxDB97i8AqG+9ueyoTFfaI9Q8znyiB63LJgVz9MkPJpL3KstcEbbrgATNavEg7b
k7Tc2hAftVH2kK1mPaNzsk5IHNSWHMxDTIqMxtuBIz/wAVN658EnAy1RWz2H235q
IWhtAoHBAMONkCIfsr841nYkJqCEW+2ZPIA/YeYs5lJIPuUEdrrQJtTLQi6hBUjo
tmdeagVp/z367Lg3UoOi3jSZvFFx3FPCmfKuAn1HUiyb+524anJ6nBmHDc/qFI0Q
890RtF10xeh+6aTC3hXV9QrgAi36Aab513scdosliPi6CEUR9IMv6mf07wdvIHbw
CngB0nxUNu/6Xni6qAJlHt7eegU7dLYkBUyBYRbZAaM7JoTWz1crL/gBPdO+xSjs
Vuov0crn+wKBwQC6UdtLema4qSuW7HI7b3B+j/D3mFDm1zL6xGRsfjcLb4Kx5nDz
K0A9nD9k5vKZ6Ik6KR4xbXilnc8vobk7c5jXjIQjsThi+W1yLPQ84CEGR2Dh9mU+
p2ZWeWmIokuVoWN9s8sR2sqiU91fHhjNa/nr+9Vpts25NX7DsaH5xg+G6RLsKQZj
dRbAZXUXVQ48xheG4ioNM/XBVQ8fuWAFyIAJmc44YvZjE+aL5O8TnsDUvtD1C2jF
MQkNolHIwAH6k40CgcBgmjMkmFId4r8XF565Vwluo29ez3DWW0HgTe48Bmt8t80m
+84S6NqKfON2xw5K5GUBwk5kZnftrWxlwbhk54F3I0AXwVxbdPskLF4tOOfk66rn
dW8eUb2bPk+p2tAmBsSpqOBU0ysQ0GQ/3g9VlRZx3SRUnef1rzIt5QCm1kra77W1
aysVmhEIkGYriILphlSpUh6PN2492KRaZr8SjJ+IRt0TQSqsNcF4WIUbxF4i6qPE
uSBI1QniwHXjNIJH4TcCgcByJZfbD3kIhyn16ftFwVNfMdqjYstLdUFMc2Yv+E7f
5njrlT5+1LYE69gJfa8EVy5JvNtupHmDSWLcF24DoaWbAexYBTcPq5J+qeMFnA/M
m1bsJYUBCGMBRaafPHNqS/etQyzOhpdMrN0hB7zFZsYn0Zy94hIn8rD/ID8oXpVv
rmLAfLcVTsJPesEePaGXuN2o72VbprgrwRXQoodL6+ZbVl7K1kKbi20qTq1TGFxh
GGxVmI2vflC0KfXwEnk+Cwo=
-----END PRIVATE KEY-----
`;
