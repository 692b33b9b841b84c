declare module 'bcrypt-pbkdf' {
  interface Bcrypt {
    /** Fills `key`; keeps nothing. @returns 0, or -1 for an empty passphrase, an empty salt or no rounds. */
    pbkdf(
      passphrase: Uint8Array,
      passphraseBytes: number,
      salt: Uint8Array,
      saltBytes: number,
      key: Uint8Array,
      keyBytes: number,
      rounds: number,
    ): number;
  }
  const bcrypt: Bcrypt;
  // eslint-disable-next-line no-restricted-syntax -- it is CommonJS: its exports are the default
  export default bcrypt;
}
