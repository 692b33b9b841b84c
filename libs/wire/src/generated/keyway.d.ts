import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace keyway. */
export namespace keyway {

    /** Namespace v1. */
    namespace v1 {

        /** Suite enum. */
        enum Suite {

            /** SUITE_UNSPECIFIED value */
            SUITE_UNSPECIFIED = 0,

            /** AES_256_GCM value */
            AES_256_GCM = 1,

            /** CHACHA20_POLY1305 value */
            CHACHA20_POLY1305 = 2,

            /** AES_256_CBC_HMAC_SHA512 value */
            AES_256_CBC_HMAC_SHA512 = 3,

            /** AES_128_CBC_HMAC_SHA256 value */
            AES_128_CBC_HMAC_SHA256 = 4
        }

        /** Group enum. */
        enum Group {

            /** GROUP_UNSPECIFIED value */
            GROUP_UNSPECIFIED = 0,

            /** X25519_MLKEM768 value */
            X25519_MLKEM768 = 1,

            /** X25519 value */
            X25519 = 2
        }

        /**
         * Properties of a ChannelRequest.
         * @deprecated Use keyway.v1.ChannelRequest.$Properties instead.
         */
        interface IChannelRequest extends keyway.v1.ChannelRequest.$Properties {
        }

        /** Represents a ChannelRequest. */
        class ChannelRequest {

            /**
             * Constructs a new ChannelRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ChannelRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChannelRequest version. */
            version: number;

            /** ChannelRequest fleet. */
            fleet: Uint8Array;

            /** ChannelRequest clientId. */
            clientId: Uint8Array;

            /** ChannelRequest suites. */
            suites: keyway.v1.Suite[];

            /** ChannelRequest groups. */
            groups: keyway.v1.Group[];

            /** ChannelRequest salt. */
            salt: Uint8Array;

            /** ChannelRequest timeMs. */
            timeMs: (number|Long);

            /** ChannelRequest x25519. */
            x25519: Uint8Array;

            /** ChannelRequest mlKem_768. */
            mlKem_768: Uint8Array;

            /** ChannelRequest manifestHash. */
            manifestHash: Uint8Array;

            /** ChannelRequest enrolKey. */
            enrolKey: Uint8Array;

            /** ChannelRequest signature. */
            signature: Uint8Array;

            /**
             * Creates a new ChannelRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChannelRequest instance
             */
            static create(properties: keyway.v1.ChannelRequest.$Shape): keyway.v1.ChannelRequest & keyway.v1.ChannelRequest.$Shape;
            static create(properties?: keyway.v1.ChannelRequest.$Properties): keyway.v1.ChannelRequest;

            /**
             * Encodes the specified ChannelRequest message. Does not implicitly {@link keyway.v1.ChannelRequest.verify|verify} messages.
             * @param message ChannelRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ChannelRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChannelRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ChannelRequest & keyway.v1.ChannelRequest.$Shape} ChannelRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ChannelRequest & keyway.v1.ChannelRequest.$Shape;

            /**
             * Verifies a ChannelRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ChannelRequest {

            /** Properties of a ChannelRequest. */
            interface $Properties {

                /** ChannelRequest version */
                version?: (number|null);

                /** ChannelRequest fleet */
                fleet?: (Uint8Array|null);

                /** ChannelRequest clientId */
                clientId?: (Uint8Array|null);

                /** ChannelRequest suites */
                suites?: (keyway.v1.Suite[]|null);

                /** ChannelRequest groups */
                groups?: (keyway.v1.Group[]|null);

                /** ChannelRequest salt */
                salt?: (Uint8Array|null);

                /** ChannelRequest timeMs */
                timeMs?: (number|Long|null);

                /** ChannelRequest x25519 */
                x25519?: (Uint8Array|null);

                /** ChannelRequest mlKem_768 */
                mlKem_768?: (Uint8Array|null);

                /** ChannelRequest manifestHash */
                manifestHash?: (Uint8Array|null);

                /** ChannelRequest enrolKey */
                enrolKey?: (Uint8Array|null);

                /** ChannelRequest signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChannelRequest. */
            type $Shape = keyway.v1.ChannelRequest.$Properties;
        }

        /**
         * Properties of a ChannelGrant.
         * @deprecated Use keyway.v1.ChannelGrant.$Properties instead.
         */
        interface IChannelGrant extends keyway.v1.ChannelGrant.$Properties {
        }

        /** Represents a ChannelGrant. */
        class ChannelGrant {

            /**
             * Constructs a new ChannelGrant.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ChannelGrant.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChannelGrant requestHash. */
            requestHash: Uint8Array;

            /** ChannelGrant keyId. */
            keyId: Uint8Array;

            /** ChannelGrant manifestHash. */
            manifestHash: Uint8Array;

            /** ChannelGrant group. */
            group: keyway.v1.Group;

            /** ChannelGrant x25519. */
            x25519: Uint8Array;

            /** ChannelGrant mlKemCiphertext. */
            mlKemCiphertext: Uint8Array;

            /** ChannelGrant oaepShare. */
            oaepShare: Uint8Array;

            /** ChannelGrant sealed. */
            sealed: Uint8Array;

            /** ChannelGrant signature. */
            signature: Uint8Array;

            /** ChannelGrant manifest. */
            manifest?: (keyway.v1.SignedManifest.$Properties|null);

            /**
             * Creates a new ChannelGrant instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChannelGrant instance
             */
            static create(properties: keyway.v1.ChannelGrant.$Shape): keyway.v1.ChannelGrant & keyway.v1.ChannelGrant.$Shape;
            static create(properties?: keyway.v1.ChannelGrant.$Properties): keyway.v1.ChannelGrant;

            /**
             * Encodes the specified ChannelGrant message. Does not implicitly {@link keyway.v1.ChannelGrant.verify|verify} messages.
             * @param message ChannelGrant message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ChannelGrant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChannelGrant message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ChannelGrant & keyway.v1.ChannelGrant.$Shape} ChannelGrant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ChannelGrant & keyway.v1.ChannelGrant.$Shape;

            /**
             * Verifies a ChannelGrant message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ChannelGrant {

            /** Properties of a ChannelGrant. */
            interface $Properties {

                /** ChannelGrant requestHash */
                requestHash?: (Uint8Array|null);

                /** ChannelGrant keyId */
                keyId?: (Uint8Array|null);

                /** ChannelGrant manifestHash */
                manifestHash?: (Uint8Array|null);

                /** ChannelGrant group */
                group?: (keyway.v1.Group|null);

                /** ChannelGrant x25519 */
                x25519?: (Uint8Array|null);

                /** ChannelGrant mlKemCiphertext */
                mlKemCiphertext?: (Uint8Array|null);

                /** ChannelGrant oaepShare */
                oaepShare?: (Uint8Array|null);

                /** ChannelGrant sealed */
                sealed?: (Uint8Array|null);

                /** ChannelGrant signature */
                signature?: (Uint8Array|null);

                /** ChannelGrant manifest */
                manifest?: (keyway.v1.SignedManifest.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChannelGrant. */
            type $Shape = keyway.v1.ChannelGrant.$Properties;
        }

        /**
         * Properties of a GrantBody.
         * @deprecated Use keyway.v1.GrantBody.$Properties instead.
         */
        interface IGrantBody extends keyway.v1.GrantBody.$Properties {
        }

        /** Represents a GrantBody. */
        class GrantBody {

            /**
             * Constructs a new GrantBody.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.GrantBody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GrantBody channelId. */
            channelId: Uint8Array;

            /** GrantBody ticket. */
            ticket: Uint8Array;

            /** GrantBody suite. */
            suite: keyway.v1.Suite;

            /** GrantBody issuedMs. */
            issuedMs: (number|Long);

            /** GrantBody validUntilMs. */
            validUntilMs: (number|Long);

            /** GrantBody settings. */
            settings?: (keyway.v1.SessionSettings.$Properties|null);

            /** GrantBody routers. */
            routers: Uint8Array[];

            /**
             * Creates a new GrantBody instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GrantBody instance
             */
            static create(properties: keyway.v1.GrantBody.$Shape): keyway.v1.GrantBody & keyway.v1.GrantBody.$Shape;
            static create(properties?: keyway.v1.GrantBody.$Properties): keyway.v1.GrantBody;

            /**
             * Encodes the specified GrantBody message. Does not implicitly {@link keyway.v1.GrantBody.verify|verify} messages.
             * @param message GrantBody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.GrantBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GrantBody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.GrantBody & keyway.v1.GrantBody.$Shape} GrantBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.GrantBody & keyway.v1.GrantBody.$Shape;

            /**
             * Verifies a GrantBody message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GrantBody {

            /** Properties of a GrantBody. */
            interface $Properties {

                /** GrantBody channelId */
                channelId?: (Uint8Array|null);

                /** GrantBody ticket */
                ticket?: (Uint8Array|null);

                /** GrantBody suite */
                suite?: (keyway.v1.Suite|null);

                /** GrantBody issuedMs */
                issuedMs?: (number|Long|null);

                /** GrantBody validUntilMs */
                validUntilMs?: (number|Long|null);

                /** GrantBody settings */
                settings?: (keyway.v1.SessionSettings.$Properties|null);

                /** GrantBody routers */
                routers?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GrantBody. */
            type $Shape = keyway.v1.GrantBody.$Properties;
        }

        /**
         * Properties of a SessionSettings.
         * @deprecated Use keyway.v1.SessionSettings.$Properties instead.
         */
        interface ISessionSettings extends keyway.v1.SessionSettings.$Properties {
        }

        /** Represents a SessionSettings. */
        class SessionSettings {

            /**
             * Constructs a new SessionSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.SessionSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SessionSettings heartbeatMs. */
            heartbeatMs: number;

            /** SessionSettings timeoutMs. */
            timeoutMs: number;

            /** SessionSettings maxBodyBytes. */
            maxBodyBytes: number;

            /** SessionSettings windowMessages. */
            windowMessages: number;

            /** SessionSettings windowBytes. */
            windowBytes: number;

            /** SessionSettings maxStreams. */
            maxStreams: number;

            /**
             * Creates a new SessionSettings instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SessionSettings instance
             */
            static create(properties: keyway.v1.SessionSettings.$Shape): keyway.v1.SessionSettings & keyway.v1.SessionSettings.$Shape;
            static create(properties?: keyway.v1.SessionSettings.$Properties): keyway.v1.SessionSettings;

            /**
             * Encodes the specified SessionSettings message. Does not implicitly {@link keyway.v1.SessionSettings.verify|verify} messages.
             * @param message SessionSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.SessionSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SessionSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.SessionSettings & keyway.v1.SessionSettings.$Shape} SessionSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.SessionSettings & keyway.v1.SessionSettings.$Shape;

            /**
             * Verifies a SessionSettings message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SessionSettings {

            /** Properties of a SessionSettings. */
            interface $Properties {

                /** SessionSettings heartbeatMs */
                heartbeatMs?: (number|null);

                /** SessionSettings timeoutMs */
                timeoutMs?: (number|null);

                /** SessionSettings maxBodyBytes */
                maxBodyBytes?: (number|null);

                /** SessionSettings windowMessages */
                windowMessages?: (number|null);

                /** SessionSettings windowBytes */
                windowBytes?: (number|null);

                /** SessionSettings maxStreams */
                maxStreams?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SessionSettings. */
            type $Shape = keyway.v1.SessionSettings.$Properties;
        }

        /**
         * Properties of a TicketBody.
         * @deprecated Use keyway.v1.TicketBody.$Properties instead.
         */
        interface ITicketBody extends keyway.v1.TicketBody.$Properties {
        }

        /** Represents a TicketBody. */
        class TicketBody {

            /**
             * Constructs a new TicketBody.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.TicketBody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TicketBody channelId. */
            channelId: Uint8Array;

            /** TicketBody clientId. */
            clientId: Uint8Array;

            /** TicketBody channelSecret. */
            channelSecret: Uint8Array;

            /** TicketBody suite. */
            suite: keyway.v1.Suite;

            /** TicketBody issuedMs. */
            issuedMs: (number|Long);

            /** TicketBody validUntilMs. */
            validUntilMs: (number|Long);

            /** TicketBody rights. */
            rights: number;

            /** TicketBody serial. */
            serial: (number|Long);

            /**
             * Creates a new TicketBody instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TicketBody instance
             */
            static create(properties: keyway.v1.TicketBody.$Shape): keyway.v1.TicketBody & keyway.v1.TicketBody.$Shape;
            static create(properties?: keyway.v1.TicketBody.$Properties): keyway.v1.TicketBody;

            /**
             * Encodes the specified TicketBody message. Does not implicitly {@link keyway.v1.TicketBody.verify|verify} messages.
             * @param message TicketBody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.TicketBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TicketBody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.TicketBody & keyway.v1.TicketBody.$Shape} TicketBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.TicketBody & keyway.v1.TicketBody.$Shape;

            /**
             * Verifies a TicketBody message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace TicketBody {

            /** Properties of a TicketBody. */
            interface $Properties {

                /** TicketBody channelId */
                channelId?: (Uint8Array|null);

                /** TicketBody clientId */
                clientId?: (Uint8Array|null);

                /** TicketBody channelSecret */
                channelSecret?: (Uint8Array|null);

                /** TicketBody suite */
                suite?: (keyway.v1.Suite|null);

                /** TicketBody issuedMs */
                issuedMs?: (number|Long|null);

                /** TicketBody validUntilMs */
                validUntilMs?: (number|Long|null);

                /** TicketBody rights */
                rights?: (number|null);

                /** TicketBody serial */
                serial?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TicketBody. */
            type $Shape = keyway.v1.TicketBody.$Properties;
        }

        /**
         * Properties of a ManifestRequest.
         * @deprecated Use keyway.v1.ManifestRequest.$Properties instead.
         */
        interface IManifestRequest extends keyway.v1.ManifestRequest.$Properties {
        }

        /** Represents a ManifestRequest. */
        class ManifestRequest {

            /**
             * Constructs a new ManifestRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ManifestRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManifestRequest fleet. */
            fleet: Uint8Array;

            /**
             * Creates a new ManifestRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ManifestRequest instance
             */
            static create(properties: keyway.v1.ManifestRequest.$Shape): keyway.v1.ManifestRequest & keyway.v1.ManifestRequest.$Shape;
            static create(properties?: keyway.v1.ManifestRequest.$Properties): keyway.v1.ManifestRequest;

            /**
             * Encodes the specified ManifestRequest message. Does not implicitly {@link keyway.v1.ManifestRequest.verify|verify} messages.
             * @param message ManifestRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ManifestRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManifestRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ManifestRequest & keyway.v1.ManifestRequest.$Shape} ManifestRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ManifestRequest & keyway.v1.ManifestRequest.$Shape;

            /**
             * Verifies a ManifestRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ManifestRequest {

            /** Properties of a ManifestRequest. */
            interface $Properties {

                /** ManifestRequest fleet */
                fleet?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManifestRequest. */
            type $Shape = keyway.v1.ManifestRequest.$Properties;
        }

        /**
         * Properties of a SignedManifest.
         * @deprecated Use keyway.v1.SignedManifest.$Properties instead.
         */
        interface ISignedManifest extends keyway.v1.SignedManifest.$Properties {
        }

        /** Represents a SignedManifest. */
        class SignedManifest {

            /**
             * Constructs a new SignedManifest.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.SignedManifest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedManifest manifest. */
            manifest: Uint8Array;

            /** SignedManifest rootKey. */
            rootKey: Uint8Array;

            /** SignedManifest signature. */
            signature: Uint8Array;

            /**
             * Creates a new SignedManifest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignedManifest instance
             */
            static create(properties: keyway.v1.SignedManifest.$Shape): keyway.v1.SignedManifest & keyway.v1.SignedManifest.$Shape;
            static create(properties?: keyway.v1.SignedManifest.$Properties): keyway.v1.SignedManifest;

            /**
             * Encodes the specified SignedManifest message. Does not implicitly {@link keyway.v1.SignedManifest.verify|verify} messages.
             * @param message SignedManifest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.SignedManifest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedManifest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.SignedManifest & keyway.v1.SignedManifest.$Shape} SignedManifest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.SignedManifest & keyway.v1.SignedManifest.$Shape;

            /**
             * Verifies a SignedManifest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SignedManifest {

            /** Properties of a SignedManifest. */
            interface $Properties {

                /** SignedManifest manifest */
                manifest?: (Uint8Array|null);

                /** SignedManifest rootKey */
                rootKey?: (Uint8Array|null);

                /** SignedManifest signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedManifest. */
            type $Shape = keyway.v1.SignedManifest.$Properties;
        }

        /**
         * Properties of a Manifest.
         * @deprecated Use keyway.v1.Manifest.$Properties instead.
         */
        interface IManifest extends keyway.v1.Manifest.$Properties {
        }

        /** Represents a Manifest. */
        class Manifest {

            /**
             * Constructs a new Manifest.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Manifest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Manifest fleet. */
            fleet: Uint8Array;

            /** Manifest version. */
            version: (number|Long);

            /** Manifest notBeforeMs. */
            notBeforeMs: (number|Long);

            /** Manifest expiresMs. */
            expiresMs: (number|Long);

            /** Manifest services. */
            services: keyway.v1.Service.$Properties[];

            /** Manifest suites. */
            suites: number[];

            /** Manifest groups. */
            groups: number[];

            /**
             * Creates a new Manifest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Manifest instance
             */
            static create(properties: keyway.v1.Manifest.$Shape): keyway.v1.Manifest & keyway.v1.Manifest.$Shape;
            static create(properties?: keyway.v1.Manifest.$Properties): keyway.v1.Manifest;

            /**
             * Encodes the specified Manifest message. Does not implicitly {@link keyway.v1.Manifest.verify|verify} messages.
             * @param message Manifest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Manifest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Manifest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Manifest & keyway.v1.Manifest.$Shape} Manifest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Manifest & keyway.v1.Manifest.$Shape;

            /**
             * Verifies a Manifest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Manifest {

            /** Properties of a Manifest. */
            interface $Properties {

                /** Manifest fleet */
                fleet?: (Uint8Array|null);

                /** Manifest version */
                version?: (number|Long|null);

                /** Manifest notBeforeMs */
                notBeforeMs?: (number|Long|null);

                /** Manifest expiresMs */
                expiresMs?: (number|Long|null);

                /** Manifest services */
                services?: (keyway.v1.Service.$Properties[]|null);

                /** Manifest suites */
                suites?: (number[]|null);

                /** Manifest groups */
                groups?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Manifest. */
            type $Shape = keyway.v1.Manifest.$Properties;
        }

        /** Role enum. */
        enum Role {

            /** ROLE_UNSPECIFIED value */
            ROLE_UNSPECIFIED = 0,

            /** AUTH value */
            AUTH = 1,

            /** CHANNEL_BROKER value */
            CHANNEL_BROKER = 2,

            /** ROUTER value */
            ROUTER = 3
        }

        /**
         * Properties of a Service.
         * @deprecated Use keyway.v1.Service.$Properties instead.
         */
        interface IService extends keyway.v1.Service.$Properties {
        }

        /** Represents a Service. */
        class Service {

            /**
             * Constructs a new Service.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Service.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Service role. */
            role: keyway.v1.Role;

            /** Service keyId. */
            keyId: Uint8Array;

            /** Service signingKey. */
            signingKey: Uint8Array;

            /** Service exchangeKey. */
            exchangeKey: Uint8Array;

            /** Service endpoints. */
            endpoints: string[];

            /**
             * Creates a new Service instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Service instance
             */
            static create(properties: keyway.v1.Service.$Shape): keyway.v1.Service & keyway.v1.Service.$Shape;
            static create(properties?: keyway.v1.Service.$Properties): keyway.v1.Service;

            /**
             * Encodes the specified Service message. Does not implicitly {@link keyway.v1.Service.verify|verify} messages.
             * @param message Service message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Service.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Service message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Service & keyway.v1.Service.$Shape} Service
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Service & keyway.v1.Service.$Shape;

            /**
             * Verifies a Service message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Service {

            /** Properties of a Service. */
            interface $Properties {

                /** Service role */
                role?: (keyway.v1.Role|null);

                /** Service keyId */
                keyId?: (Uint8Array|null);

                /** Service signingKey */
                signingKey?: (Uint8Array|null);

                /** Service exchangeKey */
                exchangeKey?: (Uint8Array|null);

                /** Service endpoints */
                endpoints?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Service. */
            type $Shape = keyway.v1.Service.$Properties;
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use keyway.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends keyway.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope channelRequest. */
            channelRequest?: (keyway.v1.ChannelRequest.$Properties|null);

            /** Envelope channelGrant. */
            channelGrant?: (keyway.v1.ChannelGrant.$Properties|null);

            /** Envelope refusal. */
            refusal?: (keyway.v1.Refusal.$Properties|null);

            /** Envelope manifestRequest. */
            manifestRequest?: (keyway.v1.ManifestRequest.$Properties|null);

            /** Envelope manifest. */
            manifest?: (keyway.v1.SignedManifest.$Properties|null);

            /** Envelope attach. */
            attach?: (keyway.v1.Attach.$Properties|null);

            /** Envelope attached. */
            attached?: (keyway.v1.Attached.$Properties|null);

            /** Envelope record. */
            record?: (keyway.v1.Record.$Properties|null);

            /** Envelope body. */
            body?: ("channelRequest"|"channelGrant"|"refusal"|"manifestRequest"|"manifest"|"attach"|"attached"|"record");

            /**
             * Creates a new Envelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Envelope instance
             */
            static create(properties: keyway.v1.Envelope.$Shape): keyway.v1.Envelope & keyway.v1.Envelope.$Shape;
            static create(properties?: keyway.v1.Envelope.$Properties): keyway.v1.Envelope;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link keyway.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Envelope & keyway.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Envelope & keyway.v1.Envelope.$Shape;

            /**
             * Verifies an Envelope message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope channelRequest */
                channelRequest?: (keyway.v1.ChannelRequest.$Properties|null);

                /** Envelope channelGrant */
                channelGrant?: (keyway.v1.ChannelGrant.$Properties|null);

                /** Envelope refusal */
                refusal?: (keyway.v1.Refusal.$Properties|null);

                /** Envelope manifestRequest */
                manifestRequest?: (keyway.v1.ManifestRequest.$Properties|null);

                /** Envelope manifest */
                manifest?: (keyway.v1.SignedManifest.$Properties|null);

                /** Envelope attach */
                attach?: (keyway.v1.Attach.$Properties|null);

                /** Envelope attached */
                attached?: (keyway.v1.Attached.$Properties|null);

                /** Envelope record */
                record?: (keyway.v1.Record.$Properties|null);

                /** Envelope body */
                body?: ("channelRequest"|"channelGrant"|"refusal"|"manifestRequest"|"manifest"|"attach"|"attached"|"record");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Envelope. */
            type $Shape = {
              channelRequest?: keyway.v1.ChannelRequest.$Shape|null;
              channelGrant?: keyway.v1.ChannelGrant.$Shape|null;
              refusal?: keyway.v1.Refusal.$Shape|null;
              manifestRequest?: keyway.v1.ManifestRequest.$Shape|null;
              manifest?: keyway.v1.SignedManifest.$Shape|null;
              attach?: keyway.v1.Attach.$Shape|null;
              attached?: keyway.v1.Attached.$Shape|null;
              record?: keyway.v1.Record.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "channelRequest"; channelRequest: keyway.v1.ChannelRequest.$Shape; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "channelGrant"; channelRequest?: null; channelGrant: keyway.v1.ChannelGrant.$Shape; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "refusal"; channelRequest?: null; channelGrant?: null; refusal: keyway.v1.Refusal.$Shape; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "manifestRequest"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest: keyway.v1.ManifestRequest.$Shape; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "manifest"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest: keyway.v1.SignedManifest.$Shape; attach?: null; attached?: null; record?: null }|{ body?: "attach"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach: keyway.v1.Attach.$Shape; attached?: null; record?: null }|{ body?: "attached"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached: keyway.v1.Attached.$Shape; record?: null }|{ body?: "record"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record: keyway.v1.Record.$Shape })
            );
        }

        /**
         * Properties of a Refusal.
         * @deprecated Use keyway.v1.Refusal.$Properties instead.
         */
        interface IRefusal extends keyway.v1.Refusal.$Properties {
        }

        /** Represents a Refusal. */
        class Refusal {

            /**
             * Constructs a new Refusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Refusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refusal code. */
            code: number;

            /** Refusal requestHash. */
            requestHash: Uint8Array;

            /** Refusal timeMs. */
            timeMs: (number|Long);

            /** Refusal retryAfterMs. */
            retryAfterMs: number;

            /**
             * Creates a new Refusal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Refusal instance
             */
            static create(properties: keyway.v1.Refusal.$Shape): keyway.v1.Refusal & keyway.v1.Refusal.$Shape;
            static create(properties?: keyway.v1.Refusal.$Properties): keyway.v1.Refusal;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link keyway.v1.Refusal.verify|verify} messages.
             * @param message Refusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Refusal & keyway.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Refusal & keyway.v1.Refusal.$Shape;

            /**
             * Verifies a Refusal message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Refusal {

            /** Properties of a Refusal. */
            interface $Properties {

                /** Refusal code */
                code?: (number|null);

                /** Refusal requestHash */
                requestHash?: (Uint8Array|null);

                /** Refusal timeMs */
                timeMs?: (number|Long|null);

                /** Refusal retryAfterMs */
                retryAfterMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refusal. */
            type $Shape = keyway.v1.Refusal.$Properties;
        }

        /**
         * Properties of an Attach.
         * @deprecated Use keyway.v1.Attach.$Properties instead.
         */
        interface IAttach extends keyway.v1.Attach.$Properties {
        }

        /** Represents an Attach. */
        class Attach {

            /**
             * Constructs a new Attach.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Attach.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Attach router. */
            router: Uint8Array;

            /** Attach ticket. */
            ticket: Uint8Array;

            /** Attach salt. */
            salt: Uint8Array;

            /** Attach x25519. */
            x25519: Uint8Array;

            /** Attach mac. */
            mac: Uint8Array;

            /** Attach proof. */
            proof: Uint8Array;

            /**
             * Creates a new Attach instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Attach instance
             */
            static create(properties: keyway.v1.Attach.$Shape): keyway.v1.Attach & keyway.v1.Attach.$Shape;
            static create(properties?: keyway.v1.Attach.$Properties): keyway.v1.Attach;

            /**
             * Encodes the specified Attach message. Does not implicitly {@link keyway.v1.Attach.verify|verify} messages.
             * @param message Attach message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Attach.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Attach message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Attach & keyway.v1.Attach.$Shape} Attach
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Attach & keyway.v1.Attach.$Shape;

            /**
             * Verifies an Attach message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Attach {

            /** Properties of an Attach. */
            interface $Properties {

                /** Attach router */
                router?: (Uint8Array|null);

                /** Attach ticket */
                ticket?: (Uint8Array|null);

                /** Attach salt */
                salt?: (Uint8Array|null);

                /** Attach x25519 */
                x25519?: (Uint8Array|null);

                /** Attach mac */
                mac?: (Uint8Array|null);

                /** Attach proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Attach. */
            type $Shape = keyway.v1.Attach.$Properties;
        }

        /**
         * Properties of an Attached.
         * @deprecated Use keyway.v1.Attached.$Properties instead.
         */
        interface IAttached extends keyway.v1.Attached.$Properties {
        }

        /** Represents an Attached. */
        class Attached {

            /**
             * Constructs a new Attached.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Attached.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Attached x25519. */
            x25519: Uint8Array;

            /** Attached confirm. */
            confirm: Uint8Array;

            /**
             * Creates a new Attached instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Attached instance
             */
            static create(properties: keyway.v1.Attached.$Shape): keyway.v1.Attached & keyway.v1.Attached.$Shape;
            static create(properties?: keyway.v1.Attached.$Properties): keyway.v1.Attached;

            /**
             * Encodes the specified Attached message. Does not implicitly {@link keyway.v1.Attached.verify|verify} messages.
             * @param message Attached message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Attached.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Attached message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Attached & keyway.v1.Attached.$Shape} Attached
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Attached & keyway.v1.Attached.$Shape;

            /**
             * Verifies an Attached message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Attached {

            /** Properties of an Attached. */
            interface $Properties {

                /** Attached x25519 */
                x25519?: (Uint8Array|null);

                /** Attached confirm */
                confirm?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Attached. */
            type $Shape = keyway.v1.Attached.$Properties;
        }

        /**
         * Properties of a Record.
         * @deprecated Use keyway.v1.Record.$Properties instead.
         */
        interface IRecord extends keyway.v1.Record.$Properties {
        }

        /** Represents a Record. */
        class Record {

            /**
             * Constructs a new Record.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Record.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Record seq. */
            seq: (number|Long);

            /** Record sealed. */
            sealed: Uint8Array;

            /**
             * Creates a new Record instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Record instance
             */
            static create(properties: keyway.v1.Record.$Shape): keyway.v1.Record & keyway.v1.Record.$Shape;
            static create(properties?: keyway.v1.Record.$Properties): keyway.v1.Record;

            /**
             * Encodes the specified Record message. Does not implicitly {@link keyway.v1.Record.verify|verify} messages.
             * @param message Record message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Record.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Record message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Record & keyway.v1.Record.$Shape} Record
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Record & keyway.v1.Record.$Shape;

            /**
             * Verifies a Record message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Record {

            /** Properties of a Record. */
            interface $Properties {

                /** Record seq */
                seq?: (number|Long|null);

                /** Record sealed */
                sealed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Record. */
            type $Shape = keyway.v1.Record.$Properties;
        }

        /**
         * Properties of a Frames.
         * @deprecated Use keyway.v1.Frames.$Properties instead.
         */
        interface IFrames extends keyway.v1.Frames.$Properties {
        }

        /** Represents a Frames. */
        class Frames {

            /**
             * Constructs a new Frames.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Frames.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frames open. */
            open: keyway.v1.Open.$Properties[];

            /** Frames run. */
            run: keyway.v1.Run.$Properties[];

            /** Frames refused. */
            refused: keyway.v1.Refused.$Properties[];

            /** Frames accepted. */
            accepted: keyway.v1.Accepted.$Properties[];

            /** Frames goOn. */
            goOn: keyway.v1.GoOn.$Properties[];

            /** Frames stored. */
            stored: keyway.v1.Stored.$Properties[];

            /** Frames credit. */
            credit: keyway.v1.Credit.$Properties[];

            /** Frames config. */
            config: keyway.v1.Config.$Properties[];

            /** Frames heartbeat. */
            heartbeat: keyway.v1.Heartbeat.$Properties[];

            /** Frames rekey. */
            rekey: keyway.v1.Rekey.$Properties[];

            /** Frames stop. */
            stop: keyway.v1.Stop.$Properties[];

            /**
             * Creates a new Frames instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Frames instance
             */
            static create(properties: keyway.v1.Frames.$Shape): keyway.v1.Frames & keyway.v1.Frames.$Shape;
            static create(properties?: keyway.v1.Frames.$Properties): keyway.v1.Frames;

            /**
             * Encodes the specified Frames message. Does not implicitly {@link keyway.v1.Frames.verify|verify} messages.
             * @param message Frames message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Frames.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frames message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Frames & keyway.v1.Frames.$Shape} Frames
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Frames & keyway.v1.Frames.$Shape;

            /**
             * Verifies a Frames message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Frames {

            /** Properties of a Frames. */
            interface $Properties {

                /** Frames open */
                open?: (keyway.v1.Open.$Properties[]|null);

                /** Frames run */
                run?: (keyway.v1.Run.$Properties[]|null);

                /** Frames refused */
                refused?: (keyway.v1.Refused.$Properties[]|null);

                /** Frames accepted */
                accepted?: (keyway.v1.Accepted.$Properties[]|null);

                /** Frames goOn */
                goOn?: (keyway.v1.GoOn.$Properties[]|null);

                /** Frames stored */
                stored?: (keyway.v1.Stored.$Properties[]|null);

                /** Frames credit */
                credit?: (keyway.v1.Credit.$Properties[]|null);

                /** Frames config */
                config?: (keyway.v1.Config.$Properties[]|null);

                /** Frames heartbeat */
                heartbeat?: (keyway.v1.Heartbeat.$Properties[]|null);

                /** Frames rekey */
                rekey?: (keyway.v1.Rekey.$Properties[]|null);

                /** Frames stop */
                stop?: (keyway.v1.Stop.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Frames. */
            type $Shape = keyway.v1.Frames.$Properties;
        }

        /** DeliveryClass enum. */
        enum DeliveryClass {

            /** DURABLE value */
            DURABLE = 0,

            /** LIVE value */
            LIVE = 1
        }

        /**
         * Properties of an Open.
         * @deprecated Use keyway.v1.Open.$Properties instead.
         */
        interface IOpen extends keyway.v1.Open.$Properties {
        }

        /** Represents an Open. */
        class Open {

            /**
             * Constructs a new Open.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Open.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Open handle. */
            handle: number;

            /** Open peer. */
            peer: Uint8Array;

            /** Open stream. */
            stream: Uint8Array;

            /** Open class. */
            class: keyway.v1.DeliveryClass;

            /**
             * Creates a new Open instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Open instance
             */
            static create(properties: keyway.v1.Open.$Shape): keyway.v1.Open & keyway.v1.Open.$Shape;
            static create(properties?: keyway.v1.Open.$Properties): keyway.v1.Open;

            /**
             * Encodes the specified Open message. Does not implicitly {@link keyway.v1.Open.verify|verify} messages.
             * @param message Open message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Open.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Open message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Open & keyway.v1.Open.$Shape} Open
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Open & keyway.v1.Open.$Shape;

            /**
             * Verifies an Open message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Open {

            /** Properties of an Open. */
            interface $Properties {

                /** Open handle */
                handle?: (number|null);

                /** Open peer */
                peer?: (Uint8Array|null);

                /** Open stream */
                stream?: (Uint8Array|null);

                /** Open class */
                "class"?: (keyway.v1.DeliveryClass|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Open. */
            type $Shape = keyway.v1.Open.$Properties;
        }

        /**
         * Properties of a Run.
         * @deprecated Use keyway.v1.Run.$Properties instead.
         */
        interface IRun extends keyway.v1.Run.$Properties {
        }

        /** Represents a Run. */
        class Run {

            /**
             * Constructs a new Run.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Run.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Run handle. */
            handle: number;

            /** Run firstSeq. */
            firstSeq: (number|Long);

            /** Run createdMs. */
            createdMs: (number|Long);

            /** Run storedMs. */
            storedMs: (number|Long);

            /** Run lifetimeS. */
            lifetimeS: number;

            /** Run skipped. */
            skipped: number;

            /** Run body. */
            body: Uint8Array[];

            /**
             * Creates a new Run instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Run instance
             */
            static create(properties: keyway.v1.Run.$Shape): keyway.v1.Run & keyway.v1.Run.$Shape;
            static create(properties?: keyway.v1.Run.$Properties): keyway.v1.Run;

            /**
             * Encodes the specified Run message. Does not implicitly {@link keyway.v1.Run.verify|verify} messages.
             * @param message Run message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Run.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Run message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Run & keyway.v1.Run.$Shape} Run
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Run & keyway.v1.Run.$Shape;

            /**
             * Verifies a Run message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Run {

            /** Properties of a Run. */
            interface $Properties {

                /** Run handle */
                handle?: (number|null);

                /** Run firstSeq */
                firstSeq?: (number|Long|null);

                /** Run createdMs */
                createdMs?: (number|Long|null);

                /** Run storedMs */
                storedMs?: (number|Long|null);

                /** Run lifetimeS */
                lifetimeS?: (number|null);

                /** Run skipped */
                skipped?: (number|null);

                /** Run body */
                body?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Run. */
            type $Shape = keyway.v1.Run.$Properties;
        }

        /**
         * Properties of a Refused.
         * @deprecated Use keyway.v1.Refused.$Properties instead.
         */
        interface IRefused extends keyway.v1.Refused.$Properties {
        }

        /** Represents a Refused. */
        class Refused {

            /**
             * Constructs a new Refused.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Refused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refused handle. */
            handle: number;

            /** Refused first. */
            first: (number|Long);

            /** Refused last. */
            last: (number|Long);

            /** Refused code. */
            code: number;

            /**
             * Creates a new Refused instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Refused instance
             */
            static create(properties: keyway.v1.Refused.$Shape): keyway.v1.Refused & keyway.v1.Refused.$Shape;
            static create(properties?: keyway.v1.Refused.$Properties): keyway.v1.Refused;

            /**
             * Encodes the specified Refused message. Does not implicitly {@link keyway.v1.Refused.verify|verify} messages.
             * @param message Refused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Refused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Refused & keyway.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Refused & keyway.v1.Refused.$Shape;

            /**
             * Verifies a Refused message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Refused {

            /** Properties of a Refused. */
            interface $Properties {

                /** Refused handle */
                handle?: (number|null);

                /** Refused first */
                first?: (number|Long|null);

                /** Refused last */
                last?: (number|Long|null);

                /** Refused code */
                code?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refused. */
            type $Shape = keyway.v1.Refused.$Properties;
        }

        /**
         * Properties of an Accepted.
         * @deprecated Use keyway.v1.Accepted.$Properties instead.
         */
        interface IAccepted extends keyway.v1.Accepted.$Properties {
        }

        /** Represents an Accepted. */
        class Accepted {

            /**
             * Constructs a new Accepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Accepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Accepted handle. */
            handle: number;

            /** Accepted upTo. */
            upTo: (number|Long);

            /**
             * Creates a new Accepted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Accepted instance
             */
            static create(properties: keyway.v1.Accepted.$Shape): keyway.v1.Accepted & keyway.v1.Accepted.$Shape;
            static create(properties?: keyway.v1.Accepted.$Properties): keyway.v1.Accepted;

            /**
             * Encodes the specified Accepted message. Does not implicitly {@link keyway.v1.Accepted.verify|verify} messages.
             * @param message Accepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Accepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Accepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Accepted & keyway.v1.Accepted.$Shape} Accepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Accepted & keyway.v1.Accepted.$Shape;

            /**
             * Verifies an Accepted message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Accepted {

            /** Properties of an Accepted. */
            interface $Properties {

                /** Accepted handle */
                handle?: (number|null);

                /** Accepted upTo */
                upTo?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Accepted. */
            type $Shape = keyway.v1.Accepted.$Properties;
        }

        /**
         * Properties of a GoOn.
         * @deprecated Use keyway.v1.GoOn.$Properties instead.
         */
        interface IGoOn extends keyway.v1.GoOn.$Properties {
        }

        /** Represents a GoOn. */
        class GoOn {

            /**
             * Constructs a new GoOn.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.GoOn.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GoOn handle. */
            handle: number;

            /**
             * Creates a new GoOn instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GoOn instance
             */
            static create(properties: keyway.v1.GoOn.$Shape): keyway.v1.GoOn & keyway.v1.GoOn.$Shape;
            static create(properties?: keyway.v1.GoOn.$Properties): keyway.v1.GoOn;

            /**
             * Encodes the specified GoOn message. Does not implicitly {@link keyway.v1.GoOn.verify|verify} messages.
             * @param message GoOn message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.GoOn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GoOn message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.GoOn & keyway.v1.GoOn.$Shape} GoOn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.GoOn & keyway.v1.GoOn.$Shape;

            /**
             * Verifies a GoOn message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GoOn {

            /** Properties of a GoOn. */
            interface $Properties {

                /** GoOn handle */
                handle?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GoOn. */
            type $Shape = keyway.v1.GoOn.$Properties;
        }

        /**
         * Properties of a Stored.
         * @deprecated Use keyway.v1.Stored.$Properties instead.
         */
        interface IStored extends keyway.v1.Stored.$Properties {
        }

        /** Represents a Stored. */
        class Stored {

            /**
             * Constructs a new Stored.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Stored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Stored handle. */
            handle: number;

            /** Stored upTo. */
            upTo: (number|Long);

            /**
             * Creates a new Stored instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Stored instance
             */
            static create(properties: keyway.v1.Stored.$Shape): keyway.v1.Stored & keyway.v1.Stored.$Shape;
            static create(properties?: keyway.v1.Stored.$Properties): keyway.v1.Stored;

            /**
             * Encodes the specified Stored message. Does not implicitly {@link keyway.v1.Stored.verify|verify} messages.
             * @param message Stored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Stored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Stored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Stored & keyway.v1.Stored.$Shape} Stored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Stored & keyway.v1.Stored.$Shape;

            /**
             * Verifies a Stored message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Stored {

            /** Properties of a Stored. */
            interface $Properties {

                /** Stored handle */
                handle?: (number|null);

                /** Stored upTo */
                upTo?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Stored. */
            type $Shape = keyway.v1.Stored.$Properties;
        }

        /**
         * Properties of a Credit.
         * @deprecated Use keyway.v1.Credit.$Properties instead.
         */
        interface ICredit extends keyway.v1.Credit.$Properties {
        }

        /** Represents a Credit. */
        class Credit {

            /**
             * Constructs a new Credit.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Credit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Credit messages. */
            messages: (number|Long);

            /** Credit bytes. */
            bytes: (number|Long);

            /**
             * Creates a new Credit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Credit instance
             */
            static create(properties: keyway.v1.Credit.$Shape): keyway.v1.Credit & keyway.v1.Credit.$Shape;
            static create(properties?: keyway.v1.Credit.$Properties): keyway.v1.Credit;

            /**
             * Encodes the specified Credit message. Does not implicitly {@link keyway.v1.Credit.verify|verify} messages.
             * @param message Credit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Credit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Credit & keyway.v1.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Credit & keyway.v1.Credit.$Shape;

            /**
             * Verifies a Credit message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Credit {

            /** Properties of a Credit. */
            interface $Properties {

                /** Credit messages */
                messages?: (number|Long|null);

                /** Credit bytes */
                bytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Credit. */
            type $Shape = keyway.v1.Credit.$Properties;
        }

        /**
         * Properties of a Config.
         * @deprecated Use keyway.v1.Config.$Properties instead.
         */
        interface IConfig extends keyway.v1.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config timeMs. */
            timeMs: (number|Long);

            /** Config settings. */
            settings?: (keyway.v1.SessionSettings.$Properties|null);

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: keyway.v1.Config.$Shape): keyway.v1.Config & keyway.v1.Config.$Shape;
            static create(properties?: keyway.v1.Config.$Properties): keyway.v1.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link keyway.v1.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Config & keyway.v1.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Config & keyway.v1.Config.$Shape;

            /**
             * Verifies a Config message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config timeMs */
                timeMs?: (number|Long|null);

                /** Config settings */
                settings?: (keyway.v1.SessionSettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = keyway.v1.Config.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use keyway.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends keyway.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat timeMs. */
            timeMs: (number|Long);

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Heartbeat instance
             */
            static create(properties: keyway.v1.Heartbeat.$Shape): keyway.v1.Heartbeat & keyway.v1.Heartbeat.$Shape;
            static create(properties?: keyway.v1.Heartbeat.$Properties): keyway.v1.Heartbeat;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link keyway.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Heartbeat & keyway.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Heartbeat & keyway.v1.Heartbeat.$Shape;

            /**
             * Verifies a Heartbeat message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat timeMs */
                timeMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = keyway.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a Rekey.
         * @deprecated Use keyway.v1.Rekey.$Properties instead.
         */
        interface IRekey extends keyway.v1.Rekey.$Properties {
        }

        /** Represents a Rekey. */
        class Rekey {

            /**
             * Constructs a new Rekey.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Rekey.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Rekey instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Rekey instance
             */
            static create(properties: keyway.v1.Rekey.$Shape): keyway.v1.Rekey & keyway.v1.Rekey.$Shape;
            static create(properties?: keyway.v1.Rekey.$Properties): keyway.v1.Rekey;

            /**
             * Encodes the specified Rekey message. Does not implicitly {@link keyway.v1.Rekey.verify|verify} messages.
             * @param message Rekey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Rekey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Rekey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Rekey & keyway.v1.Rekey.$Shape} Rekey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Rekey & keyway.v1.Rekey.$Shape;

            /**
             * Verifies a Rekey message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Rekey {

            /** Properties of a Rekey. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Rekey. */
            type $Shape = keyway.v1.Rekey.$Properties;
        }

        /**
         * Properties of a Stop.
         * @deprecated Use keyway.v1.Stop.$Properties instead.
         */
        interface IStop extends keyway.v1.Stop.$Properties {
        }

        /** Represents a Stop. */
        class Stop {

            /**
             * Constructs a new Stop.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Stop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Stop code. */
            code: number;

            /** Stop timeMs. */
            timeMs: (number|Long);

            /** Stop retryAfterMs. */
            retryAfterMs: number;

            /**
             * Creates a new Stop instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Stop instance
             */
            static create(properties: keyway.v1.Stop.$Shape): keyway.v1.Stop & keyway.v1.Stop.$Shape;
            static create(properties?: keyway.v1.Stop.$Properties): keyway.v1.Stop;

            /**
             * Encodes the specified Stop message. Does not implicitly {@link keyway.v1.Stop.verify|verify} messages.
             * @param message Stop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Stop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Stop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Stop & keyway.v1.Stop.$Shape} Stop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Stop & keyway.v1.Stop.$Shape;

            /**
             * Verifies a Stop message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Stop {

            /** Properties of a Stop. */
            interface $Properties {

                /** Stop code */
                code?: (number|null);

                /** Stop timeMs */
                timeMs?: (number|Long|null);

                /** Stop retryAfterMs */
                retryAfterMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Stop. */
            type $Shape = keyway.v1.Stop.$Properties;
        }

        /** ErrorCode enum. */
        enum ErrorCode {

            /** OK value */
            OK = 0,

            /** MALFORMED value */
            MALFORMED = 1001,

            /** TOO_LARGE value */
            TOO_LARGE = 1002,

            /** VERSION_UNSUPPORTED value */
            VERSION_UNSUPPORTED = 1003,

            /** SUITE_UNSUPPORTED value */
            SUITE_UNSUPPORTED = 1004,

            /** FRAME_FORBIDDEN value */
            FRAME_FORBIDDEN = 1005,

            /** UNAUTHORISED value */
            UNAUTHORISED = 2001,

            /** FORBIDDEN value */
            FORBIDDEN = 2002,

            /** REQUEST_STALE value */
            REQUEST_STALE = 2003,

            /** FLEET_KEY_MISMATCH value */
            FLEET_KEY_MISMATCH = 2004,

            /** BAD_MANIFEST value */
            BAD_MANIFEST = 2005,

            /** BAD_GRANT value */
            BAD_GRANT = 2006,

            /** BAD_TRANSCRIPT value */
            BAD_TRANSCRIPT = 2007,

            /** ROUTER_UNPROVEN value */
            ROUTER_UNPROVEN = 2008,

            /** FLEET_WRONG value */
            FLEET_WRONG = 2009,

            /** CHANNEL_EXPIRED value */
            CHANNEL_EXPIRED = 3001,

            /** SESSION_IDLE value */
            SESSION_IDLE = 3002,

            /** SESSION_REPLACED value */
            SESSION_REPLACED = 3003,

            /** SESSION_GAP value */
            SESSION_GAP = 3004,

            /** SESSION_DRAINING value */
            SESSION_DRAINING = 3005,

            /** SESSION_CLOSED value */
            SESSION_CLOSED = 3006,

            /** KEY_SPENT value */
            KEY_SPENT = 3007,

            /** PEER_UNREACHABLE value */
            PEER_UNREACHABLE = 4001,

            /** BACKPRESSURE value */
            BACKPRESSURE = 4002,

            /** RECIPIENT_UNKNOWN value */
            RECIPIENT_UNKNOWN = 4003,

            /** RECIPIENT_OFFLINE value */
            RECIPIENT_OFFLINE = 4004,

            /** MAILBOX_FULL value */
            MAILBOX_FULL = 4005,

            /** MESSAGE_EXPIRED value */
            MESSAGE_EXPIRED = 4006,

            /** STREAM_GAP value */
            STREAM_GAP = 4007,

            /** STREAM_LIMIT value */
            STREAM_LIMIT = 4008,

            /** STORE_FULL value */
            STORE_FULL = 4009,

            /** STORE_FAILED value */
            STORE_FAILED = 4010,

            /** KEY_DAMAGED value */
            KEY_DAMAGED = 5001,

            /** KEY_EXPOSED value */
            KEY_EXPOSED = 5002,

            /** KEY_MISSING value */
            KEY_MISSING = 5003,

            /** KEY_UNSUPPORTED value */
            KEY_UNSUPPORTED = 5004,

            /** WEAK_KEY value */
            WEAK_KEY = 5005,

            /** WRONG_PASSPHRASE value */
            WRONG_PASSPHRASE = 5006,

            /** PASSPHRASE_REQUIRED value */
            PASSPHRASE_REQUIRED = 5007,

            /** FLEET_UNPINNED value */
            FLEET_UNPINNED = 5008,

            /** ADDRESS_INVALID value */
            ADDRESS_INVALID = 5009,

            /** PROFILE_INVALID value */
            PROFILE_INVALID = 5010,

            /** STATE_DAMAGED value */
            STATE_DAMAGED = 5011,

            /** STATE_LOCKED value */
            STATE_LOCKED = 5012,

            /** PORT_TAKEN value */
            PORT_TAKEN = 5013,

            /** CONFIG_INVALID value */
            CONFIG_INVALID = 5014,

            /** TIMED_OUT value */
            TIMED_OUT = 5015,

            /** ABORTED value */
            ABORTED = 5016,

            /** FILE_UNREADABLE value */
            FILE_UNREADABLE = 5017,

            /** SERVICE_FAILED value */
            SERVICE_FAILED = 5018,

            /** INTERNAL value */
            INTERNAL = 9001,

            /** UNAVAILABLE value */
            UNAVAILABLE = 9002
        }

        /**
         * Properties of a Payload.
         * @deprecated Use keyway.v1.Payload.$Properties instead.
         */
        interface IPayload extends keyway.v1.Payload.$Properties {
        }

        /** Represents a Payload. */
        class Payload {

            /**
             * Constructs a new Payload.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Payload.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Payload contentType. */
            contentType: string;

            /** Payload data. */
            data: Uint8Array;

            /** Payload file. */
            file?: (keyway.v1.FileChunk.$Properties|null);

            /**
             * Creates a new Payload instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Payload instance
             */
            static create(properties: keyway.v1.Payload.$Shape): keyway.v1.Payload & keyway.v1.Payload.$Shape;
            static create(properties?: keyway.v1.Payload.$Properties): keyway.v1.Payload;

            /**
             * Encodes the specified Payload message. Does not implicitly {@link keyway.v1.Payload.verify|verify} messages.
             * @param message Payload message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Payload.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Payload message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Payload & keyway.v1.Payload.$Shape} Payload
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Payload & keyway.v1.Payload.$Shape;

            /**
             * Verifies a Payload message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Payload {

            /** Properties of a Payload. */
            interface $Properties {

                /** Payload contentType */
                contentType?: (string|null);

                /** Payload data */
                data?: (Uint8Array|null);

                /** Payload file */
                file?: (keyway.v1.FileChunk.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Payload. */
            type $Shape = keyway.v1.Payload.$Properties;
        }

        /**
         * Properties of a FileChunk.
         * @deprecated Use keyway.v1.FileChunk.$Properties instead.
         */
        interface IFileChunk extends keyway.v1.FileChunk.$Properties {
        }

        /** Represents a FileChunk. */
        class FileChunk {

            /**
             * Constructs a new FileChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.FileChunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FileChunk transfer. */
            transfer: Uint8Array;

            /** FileChunk index. */
            index: number;

            /** FileChunk offset. */
            offset: (number|Long);

            /** FileChunk size. */
            size: (number|Long);

            /** FileChunk name. */
            name: string;

            /** FileChunk sha256. */
            sha256: Uint8Array;

            /**
             * Creates a new FileChunk instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FileChunk instance
             */
            static create(properties: keyway.v1.FileChunk.$Shape): keyway.v1.FileChunk & keyway.v1.FileChunk.$Shape;
            static create(properties?: keyway.v1.FileChunk.$Properties): keyway.v1.FileChunk;

            /**
             * Encodes the specified FileChunk message. Does not implicitly {@link keyway.v1.FileChunk.verify|verify} messages.
             * @param message FileChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.FileChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FileChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.FileChunk & keyway.v1.FileChunk.$Shape} FileChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.FileChunk & keyway.v1.FileChunk.$Shape;

            /**
             * Verifies a FileChunk message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace FileChunk {

            /** Properties of a FileChunk. */
            interface $Properties {

                /** FileChunk transfer */
                transfer?: (Uint8Array|null);

                /** FileChunk index */
                index?: (number|null);

                /** FileChunk offset */
                offset?: (number|Long|null);

                /** FileChunk size */
                size?: (number|Long|null);

                /** FileChunk name */
                name?: (string|null);

                /** FileChunk sha256 */
                sha256?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FileChunk. */
            type $Shape = keyway.v1.FileChunk.$Properties;
        }
    }

    /** Namespace rpc. */
    namespace rpc {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Batch.
             * @deprecated Use keyway.rpc.v1.Batch.$Properties instead.
             */
            interface IBatch extends keyway.rpc.v1.Batch.$Properties {
            }

            /** Represents a Batch. */
            class Batch {

                /**
                 * Constructs a new Batch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.Batch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Batch calls. */
                calls: keyway.rpc.v1.Call.$Properties[];

                /** Batch answers. */
                answers: keyway.rpc.v1.Answer.$Properties[];

                /**
                 * Creates a new Batch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Batch instance
                 */
                static create(properties: keyway.rpc.v1.Batch.$Shape): keyway.rpc.v1.Batch & keyway.rpc.v1.Batch.$Shape;
                static create(properties?: keyway.rpc.v1.Batch.$Properties): keyway.rpc.v1.Batch;

                /**
                 * Encodes the specified Batch message. Does not implicitly {@link keyway.rpc.v1.Batch.verify|verify} messages.
                 * @param message Batch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.Batch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Batch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Batch & keyway.rpc.v1.Batch.$Shape} Batch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.Batch & keyway.rpc.v1.Batch.$Shape;

                /**
                 * Verifies a Batch message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace Batch {

                /** Properties of a Batch. */
                interface $Properties {

                    /** Batch calls */
                    calls?: (keyway.rpc.v1.Call.$Properties[]|null);

                    /** Batch answers */
                    answers?: (keyway.rpc.v1.Answer.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Batch. */
                type $Shape = keyway.rpc.v1.Batch.$Properties;
            }

            /**
             * Properties of a Call.
             * @deprecated Use keyway.rpc.v1.Call.$Properties instead.
             */
            interface ICall extends keyway.rpc.v1.Call.$Properties {
            }

            /** Represents a Call. */
            class Call {

                /**
                 * Constructs a new Call.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.Call.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Call id. */
                id: number;

                /** Call pattern. */
                pattern: string;

                /** Call timeoutMs. */
                timeoutMs: number;

                /** Call body. */
                body: Uint8Array;

                /** Call trace. */
                trace: string;

                /**
                 * Creates a new Call instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Call instance
                 */
                static create(properties: keyway.rpc.v1.Call.$Shape): keyway.rpc.v1.Call & keyway.rpc.v1.Call.$Shape;
                static create(properties?: keyway.rpc.v1.Call.$Properties): keyway.rpc.v1.Call;

                /**
                 * Encodes the specified Call message. Does not implicitly {@link keyway.rpc.v1.Call.verify|verify} messages.
                 * @param message Call message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.Call.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Call message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Call & keyway.rpc.v1.Call.$Shape} Call
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.Call & keyway.rpc.v1.Call.$Shape;

                /**
                 * Verifies a Call message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace Call {

                /** Properties of a Call. */
                interface $Properties {

                    /** Call id */
                    id?: (number|null);

                    /** Call pattern */
                    pattern?: (string|null);

                    /** Call timeoutMs */
                    timeoutMs?: (number|null);

                    /** Call body */
                    body?: (Uint8Array|null);

                    /** Call trace */
                    trace?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Call. */
                type $Shape = keyway.rpc.v1.Call.$Properties;
            }

            /**
             * Properties of an Answer.
             * @deprecated Use keyway.rpc.v1.Answer.$Properties instead.
             */
            interface IAnswer extends keyway.rpc.v1.Answer.$Properties {
            }

            /** Represents an Answer. */
            class Answer {

                /**
                 * Constructs a new Answer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.Answer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Answer id. */
                id: number;

                /** Answer code. */
                code: number;

                /** Answer body. */
                body: Uint8Array;

                /**
                 * Creates a new Answer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Answer instance
                 */
                static create(properties: keyway.rpc.v1.Answer.$Shape): keyway.rpc.v1.Answer & keyway.rpc.v1.Answer.$Shape;
                static create(properties?: keyway.rpc.v1.Answer.$Properties): keyway.rpc.v1.Answer;

                /**
                 * Encodes the specified Answer message. Does not implicitly {@link keyway.rpc.v1.Answer.verify|verify} messages.
                 * @param message Answer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Answer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Answer & keyway.rpc.v1.Answer.$Shape} Answer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.Answer & keyway.rpc.v1.Answer.$Shape;

                /**
                 * Verifies an Answer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace Answer {

                /** Properties of an Answer. */
                interface $Properties {

                    /** Answer id */
                    id?: (number|null);

                    /** Answer code */
                    code?: (number|null);

                    /** Answer body */
                    body?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Answer. */
                type $Shape = keyway.rpc.v1.Answer.$Properties;
            }

            /**
             * Properties of an AuthorizeCall.
             * @deprecated Use keyway.rpc.v1.AuthorizeCall.$Properties instead.
             */
            interface IAuthorizeCall extends keyway.rpc.v1.AuthorizeCall.$Properties {
            }

            /** Represents an AuthorizeCall. */
            class AuthorizeCall {

                /**
                 * Constructs a new AuthorizeCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.AuthorizeCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AuthorizeCall request. */
                request: Uint8Array;

                /** AuthorizeCall source. */
                source: string;

                /** AuthorizeCall validUntilMs. */
                validUntilMs: (number|Long);

                /**
                 * Creates a new AuthorizeCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AuthorizeCall instance
                 */
                static create(properties: keyway.rpc.v1.AuthorizeCall.$Shape): keyway.rpc.v1.AuthorizeCall & keyway.rpc.v1.AuthorizeCall.$Shape;
                static create(properties?: keyway.rpc.v1.AuthorizeCall.$Properties): keyway.rpc.v1.AuthorizeCall;

                /**
                 * Encodes the specified AuthorizeCall message. Does not implicitly {@link keyway.rpc.v1.AuthorizeCall.verify|verify} messages.
                 * @param message AuthorizeCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.AuthorizeCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AuthorizeCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.AuthorizeCall & keyway.rpc.v1.AuthorizeCall.$Shape} AuthorizeCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.AuthorizeCall & keyway.rpc.v1.AuthorizeCall.$Shape;

                /**
                 * Verifies an AuthorizeCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace AuthorizeCall {

                /** Properties of an AuthorizeCall. */
                interface $Properties {

                    /** AuthorizeCall request */
                    request?: (Uint8Array|null);

                    /** AuthorizeCall source */
                    source?: (string|null);

                    /** AuthorizeCall validUntilMs */
                    validUntilMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AuthorizeCall. */
                type $Shape = keyway.rpc.v1.AuthorizeCall.$Properties;
            }

            /**
             * Properties of an AuthorizeAnswer.
             * @deprecated Use keyway.rpc.v1.AuthorizeAnswer.$Properties instead.
             */
            interface IAuthorizeAnswer extends keyway.rpc.v1.AuthorizeAnswer.$Properties {
            }

            /** Represents an AuthorizeAnswer. */
            class AuthorizeAnswer {

                /**
                 * Constructs a new AuthorizeAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.AuthorizeAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AuthorizeAnswer code. */
                code: number;

                /** AuthorizeAnswer spki. */
                spki: Uint8Array;

                /** AuthorizeAnswer rights. */
                rights: number;

                /** AuthorizeAnswer serial. */
                serial: (number|Long);

                /** AuthorizeAnswer known. */
                known: boolean;

                /**
                 * Creates a new AuthorizeAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AuthorizeAnswer instance
                 */
                static create(properties: keyway.rpc.v1.AuthorizeAnswer.$Shape): keyway.rpc.v1.AuthorizeAnswer & keyway.rpc.v1.AuthorizeAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.AuthorizeAnswer.$Properties): keyway.rpc.v1.AuthorizeAnswer;

                /**
                 * Encodes the specified AuthorizeAnswer message. Does not implicitly {@link keyway.rpc.v1.AuthorizeAnswer.verify|verify} messages.
                 * @param message AuthorizeAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.AuthorizeAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AuthorizeAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.AuthorizeAnswer & keyway.rpc.v1.AuthorizeAnswer.$Shape} AuthorizeAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.AuthorizeAnswer & keyway.rpc.v1.AuthorizeAnswer.$Shape;

                /**
                 * Verifies an AuthorizeAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace AuthorizeAnswer {

                /** Properties of an AuthorizeAnswer. */
                interface $Properties {

                    /** AuthorizeAnswer code */
                    code?: (number|null);

                    /** AuthorizeAnswer spki */
                    spki?: (Uint8Array|null);

                    /** AuthorizeAnswer rights */
                    rights?: (number|null);

                    /** AuthorizeAnswer serial */
                    serial?: (number|Long|null);

                    /** AuthorizeAnswer known */
                    known?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AuthorizeAnswer. */
                type $Shape = keyway.rpc.v1.AuthorizeAnswer.$Properties;
            }

            /**
             * Properties of a KeyringCall.
             * @deprecated Use keyway.rpc.v1.KeyringCall.$Properties instead.
             */
            interface IKeyringCall extends keyway.rpc.v1.KeyringCall.$Properties {
            }

            /** Represents a KeyringCall. */
            class KeyringCall {

                /**
                 * Constructs a new KeyringCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.KeyringCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** KeyringCall keyId. */
                keyId: Uint8Array;

                /**
                 * Creates a new KeyringCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns KeyringCall instance
                 */
                static create(properties: keyway.rpc.v1.KeyringCall.$Shape): keyway.rpc.v1.KeyringCall & keyway.rpc.v1.KeyringCall.$Shape;
                static create(properties?: keyway.rpc.v1.KeyringCall.$Properties): keyway.rpc.v1.KeyringCall;

                /**
                 * Encodes the specified KeyringCall message. Does not implicitly {@link keyway.rpc.v1.KeyringCall.verify|verify} messages.
                 * @param message KeyringCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.KeyringCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a KeyringCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.KeyringCall & keyway.rpc.v1.KeyringCall.$Shape} KeyringCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.KeyringCall & keyway.rpc.v1.KeyringCall.$Shape;

                /**
                 * Verifies a KeyringCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace KeyringCall {

                /** Properties of a KeyringCall. */
                interface $Properties {

                    /** KeyringCall keyId */
                    keyId?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a KeyringCall. */
                type $Shape = keyway.rpc.v1.KeyringCall.$Properties;
            }

            /**
             * Properties of a KeyringAnswer.
             * @deprecated Use keyway.rpc.v1.KeyringAnswer.$Properties instead.
             */
            interface IKeyringAnswer extends keyway.rpc.v1.KeyringAnswer.$Properties {
            }

            /** Represents a KeyringAnswer. */
            class KeyringAnswer {

                /**
                 * Constructs a new KeyringAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.KeyringAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** KeyringAnswer sealed. */
                sealed: Uint8Array;

                /**
                 * Creates a new KeyringAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns KeyringAnswer instance
                 */
                static create(properties: keyway.rpc.v1.KeyringAnswer.$Shape): keyway.rpc.v1.KeyringAnswer & keyway.rpc.v1.KeyringAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.KeyringAnswer.$Properties): keyway.rpc.v1.KeyringAnswer;

                /**
                 * Encodes the specified KeyringAnswer message. Does not implicitly {@link keyway.rpc.v1.KeyringAnswer.verify|verify} messages.
                 * @param message KeyringAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.KeyringAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a KeyringAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.KeyringAnswer & keyway.rpc.v1.KeyringAnswer.$Shape} KeyringAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.KeyringAnswer & keyway.rpc.v1.KeyringAnswer.$Shape;

                /**
                 * Verifies a KeyringAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace KeyringAnswer {

                /** Properties of a KeyringAnswer. */
                interface $Properties {

                    /** KeyringAnswer sealed */
                    sealed?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a KeyringAnswer. */
                type $Shape = keyway.rpc.v1.KeyringAnswer.$Properties;
            }

            /**
             * Properties of an EpochList.
             * @deprecated Use keyway.rpc.v1.EpochList.$Properties instead.
             */
            interface IEpochList extends keyway.rpc.v1.EpochList.$Properties {
            }

            /** Represents an EpochList. */
            class EpochList {

                /**
                 * Constructs a new EpochList.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.EpochList.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EpochList epochs. */
                epochs: keyway.rpc.v1.Epoch.$Properties[];

                /**
                 * Creates a new EpochList instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EpochList instance
                 */
                static create(properties: keyway.rpc.v1.EpochList.$Shape): keyway.rpc.v1.EpochList & keyway.rpc.v1.EpochList.$Shape;
                static create(properties?: keyway.rpc.v1.EpochList.$Properties): keyway.rpc.v1.EpochList;

                /**
                 * Encodes the specified EpochList message. Does not implicitly {@link keyway.rpc.v1.EpochList.verify|verify} messages.
                 * @param message EpochList message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.EpochList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EpochList message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.EpochList & keyway.rpc.v1.EpochList.$Shape} EpochList
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.EpochList & keyway.rpc.v1.EpochList.$Shape;

                /**
                 * Verifies an EpochList message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace EpochList {

                /** Properties of an EpochList. */
                interface $Properties {

                    /** EpochList epochs */
                    epochs?: (keyway.rpc.v1.Epoch.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EpochList. */
                type $Shape = keyway.rpc.v1.EpochList.$Properties;
            }

            /**
             * Properties of an Epoch.
             * @deprecated Use keyway.rpc.v1.Epoch.$Properties instead.
             */
            interface IEpoch extends keyway.rpc.v1.Epoch.$Properties {
            }

            /** Represents an Epoch. */
            class Epoch {

                /**
                 * Constructs a new Epoch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.Epoch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Epoch id. */
                id: number;

                /** Epoch key. */
                key: Uint8Array;

                /** Epoch notBeforeMs. */
                notBeforeMs: (number|Long);

                /** Epoch issueUntilMs. */
                issueUntilMs: (number|Long);

                /** Epoch acceptUntilMs. */
                acceptUntilMs: (number|Long);

                /**
                 * Creates a new Epoch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Epoch instance
                 */
                static create(properties: keyway.rpc.v1.Epoch.$Shape): keyway.rpc.v1.Epoch & keyway.rpc.v1.Epoch.$Shape;
                static create(properties?: keyway.rpc.v1.Epoch.$Properties): keyway.rpc.v1.Epoch;

                /**
                 * Encodes the specified Epoch message. Does not implicitly {@link keyway.rpc.v1.Epoch.verify|verify} messages.
                 * @param message Epoch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.Epoch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Epoch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Epoch & keyway.rpc.v1.Epoch.$Shape} Epoch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.Epoch & keyway.rpc.v1.Epoch.$Shape;

                /**
                 * Verifies an Epoch message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace Epoch {

                /** Properties of an Epoch. */
                interface $Properties {

                    /** Epoch id */
                    id?: (number|null);

                    /** Epoch key */
                    key?: (Uint8Array|null);

                    /** Epoch notBeforeMs */
                    notBeforeMs?: (number|Long|null);

                    /** Epoch issueUntilMs */
                    issueUntilMs?: (number|Long|null);

                    /** Epoch acceptUntilMs */
                    acceptUntilMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Epoch. */
                type $Shape = keyway.rpc.v1.Epoch.$Properties;
            }

            /**
             * Properties of a ManifestAnswer.
             * @deprecated Use keyway.rpc.v1.ManifestAnswer.$Properties instead.
             */
            interface IManifestAnswer extends keyway.rpc.v1.ManifestAnswer.$Properties {
            }

            /** Represents a ManifestAnswer. */
            class ManifestAnswer {

                /**
                 * Constructs a new ManifestAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.ManifestAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ManifestAnswer signedManifest. */
                signedManifest: Uint8Array;

                /**
                 * Creates a new ManifestAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ManifestAnswer instance
                 */
                static create(properties: keyway.rpc.v1.ManifestAnswer.$Shape): keyway.rpc.v1.ManifestAnswer & keyway.rpc.v1.ManifestAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.ManifestAnswer.$Properties): keyway.rpc.v1.ManifestAnswer;

                /**
                 * Encodes the specified ManifestAnswer message. Does not implicitly {@link keyway.rpc.v1.ManifestAnswer.verify|verify} messages.
                 * @param message ManifestAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.ManifestAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ManifestAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ManifestAnswer & keyway.rpc.v1.ManifestAnswer.$Shape} ManifestAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.ManifestAnswer & keyway.rpc.v1.ManifestAnswer.$Shape;

                /**
                 * Verifies a ManifestAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace ManifestAnswer {

                /** Properties of a ManifestAnswer. */
                interface $Properties {

                    /** ManifestAnswer signedManifest */
                    signedManifest?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ManifestAnswer. */
                type $Shape = keyway.rpc.v1.ManifestAnswer.$Properties;
            }

            /**
             * Properties of a LookupCall.
             * @deprecated Use keyway.rpc.v1.LookupCall.$Properties instead.
             */
            interface ILookupCall extends keyway.rpc.v1.LookupCall.$Properties {
            }

            /** Represents a LookupCall. */
            class LookupCall {

                /**
                 * Constructs a new LookupCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.LookupCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LookupCall clientIds. */
                clientIds: Uint8Array[];

                /**
                 * Creates a new LookupCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LookupCall instance
                 */
                static create(properties: keyway.rpc.v1.LookupCall.$Shape): keyway.rpc.v1.LookupCall & keyway.rpc.v1.LookupCall.$Shape;
                static create(properties?: keyway.rpc.v1.LookupCall.$Properties): keyway.rpc.v1.LookupCall;

                /**
                 * Encodes the specified LookupCall message. Does not implicitly {@link keyway.rpc.v1.LookupCall.verify|verify} messages.
                 * @param message LookupCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.LookupCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LookupCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.LookupCall & keyway.rpc.v1.LookupCall.$Shape} LookupCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.LookupCall & keyway.rpc.v1.LookupCall.$Shape;

                /**
                 * Verifies a LookupCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace LookupCall {

                /** Properties of a LookupCall. */
                interface $Properties {

                    /** LookupCall clientIds */
                    clientIds?: (Uint8Array[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LookupCall. */
                type $Shape = keyway.rpc.v1.LookupCall.$Properties;
            }

            /**
             * Properties of a LookupAnswer.
             * @deprecated Use keyway.rpc.v1.LookupAnswer.$Properties instead.
             */
            interface ILookupAnswer extends keyway.rpc.v1.LookupAnswer.$Properties {
            }

            /** Represents a LookupAnswer. */
            class LookupAnswer {

                /**
                 * Constructs a new LookupAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.LookupAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LookupAnswer known. */
                known: boolean[];

                /**
                 * Creates a new LookupAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LookupAnswer instance
                 */
                static create(properties: keyway.rpc.v1.LookupAnswer.$Shape): keyway.rpc.v1.LookupAnswer & keyway.rpc.v1.LookupAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.LookupAnswer.$Properties): keyway.rpc.v1.LookupAnswer;

                /**
                 * Encodes the specified LookupAnswer message. Does not implicitly {@link keyway.rpc.v1.LookupAnswer.verify|verify} messages.
                 * @param message LookupAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.LookupAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LookupAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.LookupAnswer & keyway.rpc.v1.LookupAnswer.$Shape} LookupAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.LookupAnswer & keyway.rpc.v1.LookupAnswer.$Shape;

                /**
                 * Verifies a LookupAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace LookupAnswer {

                /** Properties of a LookupAnswer. */
                interface $Properties {

                    /** LookupAnswer known */
                    known?: (boolean[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LookupAnswer. */
                type $Shape = keyway.rpc.v1.LookupAnswer.$Properties;
            }
        }
    }
}
