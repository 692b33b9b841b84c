/**
 * A sender's name for a file as one it is safe to create: the last part of a path, no dot in front, nothing a terminal or a file
 * system obeys, 200 bytes of UTF-8 at most with the suffix kept. Never empty, never `.` or `..`.
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '') // control, direction and format characters, what Windows forbids
    .replace(/^[\s.~-]+/u, '') // no hidden file, no option
    .replace(/[\s.]+$/u, '');
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain);
  return shorten(plain === '' || reserved ? `file${plain === '' ? '' : `-${plain}`}` : plain);
}

/** `report.pdf` → `report (2).pdf`. */
export function numbered(name: string, n: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (${n})${name.slice(dot)}` : `${name} (${n})`;
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  const dot = name.lastIndexOf('.');
  const suffix = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : '';
  const letters = [...name.slice(0, name.length - suffix.length)];
  while (Buffer.byteLength(letters.join('') + suffix) > mostBytes) letters.pop();
  return letters.join('') + suffix;
}

const mostBytes = 200;
