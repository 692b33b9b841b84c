import { encodeId, randomBytes } from '@keyway/crypto';
import { canonicalName, sharedName } from './names.js';
import { skeletonOf } from './skeleton.js';

const fault = (text: string): string | undefined => {
  const name = canonicalName(text);
  return typeof name === 'string' ? undefined : name.fault;
};

it.each([
  ['adam', 'adam'],
  ['Adam', 'adam'],
  ['ÉMILE', 'émile'],
  ['e\u0301mile', 'émile'],
  ['İbo', 'ibo'],
  ['j\u0307im', 'jim'],
  ['press-room_2.a', 'press-room_2.a'],
  ['7', '7'],
  ['productionworker-2026', 'productionworker-2026'],
  ['christopherbrown2', 'christopherbrown2'],
  ['202611200000000000000001', '202611200000000000000001'],
  ['ольга', 'ольга'],
  ['Ελένη', 'ελένη'],
  ['田中さん', '田中さん'],
  ['김철수', '김철수'],
  ['अमित', 'अमित'],
  ['مريم', 'مريم'],
  ['a'.repeat(32), 'a'.repeat(32)],
  ['𠀀'.repeat(32), '𠀀'.repeat(32)],
])('%s is a name, kept as %s', (text, name) => expect(canonicalName(text)).toBe(name));

it('the canonical form is a name itself, and stays as it is', () => {
  for (const text of ['Adam', 'İstanbul', 'ẞtraße', 'ΟΔΥΣΣΕΥΣ', 'e\u0301mile']) {
    const name = canonicalName(text) as string;
    expect(canonicalName(name)).toBe(name);
  }
});

it.each([
  ['', '1 to 32 characters'],
  ['a'.repeat(33), '1 to 32 characters'],
  ['𠀀'.repeat(33), '1 to 32 characters'],
  ['two words', 'letters, digits'],
  ['adam!', 'letters, digits'],
  ['adam@home', 'letters, digits'],
  ['a\u200bdam', 'letters, digits'],
  ['a\u202edam', 'letters, digits'],
  ['adam\n', 'letters, digits'],
  ['adam\u0000', 'letters, digits'],
  ['\ud800', 'letters, digits'],
  ['ada\ufe0fm', 'nobody sees'],
  ['ada\u{e0100}m', 'nobody sees'],
  ['ada\u034fm', 'nobody sees'],
  ['가\u115f나', 'nobody sees'],
  ['ក\u17b4ក', 'nobody sees'],
  ['service:adam', 'letters, digits'],
  ['🦊', 'letters, digits'],
  ['Ⅷ', 'letters, digits'],
  ['.adam', 'begins with a letter or a digit'],
  ['-adam', 'begins with a letter or a digit'],
  ['adam_', 'ends with one'],
  ['adam-', 'ends with one'],
  ['\u0301adam', 'begins with a letter or a digit'],
  ['keyway', "fleet's own"],
  ['Keyway-admin', "fleet's own"],
  ['keywayfarer', "fleet's own"],
  ['deadbeef0011223344556677', 'client id'],
  ['mfrggzdfmztwq2lknnwg23tp', 'client id'],
  ['ａｄａｍ', 'variant'],
  ['𝐚𝐝𝐚𝐦', 'variant'],
  ['ﬁona', 'variant'],
  ['ɑdam', 'variant'],
  ['ꭰdam', 'one script'],
  ['аdam', 'one script'],
  ['pаypal', 'one script'],
  ['αdam', 'one script'],
  ['ᚠᚢ', 'one script'],
  ['adam٣', 'one script'],
  ['amit१2', 'one script'],
])('%j is no name: %s', (text, why) => expect(fault(text)).toContain(why));

it('the text of a client id is no name', () => expect(fault(encodeId(randomBytes(32)))).toBeDefined());

it.each([
  ['adam', 'аdаm'],
  ['scope', 'ѕсоре'],
  ['adam', 'adarn'],
  ['paypal', 'paypa1'],
  ['lol', '1o1'],
  ['agento', 'agent0'],
  ['ella', 'e11a'],
  ['ada', 'аdа'],
  ['coco', 'сосо'],
])('%s and %s have one skeleton', (a, b) => expect(skeletonOf(a)).toBe(skeletonOf(b)));

it.each([
  ['adam', 'eve'],
  ['adam', 'adams'],
  ['émile', 'emile'],
  ['node-2', 'node-3'],
  ['a.b', 'a-b'],
  ['ab', 'a-b'],
])('%s and %s do not', (a, b) => expect(skeletonOf(a)).not.toBe(skeletonOf(b)));

it('the table is the whole one: what the standard maps, letter for letter, is mapped', () => {
  const pairs = { ρ: 'p', ν: 'v', і: 'i', օ: 'o', ց: 'g', ѵ: 'v', ס: 'o', '०': 'o', ı: 'i', ꮃ: 'w', 𝚊: 'a', ｅ: 'e', 力: 'カ' };
  for (const [one, other] of Object.entries(pairs)) expect([one, skeletonOf(one)]).toEqual([one, skeletonOf(other)]);
});

it.each([
  ['adam-2', 'adam'],
  ['adam-b-17', 'adam-b'],
  ['adam', undefined],
  ['adam-', undefined],
  ['adam-0', undefined],
  ['adam-02', undefined],
  ['adam--2', undefined],
  ['-2', undefined],
  ['adam-x', undefined],
])('%s is for another one of %s', (name, base) => expect(sharedName(name)).toBe(base));
