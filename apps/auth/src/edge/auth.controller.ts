import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Registry } from '@keyway/registry';
import { serviceOf } from '@keyway/session';
import { decodeKeyringCall, decodeLookupCall, encodeLookupAnswer, WireError } from '@keyway/wire';
import { Authorizer } from './authorizer.js';
import { Keyrings } from './keyrings.js';
import { ManifestFile } from './manifest-file.js';

export const REGISTRY = Symbol('registry');

/** One answer never takes longer than a lookup of so many. */
const maxLookups = 4_096;

/** The calls of other services. Bodies: proto/keyway/v1/rpc.proto. */
@Controller()
export class AuthController {
  constructor(
    @Inject(Authorizer) private readonly authorizer: Authorizer,
    @Inject(Keyrings) private readonly keyrings: Keyrings,
    @Inject(ManifestFile) private readonly manifest: ManifestFile,
    @Inject(REGISTRY) private readonly registry: Registry,
  ) {}

  @MessagePattern('auth.authorize')
  authorize(@Payload() body: Uint8Array): Uint8Array | Promise<Uint8Array> {
    return this.authorizer.authorize(body);
  }

  @MessagePattern('auth.manifest')
  showManifest(): Uint8Array {
    return this.manifest.answer;
  }

  /** Sealed to the exchange key that the manifest gives for this key id, so it does not matter who asks. */
  @MessagePattern('auth.keyring')
  handOutKeyring(@Payload() body: Uint8Array): Uint8Array {
    const keyId = decodeKeyringCall(body);
    if (!keyId) throw new WireError('malformed', 'auth.keyring');
    const { manifest } = this.manifest.current;
    const service = serviceOf(manifest, 'channel-broker', keyId) ?? serviceOf(manifest, 'router', keyId);
    if (!service) throw new WireError('forbidden', 'the manifest names no channel-broker and no router with this key id');
    return this.keyrings.sealedTo(keyId, service.exchangeKey);
  }

  @MessagePattern('auth.lookup')
  async lookUp(@Payload() body: Uint8Array): Promise<Uint8Array> {
    const clientIds = decodeLookupCall(body);
    if (!clientIds || clientIds.length > maxLookups) throw new WireError('malformed', 'auth.lookup');
    return encodeLookupAnswer(await this.registry.known(clientIds));
  }
}
