import type { SessionSettings } from '@keyway/wire';

/** What sessions are to keep to: the operators' settings as auth tells them, or the service's own. */
export class CurrentSettings {
  #now: SessionSettings;

  constructor(
    private readonly own: SessionSettings,
    /** Told when they are others than before. */
    private readonly changed: (settings: SessionSettings) => void = () => undefined,
  ) {
    this.#now = own;
  }

  get now(): SessionSettings {
    return this.#now;
  }

  /** @param said - of auth; undefined: it leaves them to the service. */
  heard(said: SessionSettings | undefined): void {
    const next = said ?? this.own;
    if (textOf(next) === textOf(this.#now)) return;
    this.#now = next;
    this.changed(next);
  }
}

const textOf = ({ heartbeatMs, timeoutMs, maxBodyBytes, windowMessages, windowBytes, maxStreams }: SessionSettings): string =>
  [heartbeatMs, timeoutMs, maxBodyBytes, windowMessages, windowBytes, maxStreams].join();
