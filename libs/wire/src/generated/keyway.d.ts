import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace keyway. */
export namespace keyway {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a SealedAdminCall.
         * @deprecated Use keyway.v1.SealedAdminCall.$Properties instead.
         */
        interface ISealedAdminCall extends keyway.v1.SealedAdminCall.$Properties {
        }

        /** Represents a SealedAdminCall. */
        class SealedAdminCall {

            /**
             * Constructs a new SealedAdminCall.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.SealedAdminCall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SealedAdminCall keyId. */
            keyId: Uint8Array;

            /** SealedAdminCall sealed. */
            sealed: Uint8Array;

            /**
             * Creates a new SealedAdminCall instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SealedAdminCall instance
             */
            static create(properties: keyway.v1.SealedAdminCall.$Shape): keyway.v1.SealedAdminCall & keyway.v1.SealedAdminCall.$Shape;
            static create(properties?: keyway.v1.SealedAdminCall.$Properties): keyway.v1.SealedAdminCall;

            /**
             * Encodes the specified SealedAdminCall message. Does not implicitly {@link keyway.v1.SealedAdminCall.verify|verify} messages.
             * @param message SealedAdminCall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.SealedAdminCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SealedAdminCall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.SealedAdminCall & keyway.v1.SealedAdminCall.$Shape} SealedAdminCall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.SealedAdminCall & keyway.v1.SealedAdminCall.$Shape;

            /**
             * Verifies a SealedAdminCall message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SealedAdminCall {

            /** Properties of a SealedAdminCall. */
            interface $Properties {

                /** SealedAdminCall keyId */
                keyId?: (Uint8Array|null);

                /** SealedAdminCall sealed */
                sealed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SealedAdminCall. */
            type $Shape = keyway.v1.SealedAdminCall.$Properties;
        }

        /**
         * Properties of a SignedAdminCall.
         * @deprecated Use keyway.v1.SignedAdminCall.$Properties instead.
         */
        interface ISignedAdminCall extends keyway.v1.SignedAdminCall.$Properties {
        }

        /** Represents a SignedAdminCall. */
        class SignedAdminCall {

            /**
             * Constructs a new SignedAdminCall.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.SignedAdminCall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedAdminCall clientId. */
            clientId: Uint8Array;

            /** SignedAdminCall timeMs. */
            timeMs: (number|Long);

            /** SignedAdminCall nonce. */
            nonce: Uint8Array;

            /** SignedAdminCall answerKey. */
            answerKey: Uint8Array;

            /** SignedAdminCall call. */
            call: Uint8Array;

            /** SignedAdminCall signature. */
            signature: Uint8Array;

            /**
             * Creates a new SignedAdminCall instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignedAdminCall instance
             */
            static create(properties: keyway.v1.SignedAdminCall.$Shape): keyway.v1.SignedAdminCall & keyway.v1.SignedAdminCall.$Shape;
            static create(properties?: keyway.v1.SignedAdminCall.$Properties): keyway.v1.SignedAdminCall;

            /**
             * Encodes the specified SignedAdminCall message. Does not implicitly {@link keyway.v1.SignedAdminCall.verify|verify} messages.
             * @param message SignedAdminCall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.SignedAdminCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedAdminCall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.SignedAdminCall & keyway.v1.SignedAdminCall.$Shape} SignedAdminCall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.SignedAdminCall & keyway.v1.SignedAdminCall.$Shape;

            /**
             * Verifies a SignedAdminCall message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SignedAdminCall {

            /** Properties of a SignedAdminCall. */
            interface $Properties {

                /** SignedAdminCall clientId */
                clientId?: (Uint8Array|null);

                /** SignedAdminCall timeMs */
                timeMs?: (number|Long|null);

                /** SignedAdminCall nonce */
                nonce?: (Uint8Array|null);

                /** SignedAdminCall answerKey */
                answerKey?: (Uint8Array|null);

                /** SignedAdminCall call */
                call?: (Uint8Array|null);

                /** SignedAdminCall signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedAdminCall. */
            type $Shape = keyway.v1.SignedAdminCall.$Properties;
        }

        /**
         * Properties of an AdminCall.
         * @deprecated Use keyway.v1.AdminCall.$Properties instead.
         */
        interface IAdminCall extends keyway.v1.AdminCall.$Properties {
        }

        /** Represents an AdminCall. */
        class AdminCall {

            /**
             * Constructs a new AdminCall.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.AdminCall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdminCall getPolicy. */
            getPolicy?: (keyway.v1.GetPolicy.$Properties|null);

            /** AdminCall setPolicy. */
            setPolicy?: (keyway.v1.Policy.$Properties|null);

            /** AdminCall addClients. */
            addClients?: (keyway.v1.AddClients.$Properties|null);

            /** AdminCall listClients. */
            listClients?: (keyway.v1.ListClients.$Properties|null);

            /** AdminCall changeClient. */
            changeClient?: (keyway.v1.ChangeClient.$Properties|null);

            /** AdminCall block. */
            block?: (keyway.v1.Block.$Properties|null);

            /** AdminCall unblock. */
            unblock?: (keyway.v1.Unblock.$Properties|null);

            /** AdminCall revoke. */
            revoke?: (keyway.v1.Revoke.$Properties|null);

            /** AdminCall createToken. */
            createToken?: (keyway.v1.CreateToken.$Properties|null);

            /** AdminCall listTokens. */
            listTokens?: (keyway.v1.ListTokens.$Properties|null);

            /** AdminCall revokeToken. */
            revokeToken?: (keyway.v1.RevokeToken.$Properties|null);

            /** AdminCall getSettings. */
            getSettings?: (keyway.v1.GetSettings.$Properties|null);

            /** AdminCall setSettings. */
            setSettings?: (keyway.v1.SessionSettings.$Properties|null);

            /** AdminCall listAudit. */
            listAudit?: (keyway.v1.ListAudit.$Properties|null);

            /** AdminCall declareService. */
            declareService?: (keyway.v1.DeclareService.$Properties|null);

            /** AdminCall listServices. */
            listServices?: (keyway.v1.ListServices.$Properties|null);

            /** AdminCall removeService. */
            removeService?: (keyway.v1.RemoveService.$Properties|null);

            /** AdminCall getHealth. */
            getHealth?: (keyway.v1.GetHealth.$Properties|null);

            /** AdminCall call. */
            call?: ("getPolicy"|"setPolicy"|"addClients"|"listClients"|"changeClient"|"block"|"unblock"|"revoke"|"createToken"|"listTokens"|"revokeToken"|"getSettings"|"setSettings"|"listAudit"|"declareService"|"listServices"|"removeService"|"getHealth");

            /**
             * Creates a new AdminCall instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AdminCall instance
             */
            static create(properties: keyway.v1.AdminCall.$Shape): keyway.v1.AdminCall & keyway.v1.AdminCall.$Shape;
            static create(properties?: keyway.v1.AdminCall.$Properties): keyway.v1.AdminCall;

            /**
             * Encodes the specified AdminCall message. Does not implicitly {@link keyway.v1.AdminCall.verify|verify} messages.
             * @param message AdminCall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.AdminCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdminCall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.AdminCall & keyway.v1.AdminCall.$Shape} AdminCall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.AdminCall & keyway.v1.AdminCall.$Shape;

            /**
             * Verifies an AdminCall message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace AdminCall {

            /** Properties of an AdminCall. */
            interface $Properties {

                /** AdminCall getPolicy */
                getPolicy?: (keyway.v1.GetPolicy.$Properties|null);

                /** AdminCall setPolicy */
                setPolicy?: (keyway.v1.Policy.$Properties|null);

                /** AdminCall addClients */
                addClients?: (keyway.v1.AddClients.$Properties|null);

                /** AdminCall listClients */
                listClients?: (keyway.v1.ListClients.$Properties|null);

                /** AdminCall changeClient */
                changeClient?: (keyway.v1.ChangeClient.$Properties|null);

                /** AdminCall block */
                block?: (keyway.v1.Block.$Properties|null);

                /** AdminCall unblock */
                unblock?: (keyway.v1.Unblock.$Properties|null);

                /** AdminCall revoke */
                revoke?: (keyway.v1.Revoke.$Properties|null);

                /** AdminCall createToken */
                createToken?: (keyway.v1.CreateToken.$Properties|null);

                /** AdminCall listTokens */
                listTokens?: (keyway.v1.ListTokens.$Properties|null);

                /** AdminCall revokeToken */
                revokeToken?: (keyway.v1.RevokeToken.$Properties|null);

                /** AdminCall getSettings */
                getSettings?: (keyway.v1.GetSettings.$Properties|null);

                /** AdminCall setSettings */
                setSettings?: (keyway.v1.SessionSettings.$Properties|null);

                /** AdminCall listAudit */
                listAudit?: (keyway.v1.ListAudit.$Properties|null);

                /** AdminCall declareService */
                declareService?: (keyway.v1.DeclareService.$Properties|null);

                /** AdminCall listServices */
                listServices?: (keyway.v1.ListServices.$Properties|null);

                /** AdminCall removeService */
                removeService?: (keyway.v1.RemoveService.$Properties|null);

                /** AdminCall getHealth */
                getHealth?: (keyway.v1.GetHealth.$Properties|null);

                /** AdminCall call */
                call?: ("getPolicy"|"setPolicy"|"addClients"|"listClients"|"changeClient"|"block"|"unblock"|"revoke"|"createToken"|"listTokens"|"revokeToken"|"getSettings"|"setSettings"|"listAudit"|"declareService"|"listServices"|"removeService"|"getHealth");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an AdminCall. */
            type $Shape = {
              getPolicy?: keyway.v1.GetPolicy.$Shape|null;
              setPolicy?: keyway.v1.Policy.$Shape|null;
              addClients?: keyway.v1.AddClients.$Shape|null;
              listClients?: keyway.v1.ListClients.$Shape|null;
              changeClient?: keyway.v1.ChangeClient.$Shape|null;
              block?: keyway.v1.Block.$Shape|null;
              unblock?: keyway.v1.Unblock.$Shape|null;
              revoke?: keyway.v1.Revoke.$Shape|null;
              createToken?: keyway.v1.CreateToken.$Shape|null;
              listTokens?: keyway.v1.ListTokens.$Shape|null;
              revokeToken?: keyway.v1.RevokeToken.$Shape|null;
              getSettings?: keyway.v1.GetSettings.$Shape|null;
              setSettings?: keyway.v1.SessionSettings.$Shape|null;
              listAudit?: keyway.v1.ListAudit.$Shape|null;
              declareService?: keyway.v1.DeclareService.$Shape|null;
              listServices?: keyway.v1.ListServices.$Shape|null;
              removeService?: keyway.v1.RemoveService.$Shape|null;
              getHealth?: keyway.v1.GetHealth.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ call?: undefined; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "getPolicy"; getPolicy: keyway.v1.GetPolicy.$Shape; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "setPolicy"; getPolicy?: null; setPolicy: keyway.v1.Policy.$Shape; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "addClients"; getPolicy?: null; setPolicy?: null; addClients: keyway.v1.AddClients.$Shape; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "listClients"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients: keyway.v1.ListClients.$Shape; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "changeClient"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient: keyway.v1.ChangeClient.$Shape; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "block"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block: keyway.v1.Block.$Shape; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "unblock"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock: keyway.v1.Unblock.$Shape; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "revoke"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke: keyway.v1.Revoke.$Shape; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "createToken"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken: keyway.v1.CreateToken.$Shape; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "listTokens"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens: keyway.v1.ListTokens.$Shape; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "revokeToken"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken: keyway.v1.RevokeToken.$Shape; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "getSettings"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings: keyway.v1.GetSettings.$Shape; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "setSettings"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings: keyway.v1.SessionSettings.$Shape; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "listAudit"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit: keyway.v1.ListAudit.$Shape; declareService?: null; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "declareService"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService: keyway.v1.DeclareService.$Shape; listServices?: null; removeService?: null; getHealth?: null }|{ call?: "listServices"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices: keyway.v1.ListServices.$Shape; removeService?: null; getHealth?: null }|{ call?: "removeService"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService: keyway.v1.RemoveService.$Shape; getHealth?: null }|{ call?: "getHealth"; getPolicy?: null; setPolicy?: null; addClients?: null; listClients?: null; changeClient?: null; block?: null; unblock?: null; revoke?: null; createToken?: null; listTokens?: null; revokeToken?: null; getSettings?: null; setSettings?: null; listAudit?: null; declareService?: null; listServices?: null; removeService?: null; getHealth: keyway.v1.GetHealth.$Shape })
            );
        }

        /**
         * Properties of an AdminAnswer.
         * @deprecated Use keyway.v1.AdminAnswer.$Properties instead.
         */
        interface IAdminAnswer extends keyway.v1.AdminAnswer.$Properties {
        }

        /** Represents an AdminAnswer. */
        class AdminAnswer {

            /**
             * Constructs a new AdminAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.AdminAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdminAnswer code. */
            code: number;

            /** AdminAnswer detail. */
            detail: string;

            /** AdminAnswer policy. */
            policy?: (keyway.v1.Policy.$Properties|null);

            /** AdminAnswer clients. */
            clients: keyway.v1.ClientEntry.$Properties[];

            /** AdminAnswer more. */
            more: boolean;

            /** AdminAnswer added. */
            added: keyway.v1.Added.$Properties[];

            /** AdminAnswer token. */
            token?: (keyway.v1.NewToken.$Properties|null);

            /** AdminAnswer tokens. */
            tokens: keyway.v1.TokenEntry.$Properties[];

            /** AdminAnswer settings. */
            settings?: (keyway.v1.SessionSettings.$Properties|null);

            /** AdminAnswer audit. */
            audit: keyway.v1.AuditEntry.$Properties[];

            /** AdminAnswer services. */
            services: keyway.v1.ServiceEntry.$Properties[];

            /** AdminAnswer health. */
            health?: (keyway.v1.AuthHealth.$Properties|null);

            /**
             * Creates a new AdminAnswer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AdminAnswer instance
             */
            static create(properties: keyway.v1.AdminAnswer.$Shape): keyway.v1.AdminAnswer & keyway.v1.AdminAnswer.$Shape;
            static create(properties?: keyway.v1.AdminAnswer.$Properties): keyway.v1.AdminAnswer;

            /**
             * Encodes the specified AdminAnswer message. Does not implicitly {@link keyway.v1.AdminAnswer.verify|verify} messages.
             * @param message AdminAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.AdminAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdminAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.AdminAnswer & keyway.v1.AdminAnswer.$Shape} AdminAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.AdminAnswer & keyway.v1.AdminAnswer.$Shape;

            /**
             * Verifies an AdminAnswer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace AdminAnswer {

            /** Properties of an AdminAnswer. */
            interface $Properties {

                /** AdminAnswer code */
                code?: (number|null);

                /** AdminAnswer detail */
                detail?: (string|null);

                /** AdminAnswer policy */
                policy?: (keyway.v1.Policy.$Properties|null);

                /** AdminAnswer clients */
                clients?: (keyway.v1.ClientEntry.$Properties[]|null);

                /** AdminAnswer more */
                more?: (boolean|null);

                /** AdminAnswer added */
                added?: (keyway.v1.Added.$Properties[]|null);

                /** AdminAnswer token */
                token?: (keyway.v1.NewToken.$Properties|null);

                /** AdminAnswer tokens */
                tokens?: (keyway.v1.TokenEntry.$Properties[]|null);

                /** AdminAnswer settings */
                settings?: (keyway.v1.SessionSettings.$Properties|null);

                /** AdminAnswer audit */
                audit?: (keyway.v1.AuditEntry.$Properties[]|null);

                /** AdminAnswer services */
                services?: (keyway.v1.ServiceEntry.$Properties[]|null);

                /** AdminAnswer health */
                health?: (keyway.v1.AuthHealth.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdminAnswer. */
            type $Shape = keyway.v1.AdminAnswer.$Properties;
        }

        /** Enrolment enum. */
        enum Enrolment {

            /** ENROLMENT_UNSPECIFIED value */
            ENROLMENT_UNSPECIFIED = 0,

            /** OPEN value */
            OPEN = 1,

            /** CLOSED value */
            CLOSED = 2
        }

        /** Seeing enum. */
        enum Seeing {

            /** SEEING_UNSPECIFIED value */
            SEEING_UNSPECIFIED = 0,

            /** MEMBERS value */
            MEMBERS = 1,

            /** NOBODY value */
            NOBODY = 2
        }

        /** Serving enum. */
        enum Serving {

            /** SERVING_UNSPECIFIED value */
            SERVING_UNSPECIFIED = 0,

            /** FIRST value */
            FIRST = 1,

            /** DECLARED value */
            DECLARED = 2
        }

        /**
         * Properties of a Policy.
         * @deprecated Use keyway.v1.Policy.$Properties instead.
         */
        interface IPolicy extends keyway.v1.Policy.$Properties {
        }

        /** Represents a Policy. */
        class Policy {

            /**
             * Constructs a new Policy.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Policy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Policy enrolment. */
            enrolment: keyway.v1.Enrolment;

            /** Policy seeing. */
            seeing: keyway.v1.Seeing;

            /** Policy serving. */
            serving: keyway.v1.Serving;

            /**
             * Creates a new Policy instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Policy instance
             */
            static create(properties: keyway.v1.Policy.$Shape): keyway.v1.Policy & keyway.v1.Policy.$Shape;
            static create(properties?: keyway.v1.Policy.$Properties): keyway.v1.Policy;

            /**
             * Encodes the specified Policy message. Does not implicitly {@link keyway.v1.Policy.verify|verify} messages.
             * @param message Policy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Policy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Policy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Policy & keyway.v1.Policy.$Shape} Policy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Policy & keyway.v1.Policy.$Shape;

            /**
             * Verifies a Policy message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Policy {

            /** Properties of a Policy. */
            interface $Properties {

                /** Policy enrolment */
                enrolment?: (keyway.v1.Enrolment|null);

                /** Policy seeing */
                seeing?: (keyway.v1.Seeing|null);

                /** Policy serving */
                serving?: (keyway.v1.Serving|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Policy. */
            type $Shape = keyway.v1.Policy.$Properties;
        }

        /**
         * Properties of a GetPolicy.
         * @deprecated Use keyway.v1.GetPolicy.$Properties instead.
         */
        interface IGetPolicy extends keyway.v1.GetPolicy.$Properties {
        }

        /** Represents a GetPolicy. */
        class GetPolicy {

            /**
             * Constructs a new GetPolicy.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.GetPolicy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetPolicy instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPolicy instance
             */
            static create(properties: keyway.v1.GetPolicy.$Shape): keyway.v1.GetPolicy & keyway.v1.GetPolicy.$Shape;
            static create(properties?: keyway.v1.GetPolicy.$Properties): keyway.v1.GetPolicy;

            /**
             * Encodes the specified GetPolicy message. Does not implicitly {@link keyway.v1.GetPolicy.verify|verify} messages.
             * @param message GetPolicy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.GetPolicy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPolicy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.GetPolicy & keyway.v1.GetPolicy.$Shape} GetPolicy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.GetPolicy & keyway.v1.GetPolicy.$Shape;

            /**
             * Verifies a GetPolicy message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetPolicy {

            /** Properties of a GetPolicy. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPolicy. */
            type $Shape = keyway.v1.GetPolicy.$Properties;
        }

        /**
         * Properties of a NewClient.
         * @deprecated Use keyway.v1.NewClient.$Properties instead.
         */
        interface INewClient extends keyway.v1.NewClient.$Properties {
        }

        /** Represents a NewClient. */
        class NewClient {

            /**
             * Constructs a new NewClient.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.NewClient.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NewClient spki. */
            spki: Uint8Array;

            /** NewClient name. */
            name: string;

            /** NewClient hidden. */
            hidden: boolean;

            /** NewClient operator. */
            operator: boolean;

            /**
             * Creates a new NewClient instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NewClient instance
             */
            static create(properties: keyway.v1.NewClient.$Shape): keyway.v1.NewClient & keyway.v1.NewClient.$Shape;
            static create(properties?: keyway.v1.NewClient.$Properties): keyway.v1.NewClient;

            /**
             * Encodes the specified NewClient message. Does not implicitly {@link keyway.v1.NewClient.verify|verify} messages.
             * @param message NewClient message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.NewClient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NewClient message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.NewClient & keyway.v1.NewClient.$Shape} NewClient
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.NewClient & keyway.v1.NewClient.$Shape;

            /**
             * Verifies a NewClient message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace NewClient {

            /** Properties of a NewClient. */
            interface $Properties {

                /** NewClient spki */
                spki?: (Uint8Array|null);

                /** NewClient name */
                name?: (string|null);

                /** NewClient hidden */
                hidden?: (boolean|null);

                /** NewClient operator */
                operator?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NewClient. */
            type $Shape = keyway.v1.NewClient.$Properties;
        }

        /**
         * Properties of an AddClients.
         * @deprecated Use keyway.v1.AddClients.$Properties instead.
         */
        interface IAddClients extends keyway.v1.AddClients.$Properties {
        }

        /** Represents an AddClients. */
        class AddClients {

            /**
             * Constructs a new AddClients.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.AddClients.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AddClients clients. */
            clients: keyway.v1.NewClient.$Properties[];

            /**
             * Creates a new AddClients instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AddClients instance
             */
            static create(properties: keyway.v1.AddClients.$Shape): keyway.v1.AddClients & keyway.v1.AddClients.$Shape;
            static create(properties?: keyway.v1.AddClients.$Properties): keyway.v1.AddClients;

            /**
             * Encodes the specified AddClients message. Does not implicitly {@link keyway.v1.AddClients.verify|verify} messages.
             * @param message AddClients message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.AddClients.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AddClients message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.AddClients & keyway.v1.AddClients.$Shape} AddClients
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.AddClients & keyway.v1.AddClients.$Shape;

            /**
             * Verifies an AddClients message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace AddClients {

            /** Properties of an AddClients. */
            interface $Properties {

                /** AddClients clients */
                clients?: (keyway.v1.NewClient.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AddClients. */
            type $Shape = keyway.v1.AddClients.$Properties;
        }

        /**
         * Properties of an Added.
         * @deprecated Use keyway.v1.Added.$Properties instead.
         */
        interface IAdded extends keyway.v1.Added.$Properties {
        }

        /** Represents an Added. */
        class Added {

            /**
             * Constructs a new Added.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Added.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Added id. */
            id: Uint8Array;

            /** Added code. */
            code: number;

            /** Added detail. */
            detail: string;

            /** Added known. */
            known: boolean;

            /**
             * Creates a new Added instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Added instance
             */
            static create(properties: keyway.v1.Added.$Shape): keyway.v1.Added & keyway.v1.Added.$Shape;
            static create(properties?: keyway.v1.Added.$Properties): keyway.v1.Added;

            /**
             * Encodes the specified Added message. Does not implicitly {@link keyway.v1.Added.verify|verify} messages.
             * @param message Added message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Added.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Added message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Added & keyway.v1.Added.$Shape} Added
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Added & keyway.v1.Added.$Shape;

            /**
             * Verifies an Added message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Added {

            /** Properties of an Added. */
            interface $Properties {

                /** Added id */
                id?: (Uint8Array|null);

                /** Added code */
                code?: (number|null);

                /** Added detail */
                detail?: (string|null);

                /** Added known */
                known?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Added. */
            type $Shape = keyway.v1.Added.$Properties;
        }

        /**
         * Properties of a ListClients.
         * @deprecated Use keyway.v1.ListClients.$Properties instead.
         */
        interface IListClients extends keyway.v1.ListClients.$Properties {
        }

        /** Represents a ListClients. */
        class ListClients {

            /**
             * Constructs a new ListClients.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ListClients.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListClients after. */
            after: Uint8Array;

            /** ListClients limit. */
            limit: number;

            /** ListClients name. */
            name: string;

            /** ListClients blocked. */
            blocked: boolean;

            /** ListClients client. */
            client: Uint8Array;

            /**
             * Creates a new ListClients instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListClients instance
             */
            static create(properties: keyway.v1.ListClients.$Shape): keyway.v1.ListClients & keyway.v1.ListClients.$Shape;
            static create(properties?: keyway.v1.ListClients.$Properties): keyway.v1.ListClients;

            /**
             * Encodes the specified ListClients message. Does not implicitly {@link keyway.v1.ListClients.verify|verify} messages.
             * @param message ListClients message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ListClients.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListClients message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ListClients & keyway.v1.ListClients.$Shape} ListClients
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ListClients & keyway.v1.ListClients.$Shape;

            /**
             * Verifies a ListClients message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListClients {

            /** Properties of a ListClients. */
            interface $Properties {

                /** ListClients after */
                after?: (Uint8Array|null);

                /** ListClients limit */
                limit?: (number|null);

                /** ListClients name */
                name?: (string|null);

                /** ListClients blocked */
                blocked?: (boolean|null);

                /** ListClients client */
                client?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListClients. */
            type $Shape = keyway.v1.ListClients.$Properties;
        }

        /**
         * Properties of a ClientEntry.
         * @deprecated Use keyway.v1.ClientEntry.$Properties instead.
         */
        interface IClientEntry extends keyway.v1.ClientEntry.$Properties {
        }

        /** Represents a ClientEntry. */
        class ClientEntry {

            /**
             * Constructs a new ClientEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ClientEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientEntry id. */
            id: Uint8Array;

            /** ClientEntry name. */
            name: string;

            /** ClientEntry kind. */
            kind: string;

            /** ClientEntry rights. */
            rights: number;

            /** ClientEntry blocked. */
            blocked: boolean;

            /** ClientEntry createdMs. */
            createdMs: (number|Long);

            /** ClientEntry seenMs. */
            seenMs: (number|Long);

            /** ClientEntry channels. */
            channels: number;

            /**
             * Creates a new ClientEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientEntry instance
             */
            static create(properties: keyway.v1.ClientEntry.$Shape): keyway.v1.ClientEntry & keyway.v1.ClientEntry.$Shape;
            static create(properties?: keyway.v1.ClientEntry.$Properties): keyway.v1.ClientEntry;

            /**
             * Encodes the specified ClientEntry message. Does not implicitly {@link keyway.v1.ClientEntry.verify|verify} messages.
             * @param message ClientEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ClientEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ClientEntry & keyway.v1.ClientEntry.$Shape} ClientEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ClientEntry & keyway.v1.ClientEntry.$Shape;

            /**
             * Verifies a ClientEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ClientEntry {

            /** Properties of a ClientEntry. */
            interface $Properties {

                /** ClientEntry id */
                id?: (Uint8Array|null);

                /** ClientEntry name */
                name?: (string|null);

                /** ClientEntry kind */
                kind?: (string|null);

                /** ClientEntry rights */
                rights?: (number|null);

                /** ClientEntry blocked */
                blocked?: (boolean|null);

                /** ClientEntry createdMs */
                createdMs?: (number|Long|null);

                /** ClientEntry seenMs */
                seenMs?: (number|Long|null);

                /** ClientEntry channels */
                channels?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientEntry. */
            type $Shape = keyway.v1.ClientEntry.$Properties;
        }

        /**
         * Properties of a ChangeClient.
         * @deprecated Use keyway.v1.ChangeClient.$Properties instead.
         */
        interface IChangeClient extends keyway.v1.ChangeClient.$Properties {
        }

        /** Represents a ChangeClient. */
        class ChangeClient {

            /**
             * Constructs a new ChangeClient.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ChangeClient.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangeClient client. */
            client: Uint8Array;

            /** ChangeClient name. */
            name: string;

            /** ChangeClient dropName. */
            dropName: boolean;

            /** ChangeClient setRights. */
            setRights: number;

            /** ChangeClient clearRights. */
            clearRights: number;

            /**
             * Creates a new ChangeClient instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChangeClient instance
             */
            static create(properties: keyway.v1.ChangeClient.$Shape): keyway.v1.ChangeClient & keyway.v1.ChangeClient.$Shape;
            static create(properties?: keyway.v1.ChangeClient.$Properties): keyway.v1.ChangeClient;

            /**
             * Encodes the specified ChangeClient message. Does not implicitly {@link keyway.v1.ChangeClient.verify|verify} messages.
             * @param message ChangeClient message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ChangeClient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangeClient message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ChangeClient & keyway.v1.ChangeClient.$Shape} ChangeClient
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ChangeClient & keyway.v1.ChangeClient.$Shape;

            /**
             * Verifies a ChangeClient message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ChangeClient {

            /** Properties of a ChangeClient. */
            interface $Properties {

                /** ChangeClient client */
                client?: (Uint8Array|null);

                /** ChangeClient name */
                name?: (string|null);

                /** ChangeClient dropName */
                dropName?: (boolean|null);

                /** ChangeClient setRights */
                setRights?: (number|null);

                /** ChangeClient clearRights */
                clearRights?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangeClient. */
            type $Shape = keyway.v1.ChangeClient.$Properties;
        }

        /**
         * Properties of a Block.
         * @deprecated Use keyway.v1.Block.$Properties instead.
         */
        interface IBlock extends keyway.v1.Block.$Properties {
        }

        /** Represents a Block. */
        class Block {

            /**
             * Constructs a new Block.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Block.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Block client. */
            client: Uint8Array;

            /** Block reason. */
            reason: string;

            /**
             * Creates a new Block instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Block instance
             */
            static create(properties: keyway.v1.Block.$Shape): keyway.v1.Block & keyway.v1.Block.$Shape;
            static create(properties?: keyway.v1.Block.$Properties): keyway.v1.Block;

            /**
             * Encodes the specified Block message. Does not implicitly {@link keyway.v1.Block.verify|verify} messages.
             * @param message Block message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Block.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Block message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Block & keyway.v1.Block.$Shape} Block
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Block & keyway.v1.Block.$Shape;

            /**
             * Verifies a Block message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Block {

            /** Properties of a Block. */
            interface $Properties {

                /** Block client */
                client?: (Uint8Array|null);

                /** Block reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Block. */
            type $Shape = keyway.v1.Block.$Properties;
        }

        /**
         * Properties of an Unblock.
         * @deprecated Use keyway.v1.Unblock.$Properties instead.
         */
        interface IUnblock extends keyway.v1.Unblock.$Properties {
        }

        /** Represents an Unblock. */
        class Unblock {

            /**
             * Constructs a new Unblock.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Unblock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Unblock client. */
            client: Uint8Array;

            /**
             * Creates a new Unblock instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Unblock instance
             */
            static create(properties: keyway.v1.Unblock.$Shape): keyway.v1.Unblock & keyway.v1.Unblock.$Shape;
            static create(properties?: keyway.v1.Unblock.$Properties): keyway.v1.Unblock;

            /**
             * Encodes the specified Unblock message. Does not implicitly {@link keyway.v1.Unblock.verify|verify} messages.
             * @param message Unblock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Unblock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unblock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Unblock & keyway.v1.Unblock.$Shape} Unblock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Unblock & keyway.v1.Unblock.$Shape;

            /**
             * Verifies an Unblock message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Unblock {

            /** Properties of an Unblock. */
            interface $Properties {

                /** Unblock client */
                client?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unblock. */
            type $Shape = keyway.v1.Unblock.$Properties;
        }

        /**
         * Properties of a Revoke.
         * @deprecated Use keyway.v1.Revoke.$Properties instead.
         */
        interface IRevoke extends keyway.v1.Revoke.$Properties {
        }

        /** Represents a Revoke. */
        class Revoke {

            /**
             * Constructs a new Revoke.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Revoke.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Revoke client. */
            client: Uint8Array;

            /**
             * Creates a new Revoke instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Revoke instance
             */
            static create(properties: keyway.v1.Revoke.$Shape): keyway.v1.Revoke & keyway.v1.Revoke.$Shape;
            static create(properties?: keyway.v1.Revoke.$Properties): keyway.v1.Revoke;

            /**
             * Encodes the specified Revoke message. Does not implicitly {@link keyway.v1.Revoke.verify|verify} messages.
             * @param message Revoke message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Revoke.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Revoke message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Revoke & keyway.v1.Revoke.$Shape} Revoke
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Revoke & keyway.v1.Revoke.$Shape;

            /**
             * Verifies a Revoke message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Revoke {

            /** Properties of a Revoke. */
            interface $Properties {

                /** Revoke client */
                client?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Revoke. */
            type $Shape = keyway.v1.Revoke.$Properties;
        }

        /**
         * Properties of a CreateToken.
         * @deprecated Use keyway.v1.CreateToken.$Properties instead.
         */
        interface ICreateToken extends keyway.v1.CreateToken.$Properties {
        }

        /** Represents a CreateToken. */
        class CreateToken {

            /**
             * Constructs a new CreateToken.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.CreateToken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateToken lifetimeS. */
            lifetimeS: number;

            /** CreateToken uses. */
            uses: number;

            /** CreateToken name. */
            name: string;

            /** CreateToken operator. */
            operator: boolean;

            /**
             * Creates a new CreateToken instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateToken instance
             */
            static create(properties: keyway.v1.CreateToken.$Shape): keyway.v1.CreateToken & keyway.v1.CreateToken.$Shape;
            static create(properties?: keyway.v1.CreateToken.$Properties): keyway.v1.CreateToken;

            /**
             * Encodes the specified CreateToken message. Does not implicitly {@link keyway.v1.CreateToken.verify|verify} messages.
             * @param message CreateToken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.CreateToken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateToken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.CreateToken & keyway.v1.CreateToken.$Shape} CreateToken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.CreateToken & keyway.v1.CreateToken.$Shape;

            /**
             * Verifies a CreateToken message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace CreateToken {

            /** Properties of a CreateToken. */
            interface $Properties {

                /** CreateToken lifetimeS */
                lifetimeS?: (number|null);

                /** CreateToken uses */
                uses?: (number|null);

                /** CreateToken name */
                name?: (string|null);

                /** CreateToken operator */
                operator?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateToken. */
            type $Shape = keyway.v1.CreateToken.$Properties;
        }

        /**
         * Properties of a NewToken.
         * @deprecated Use keyway.v1.NewToken.$Properties instead.
         */
        interface INewToken extends keyway.v1.NewToken.$Properties {
        }

        /** Represents a NewToken. */
        class NewToken {

            /**
             * Constructs a new NewToken.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.NewToken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NewToken id. */
            id: Uint8Array;

            /** NewToken secret. */
            secret: Uint8Array;

            /** NewToken expiresMs. */
            expiresMs: (number|Long);

            /**
             * Creates a new NewToken instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NewToken instance
             */
            static create(properties: keyway.v1.NewToken.$Shape): keyway.v1.NewToken & keyway.v1.NewToken.$Shape;
            static create(properties?: keyway.v1.NewToken.$Properties): keyway.v1.NewToken;

            /**
             * Encodes the specified NewToken message. Does not implicitly {@link keyway.v1.NewToken.verify|verify} messages.
             * @param message NewToken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.NewToken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NewToken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.NewToken & keyway.v1.NewToken.$Shape} NewToken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.NewToken & keyway.v1.NewToken.$Shape;

            /**
             * Verifies a NewToken message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace NewToken {

            /** Properties of a NewToken. */
            interface $Properties {

                /** NewToken id */
                id?: (Uint8Array|null);

                /** NewToken secret */
                secret?: (Uint8Array|null);

                /** NewToken expiresMs */
                expiresMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NewToken. */
            type $Shape = keyway.v1.NewToken.$Properties;
        }

        /**
         * Properties of a ListTokens.
         * @deprecated Use keyway.v1.ListTokens.$Properties instead.
         */
        interface IListTokens extends keyway.v1.ListTokens.$Properties {
        }

        /** Represents a ListTokens. */
        class ListTokens {

            /**
             * Constructs a new ListTokens.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ListTokens.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListTokens instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListTokens instance
             */
            static create(properties: keyway.v1.ListTokens.$Shape): keyway.v1.ListTokens & keyway.v1.ListTokens.$Shape;
            static create(properties?: keyway.v1.ListTokens.$Properties): keyway.v1.ListTokens;

            /**
             * Encodes the specified ListTokens message. Does not implicitly {@link keyway.v1.ListTokens.verify|verify} messages.
             * @param message ListTokens message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ListTokens.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListTokens message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ListTokens & keyway.v1.ListTokens.$Shape} ListTokens
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ListTokens & keyway.v1.ListTokens.$Shape;

            /**
             * Verifies a ListTokens message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListTokens {

            /** Properties of a ListTokens. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListTokens. */
            type $Shape = keyway.v1.ListTokens.$Properties;
        }

        /**
         * Properties of a TokenEntry.
         * @deprecated Use keyway.v1.TokenEntry.$Properties instead.
         */
        interface ITokenEntry extends keyway.v1.TokenEntry.$Properties {
        }

        /** Represents a TokenEntry. */
        class TokenEntry {

            /**
             * Constructs a new TokenEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.TokenEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TokenEntry id. */
            id: Uint8Array;

            /** TokenEntry createdMs. */
            createdMs: (number|Long);

            /** TokenEntry expiresMs. */
            expiresMs: (number|Long);

            /** TokenEntry uses. */
            uses: number;

            /** TokenEntry used. */
            used: number;

            /** TokenEntry name. */
            name: string;

            /** TokenEntry revoked. */
            revoked: boolean;

            /**
             * Creates a new TokenEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TokenEntry instance
             */
            static create(properties: keyway.v1.TokenEntry.$Shape): keyway.v1.TokenEntry & keyway.v1.TokenEntry.$Shape;
            static create(properties?: keyway.v1.TokenEntry.$Properties): keyway.v1.TokenEntry;

            /**
             * Encodes the specified TokenEntry message. Does not implicitly {@link keyway.v1.TokenEntry.verify|verify} messages.
             * @param message TokenEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.TokenEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TokenEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.TokenEntry & keyway.v1.TokenEntry.$Shape} TokenEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.TokenEntry & keyway.v1.TokenEntry.$Shape;

            /**
             * Verifies a TokenEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace TokenEntry {

            /** Properties of a TokenEntry. */
            interface $Properties {

                /** TokenEntry id */
                id?: (Uint8Array|null);

                /** TokenEntry createdMs */
                createdMs?: (number|Long|null);

                /** TokenEntry expiresMs */
                expiresMs?: (number|Long|null);

                /** TokenEntry uses */
                uses?: (number|null);

                /** TokenEntry used */
                used?: (number|null);

                /** TokenEntry name */
                name?: (string|null);

                /** TokenEntry revoked */
                revoked?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TokenEntry. */
            type $Shape = keyway.v1.TokenEntry.$Properties;
        }

        /**
         * Properties of a RevokeToken.
         * @deprecated Use keyway.v1.RevokeToken.$Properties instead.
         */
        interface IRevokeToken extends keyway.v1.RevokeToken.$Properties {
        }

        /** Represents a RevokeToken. */
        class RevokeToken {

            /**
             * Constructs a new RevokeToken.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.RevokeToken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevokeToken id. */
            id: Uint8Array;

            /**
             * Creates a new RevokeToken instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RevokeToken instance
             */
            static create(properties: keyway.v1.RevokeToken.$Shape): keyway.v1.RevokeToken & keyway.v1.RevokeToken.$Shape;
            static create(properties?: keyway.v1.RevokeToken.$Properties): keyway.v1.RevokeToken;

            /**
             * Encodes the specified RevokeToken message. Does not implicitly {@link keyway.v1.RevokeToken.verify|verify} messages.
             * @param message RevokeToken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.RevokeToken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevokeToken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.RevokeToken & keyway.v1.RevokeToken.$Shape} RevokeToken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.RevokeToken & keyway.v1.RevokeToken.$Shape;

            /**
             * Verifies a RevokeToken message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace RevokeToken {

            /** Properties of a RevokeToken. */
            interface $Properties {

                /** RevokeToken id */
                id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevokeToken. */
            type $Shape = keyway.v1.RevokeToken.$Properties;
        }

        /**
         * Properties of a GetSettings.
         * @deprecated Use keyway.v1.GetSettings.$Properties instead.
         */
        interface IGetSettings extends keyway.v1.GetSettings.$Properties {
        }

        /** Represents a GetSettings. */
        class GetSettings {

            /**
             * Constructs a new GetSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.GetSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetSettings instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetSettings instance
             */
            static create(properties: keyway.v1.GetSettings.$Shape): keyway.v1.GetSettings & keyway.v1.GetSettings.$Shape;
            static create(properties?: keyway.v1.GetSettings.$Properties): keyway.v1.GetSettings;

            /**
             * Encodes the specified GetSettings message. Does not implicitly {@link keyway.v1.GetSettings.verify|verify} messages.
             * @param message GetSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.GetSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.GetSettings & keyway.v1.GetSettings.$Shape} GetSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.GetSettings & keyway.v1.GetSettings.$Shape;

            /**
             * Verifies a GetSettings message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetSettings {

            /** Properties of a GetSettings. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetSettings. */
            type $Shape = keyway.v1.GetSettings.$Properties;
        }

        /**
         * Properties of a ListAudit.
         * @deprecated Use keyway.v1.ListAudit.$Properties instead.
         */
        interface IListAudit extends keyway.v1.ListAudit.$Properties {
        }

        /** Represents a ListAudit. */
        class ListAudit {

            /**
             * Constructs a new ListAudit.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ListAudit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListAudit after. */
            after: (number|Long);

            /** ListAudit limit. */
            limit: number;

            /**
             * Creates a new ListAudit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListAudit instance
             */
            static create(properties: keyway.v1.ListAudit.$Shape): keyway.v1.ListAudit & keyway.v1.ListAudit.$Shape;
            static create(properties?: keyway.v1.ListAudit.$Properties): keyway.v1.ListAudit;

            /**
             * Encodes the specified ListAudit message. Does not implicitly {@link keyway.v1.ListAudit.verify|verify} messages.
             * @param message ListAudit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ListAudit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListAudit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ListAudit & keyway.v1.ListAudit.$Shape} ListAudit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ListAudit & keyway.v1.ListAudit.$Shape;

            /**
             * Verifies a ListAudit message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListAudit {

            /** Properties of a ListAudit. */
            interface $Properties {

                /** ListAudit after */
                after?: (number|Long|null);

                /** ListAudit limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListAudit. */
            type $Shape = keyway.v1.ListAudit.$Properties;
        }

        /**
         * Properties of an AuditEntry.
         * @deprecated Use keyway.v1.AuditEntry.$Properties instead.
         */
        interface IAuditEntry extends keyway.v1.AuditEntry.$Properties {
        }

        /** Represents an AuditEntry. */
        class AuditEntry {

            /**
             * Constructs a new AuditEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.AuditEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuditEntry seq. */
            seq: (number|Long);

            /** AuditEntry timeMs. */
            timeMs: (number|Long);

            /** AuditEntry actor. */
            actor: Uint8Array;

            /** AuditEntry action. */
            action: string;

            /** AuditEntry detail. */
            detail: string;

            /** AuditEntry hash. */
            hash: Uint8Array;

            /**
             * Creates a new AuditEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AuditEntry instance
             */
            static create(properties: keyway.v1.AuditEntry.$Shape): keyway.v1.AuditEntry & keyway.v1.AuditEntry.$Shape;
            static create(properties?: keyway.v1.AuditEntry.$Properties): keyway.v1.AuditEntry;

            /**
             * Encodes the specified AuditEntry message. Does not implicitly {@link keyway.v1.AuditEntry.verify|verify} messages.
             * @param message AuditEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.AuditEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuditEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.AuditEntry & keyway.v1.AuditEntry.$Shape} AuditEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.AuditEntry & keyway.v1.AuditEntry.$Shape;

            /**
             * Verifies an AuditEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace AuditEntry {

            /** Properties of an AuditEntry. */
            interface $Properties {

                /** AuditEntry seq */
                seq?: (number|Long|null);

                /** AuditEntry timeMs */
                timeMs?: (number|Long|null);

                /** AuditEntry actor */
                actor?: (Uint8Array|null);

                /** AuditEntry action */
                action?: (string|null);

                /** AuditEntry detail */
                detail?: (string|null);

                /** AuditEntry hash */
                hash?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuditEntry. */
            type $Shape = keyway.v1.AuditEntry.$Properties;
        }

        /**
         * Properties of a DeclareService.
         * @deprecated Use keyway.v1.DeclareService.$Properties instead.
         */
        interface IDeclareService extends keyway.v1.DeclareService.$Properties {
        }

        /** Represents a DeclareService. */
        class DeclareService {

            /**
             * Constructs a new DeclareService.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.DeclareService.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeclareService name. */
            name: string;

            /** DeclareService workers. */
            workers: Uint8Array[];

            /** DeclareService members. */
            members: boolean;

            /** DeclareService noMore. */
            noMore: Uint8Array[];

            /**
             * Creates a new DeclareService instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeclareService instance
             */
            static create(properties: keyway.v1.DeclareService.$Shape): keyway.v1.DeclareService & keyway.v1.DeclareService.$Shape;
            static create(properties?: keyway.v1.DeclareService.$Properties): keyway.v1.DeclareService;

            /**
             * Encodes the specified DeclareService message. Does not implicitly {@link keyway.v1.DeclareService.verify|verify} messages.
             * @param message DeclareService message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.DeclareService.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeclareService message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.DeclareService & keyway.v1.DeclareService.$Shape} DeclareService
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.DeclareService & keyway.v1.DeclareService.$Shape;

            /**
             * Verifies a DeclareService message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DeclareService {

            /** Properties of a DeclareService. */
            interface $Properties {

                /** DeclareService name */
                name?: (string|null);

                /** DeclareService workers */
                workers?: (Uint8Array[]|null);

                /** DeclareService members */
                members?: (boolean|null);

                /** DeclareService noMore */
                noMore?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeclareService. */
            type $Shape = keyway.v1.DeclareService.$Properties;
        }

        /**
         * Properties of a ListServices.
         * @deprecated Use keyway.v1.ListServices.$Properties instead.
         */
        interface IListServices extends keyway.v1.ListServices.$Properties {
        }

        /** Represents a ListServices. */
        class ListServices {

            /**
             * Constructs a new ListServices.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ListServices.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListServices instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListServices instance
             */
            static create(properties: keyway.v1.ListServices.$Shape): keyway.v1.ListServices & keyway.v1.ListServices.$Shape;
            static create(properties?: keyway.v1.ListServices.$Properties): keyway.v1.ListServices;

            /**
             * Encodes the specified ListServices message. Does not implicitly {@link keyway.v1.ListServices.verify|verify} messages.
             * @param message ListServices message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ListServices.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListServices message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ListServices & keyway.v1.ListServices.$Shape} ListServices
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ListServices & keyway.v1.ListServices.$Shape;

            /**
             * Verifies a ListServices message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListServices {

            /** Properties of a ListServices. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListServices. */
            type $Shape = keyway.v1.ListServices.$Properties;
        }

        /**
         * Properties of a ServiceEntry.
         * @deprecated Use keyway.v1.ServiceEntry.$Properties instead.
         */
        interface IServiceEntry extends keyway.v1.ServiceEntry.$Properties {
        }

        /** Represents a ServiceEntry. */
        class ServiceEntry {

            /**
             * Constructs a new ServiceEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.ServiceEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceEntry name. */
            name: string;

            /** ServiceEntry owner. */
            owner: Uint8Array;

            /** ServiceEntry workers. */
            workers: Uint8Array[];

            /** ServiceEntry members. */
            members: boolean;

            /**
             * Creates a new ServiceEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceEntry instance
             */
            static create(properties: keyway.v1.ServiceEntry.$Shape): keyway.v1.ServiceEntry & keyway.v1.ServiceEntry.$Shape;
            static create(properties?: keyway.v1.ServiceEntry.$Properties): keyway.v1.ServiceEntry;

            /**
             * Encodes the specified ServiceEntry message. Does not implicitly {@link keyway.v1.ServiceEntry.verify|verify} messages.
             * @param message ServiceEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.ServiceEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.ServiceEntry & keyway.v1.ServiceEntry.$Shape} ServiceEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.ServiceEntry & keyway.v1.ServiceEntry.$Shape;

            /**
             * Verifies a ServiceEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ServiceEntry {

            /** Properties of a ServiceEntry. */
            interface $Properties {

                /** ServiceEntry name */
                name?: (string|null);

                /** ServiceEntry owner */
                owner?: (Uint8Array|null);

                /** ServiceEntry workers */
                workers?: (Uint8Array[]|null);

                /** ServiceEntry members */
                members?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceEntry. */
            type $Shape = keyway.v1.ServiceEntry.$Properties;
        }

        /**
         * Properties of a RemoveService.
         * @deprecated Use keyway.v1.RemoveService.$Properties instead.
         */
        interface IRemoveService extends keyway.v1.RemoveService.$Properties {
        }

        /** Represents a RemoveService. */
        class RemoveService {

            /**
             * Constructs a new RemoveService.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.RemoveService.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoveService name. */
            name: string;

            /**
             * Creates a new RemoveService instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RemoveService instance
             */
            static create(properties: keyway.v1.RemoveService.$Shape): keyway.v1.RemoveService & keyway.v1.RemoveService.$Shape;
            static create(properties?: keyway.v1.RemoveService.$Properties): keyway.v1.RemoveService;

            /**
             * Encodes the specified RemoveService message. Does not implicitly {@link keyway.v1.RemoveService.verify|verify} messages.
             * @param message RemoveService message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.RemoveService.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoveService message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.RemoveService & keyway.v1.RemoveService.$Shape} RemoveService
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.RemoveService & keyway.v1.RemoveService.$Shape;

            /**
             * Verifies a RemoveService message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace RemoveService {

            /** Properties of a RemoveService. */
            interface $Properties {

                /** RemoveService name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoveService. */
            type $Shape = keyway.v1.RemoveService.$Properties;
        }

        /**
         * Properties of a GetHealth.
         * @deprecated Use keyway.v1.GetHealth.$Properties instead.
         */
        interface IGetHealth extends keyway.v1.GetHealth.$Properties {
        }

        /** Represents a GetHealth. */
        class GetHealth {

            /**
             * Constructs a new GetHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.GetHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetHealth instance
             */
            static create(properties: keyway.v1.GetHealth.$Shape): keyway.v1.GetHealth & keyway.v1.GetHealth.$Shape;
            static create(properties?: keyway.v1.GetHealth.$Properties): keyway.v1.GetHealth;

            /**
             * Encodes the specified GetHealth message. Does not implicitly {@link keyway.v1.GetHealth.verify|verify} messages.
             * @param message GetHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.GetHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.GetHealth & keyway.v1.GetHealth.$Shape} GetHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.GetHealth & keyway.v1.GetHealth.$Shape;

            /**
             * Verifies a GetHealth message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetHealth {

            /** Properties of a GetHealth. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHealth. */
            type $Shape = keyway.v1.GetHealth.$Properties;
        }

        /**
         * Properties of an AuthHealth.
         * @deprecated Use keyway.v1.AuthHealth.$Properties instead.
         */
        interface IAuthHealth extends keyway.v1.AuthHealth.$Properties {
        }

        /** Represents an AuthHealth. */
        class AuthHealth {

            /**
             * Constructs a new AuthHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.AuthHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuthHealth timeMs. */
            timeMs: (number|Long);

            /** AuthHealth version. */
            version: string;

            /** AuthHealth startedMs. */
            startedMs: (number|Long);

            /** AuthHealth clients. */
            clients: (number|Long);

            /** AuthHealth channels. */
            channels: (number|Long);

            /** AuthHealth auditSeq. */
            auditSeq: (number|Long);

            /** AuthHealth auditHash. */
            auditHash: Uint8Array;

            /** AuthHealth diskFreeBytes. */
            diskFreeBytes: (number|Long);

            /** AuthHealth manifestVersion. */
            manifestVersion: (number|Long);

            /** AuthHealth manifestExpiresMs. */
            manifestExpiresMs: (number|Long);

            /**
             * Creates a new AuthHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AuthHealth instance
             */
            static create(properties: keyway.v1.AuthHealth.$Shape): keyway.v1.AuthHealth & keyway.v1.AuthHealth.$Shape;
            static create(properties?: keyway.v1.AuthHealth.$Properties): keyway.v1.AuthHealth;

            /**
             * Encodes the specified AuthHealth message. Does not implicitly {@link keyway.v1.AuthHealth.verify|verify} messages.
             * @param message AuthHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.AuthHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuthHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.AuthHealth & keyway.v1.AuthHealth.$Shape} AuthHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.AuthHealth & keyway.v1.AuthHealth.$Shape;

            /**
             * Verifies an AuthHealth message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace AuthHealth {

            /** Properties of an AuthHealth. */
            interface $Properties {

                /** AuthHealth timeMs */
                timeMs?: (number|Long|null);

                /** AuthHealth version */
                version?: (string|null);

                /** AuthHealth startedMs */
                startedMs?: (number|Long|null);

                /** AuthHealth clients */
                clients?: (number|Long|null);

                /** AuthHealth channels */
                channels?: (number|Long|null);

                /** AuthHealth auditSeq */
                auditSeq?: (number|Long|null);

                /** AuthHealth auditHash */
                auditHash?: (Uint8Array|null);

                /** AuthHealth diskFreeBytes */
                diskFreeBytes?: (number|Long|null);

                /** AuthHealth manifestVersion */
                manifestVersion?: (number|Long|null);

                /** AuthHealth manifestExpiresMs */
                manifestExpiresMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuthHealth. */
            type $Shape = keyway.v1.AuthHealth.$Properties;
        }

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

            /** ChannelRequest enrolment. */
            enrolment: Uint8Array;

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

                /** ChannelRequest enrolment */
                enrolment?: (Uint8Array|null);

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

            /** Frames request. */
            request: keyway.v1.Request.$Properties[];

            /** Frames reply. */
            reply: keyway.v1.Reply.$Properties[];

            /** Frames presence. */
            presence: keyway.v1.Presence.$Properties[];

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

                /** Frames request */
                request?: (keyway.v1.Request.$Properties[]|null);

                /** Frames reply */
                reply?: (keyway.v1.Reply.$Properties[]|null);

                /** Frames presence */
                presence?: (keyway.v1.Presence.$Properties[]|null);

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
         * Properties of a Request.
         * @deprecated Use keyway.v1.Request.$Properties instead.
         */
        interface IRequest extends keyway.v1.Request.$Properties {
        }

        /** Represents a Request. */
        class Request {

            /**
             * Constructs a new Request.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Request.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Request id. */
            id: number;

            /** Request service. */
            service: string;

            /** Request timeoutMs. */
            timeoutMs: number;

            /** Request key. */
            key: Uint8Array;

            /** Request source. */
            source: Uint8Array;

            /** Request attempt. */
            attempt: number;

            /** Request body. */
            body: Uint8Array;

            /**
             * Creates a new Request instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Request instance
             */
            static create(properties: keyway.v1.Request.$Shape): keyway.v1.Request & keyway.v1.Request.$Shape;
            static create(properties?: keyway.v1.Request.$Properties): keyway.v1.Request;

            /**
             * Encodes the specified Request message. Does not implicitly {@link keyway.v1.Request.verify|verify} messages.
             * @param message Request message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Request.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Request message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Request & keyway.v1.Request.$Shape} Request
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Request & keyway.v1.Request.$Shape;

            /**
             * Verifies a Request message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Request {

            /** Properties of a Request. */
            interface $Properties {

                /** Request id */
                id?: (number|null);

                /** Request service */
                service?: (string|null);

                /** Request timeoutMs */
                timeoutMs?: (number|null);

                /** Request key */
                key?: (Uint8Array|null);

                /** Request source */
                source?: (Uint8Array|null);

                /** Request attempt */
                attempt?: (number|null);

                /** Request body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Request. */
            type $Shape = keyway.v1.Request.$Properties;
        }

        /**
         * Properties of a Reply.
         * @deprecated Use keyway.v1.Reply.$Properties instead.
         */
        interface IReply extends keyway.v1.Reply.$Properties {
        }

        /** Represents a Reply. */
        class Reply {

            /**
             * Constructs a new Reply.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Reply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reply id. */
            id: number;

            /** Reply code. */
            code: number;

            /** Reply source. */
            source: Uint8Array;

            /** Reply body. */
            body: Uint8Array;

            /**
             * Creates a new Reply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Reply instance
             */
            static create(properties: keyway.v1.Reply.$Shape): keyway.v1.Reply & keyway.v1.Reply.$Shape;
            static create(properties?: keyway.v1.Reply.$Properties): keyway.v1.Reply;

            /**
             * Encodes the specified Reply message. Does not implicitly {@link keyway.v1.Reply.verify|verify} messages.
             * @param message Reply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Reply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Reply & keyway.v1.Reply.$Shape} Reply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Reply & keyway.v1.Reply.$Shape;

            /**
             * Verifies a Reply message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Reply {

            /** Properties of a Reply. */
            interface $Properties {

                /** Reply id */
                id?: (number|null);

                /** Reply code */
                code?: (number|null);

                /** Reply source */
                source?: (Uint8Array|null);

                /** Reply body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reply. */
            type $Shape = keyway.v1.Reply.$Properties;
        }

        /**
         * Properties of a Presence.
         * @deprecated Use keyway.v1.Presence.$Properties instead.
         */
        interface IPresence extends keyway.v1.Presence.$Properties {
        }

        /** Represents a Presence. */
        class Presence {

            /**
             * Constructs a new Presence.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Presence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Presence client. */
            client: Uint8Array;

            /** Presence online. */
            online: boolean;

            /** Presence timeMs. */
            timeMs: (number|Long);

            /**
             * Creates a new Presence instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Presence instance
             */
            static create(properties: keyway.v1.Presence.$Shape): keyway.v1.Presence & keyway.v1.Presence.$Shape;
            static create(properties?: keyway.v1.Presence.$Properties): keyway.v1.Presence;

            /**
             * Encodes the specified Presence message. Does not implicitly {@link keyway.v1.Presence.verify|verify} messages.
             * @param message Presence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Presence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Presence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Presence & keyway.v1.Presence.$Shape} Presence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Presence & keyway.v1.Presence.$Shape;

            /**
             * Verifies a Presence message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Presence {

            /** Properties of a Presence. */
            interface $Properties {

                /** Presence client */
                client?: (Uint8Array|null);

                /** Presence online */
                online?: (boolean|null);

                /** Presence timeMs */
                timeMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Presence. */
            type $Shape = keyway.v1.Presence.$Properties;
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

            /** NAME_TAKEN value */
            NAME_TAKEN = 2010,

            /** NAME_INVALID value */
            NAME_INVALID = 2011,

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

            /** NO_SUCH_SERVICE value */
            NO_SUCH_SERVICE = 4011,

            /** NO_WORKER value */
            NO_WORKER = 4012,

            /** WORKER_FAILED value */
            WORKER_FAILED = 4013,

            /** DEADLINE_PASSED value */
            DEADLINE_PASSED = 4014,

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

            /** AUDIT_BROKEN value */
            AUDIT_BROKEN = 5019,

            /** UNTRUSTED value */
            UNTRUSTED = 5020,

            /** INTERNAL value */
            INTERNAL = 9001,

            /** UNAVAILABLE value */
            UNAVAILABLE = 9002
        }

        /**
         * Properties of a FleetCall.
         * @deprecated Use keyway.v1.FleetCall.$Properties instead.
         */
        interface IFleetCall extends keyway.v1.FleetCall.$Properties {
        }

        /** Represents a FleetCall. */
        class FleetCall {

            /**
             * Constructs a new FleetCall.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.FleetCall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FleetCall resolve. */
            resolve?: (keyway.v1.Resolve.$Properties|null);

            /** FleetCall who. */
            who?: (keyway.v1.Who.$Properties|null);

            /** FleetCall list. */
            list?: (keyway.v1.List.$Properties|null);

            /** FleetCall watch. */
            watch?: (keyway.v1.Watch.$Properties|null);

            /** FleetCall claim. */
            claim?: (keyway.v1.Claim.$Properties|null);

            /** FleetCall visibility. */
            visibility?: (keyway.v1.Visibility.$Properties|null);

            /** FleetCall serve. */
            serve?: (keyway.v1.Serve.$Properties|null);

            /** FleetCall status. */
            status?: (keyway.v1.Status.$Properties|null);

            /** FleetCall call. */
            call?: ("resolve"|"who"|"list"|"watch"|"claim"|"visibility"|"serve"|"status");

            /**
             * Creates a new FleetCall instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FleetCall instance
             */
            static create(properties: keyway.v1.FleetCall.$Shape): keyway.v1.FleetCall & keyway.v1.FleetCall.$Shape;
            static create(properties?: keyway.v1.FleetCall.$Properties): keyway.v1.FleetCall;

            /**
             * Encodes the specified FleetCall message. Does not implicitly {@link keyway.v1.FleetCall.verify|verify} messages.
             * @param message FleetCall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.FleetCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FleetCall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.FleetCall & keyway.v1.FleetCall.$Shape} FleetCall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.FleetCall & keyway.v1.FleetCall.$Shape;

            /**
             * Verifies a FleetCall message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace FleetCall {

            /** Properties of a FleetCall. */
            interface $Properties {

                /** FleetCall resolve */
                resolve?: (keyway.v1.Resolve.$Properties|null);

                /** FleetCall who */
                who?: (keyway.v1.Who.$Properties|null);

                /** FleetCall list */
                list?: (keyway.v1.List.$Properties|null);

                /** FleetCall watch */
                watch?: (keyway.v1.Watch.$Properties|null);

                /** FleetCall claim */
                claim?: (keyway.v1.Claim.$Properties|null);

                /** FleetCall visibility */
                visibility?: (keyway.v1.Visibility.$Properties|null);

                /** FleetCall serve */
                serve?: (keyway.v1.Serve.$Properties|null);

                /** FleetCall status */
                status?: (keyway.v1.Status.$Properties|null);

                /** FleetCall call */
                call?: ("resolve"|"who"|"list"|"watch"|"claim"|"visibility"|"serve"|"status");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a FleetCall. */
            type $Shape = {
              resolve?: keyway.v1.Resolve.$Shape|null;
              who?: keyway.v1.Who.$Shape|null;
              list?: keyway.v1.List.$Shape|null;
              watch?: keyway.v1.Watch.$Shape|null;
              claim?: keyway.v1.Claim.$Shape|null;
              visibility?: keyway.v1.Visibility.$Shape|null;
              serve?: keyway.v1.Serve.$Shape|null;
              status?: keyway.v1.Status.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ call?: undefined; resolve?: null; who?: null; list?: null; watch?: null; claim?: null; visibility?: null; serve?: null; status?: null }|{ call?: "resolve"; resolve: keyway.v1.Resolve.$Shape; who?: null; list?: null; watch?: null; claim?: null; visibility?: null; serve?: null; status?: null }|{ call?: "who"; resolve?: null; who: keyway.v1.Who.$Shape; list?: null; watch?: null; claim?: null; visibility?: null; serve?: null; status?: null }|{ call?: "list"; resolve?: null; who?: null; list: keyway.v1.List.$Shape; watch?: null; claim?: null; visibility?: null; serve?: null; status?: null }|{ call?: "watch"; resolve?: null; who?: null; list?: null; watch: keyway.v1.Watch.$Shape; claim?: null; visibility?: null; serve?: null; status?: null }|{ call?: "claim"; resolve?: null; who?: null; list?: null; watch?: null; claim: keyway.v1.Claim.$Shape; visibility?: null; serve?: null; status?: null }|{ call?: "visibility"; resolve?: null; who?: null; list?: null; watch?: null; claim?: null; visibility: keyway.v1.Visibility.$Shape; serve?: null; status?: null }|{ call?: "serve"; resolve?: null; who?: null; list?: null; watch?: null; claim?: null; visibility?: null; serve: keyway.v1.Serve.$Shape; status?: null }|{ call?: "status"; resolve?: null; who?: null; list?: null; watch?: null; claim?: null; visibility?: null; serve?: null; status: keyway.v1.Status.$Shape })
            );
        }

        /**
         * Properties of a FleetAnswer.
         * @deprecated Use keyway.v1.FleetAnswer.$Properties instead.
         */
        interface IFleetAnswer extends keyway.v1.FleetAnswer.$Properties {
        }

        /** Represents a FleetAnswer. */
        class FleetAnswer {

            /**
             * Constructs a new FleetAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.FleetAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FleetAnswer members. */
            members: keyway.v1.Member.$Properties[];

            /** FleetAnswer more. */
            more: boolean;

            /** FleetAnswer status. */
            status?: (keyway.v1.FleetStatus.$Properties|null);

            /**
             * Creates a new FleetAnswer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FleetAnswer instance
             */
            static create(properties: keyway.v1.FleetAnswer.$Shape): keyway.v1.FleetAnswer & keyway.v1.FleetAnswer.$Shape;
            static create(properties?: keyway.v1.FleetAnswer.$Properties): keyway.v1.FleetAnswer;

            /**
             * Encodes the specified FleetAnswer message. Does not implicitly {@link keyway.v1.FleetAnswer.verify|verify} messages.
             * @param message FleetAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.FleetAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FleetAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.FleetAnswer & keyway.v1.FleetAnswer.$Shape} FleetAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.FleetAnswer & keyway.v1.FleetAnswer.$Shape;

            /**
             * Verifies a FleetAnswer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace FleetAnswer {

            /** Properties of a FleetAnswer. */
            interface $Properties {

                /** FleetAnswer members */
                members?: (keyway.v1.Member.$Properties[]|null);

                /** FleetAnswer more */
                more?: (boolean|null);

                /** FleetAnswer status */
                status?: (keyway.v1.FleetStatus.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FleetAnswer. */
            type $Shape = keyway.v1.FleetAnswer.$Properties;
        }

        /**
         * Properties of a Resolve.
         * @deprecated Use keyway.v1.Resolve.$Properties instead.
         */
        interface IResolve extends keyway.v1.Resolve.$Properties {
        }

        /** Represents a Resolve. */
        class Resolve {

            /**
             * Constructs a new Resolve.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Resolve.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Resolve names. */
            names: string[];

            /**
             * Creates a new Resolve instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Resolve instance
             */
            static create(properties: keyway.v1.Resolve.$Shape): keyway.v1.Resolve & keyway.v1.Resolve.$Shape;
            static create(properties?: keyway.v1.Resolve.$Properties): keyway.v1.Resolve;

            /**
             * Encodes the specified Resolve message. Does not implicitly {@link keyway.v1.Resolve.verify|verify} messages.
             * @param message Resolve message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Resolve.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Resolve message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Resolve & keyway.v1.Resolve.$Shape} Resolve
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Resolve & keyway.v1.Resolve.$Shape;

            /**
             * Verifies a Resolve message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Resolve {

            /** Properties of a Resolve. */
            interface $Properties {

                /** Resolve names */
                names?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Resolve. */
            type $Shape = keyway.v1.Resolve.$Properties;
        }

        /**
         * Properties of a Who.
         * @deprecated Use keyway.v1.Who.$Properties instead.
         */
        interface IWho extends keyway.v1.Who.$Properties {
        }

        /** Represents a Who. */
        class Who {

            /**
             * Constructs a new Who.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Who.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Who clients. */
            clients: Uint8Array[];

            /**
             * Creates a new Who instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Who instance
             */
            static create(properties: keyway.v1.Who.$Shape): keyway.v1.Who & keyway.v1.Who.$Shape;
            static create(properties?: keyway.v1.Who.$Properties): keyway.v1.Who;

            /**
             * Encodes the specified Who message. Does not implicitly {@link keyway.v1.Who.verify|verify} messages.
             * @param message Who message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Who.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Who message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Who & keyway.v1.Who.$Shape} Who
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Who & keyway.v1.Who.$Shape;

            /**
             * Verifies a Who message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Who {

            /** Properties of a Who. */
            interface $Properties {

                /** Who clients */
                clients?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Who. */
            type $Shape = keyway.v1.Who.$Properties;
        }

        /**
         * Properties of a List.
         * @deprecated Use keyway.v1.List.$Properties instead.
         */
        interface IList extends keyway.v1.List.$Properties {
        }

        /** Represents a List. */
        class List {

            /**
             * Constructs a new List.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.List.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** List after. */
            after: Uint8Array;

            /** List limit. */
            limit: number;

            /** List online. */
            online: boolean;

            /**
             * Creates a new List instance using the specified properties.
             * @param [properties] Properties to set
             * @returns List instance
             */
            static create(properties: keyway.v1.List.$Shape): keyway.v1.List & keyway.v1.List.$Shape;
            static create(properties?: keyway.v1.List.$Properties): keyway.v1.List;

            /**
             * Encodes the specified List message. Does not implicitly {@link keyway.v1.List.verify|verify} messages.
             * @param message List message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.List.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a List message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.List & keyway.v1.List.$Shape} List
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.List & keyway.v1.List.$Shape;

            /**
             * Verifies a List message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace List {

            /** Properties of a List. */
            interface $Properties {

                /** List after */
                after?: (Uint8Array|null);

                /** List limit */
                limit?: (number|null);

                /** List online */
                online?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a List. */
            type $Shape = keyway.v1.List.$Properties;
        }

        /**
         * Properties of a Watch.
         * @deprecated Use keyway.v1.Watch.$Properties instead.
         */
        interface IWatch extends keyway.v1.Watch.$Properties {
        }

        /** Represents a Watch. */
        class Watch {

            /**
             * Constructs a new Watch.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Watch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Watch all. */
            all: boolean;

            /** Watch clients. */
            clients: Uint8Array[];

            /** Watch off. */
            off: boolean;

            /**
             * Creates a new Watch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Watch instance
             */
            static create(properties: keyway.v1.Watch.$Shape): keyway.v1.Watch & keyway.v1.Watch.$Shape;
            static create(properties?: keyway.v1.Watch.$Properties): keyway.v1.Watch;

            /**
             * Encodes the specified Watch message. Does not implicitly {@link keyway.v1.Watch.verify|verify} messages.
             * @param message Watch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Watch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Watch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Watch & keyway.v1.Watch.$Shape} Watch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Watch & keyway.v1.Watch.$Shape;

            /**
             * Verifies a Watch message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Watch {

            /** Properties of a Watch. */
            interface $Properties {

                /** Watch all */
                all?: (boolean|null);

                /** Watch clients */
                clients?: (Uint8Array[]|null);

                /** Watch off */
                off?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Watch. */
            type $Shape = keyway.v1.Watch.$Properties;
        }

        /**
         * Properties of a Claim.
         * @deprecated Use keyway.v1.Claim.$Properties instead.
         */
        interface IClaim extends keyway.v1.Claim.$Properties {
        }

        /** Represents a Claim. */
        class Claim {

            /**
             * Constructs a new Claim.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Claim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Claim name. */
            name: string;

            /** Claim owner. */
            owner: Uint8Array;

            /** Claim consent. */
            consent: Uint8Array;

            /**
             * Creates a new Claim instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Claim instance
             */
            static create(properties: keyway.v1.Claim.$Shape): keyway.v1.Claim & keyway.v1.Claim.$Shape;
            static create(properties?: keyway.v1.Claim.$Properties): keyway.v1.Claim;

            /**
             * Encodes the specified Claim message. Does not implicitly {@link keyway.v1.Claim.verify|verify} messages.
             * @param message Claim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Claim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Claim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Claim & keyway.v1.Claim.$Shape} Claim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Claim & keyway.v1.Claim.$Shape;

            /**
             * Verifies a Claim message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Claim {

            /** Properties of a Claim. */
            interface $Properties {

                /** Claim name */
                name?: (string|null);

                /** Claim owner */
                owner?: (Uint8Array|null);

                /** Claim consent */
                consent?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Claim. */
            type $Shape = keyway.v1.Claim.$Properties;
        }

        /**
         * Properties of a Visibility.
         * @deprecated Use keyway.v1.Visibility.$Properties instead.
         */
        interface IVisibility extends keyway.v1.Visibility.$Properties {
        }

        /** Represents a Visibility. */
        class Visibility {

            /**
             * Constructs a new Visibility.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Visibility.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Visibility hidden. */
            hidden: boolean;

            /** Visibility shownTo. */
            shownTo: Uint8Array[];

            /**
             * Creates a new Visibility instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Visibility instance
             */
            static create(properties: keyway.v1.Visibility.$Shape): keyway.v1.Visibility & keyway.v1.Visibility.$Shape;
            static create(properties?: keyway.v1.Visibility.$Properties): keyway.v1.Visibility;

            /**
             * Encodes the specified Visibility message. Does not implicitly {@link keyway.v1.Visibility.verify|verify} messages.
             * @param message Visibility message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Visibility.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Visibility message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Visibility & keyway.v1.Visibility.$Shape} Visibility
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Visibility & keyway.v1.Visibility.$Shape;

            /**
             * Verifies a Visibility message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Visibility {

            /** Properties of a Visibility. */
            interface $Properties {

                /** Visibility hidden */
                hidden?: (boolean|null);

                /** Visibility shownTo */
                shownTo?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Visibility. */
            type $Shape = keyway.v1.Visibility.$Properties;
        }

        /**
         * Properties of a Serve.
         * @deprecated Use keyway.v1.Serve.$Properties instead.
         */
        interface IServe extends keyway.v1.Serve.$Properties {
        }

        /** Represents a Serve. */
        class Serve {

            /**
             * Constructs a new Serve.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Serve.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Serve service. */
            service: string;

            /** Serve inFlight. */
            inFlight: number;

            /**
             * Creates a new Serve instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Serve instance
             */
            static create(properties: keyway.v1.Serve.$Shape): keyway.v1.Serve & keyway.v1.Serve.$Shape;
            static create(properties?: keyway.v1.Serve.$Properties): keyway.v1.Serve;

            /**
             * Encodes the specified Serve message. Does not implicitly {@link keyway.v1.Serve.verify|verify} messages.
             * @param message Serve message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Serve.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Serve message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Serve & keyway.v1.Serve.$Shape} Serve
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Serve & keyway.v1.Serve.$Shape;

            /**
             * Verifies a Serve message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Serve {

            /** Properties of a Serve. */
            interface $Properties {

                /** Serve service */
                service?: (string|null);

                /** Serve inFlight */
                inFlight?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Serve. */
            type $Shape = keyway.v1.Serve.$Properties;
        }

        /**
         * Properties of a Status.
         * @deprecated Use keyway.v1.Status.$Properties instead.
         */
        interface IStatus extends keyway.v1.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Status instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Status instance
             */
            static create(properties: keyway.v1.Status.$Shape): keyway.v1.Status & keyway.v1.Status.$Shape;
            static create(properties?: keyway.v1.Status.$Properties): keyway.v1.Status;

            /**
             * Encodes the specified Status message. Does not implicitly {@link keyway.v1.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Status & keyway.v1.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Status & keyway.v1.Status.$Shape;

            /**
             * Verifies a Status message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = keyway.v1.Status.$Properties;
        }

        /**
         * Properties of a Member.
         * @deprecated Use keyway.v1.Member.$Properties instead.
         */
        interface IMember extends keyway.v1.Member.$Properties {
        }

        /** Represents a Member. */
        class Member {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.Member.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Member id. */
            id: Uint8Array;

            /** Member name. */
            name: string;

            /** Member online. */
            online: boolean;

            /** Member sinceMs. */
            sinceMs: (number|Long);

            /**
             * Creates a new Member instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Member instance
             */
            static create(properties: keyway.v1.Member.$Shape): keyway.v1.Member & keyway.v1.Member.$Shape;
            static create(properties?: keyway.v1.Member.$Properties): keyway.v1.Member;

            /**
             * Encodes the specified Member message. Does not implicitly {@link keyway.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.Member & keyway.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.Member & keyway.v1.Member.$Shape;

            /**
             * Verifies a Member message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Member {

            /** Properties of a Member. */
            interface $Properties {

                /** Member id */
                id?: (Uint8Array|null);

                /** Member name */
                name?: (string|null);

                /** Member online */
                online?: (boolean|null);

                /** Member sinceMs */
                sinceMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Member. */
            type $Shape = keyway.v1.Member.$Properties;
        }

        /**
         * Properties of a FleetStatus.
         * @deprecated Use keyway.v1.FleetStatus.$Properties instead.
         */
        interface IFleetStatus extends keyway.v1.FleetStatus.$Properties {
        }

        /** Represents a FleetStatus. */
        class FleetStatus {

            /**
             * Constructs a new FleetStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: keyway.v1.FleetStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FleetStatus timeMs. */
            timeMs: (number|Long);

            /** FleetStatus version. */
            version: string;

            /** FleetStatus router. */
            router: Uint8Array;

            /** FleetStatus startedMs. */
            startedMs: (number|Long);

            /** FleetStatus attached. */
            attached: number;

            /** FleetStatus manifestVersion. */
            manifestVersion: (number|Long);

            /** FleetStatus name. */
            name: string;

            /** FleetStatus rights. */
            rights: number;

            /** FleetStatus waitingMessages. */
            waitingMessages: (number|Long);

            /** FleetStatus waitingBytes. */
            waitingBytes: (number|Long);

            /**
             * Creates a new FleetStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FleetStatus instance
             */
            static create(properties: keyway.v1.FleetStatus.$Shape): keyway.v1.FleetStatus & keyway.v1.FleetStatus.$Shape;
            static create(properties?: keyway.v1.FleetStatus.$Properties): keyway.v1.FleetStatus;

            /**
             * Encodes the specified FleetStatus message. Does not implicitly {@link keyway.v1.FleetStatus.verify|verify} messages.
             * @param message FleetStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: keyway.v1.FleetStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FleetStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {keyway.v1.FleetStatus & keyway.v1.FleetStatus.$Shape} FleetStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.v1.FleetStatus & keyway.v1.FleetStatus.$Shape;

            /**
             * Verifies a FleetStatus message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace FleetStatus {

            /** Properties of a FleetStatus. */
            interface $Properties {

                /** FleetStatus timeMs */
                timeMs?: (number|Long|null);

                /** FleetStatus version */
                version?: (string|null);

                /** FleetStatus router */
                router?: (Uint8Array|null);

                /** FleetStatus startedMs */
                startedMs?: (number|Long|null);

                /** FleetStatus attached */
                attached?: (number|null);

                /** FleetStatus manifestVersion */
                manifestVersion?: (number|Long|null);

                /** FleetStatus name */
                name?: (string|null);

                /** FleetStatus rights */
                rights?: (number|null);

                /** FleetStatus waitingMessages */
                waitingMessages?: (number|Long|null);

                /** FleetStatus waitingBytes */
                waitingBytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FleetStatus. */
            type $Shape = keyway.v1.FleetStatus.$Properties;
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

                /** LookupCall viewers. */
                viewers: Uint8Array[];

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

                    /** LookupCall viewers */
                    viewers?: (Uint8Array[]|null);

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

                /** LookupAnswer sight. */
                sight: keyway.rpc.v1.Sight[];

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

                    /** LookupAnswer sight */
                    sight?: (keyway.rpc.v1.Sight[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LookupAnswer. */
                type $Shape = keyway.rpc.v1.LookupAnswer.$Properties;
            }

            /** Sight enum. */
            enum Sight {

                /** UNKNOWN value */
                UNKNOWN = 0,

                /** EVERYBODY value */
                EVERYBODY = 1,

                /** THIS_VIEWER value */
                THIS_VIEWER = 2
            }

            /**
             * Properties of a FleetRpcCall.
             * @deprecated Use keyway.rpc.v1.FleetRpcCall.$Properties instead.
             */
            interface IFleetRpcCall extends keyway.rpc.v1.FleetRpcCall.$Properties {
            }

            /** Represents a FleetRpcCall. */
            class FleetRpcCall {

                /**
                 * Constructs a new FleetRpcCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.FleetRpcCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FleetRpcCall viewer. */
                viewer: Uint8Array;

                /** FleetRpcCall rights. */
                rights: number;

                /** FleetRpcCall call. */
                call: Uint8Array;

                /**
                 * Creates a new FleetRpcCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FleetRpcCall instance
                 */
                static create(properties: keyway.rpc.v1.FleetRpcCall.$Shape): keyway.rpc.v1.FleetRpcCall & keyway.rpc.v1.FleetRpcCall.$Shape;
                static create(properties?: keyway.rpc.v1.FleetRpcCall.$Properties): keyway.rpc.v1.FleetRpcCall;

                /**
                 * Encodes the specified FleetRpcCall message. Does not implicitly {@link keyway.rpc.v1.FleetRpcCall.verify|verify} messages.
                 * @param message FleetRpcCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.FleetRpcCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FleetRpcCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.FleetRpcCall & keyway.rpc.v1.FleetRpcCall.$Shape} FleetRpcCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.FleetRpcCall & keyway.rpc.v1.FleetRpcCall.$Shape;

                /**
                 * Verifies a FleetRpcCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace FleetRpcCall {

                /** Properties of a FleetRpcCall. */
                interface $Properties {

                    /** FleetRpcCall viewer */
                    viewer?: (Uint8Array|null);

                    /** FleetRpcCall rights */
                    rights?: (number|null);

                    /** FleetRpcCall call */
                    call?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FleetRpcCall. */
                type $Shape = keyway.rpc.v1.FleetRpcCall.$Properties;
            }

            /**
             * Properties of a FleetRpcAnswer.
             * @deprecated Use keyway.rpc.v1.FleetRpcAnswer.$Properties instead.
             */
            interface IFleetRpcAnswer extends keyway.rpc.v1.FleetRpcAnswer.$Properties {
            }

            /** Represents a FleetRpcAnswer. */
            class FleetRpcAnswer {

                /**
                 * Constructs a new FleetRpcAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.FleetRpcAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FleetRpcAnswer code. */
                code: number;

                /** FleetRpcAnswer answer. */
                answer: Uint8Array;

                /**
                 * Creates a new FleetRpcAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FleetRpcAnswer instance
                 */
                static create(properties: keyway.rpc.v1.FleetRpcAnswer.$Shape): keyway.rpc.v1.FleetRpcAnswer & keyway.rpc.v1.FleetRpcAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.FleetRpcAnswer.$Properties): keyway.rpc.v1.FleetRpcAnswer;

                /**
                 * Encodes the specified FleetRpcAnswer message. Does not implicitly {@link keyway.rpc.v1.FleetRpcAnswer.verify|verify} messages.
                 * @param message FleetRpcAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.FleetRpcAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FleetRpcAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.FleetRpcAnswer & keyway.rpc.v1.FleetRpcAnswer.$Shape} FleetRpcAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.FleetRpcAnswer & keyway.rpc.v1.FleetRpcAnswer.$Shape;

                /**
                 * Verifies a FleetRpcAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace FleetRpcAnswer {

                /** Properties of a FleetRpcAnswer. */
                interface $Properties {

                    /** FleetRpcAnswer code */
                    code?: (number|null);

                    /** FleetRpcAnswer answer */
                    answer?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FleetRpcAnswer. */
                type $Shape = keyway.rpc.v1.FleetRpcAnswer.$Properties;
            }

            /**
             * Properties of a ServiceCall.
             * @deprecated Use keyway.rpc.v1.ServiceCall.$Properties instead.
             */
            interface IServiceCall extends keyway.rpc.v1.ServiceCall.$Properties {
            }

            /** Represents a ServiceCall. */
            class ServiceCall {

                /**
                 * Constructs a new ServiceCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.ServiceCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ServiceCall service. */
                service: string;

                /** ServiceCall clientId. */
                clientId: Uint8Array;

                /** ServiceCall rights. */
                rights: number;

                /**
                 * Creates a new ServiceCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ServiceCall instance
                 */
                static create(properties: keyway.rpc.v1.ServiceCall.$Shape): keyway.rpc.v1.ServiceCall & keyway.rpc.v1.ServiceCall.$Shape;
                static create(properties?: keyway.rpc.v1.ServiceCall.$Properties): keyway.rpc.v1.ServiceCall;

                /**
                 * Encodes the specified ServiceCall message. Does not implicitly {@link keyway.rpc.v1.ServiceCall.verify|verify} messages.
                 * @param message ServiceCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.ServiceCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ServiceCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ServiceCall & keyway.rpc.v1.ServiceCall.$Shape} ServiceCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.ServiceCall & keyway.rpc.v1.ServiceCall.$Shape;

                /**
                 * Verifies a ServiceCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace ServiceCall {

                /** Properties of a ServiceCall. */
                interface $Properties {

                    /** ServiceCall service */
                    service?: (string|null);

                    /** ServiceCall clientId */
                    clientId?: (Uint8Array|null);

                    /** ServiceCall rights */
                    rights?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ServiceCall. */
                type $Shape = keyway.rpc.v1.ServiceCall.$Properties;
            }

            /**
             * Properties of a ServiceAnswer.
             * @deprecated Use keyway.rpc.v1.ServiceAnswer.$Properties instead.
             */
            interface IServiceAnswer extends keyway.rpc.v1.ServiceAnswer.$Properties {
            }

            /** Represents a ServiceAnswer. */
            class ServiceAnswer {

                /**
                 * Constructs a new ServiceAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.ServiceAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ServiceAnswer code. */
                code: number;

                /**
                 * Creates a new ServiceAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ServiceAnswer instance
                 */
                static create(properties: keyway.rpc.v1.ServiceAnswer.$Shape): keyway.rpc.v1.ServiceAnswer & keyway.rpc.v1.ServiceAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.ServiceAnswer.$Properties): keyway.rpc.v1.ServiceAnswer;

                /**
                 * Encodes the specified ServiceAnswer message. Does not implicitly {@link keyway.rpc.v1.ServiceAnswer.verify|verify} messages.
                 * @param message ServiceAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.ServiceAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ServiceAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ServiceAnswer & keyway.rpc.v1.ServiceAnswer.$Shape} ServiceAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.ServiceAnswer & keyway.rpc.v1.ServiceAnswer.$Shape;

                /**
                 * Verifies a ServiceAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace ServiceAnswer {

                /** Properties of a ServiceAnswer. */
                interface $Properties {

                    /** ServiceAnswer code */
                    code?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ServiceAnswer. */
                type $Shape = keyway.rpc.v1.ServiceAnswer.$Properties;
            }

            /**
             * Properties of a ContactCall.
             * @deprecated Use keyway.rpc.v1.ContactCall.$Properties instead.
             */
            interface IContactCall extends keyway.rpc.v1.ContactCall.$Properties {
            }

            /** Represents a ContactCall. */
            class ContactCall {

                /**
                 * Constructs a new ContactCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.ContactCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ContactCall clientId. */
                clientId: Uint8Array;

                /** ContactCall peers. */
                peers: Uint8Array[];

                /**
                 * Creates a new ContactCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ContactCall instance
                 */
                static create(properties: keyway.rpc.v1.ContactCall.$Shape): keyway.rpc.v1.ContactCall & keyway.rpc.v1.ContactCall.$Shape;
                static create(properties?: keyway.rpc.v1.ContactCall.$Properties): keyway.rpc.v1.ContactCall;

                /**
                 * Encodes the specified ContactCall message. Does not implicitly {@link keyway.rpc.v1.ContactCall.verify|verify} messages.
                 * @param message ContactCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.ContactCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ContactCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ContactCall & keyway.rpc.v1.ContactCall.$Shape} ContactCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.ContactCall & keyway.rpc.v1.ContactCall.$Shape;

                /**
                 * Verifies a ContactCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace ContactCall {

                /** Properties of a ContactCall. */
                interface $Properties {

                    /** ContactCall clientId */
                    clientId?: (Uint8Array|null);

                    /** ContactCall peers */
                    peers?: (Uint8Array[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ContactCall. */
                type $Shape = keyway.rpc.v1.ContactCall.$Properties;
            }

            /**
             * Properties of an AdminRpcCall.
             * @deprecated Use keyway.rpc.v1.AdminRpcCall.$Properties instead.
             */
            interface IAdminRpcCall extends keyway.rpc.v1.AdminRpcCall.$Properties {
            }

            /** Represents an AdminRpcCall. */
            class AdminRpcCall {

                /**
                 * Constructs a new AdminRpcCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.AdminRpcCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AdminRpcCall clientId. */
                clientId: Uint8Array;

                /** AdminRpcCall sealed. */
                sealed: Uint8Array;

                /** AdminRpcCall source. */
                source: string;

                /**
                 * Creates a new AdminRpcCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AdminRpcCall instance
                 */
                static create(properties: keyway.rpc.v1.AdminRpcCall.$Shape): keyway.rpc.v1.AdminRpcCall & keyway.rpc.v1.AdminRpcCall.$Shape;
                static create(properties?: keyway.rpc.v1.AdminRpcCall.$Properties): keyway.rpc.v1.AdminRpcCall;

                /**
                 * Encodes the specified AdminRpcCall message. Does not implicitly {@link keyway.rpc.v1.AdminRpcCall.verify|verify} messages.
                 * @param message AdminRpcCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.AdminRpcCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AdminRpcCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.AdminRpcCall & keyway.rpc.v1.AdminRpcCall.$Shape} AdminRpcCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.AdminRpcCall & keyway.rpc.v1.AdminRpcCall.$Shape;

                /**
                 * Verifies an AdminRpcCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace AdminRpcCall {

                /** Properties of an AdminRpcCall. */
                interface $Properties {

                    /** AdminRpcCall clientId */
                    clientId?: (Uint8Array|null);

                    /** AdminRpcCall sealed */
                    sealed?: (Uint8Array|null);

                    /** AdminRpcCall source */
                    source?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AdminRpcCall. */
                type $Shape = keyway.rpc.v1.AdminRpcCall.$Properties;
            }

            /**
             * Properties of an AdminRpcAnswer.
             * @deprecated Use keyway.rpc.v1.AdminRpcAnswer.$Properties instead.
             */
            interface IAdminRpcAnswer extends keyway.rpc.v1.AdminRpcAnswer.$Properties {
            }

            /** Represents an AdminRpcAnswer. */
            class AdminRpcAnswer {

                /**
                 * Constructs a new AdminRpcAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.AdminRpcAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AdminRpcAnswer code. */
                code: number;

                /** AdminRpcAnswer sealed. */
                sealed: Uint8Array;

                /**
                 * Creates a new AdminRpcAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AdminRpcAnswer instance
                 */
                static create(properties: keyway.rpc.v1.AdminRpcAnswer.$Shape): keyway.rpc.v1.AdminRpcAnswer & keyway.rpc.v1.AdminRpcAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.AdminRpcAnswer.$Properties): keyway.rpc.v1.AdminRpcAnswer;

                /**
                 * Encodes the specified AdminRpcAnswer message. Does not implicitly {@link keyway.rpc.v1.AdminRpcAnswer.verify|verify} messages.
                 * @param message AdminRpcAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.AdminRpcAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AdminRpcAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.AdminRpcAnswer & keyway.rpc.v1.AdminRpcAnswer.$Shape} AdminRpcAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.AdminRpcAnswer & keyway.rpc.v1.AdminRpcAnswer.$Shape;

                /**
                 * Verifies an AdminRpcAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace AdminRpcAnswer {

                /** Properties of an AdminRpcAnswer. */
                interface $Properties {

                    /** AdminRpcAnswer code */
                    code?: (number|null);

                    /** AdminRpcAnswer sealed */
                    sealed?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AdminRpcAnswer. */
                type $Shape = keyway.rpc.v1.AdminRpcAnswer.$Properties;
            }

            /**
             * Properties of a ChangesCall.
             * @deprecated Use keyway.rpc.v1.ChangesCall.$Properties instead.
             */
            interface IChangesCall extends keyway.rpc.v1.ChangesCall.$Properties {
            }

            /** Represents a ChangesCall. */
            class ChangesCall {

                /**
                 * Constructs a new ChangesCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.ChangesCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangesCall after. */
                after: (number|Long);

                /**
                 * Creates a new ChangesCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ChangesCall instance
                 */
                static create(properties: keyway.rpc.v1.ChangesCall.$Shape): keyway.rpc.v1.ChangesCall & keyway.rpc.v1.ChangesCall.$Shape;
                static create(properties?: keyway.rpc.v1.ChangesCall.$Properties): keyway.rpc.v1.ChangesCall;

                /**
                 * Encodes the specified ChangesCall message. Does not implicitly {@link keyway.rpc.v1.ChangesCall.verify|verify} messages.
                 * @param message ChangesCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.ChangesCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangesCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ChangesCall & keyway.rpc.v1.ChangesCall.$Shape} ChangesCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.ChangesCall & keyway.rpc.v1.ChangesCall.$Shape;

                /**
                 * Verifies a ChangesCall message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace ChangesCall {

                /** Properties of a ChangesCall. */
                interface $Properties {

                    /** ChangesCall after */
                    after?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangesCall. */
                type $Shape = keyway.rpc.v1.ChangesCall.$Properties;
            }

            /**
             * Properties of a ChangesAnswer.
             * @deprecated Use keyway.rpc.v1.ChangesAnswer.$Properties instead.
             */
            interface IChangesAnswer extends keyway.rpc.v1.ChangesAnswer.$Properties {
            }

            /** Represents a ChangesAnswer. */
            class ChangesAnswer {

                /**
                 * Constructs a new ChangesAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.ChangesAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangesAnswer serial. */
                serial: (number|Long);

                /** ChangesAnswer whole. */
                whole: boolean;

                /** ChangesAnswer revoked. */
                revoked: keyway.rpc.v1.Revoked.$Properties[];

                /** ChangesAnswer settings. */
                settings?: (keyway.v1.SessionSettings.$Properties|null);

                /**
                 * Creates a new ChangesAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ChangesAnswer instance
                 */
                static create(properties: keyway.rpc.v1.ChangesAnswer.$Shape): keyway.rpc.v1.ChangesAnswer & keyway.rpc.v1.ChangesAnswer.$Shape;
                static create(properties?: keyway.rpc.v1.ChangesAnswer.$Properties): keyway.rpc.v1.ChangesAnswer;

                /**
                 * Encodes the specified ChangesAnswer message. Does not implicitly {@link keyway.rpc.v1.ChangesAnswer.verify|verify} messages.
                 * @param message ChangesAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.ChangesAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangesAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ChangesAnswer & keyway.rpc.v1.ChangesAnswer.$Shape} ChangesAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.ChangesAnswer & keyway.rpc.v1.ChangesAnswer.$Shape;

                /**
                 * Verifies a ChangesAnswer message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace ChangesAnswer {

                /** Properties of a ChangesAnswer. */
                interface $Properties {

                    /** ChangesAnswer serial */
                    serial?: (number|Long|null);

                    /** ChangesAnswer whole */
                    whole?: (boolean|null);

                    /** ChangesAnswer revoked */
                    revoked?: (keyway.rpc.v1.Revoked.$Properties[]|null);

                    /** ChangesAnswer settings */
                    settings?: (keyway.v1.SessionSettings.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangesAnswer. */
                type $Shape = keyway.rpc.v1.ChangesAnswer.$Properties;
            }

            /**
             * Properties of a Revoked.
             * @deprecated Use keyway.rpc.v1.Revoked.$Properties instead.
             */
            interface IRevoked extends keyway.rpc.v1.Revoked.$Properties {
            }

            /** Represents a Revoked. */
            class Revoked {

                /**
                 * Constructs a new Revoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: keyway.rpc.v1.Revoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Revoked serial. */
                serial: (number|Long);

                /** Revoked clientId. */
                clientId: Uint8Array;

                /** Revoked ticketsUpTo. */
                ticketsUpTo: (number|Long);

                /**
                 * Creates a new Revoked instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Revoked instance
                 */
                static create(properties: keyway.rpc.v1.Revoked.$Shape): keyway.rpc.v1.Revoked & keyway.rpc.v1.Revoked.$Shape;
                static create(properties?: keyway.rpc.v1.Revoked.$Properties): keyway.rpc.v1.Revoked;

                /**
                 * Encodes the specified Revoked message. Does not implicitly {@link keyway.rpc.v1.Revoked.verify|verify} messages.
                 * @param message Revoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: keyway.rpc.v1.Revoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Revoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Revoked & keyway.rpc.v1.Revoked.$Shape} Revoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): keyway.rpc.v1.Revoked & keyway.rpc.v1.Revoked.$Shape;

                /**
                 * Verifies a Revoked message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);
            }

            namespace Revoked {

                /** Properties of a Revoked. */
                interface $Properties {

                    /** Revoked serial */
                    serial?: (number|Long|null);

                    /** Revoked clientId */
                    clientId?: (Uint8Array|null);

                    /** Revoked ticketsUpTo */
                    ticketsUpTo?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Revoked. */
                type $Shape = keyway.rpc.v1.Revoked.$Properties;
            }
        }
    }
}
