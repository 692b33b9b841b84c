/** Why a key was refused. The names are API, the sentences are not. */
const sentences = {
  key_damaged: 'the key is damaged or in no known form',
  wrong_passphrase: 'the passphrase does not open this key',
  passphrase_required: 'the key is encrypted: a passphrase is needed',
  weak_key: 'the key is too weak',
  key_unsupported: 'this kind of key is not supported',
} as const;

export type KeyErrorReason = keyof typeof sentences;

/**
 * A key, key file or passphrase that cannot be used. Recognise it by `name` and `reason`, never by text.
 * The message names what was refused (`rsa-1024`, `ec`); neither it nor `cause` ever carries key material.
 */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  constructor(
    readonly reason: KeyErrorReason,
    /** What was refused, and where it is known what to do about it. */
    readonly what?: string,
    options?: ErrorOptions,
  ) {
    super(what === undefined ? sentences[reason] : `${sentences[reason]}: ${what}`, options);
  }
}

/** By shape: `instanceof` fails across duplicate installs and test realms. */
export const isKeyError = (thrown: unknown): thrown is KeyError =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'KeyError' && 'reason' in thrown;
