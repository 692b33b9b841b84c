import { connect, type Client, type ConnectOptions } from '@keyway/client';

/** A client of the program's own, which it closes itself; or what makes one, which is closed with the transport. */
export type ClientSource =
  { readonly client: Client; readonly connect?: undefined } | { readonly connect: ConnectOptions; readonly client?: undefined };

/** Connects when first asked, and again when that failed. */
export class OwnClient {
  #connecting: Promise<Client> | undefined;

  constructor(private readonly source: ClientSource) {}

  get(): Promise<Client> {
    if (this.source.client !== undefined) return Promise.resolve(this.source.client);
    this.#connecting ??= connect(this.source.connect).catch((thrown: unknown) => {
      this.#connecting = undefined;
      throw thrown;
    });
    return this.#connecting;
  }

  async close(): Promise<void> {
    const connecting = this.#connecting;
    this.#connecting = undefined;
    const client = await connecting?.catch(() => undefined);
    await client?.close();
  }
}
