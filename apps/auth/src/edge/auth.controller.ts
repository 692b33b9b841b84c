import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { serviceOf } from '@keyway/session';
import { decodeKeyringCall, WireError } from '@keyway/wire';
import { AdminDesk } from './admin/admin-desk.js';
import { Authorizer } from './authorizer.js';
import { Changes } from './changes.js';
import { Directory } from './directory.js';
import { Keyrings } from './keyrings.js';
import { ManifestFile } from './manifest-file.js';
import { Services } from './services.js';

/** The calls of other services. Bodies: proto/keyway/v1/rpc.proto. */
@Controller()
export class AuthController {
  constructor(
    @Inject(Authorizer) private readonly authorizer: Authorizer,
    @Inject(Keyrings) private readonly keyrings: Keyrings,
    @Inject(ManifestFile) private readonly manifest: ManifestFile,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Services) private readonly services: Services,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(AdminDesk) private readonly desk: AdminDesk,
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
  lookUp(@Payload() body: Uint8Array): Promise<Uint8Array> {
    return this.directory.lookUp(body);
  }

  @MessagePattern('auth.contact')
  addContacts(@Payload() body: Uint8Array): Promise<Uint8Array> {
    return this.directory.addContacts(body);
  }

  @MessagePattern('auth.fleet')
  answerMember(@Payload() body: Uint8Array): Promise<Uint8Array> {
    return this.directory.answer(body);
  }

  @MessagePattern('auth.service')
  judgeService(@Payload() body: Uint8Array): Promise<Uint8Array> {
    return this.services.answer(body);
  }

  @MessagePattern('auth.changes')
  tellChanges(@Payload() body: Uint8Array): Promise<Uint8Array> {
    return this.changes.answer(body);
  }

  @MessagePattern('auth.admin')
  administer(@Payload() body: Uint8Array): Promise<Uint8Array> {
    return this.desk.answer(body);
  }
}
