/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const keyway = $root.keyway = (() => {

    /**
     * Namespace keyway.
     * @exports keyway
     * @namespace
     */
    const keyway = {};

    keyway.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof keyway
         * @namespace
         */
        const v1 = {};

        /**
         * Suite enum.
         * @name keyway.v1.Suite
         * @enum {number}
         * @property {number} SUITE_UNSPECIFIED=0 SUITE_UNSPECIFIED value
         * @property {number} AES_256_GCM=1 AES_256_GCM value
         * @property {number} CHACHA20_POLY1305=2 CHACHA20_POLY1305 value
         * @property {number} AES_256_CBC_HMAC_SHA512=3 AES_256_CBC_HMAC_SHA512 value
         * @property {number} AES_128_CBC_HMAC_SHA256=4 AES_128_CBC_HMAC_SHA256 value
         */
        v1.Suite = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SUITE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "AES_256_GCM"] = 1;
            values[valuesById[2] = "CHACHA20_POLY1305"] = 2;
            values[valuesById[3] = "AES_256_CBC_HMAC_SHA512"] = 3;
            values[valuesById[4] = "AES_128_CBC_HMAC_SHA256"] = 4;
            return values;
        })();

        /**
         * Group enum.
         * @name keyway.v1.Group
         * @enum {number}
         * @property {number} GROUP_UNSPECIFIED=0 GROUP_UNSPECIFIED value
         * @property {number} X25519_MLKEM768=1 X25519_MLKEM768 value
         * @property {number} X25519=2 X25519 value
         */
        v1.Group = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "GROUP_UNSPECIFIED"] = 0;
            values[valuesById[1] = "X25519_MLKEM768"] = 1;
            values[valuesById[2] = "X25519"] = 2;
            return values;
        })();

        v1.ChannelRequest = (function() {

            /**
             * Properties of a ChannelRequest.
             * @typedef {Object} keyway.v1.ChannelRequest.$Properties
             * @property {number|null} [version] ChannelRequest version
             * @property {Uint8Array|null} [fleet] ChannelRequest fleet
             * @property {Uint8Array|null} [clientId] ChannelRequest clientId
             * @property {Array.<keyway.v1.Suite>|null} [suites] ChannelRequest suites
             * @property {Array.<keyway.v1.Group>|null} [groups] ChannelRequest groups
             * @property {Uint8Array|null} [salt] ChannelRequest salt
             * @property {number|Long|null} [timeMs] ChannelRequest timeMs
             * @property {Uint8Array|null} [x25519] ChannelRequest x25519
             * @property {Uint8Array|null} [mlKem_768] ChannelRequest mlKem_768
             * @property {Uint8Array|null} [manifestHash] ChannelRequest manifestHash
             * @property {Uint8Array|null} [enrolKey] ChannelRequest enrolKey
             * @property {Uint8Array|null} [signature] ChannelRequest signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChannelRequest.
             * @memberof keyway.v1
             * @interface IChannelRequest
             * @augments keyway.v1.ChannelRequest.$Properties
             * @deprecated Use keyway.v1.ChannelRequest.$Properties instead.
             */

            /**
             * Shape of a ChannelRequest.
             * @typedef {keyway.v1.ChannelRequest.$Properties} keyway.v1.ChannelRequest.$Shape
             */

            /**
             * Constructs a new ChannelRequest.
             * @memberof keyway.v1
             * @classdesc Represents a ChannelRequest.
             * @constructor
             * @param {keyway.v1.ChannelRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChannelRequest = function (properties) {
                this.suites = [];
                this.groups = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChannelRequest version.
             * @member {number} version
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.version = 0;

            /**
             * ChannelRequest fleet.
             * @member {Uint8Array} fleet
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.fleet = $util.newBuffer([]);

            /**
             * ChannelRequest clientId.
             * @member {Uint8Array} clientId
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.clientId = $util.newBuffer([]);

            /**
             * ChannelRequest suites.
             * @member {Array.<keyway.v1.Suite>} suites
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.suites = $util.emptyArray;

            /**
             * ChannelRequest groups.
             * @member {Array.<keyway.v1.Group>} groups
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.groups = $util.emptyArray;

            /**
             * ChannelRequest salt.
             * @member {Uint8Array} salt
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.salt = $util.newBuffer([]);

            /**
             * ChannelRequest timeMs.
             * @member {number|Long} timeMs
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ChannelRequest x25519.
             * @member {Uint8Array} x25519
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.x25519 = $util.newBuffer([]);

            /**
             * ChannelRequest mlKem_768.
             * @member {Uint8Array} mlKem_768
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.mlKem_768 = $util.newBuffer([]);

            /**
             * ChannelRequest manifestHash.
             * @member {Uint8Array} manifestHash
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.manifestHash = $util.newBuffer([]);

            /**
             * ChannelRequest enrolKey.
             * @member {Uint8Array} enrolKey
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.enrolKey = $util.newBuffer([]);

            /**
             * ChannelRequest signature.
             * @member {Uint8Array} signature
             * @memberof keyway.v1.ChannelRequest
             * @instance
             */
            ChannelRequest.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new ChannelRequest instance using the specified properties.
             * @function create
             * @memberof keyway.v1.ChannelRequest
             * @static
             * @param {keyway.v1.ChannelRequest.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.ChannelRequest} ChannelRequest instance
             * @type {{
             *   (properties: keyway.v1.ChannelRequest.$Shape): keyway.v1.ChannelRequest & keyway.v1.ChannelRequest.$Shape;
             *   (properties?: keyway.v1.ChannelRequest.$Properties): keyway.v1.ChannelRequest;
             * }}
             */
            ChannelRequest.create = function(properties) {
                return new ChannelRequest(properties);
            };

            /**
             * Encodes the specified ChannelRequest message. Does not implicitly {@link keyway.v1.ChannelRequest.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.ChannelRequest
             * @static
             * @param {keyway.v1.ChannelRequest.$Properties} message ChannelRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChannelRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.fleet != null && $Object.hasOwnProperty.call(message, "fleet") && message.fleet.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.fleet);
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId") && message.clientId.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.clientId);
                if (message.suites != null && message.suites.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).int32s(message.suites);
                if (message.groups != null && message.groups.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).int32s(message.groups);
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt") && message.salt.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.salt);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.timeMs);
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519") && message.x25519.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.x25519);
                if (message.mlKem_768 != null && $Object.hasOwnProperty.call(message, "mlKem_768") && message.mlKem_768.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.mlKem_768);
                if (message.manifestHash != null && $Object.hasOwnProperty.call(message, "manifestHash") && message.manifestHash.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.manifestHash);
                if (message.enrolKey != null && $Object.hasOwnProperty.call(message, "enrolKey") && message.enrolKey.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).bytes(message.enrolKey);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 12, wireType 2 =*/98).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChannelRequest message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.ChannelRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.ChannelRequest & keyway.v1.ChannelRequest.$Shape} ChannelRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChannelRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.ChannelRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.fleet = value;
                            else
                                delete message.fleet;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.clientId = value;
                            else
                                delete message.clientId;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.suites && message.suites.length))
                                    message.suites = [];
                                reader.int32s(message.suites);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.suites && message.suites.length))
                                message.suites = [];
                            message.suites.push(reader.int32());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.groups && message.groups.length))
                                    message.groups = [];
                                reader.int32s(message.groups);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push(reader.int32());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.salt = value;
                            else
                                delete message.salt;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.x25519 = value;
                            else
                                delete message.x25519;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.mlKem_768 = value;
                            else
                                delete message.mlKem_768;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.manifestHash = value;
                            else
                                delete message.manifestHash;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.enrolKey = value;
                            else
                                delete message.enrolKey;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ChannelRequest message.
             * @function verify
             * @memberof keyway.v1.ChannelRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ChannelRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (!$util.isInteger(message.version))
                        return "version: integer expected";
                if (message.fleet != null && $Object.hasOwnProperty.call(message, "fleet"))
                    if (!(message.fleet && typeof message.fleet.length === "number" || $util.isString(message.fleet)))
                        return "fleet: buffer expected";
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId"))
                    if (!(message.clientId && typeof message.clientId.length === "number" || $util.isString(message.clientId)))
                        return "clientId: buffer expected";
                if (message.suites != null && $Object.hasOwnProperty.call(message, "suites")) {
                    if (!$Array.isArray(message.suites))
                        return "suites: array expected";
                    for (let i = 0; i < message.suites.length; ++i)
                        if (typeof message.suites[i] !== "number" || (message.suites[i] | 0) !== message.suites[i])
                            return "suites: enum value[] expected";
                }
                if (message.groups != null && $Object.hasOwnProperty.call(message, "groups")) {
                    if (!$Array.isArray(message.groups))
                        return "groups: array expected";
                    for (let i = 0; i < message.groups.length; ++i)
                        if (typeof message.groups[i] !== "number" || (message.groups[i] | 0) !== message.groups[i])
                            return "groups: enum value[] expected";
                }
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt"))
                    if (!(message.salt && typeof message.salt.length === "number" || $util.isString(message.salt)))
                        return "salt: buffer expected";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519"))
                    if (!(message.x25519 && typeof message.x25519.length === "number" || $util.isString(message.x25519)))
                        return "x25519: buffer expected";
                if (message.mlKem_768 != null && $Object.hasOwnProperty.call(message, "mlKem_768"))
                    if (!(message.mlKem_768 && typeof message.mlKem_768.length === "number" || $util.isString(message.mlKem_768)))
                        return "mlKem_768: buffer expected";
                if (message.manifestHash != null && $Object.hasOwnProperty.call(message, "manifestHash"))
                    if (!(message.manifestHash && typeof message.manifestHash.length === "number" || $util.isString(message.manifestHash)))
                        return "manifestHash: buffer expected";
                if (message.enrolKey != null && $Object.hasOwnProperty.call(message, "enrolKey"))
                    if (!(message.enrolKey && typeof message.enrolKey.length === "number" || $util.isString(message.enrolKey)))
                        return "enrolKey: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            return ChannelRequest;
        })();

        v1.ChannelGrant = (function() {

            /**
             * Properties of a ChannelGrant.
             * @typedef {Object} keyway.v1.ChannelGrant.$Properties
             * @property {Uint8Array|null} [requestHash] ChannelGrant requestHash
             * @property {Uint8Array|null} [keyId] ChannelGrant keyId
             * @property {Uint8Array|null} [manifestHash] ChannelGrant manifestHash
             * @property {keyway.v1.Group|null} [group] ChannelGrant group
             * @property {Uint8Array|null} [x25519] ChannelGrant x25519
             * @property {Uint8Array|null} [mlKemCiphertext] ChannelGrant mlKemCiphertext
             * @property {Uint8Array|null} [oaepShare] ChannelGrant oaepShare
             * @property {Uint8Array|null} [sealed] ChannelGrant sealed
             * @property {Uint8Array|null} [signature] ChannelGrant signature
             * @property {keyway.v1.SignedManifest.$Properties|null} [manifest] ChannelGrant manifest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChannelGrant.
             * @memberof keyway.v1
             * @interface IChannelGrant
             * @augments keyway.v1.ChannelGrant.$Properties
             * @deprecated Use keyway.v1.ChannelGrant.$Properties instead.
             */

            /**
             * Shape of a ChannelGrant.
             * @typedef {keyway.v1.ChannelGrant.$Properties} keyway.v1.ChannelGrant.$Shape
             */

            /**
             * Constructs a new ChannelGrant.
             * @memberof keyway.v1
             * @classdesc Represents a ChannelGrant.
             * @constructor
             * @param {keyway.v1.ChannelGrant.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChannelGrant = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChannelGrant requestHash.
             * @member {Uint8Array} requestHash
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.requestHash = $util.newBuffer([]);

            /**
             * ChannelGrant keyId.
             * @member {Uint8Array} keyId
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.keyId = $util.newBuffer([]);

            /**
             * ChannelGrant manifestHash.
             * @member {Uint8Array} manifestHash
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.manifestHash = $util.newBuffer([]);

            /**
             * ChannelGrant group.
             * @member {keyway.v1.Group} group
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.group = 0;

            /**
             * ChannelGrant x25519.
             * @member {Uint8Array} x25519
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.x25519 = $util.newBuffer([]);

            /**
             * ChannelGrant mlKemCiphertext.
             * @member {Uint8Array} mlKemCiphertext
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.mlKemCiphertext = $util.newBuffer([]);

            /**
             * ChannelGrant oaepShare.
             * @member {Uint8Array} oaepShare
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.oaepShare = $util.newBuffer([]);

            /**
             * ChannelGrant sealed.
             * @member {Uint8Array} sealed
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.sealed = $util.newBuffer([]);

            /**
             * ChannelGrant signature.
             * @member {Uint8Array} signature
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.signature = $util.newBuffer([]);

            /**
             * ChannelGrant manifest.
             * @member {keyway.v1.SignedManifest.$Properties|null|undefined} manifest
             * @memberof keyway.v1.ChannelGrant
             * @instance
             */
            ChannelGrant.prototype.manifest = null;

            /**
             * Creates a new ChannelGrant instance using the specified properties.
             * @function create
             * @memberof keyway.v1.ChannelGrant
             * @static
             * @param {keyway.v1.ChannelGrant.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.ChannelGrant} ChannelGrant instance
             * @type {{
             *   (properties: keyway.v1.ChannelGrant.$Shape): keyway.v1.ChannelGrant & keyway.v1.ChannelGrant.$Shape;
             *   (properties?: keyway.v1.ChannelGrant.$Properties): keyway.v1.ChannelGrant;
             * }}
             */
            ChannelGrant.create = function(properties) {
                return new ChannelGrant(properties);
            };

            /**
             * Encodes the specified ChannelGrant message. Does not implicitly {@link keyway.v1.ChannelGrant.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.ChannelGrant
             * @static
             * @param {keyway.v1.ChannelGrant.$Properties} message ChannelGrant message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChannelGrant.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestHash != null && $Object.hasOwnProperty.call(message, "requestHash") && message.requestHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestHash);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keyId);
                if (message.manifestHash != null && $Object.hasOwnProperty.call(message, "manifestHash") && message.manifestHash.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.manifestHash);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.group);
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519") && message.x25519.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.x25519);
                if (message.mlKemCiphertext != null && $Object.hasOwnProperty.call(message, "mlKemCiphertext") && message.mlKemCiphertext.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.mlKemCiphertext);
                if (message.oaepShare != null && $Object.hasOwnProperty.call(message, "oaepShare") && message.oaepShare.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.oaepShare);
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed") && message.sealed.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.sealed);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.signature);
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest"))
                    $root.keyway.v1.SignedManifest.encode(message.manifest, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChannelGrant message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.ChannelGrant
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.ChannelGrant & keyway.v1.ChannelGrant.$Shape} ChannelGrant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChannelGrant.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.ChannelGrant();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestHash = value;
                            else
                                delete message.requestHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.manifestHash = value;
                            else
                                delete message.manifestHash;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.x25519 = value;
                            else
                                delete message.x25519;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.mlKemCiphertext = value;
                            else
                                delete message.mlKemCiphertext;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.oaepShare = value;
                            else
                                delete message.oaepShare;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sealed = value;
                            else
                                delete message.sealed;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.manifest = $root.keyway.v1.SignedManifest.decode(reader, reader.size(), $undefined, _depth + 1, message.manifest);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ChannelGrant message.
             * @function verify
             * @memberof keyway.v1.ChannelGrant
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ChannelGrant.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.requestHash != null && $Object.hasOwnProperty.call(message, "requestHash"))
                    if (!(message.requestHash && typeof message.requestHash.length === "number" || $util.isString(message.requestHash)))
                        return "requestHash: buffer expected";
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId"))
                    if (!(message.keyId && typeof message.keyId.length === "number" || $util.isString(message.keyId)))
                        return "keyId: buffer expected";
                if (message.manifestHash != null && $Object.hasOwnProperty.call(message, "manifestHash"))
                    if (!(message.manifestHash && typeof message.manifestHash.length === "number" || $util.isString(message.manifestHash)))
                        return "manifestHash: buffer expected";
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    if (typeof message.group !== "number" || (message.group | 0) !== message.group)
                        return "group: enum value expected";
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519"))
                    if (!(message.x25519 && typeof message.x25519.length === "number" || $util.isString(message.x25519)))
                        return "x25519: buffer expected";
                if (message.mlKemCiphertext != null && $Object.hasOwnProperty.call(message, "mlKemCiphertext"))
                    if (!(message.mlKemCiphertext && typeof message.mlKemCiphertext.length === "number" || $util.isString(message.mlKemCiphertext)))
                        return "mlKemCiphertext: buffer expected";
                if (message.oaepShare != null && $Object.hasOwnProperty.call(message, "oaepShare"))
                    if (!(message.oaepShare && typeof message.oaepShare.length === "number" || $util.isString(message.oaepShare)))
                        return "oaepShare: buffer expected";
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed"))
                    if (!(message.sealed && typeof message.sealed.length === "number" || $util.isString(message.sealed)))
                        return "sealed: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest")) {
                    let error = $root.keyway.v1.SignedManifest.verify(message.manifest, _depth + 1);
                    if (error)
                        return "manifest." + error;
                }
                return null;
            };

            return ChannelGrant;
        })();

        v1.GrantBody = (function() {

            /**
             * Properties of a GrantBody.
             * @typedef {Object} keyway.v1.GrantBody.$Properties
             * @property {Uint8Array|null} [channelId] GrantBody channelId
             * @property {Uint8Array|null} [ticket] GrantBody ticket
             * @property {keyway.v1.Suite|null} [suite] GrantBody suite
             * @property {number|Long|null} [issuedMs] GrantBody issuedMs
             * @property {number|Long|null} [validUntilMs] GrantBody validUntilMs
             * @property {keyway.v1.SessionSettings.$Properties|null} [settings] GrantBody settings
             * @property {Array.<Uint8Array>|null} [routers] GrantBody routers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GrantBody.
             * @memberof keyway.v1
             * @interface IGrantBody
             * @augments keyway.v1.GrantBody.$Properties
             * @deprecated Use keyway.v1.GrantBody.$Properties instead.
             */

            /**
             * Shape of a GrantBody.
             * @typedef {keyway.v1.GrantBody.$Properties} keyway.v1.GrantBody.$Shape
             */

            /**
             * Constructs a new GrantBody.
             * @memberof keyway.v1
             * @classdesc Represents a GrantBody.
             * @constructor
             * @param {keyway.v1.GrantBody.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GrantBody = function (properties) {
                this.routers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GrantBody channelId.
             * @member {Uint8Array} channelId
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.channelId = $util.newBuffer([]);

            /**
             * GrantBody ticket.
             * @member {Uint8Array} ticket
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.ticket = $util.newBuffer([]);

            /**
             * GrantBody suite.
             * @member {keyway.v1.Suite} suite
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.suite = 0;

            /**
             * GrantBody issuedMs.
             * @member {number|Long} issuedMs
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.issuedMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GrantBody validUntilMs.
             * @member {number|Long} validUntilMs
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.validUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GrantBody settings.
             * @member {keyway.v1.SessionSettings.$Properties|null|undefined} settings
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.settings = null;

            /**
             * GrantBody routers.
             * @member {Array.<Uint8Array>} routers
             * @memberof keyway.v1.GrantBody
             * @instance
             */
            GrantBody.prototype.routers = $util.emptyArray;

            /**
             * Creates a new GrantBody instance using the specified properties.
             * @function create
             * @memberof keyway.v1.GrantBody
             * @static
             * @param {keyway.v1.GrantBody.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.GrantBody} GrantBody instance
             * @type {{
             *   (properties: keyway.v1.GrantBody.$Shape): keyway.v1.GrantBody & keyway.v1.GrantBody.$Shape;
             *   (properties?: keyway.v1.GrantBody.$Properties): keyway.v1.GrantBody;
             * }}
             */
            GrantBody.create = function(properties) {
                return new GrantBody(properties);
            };

            /**
             * Encodes the specified GrantBody message. Does not implicitly {@link keyway.v1.GrantBody.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.GrantBody
             * @static
             * @param {keyway.v1.GrantBody.$Properties} message GrantBody message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GrantBody.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channelId != null && $Object.hasOwnProperty.call(message, "channelId") && message.channelId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.channelId);
                if (message.ticket != null && $Object.hasOwnProperty.call(message, "ticket") && message.ticket.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.ticket);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.suite);
                if (message.issuedMs != null && $Object.hasOwnProperty.call(message, "issuedMs") && (typeof message.issuedMs === "object" ? message.issuedMs.low || message.issuedMs.high : message.issuedMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.issuedMs);
                if (message.validUntilMs != null && $Object.hasOwnProperty.call(message, "validUntilMs") && (typeof message.validUntilMs === "object" ? message.validUntilMs.low || message.validUntilMs.high : message.validUntilMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.validUntilMs);
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                    $root.keyway.v1.SessionSettings.encode(message.settings, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.routers != null && message.routers.length)
                    for (let i = 0; i < message.routers.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.routers[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GrantBody message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.GrantBody
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.GrantBody & keyway.v1.GrantBody.$Shape} GrantBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GrantBody.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.GrantBody();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.channelId = value;
                            else
                                delete message.channelId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ticket = value;
                            else
                                delete message.ticket;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.issuedMs = value;
                            else
                                delete message.issuedMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.validUntilMs = value;
                            else
                                delete message.validUntilMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.settings = $root.keyway.v1.SessionSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.settings);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.routers && message.routers.length))
                                message.routers = [];
                            message.routers.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GrantBody message.
             * @function verify
             * @memberof keyway.v1.GrantBody
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GrantBody.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.channelId != null && $Object.hasOwnProperty.call(message, "channelId"))
                    if (!(message.channelId && typeof message.channelId.length === "number" || $util.isString(message.channelId)))
                        return "channelId: buffer expected";
                if (message.ticket != null && $Object.hasOwnProperty.call(message, "ticket"))
                    if (!(message.ticket && typeof message.ticket.length === "number" || $util.isString(message.ticket)))
                        return "ticket: buffer expected";
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite"))
                    if (typeof message.suite !== "number" || (message.suite | 0) !== message.suite)
                        return "suite: enum value expected";
                if (message.issuedMs != null && $Object.hasOwnProperty.call(message, "issuedMs"))
                    if (!$util.isInteger(message.issuedMs) && !(message.issuedMs && $util.isInteger(message.issuedMs.low) && $util.isInteger(message.issuedMs.high)))
                        return "issuedMs: integer|Long expected";
                if (message.validUntilMs != null && $Object.hasOwnProperty.call(message, "validUntilMs"))
                    if (!$util.isInteger(message.validUntilMs) && !(message.validUntilMs && $util.isInteger(message.validUntilMs.low) && $util.isInteger(message.validUntilMs.high)))
                        return "validUntilMs: integer|Long expected";
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings")) {
                    let error = $root.keyway.v1.SessionSettings.verify(message.settings, _depth + 1);
                    if (error)
                        return "settings." + error;
                }
                if (message.routers != null && $Object.hasOwnProperty.call(message, "routers")) {
                    if (!$Array.isArray(message.routers))
                        return "routers: array expected";
                    for (let i = 0; i < message.routers.length; ++i)
                        if (!(message.routers[i] && typeof message.routers[i].length === "number" || $util.isString(message.routers[i])))
                            return "routers: buffer[] expected";
                }
                return null;
            };

            return GrantBody;
        })();

        v1.SessionSettings = (function() {

            /**
             * Properties of a SessionSettings.
             * @typedef {Object} keyway.v1.SessionSettings.$Properties
             * @property {number|null} [heartbeatMs] SessionSettings heartbeatMs
             * @property {number|null} [timeoutMs] SessionSettings timeoutMs
             * @property {number|null} [maxBodyBytes] SessionSettings maxBodyBytes
             * @property {number|null} [windowMessages] SessionSettings windowMessages
             * @property {number|null} [windowBytes] SessionSettings windowBytes
             * @property {number|null} [maxStreams] SessionSettings maxStreams
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SessionSettings.
             * @memberof keyway.v1
             * @interface ISessionSettings
             * @augments keyway.v1.SessionSettings.$Properties
             * @deprecated Use keyway.v1.SessionSettings.$Properties instead.
             */

            /**
             * Shape of a SessionSettings.
             * @typedef {keyway.v1.SessionSettings.$Properties} keyway.v1.SessionSettings.$Shape
             */

            /**
             * Constructs a new SessionSettings.
             * @memberof keyway.v1
             * @classdesc Represents a SessionSettings.
             * @constructor
             * @param {keyway.v1.SessionSettings.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SessionSettings = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SessionSettings heartbeatMs.
             * @member {number} heartbeatMs
             * @memberof keyway.v1.SessionSettings
             * @instance
             */
            SessionSettings.prototype.heartbeatMs = 0;

            /**
             * SessionSettings timeoutMs.
             * @member {number} timeoutMs
             * @memberof keyway.v1.SessionSettings
             * @instance
             */
            SessionSettings.prototype.timeoutMs = 0;

            /**
             * SessionSettings maxBodyBytes.
             * @member {number} maxBodyBytes
             * @memberof keyway.v1.SessionSettings
             * @instance
             */
            SessionSettings.prototype.maxBodyBytes = 0;

            /**
             * SessionSettings windowMessages.
             * @member {number} windowMessages
             * @memberof keyway.v1.SessionSettings
             * @instance
             */
            SessionSettings.prototype.windowMessages = 0;

            /**
             * SessionSettings windowBytes.
             * @member {number} windowBytes
             * @memberof keyway.v1.SessionSettings
             * @instance
             */
            SessionSettings.prototype.windowBytes = 0;

            /**
             * SessionSettings maxStreams.
             * @member {number} maxStreams
             * @memberof keyway.v1.SessionSettings
             * @instance
             */
            SessionSettings.prototype.maxStreams = 0;

            /**
             * Creates a new SessionSettings instance using the specified properties.
             * @function create
             * @memberof keyway.v1.SessionSettings
             * @static
             * @param {keyway.v1.SessionSettings.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.SessionSettings} SessionSettings instance
             * @type {{
             *   (properties: keyway.v1.SessionSettings.$Shape): keyway.v1.SessionSettings & keyway.v1.SessionSettings.$Shape;
             *   (properties?: keyway.v1.SessionSettings.$Properties): keyway.v1.SessionSettings;
             * }}
             */
            SessionSettings.create = function(properties) {
                return new SessionSettings(properties);
            };

            /**
             * Encodes the specified SessionSettings message. Does not implicitly {@link keyway.v1.SessionSettings.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.SessionSettings
             * @static
             * @param {keyway.v1.SessionSettings.$Properties} message SessionSettings message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SessionSettings.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.heartbeatMs != null && $Object.hasOwnProperty.call(message, "heartbeatMs") && message.heartbeatMs !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.heartbeatMs);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.maxBodyBytes != null && $Object.hasOwnProperty.call(message, "maxBodyBytes") && message.maxBodyBytes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.maxBodyBytes);
                if (message.windowMessages != null && $Object.hasOwnProperty.call(message, "windowMessages") && message.windowMessages !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.windowMessages);
                if (message.windowBytes != null && $Object.hasOwnProperty.call(message, "windowBytes") && message.windowBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.windowBytes);
                if (message.maxStreams != null && $Object.hasOwnProperty.call(message, "maxStreams") && message.maxStreams !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.maxStreams);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SessionSettings message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.SessionSettings
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.SessionSettings & keyway.v1.SessionSettings.$Shape} SessionSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SessionSettings.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.SessionSettings();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.heartbeatMs = value;
                            else
                                delete message.heartbeatMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxBodyBytes = value;
                            else
                                delete message.maxBodyBytes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.windowMessages = value;
                            else
                                delete message.windowMessages;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.windowBytes = value;
                            else
                                delete message.windowBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxStreams = value;
                            else
                                delete message.maxStreams;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SessionSettings message.
             * @function verify
             * @memberof keyway.v1.SessionSettings
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SessionSettings.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.heartbeatMs != null && $Object.hasOwnProperty.call(message, "heartbeatMs"))
                    if (!$util.isInteger(message.heartbeatMs))
                        return "heartbeatMs: integer expected";
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                    if (!$util.isInteger(message.timeoutMs))
                        return "timeoutMs: integer expected";
                if (message.maxBodyBytes != null && $Object.hasOwnProperty.call(message, "maxBodyBytes"))
                    if (!$util.isInteger(message.maxBodyBytes))
                        return "maxBodyBytes: integer expected";
                if (message.windowMessages != null && $Object.hasOwnProperty.call(message, "windowMessages"))
                    if (!$util.isInteger(message.windowMessages))
                        return "windowMessages: integer expected";
                if (message.windowBytes != null && $Object.hasOwnProperty.call(message, "windowBytes"))
                    if (!$util.isInteger(message.windowBytes))
                        return "windowBytes: integer expected";
                if (message.maxStreams != null && $Object.hasOwnProperty.call(message, "maxStreams"))
                    if (!$util.isInteger(message.maxStreams))
                        return "maxStreams: integer expected";
                return null;
            };

            return SessionSettings;
        })();

        v1.TicketBody = (function() {

            /**
             * Properties of a TicketBody.
             * @typedef {Object} keyway.v1.TicketBody.$Properties
             * @property {Uint8Array|null} [channelId] TicketBody channelId
             * @property {Uint8Array|null} [clientId] TicketBody clientId
             * @property {Uint8Array|null} [channelSecret] TicketBody channelSecret
             * @property {keyway.v1.Suite|null} [suite] TicketBody suite
             * @property {number|Long|null} [issuedMs] TicketBody issuedMs
             * @property {number|Long|null} [validUntilMs] TicketBody validUntilMs
             * @property {number|null} [rights] TicketBody rights
             * @property {number|Long|null} [serial] TicketBody serial
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TicketBody.
             * @memberof keyway.v1
             * @interface ITicketBody
             * @augments keyway.v1.TicketBody.$Properties
             * @deprecated Use keyway.v1.TicketBody.$Properties instead.
             */

            /**
             * Shape of a TicketBody.
             * @typedef {keyway.v1.TicketBody.$Properties} keyway.v1.TicketBody.$Shape
             */

            /**
             * Constructs a new TicketBody.
             * @memberof keyway.v1
             * @classdesc Represents a TicketBody.
             * @constructor
             * @param {keyway.v1.TicketBody.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TicketBody = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TicketBody channelId.
             * @member {Uint8Array} channelId
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.channelId = $util.newBuffer([]);

            /**
             * TicketBody clientId.
             * @member {Uint8Array} clientId
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.clientId = $util.newBuffer([]);

            /**
             * TicketBody channelSecret.
             * @member {Uint8Array} channelSecret
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.channelSecret = $util.newBuffer([]);

            /**
             * TicketBody suite.
             * @member {keyway.v1.Suite} suite
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.suite = 0;

            /**
             * TicketBody issuedMs.
             * @member {number|Long} issuedMs
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.issuedMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TicketBody validUntilMs.
             * @member {number|Long} validUntilMs
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.validUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TicketBody rights.
             * @member {number} rights
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.rights = 0;

            /**
             * TicketBody serial.
             * @member {number|Long} serial
             * @memberof keyway.v1.TicketBody
             * @instance
             */
            TicketBody.prototype.serial = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new TicketBody instance using the specified properties.
             * @function create
             * @memberof keyway.v1.TicketBody
             * @static
             * @param {keyway.v1.TicketBody.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.TicketBody} TicketBody instance
             * @type {{
             *   (properties: keyway.v1.TicketBody.$Shape): keyway.v1.TicketBody & keyway.v1.TicketBody.$Shape;
             *   (properties?: keyway.v1.TicketBody.$Properties): keyway.v1.TicketBody;
             * }}
             */
            TicketBody.create = function(properties) {
                return new TicketBody(properties);
            };

            /**
             * Encodes the specified TicketBody message. Does not implicitly {@link keyway.v1.TicketBody.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.TicketBody
             * @static
             * @param {keyway.v1.TicketBody.$Properties} message TicketBody message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TicketBody.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channelId != null && $Object.hasOwnProperty.call(message, "channelId") && message.channelId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.channelId);
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId") && message.clientId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.clientId);
                if (message.channelSecret != null && $Object.hasOwnProperty.call(message, "channelSecret") && message.channelSecret.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.channelSecret);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.suite);
                if (message.issuedMs != null && $Object.hasOwnProperty.call(message, "issuedMs") && (typeof message.issuedMs === "object" ? message.issuedMs.low || message.issuedMs.high : message.issuedMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.issuedMs);
                if (message.validUntilMs != null && $Object.hasOwnProperty.call(message, "validUntilMs") && (typeof message.validUntilMs === "object" ? message.validUntilMs.low || message.validUntilMs.high : message.validUntilMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.validUntilMs);
                if (message.rights != null && $Object.hasOwnProperty.call(message, "rights") && message.rights !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.rights);
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && (typeof message.serial === "object" ? message.serial.low || message.serial.high : message.serial !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.serial);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TicketBody message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.TicketBody
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.TicketBody & keyway.v1.TicketBody.$Shape} TicketBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TicketBody.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.TicketBody();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.channelId = value;
                            else
                                delete message.channelId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.clientId = value;
                            else
                                delete message.clientId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.channelSecret = value;
                            else
                                delete message.channelSecret;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.issuedMs = value;
                            else
                                delete message.issuedMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.validUntilMs = value;
                            else
                                delete message.validUntilMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rights = value;
                            else
                                delete message.rights;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.serial = value;
                            else
                                delete message.serial;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a TicketBody message.
             * @function verify
             * @memberof keyway.v1.TicketBody
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TicketBody.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.channelId != null && $Object.hasOwnProperty.call(message, "channelId"))
                    if (!(message.channelId && typeof message.channelId.length === "number" || $util.isString(message.channelId)))
                        return "channelId: buffer expected";
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId"))
                    if (!(message.clientId && typeof message.clientId.length === "number" || $util.isString(message.clientId)))
                        return "clientId: buffer expected";
                if (message.channelSecret != null && $Object.hasOwnProperty.call(message, "channelSecret"))
                    if (!(message.channelSecret && typeof message.channelSecret.length === "number" || $util.isString(message.channelSecret)))
                        return "channelSecret: buffer expected";
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite"))
                    if (typeof message.suite !== "number" || (message.suite | 0) !== message.suite)
                        return "suite: enum value expected";
                if (message.issuedMs != null && $Object.hasOwnProperty.call(message, "issuedMs"))
                    if (!$util.isInteger(message.issuedMs) && !(message.issuedMs && $util.isInteger(message.issuedMs.low) && $util.isInteger(message.issuedMs.high)))
                        return "issuedMs: integer|Long expected";
                if (message.validUntilMs != null && $Object.hasOwnProperty.call(message, "validUntilMs"))
                    if (!$util.isInteger(message.validUntilMs) && !(message.validUntilMs && $util.isInteger(message.validUntilMs.low) && $util.isInteger(message.validUntilMs.high)))
                        return "validUntilMs: integer|Long expected";
                if (message.rights != null && $Object.hasOwnProperty.call(message, "rights"))
                    if (!$util.isInteger(message.rights))
                        return "rights: integer expected";
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    if (!$util.isInteger(message.serial) && !(message.serial && $util.isInteger(message.serial.low) && $util.isInteger(message.serial.high)))
                        return "serial: integer|Long expected";
                return null;
            };

            return TicketBody;
        })();

        v1.ManifestRequest = (function() {

            /**
             * Properties of a ManifestRequest.
             * @typedef {Object} keyway.v1.ManifestRequest.$Properties
             * @property {Uint8Array|null} [fleet] ManifestRequest fleet
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ManifestRequest.
             * @memberof keyway.v1
             * @interface IManifestRequest
             * @augments keyway.v1.ManifestRequest.$Properties
             * @deprecated Use keyway.v1.ManifestRequest.$Properties instead.
             */

            /**
             * Shape of a ManifestRequest.
             * @typedef {keyway.v1.ManifestRequest.$Properties} keyway.v1.ManifestRequest.$Shape
             */

            /**
             * Constructs a new ManifestRequest.
             * @memberof keyway.v1
             * @classdesc Represents a ManifestRequest.
             * @constructor
             * @param {keyway.v1.ManifestRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ManifestRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ManifestRequest fleet.
             * @member {Uint8Array} fleet
             * @memberof keyway.v1.ManifestRequest
             * @instance
             */
            ManifestRequest.prototype.fleet = $util.newBuffer([]);

            /**
             * Creates a new ManifestRequest instance using the specified properties.
             * @function create
             * @memberof keyway.v1.ManifestRequest
             * @static
             * @param {keyway.v1.ManifestRequest.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.ManifestRequest} ManifestRequest instance
             * @type {{
             *   (properties: keyway.v1.ManifestRequest.$Shape): keyway.v1.ManifestRequest & keyway.v1.ManifestRequest.$Shape;
             *   (properties?: keyway.v1.ManifestRequest.$Properties): keyway.v1.ManifestRequest;
             * }}
             */
            ManifestRequest.create = function(properties) {
                return new ManifestRequest(properties);
            };

            /**
             * Encodes the specified ManifestRequest message. Does not implicitly {@link keyway.v1.ManifestRequest.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.ManifestRequest
             * @static
             * @param {keyway.v1.ManifestRequest.$Properties} message ManifestRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ManifestRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fleet != null && $Object.hasOwnProperty.call(message, "fleet") && message.fleet.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.fleet);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ManifestRequest message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.ManifestRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.ManifestRequest & keyway.v1.ManifestRequest.$Shape} ManifestRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ManifestRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.ManifestRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.fleet = value;
                            else
                                delete message.fleet;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ManifestRequest message.
             * @function verify
             * @memberof keyway.v1.ManifestRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ManifestRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.fleet != null && $Object.hasOwnProperty.call(message, "fleet"))
                    if (!(message.fleet && typeof message.fleet.length === "number" || $util.isString(message.fleet)))
                        return "fleet: buffer expected";
                return null;
            };

            return ManifestRequest;
        })();

        v1.SignedManifest = (function() {

            /**
             * Properties of a SignedManifest.
             * @typedef {Object} keyway.v1.SignedManifest.$Properties
             * @property {Uint8Array|null} [manifest] SignedManifest manifest
             * @property {Uint8Array|null} [rootKey] SignedManifest rootKey
             * @property {Uint8Array|null} [signature] SignedManifest signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedManifest.
             * @memberof keyway.v1
             * @interface ISignedManifest
             * @augments keyway.v1.SignedManifest.$Properties
             * @deprecated Use keyway.v1.SignedManifest.$Properties instead.
             */

            /**
             * Shape of a SignedManifest.
             * @typedef {keyway.v1.SignedManifest.$Properties} keyway.v1.SignedManifest.$Shape
             */

            /**
             * Constructs a new SignedManifest.
             * @memberof keyway.v1
             * @classdesc Represents a SignedManifest.
             * @constructor
             * @param {keyway.v1.SignedManifest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedManifest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedManifest manifest.
             * @member {Uint8Array} manifest
             * @memberof keyway.v1.SignedManifest
             * @instance
             */
            SignedManifest.prototype.manifest = $util.newBuffer([]);

            /**
             * SignedManifest rootKey.
             * @member {Uint8Array} rootKey
             * @memberof keyway.v1.SignedManifest
             * @instance
             */
            SignedManifest.prototype.rootKey = $util.newBuffer([]);

            /**
             * SignedManifest signature.
             * @member {Uint8Array} signature
             * @memberof keyway.v1.SignedManifest
             * @instance
             */
            SignedManifest.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new SignedManifest instance using the specified properties.
             * @function create
             * @memberof keyway.v1.SignedManifest
             * @static
             * @param {keyway.v1.SignedManifest.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.SignedManifest} SignedManifest instance
             * @type {{
             *   (properties: keyway.v1.SignedManifest.$Shape): keyway.v1.SignedManifest & keyway.v1.SignedManifest.$Shape;
             *   (properties?: keyway.v1.SignedManifest.$Properties): keyway.v1.SignedManifest;
             * }}
             */
            SignedManifest.create = function(properties) {
                return new SignedManifest(properties);
            };

            /**
             * Encodes the specified SignedManifest message. Does not implicitly {@link keyway.v1.SignedManifest.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.SignedManifest
             * @static
             * @param {keyway.v1.SignedManifest.$Properties} message SignedManifest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedManifest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest") && message.manifest.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.manifest);
                if (message.rootKey != null && $Object.hasOwnProperty.call(message, "rootKey") && message.rootKey.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.rootKey);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedManifest message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.SignedManifest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.SignedManifest & keyway.v1.SignedManifest.$Shape} SignedManifest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedManifest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.SignedManifest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.manifest = value;
                            else
                                delete message.manifest;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rootKey = value;
                            else
                                delete message.rootKey;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SignedManifest message.
             * @function verify
             * @memberof keyway.v1.SignedManifest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SignedManifest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest"))
                    if (!(message.manifest && typeof message.manifest.length === "number" || $util.isString(message.manifest)))
                        return "manifest: buffer expected";
                if (message.rootKey != null && $Object.hasOwnProperty.call(message, "rootKey"))
                    if (!(message.rootKey && typeof message.rootKey.length === "number" || $util.isString(message.rootKey)))
                        return "rootKey: buffer expected";
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                        return "signature: buffer expected";
                return null;
            };

            return SignedManifest;
        })();

        v1.Manifest = (function() {

            /**
             * Properties of a Manifest.
             * @typedef {Object} keyway.v1.Manifest.$Properties
             * @property {Uint8Array|null} [fleet] Manifest fleet
             * @property {number|Long|null} [version] Manifest version
             * @property {number|Long|null} [notBeforeMs] Manifest notBeforeMs
             * @property {number|Long|null} [expiresMs] Manifest expiresMs
             * @property {Array.<keyway.v1.Service.$Properties>|null} [services] Manifest services
             * @property {Array.<number>|null} [suites] Manifest suites
             * @property {Array.<number>|null} [groups] Manifest groups
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Manifest.
             * @memberof keyway.v1
             * @interface IManifest
             * @augments keyway.v1.Manifest.$Properties
             * @deprecated Use keyway.v1.Manifest.$Properties instead.
             */

            /**
             * Shape of a Manifest.
             * @typedef {keyway.v1.Manifest.$Properties} keyway.v1.Manifest.$Shape
             */

            /**
             * Constructs a new Manifest.
             * @memberof keyway.v1
             * @classdesc Represents a Manifest.
             * @constructor
             * @param {keyway.v1.Manifest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Manifest = function (properties) {
                this.services = [];
                this.suites = [];
                this.groups = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Manifest fleet.
             * @member {Uint8Array} fleet
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.fleet = $util.newBuffer([]);

            /**
             * Manifest version.
             * @member {number|Long} version
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Manifest notBeforeMs.
             * @member {number|Long} notBeforeMs
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.notBeforeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Manifest expiresMs.
             * @member {number|Long} expiresMs
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.expiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Manifest services.
             * @member {Array.<keyway.v1.Service.$Properties>} services
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.services = $util.emptyArray;

            /**
             * Manifest suites.
             * @member {Array.<number>} suites
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.suites = $util.emptyArray;

            /**
             * Manifest groups.
             * @member {Array.<number>} groups
             * @memberof keyway.v1.Manifest
             * @instance
             */
            Manifest.prototype.groups = $util.emptyArray;

            /**
             * Creates a new Manifest instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Manifest
             * @static
             * @param {keyway.v1.Manifest.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Manifest} Manifest instance
             * @type {{
             *   (properties: keyway.v1.Manifest.$Shape): keyway.v1.Manifest & keyway.v1.Manifest.$Shape;
             *   (properties?: keyway.v1.Manifest.$Properties): keyway.v1.Manifest;
             * }}
             */
            Manifest.create = function(properties) {
                return new Manifest(properties);
            };

            /**
             * Encodes the specified Manifest message. Does not implicitly {@link keyway.v1.Manifest.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Manifest
             * @static
             * @param {keyway.v1.Manifest.$Properties} message Manifest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Manifest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fleet != null && $Object.hasOwnProperty.call(message, "fleet") && message.fleet.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.fleet);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.version);
                if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs") && (typeof message.notBeforeMs === "object" ? message.notBeforeMs.low || message.notBeforeMs.high : message.notBeforeMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.notBeforeMs);
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && (typeof message.expiresMs === "object" ? message.expiresMs.low || message.expiresMs.high : message.expiresMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expiresMs);
                if (message.services != null && message.services.length)
                    for (let i = 0; i < message.services.length; ++i)
                        $root.keyway.v1.Service.encode(message.services[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.suites != null && message.suites.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).uint32s(message.suites);
                if (message.groups != null && message.groups.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.groups);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Manifest message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Manifest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Manifest & keyway.v1.Manifest.$Shape} Manifest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Manifest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Manifest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.fleet = value;
                            else
                                delete message.fleet;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.notBeforeMs = value;
                            else
                                delete message.notBeforeMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.services && message.services.length))
                                message.services = [];
                            message.services.push($root.keyway.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.suites && message.suites.length))
                                    message.suites = [];
                                reader.uint32s(message.suites);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.suites && message.suites.length))
                                message.suites = [];
                            message.suites.push(reader.uint32());
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.groups && message.groups.length))
                                    message.groups = [];
                                reader.uint32s(message.groups);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Manifest message.
             * @function verify
             * @memberof keyway.v1.Manifest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Manifest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.fleet != null && $Object.hasOwnProperty.call(message, "fleet"))
                    if (!(message.fleet && typeof message.fleet.length === "number" || $util.isString(message.fleet)))
                        return "fleet: buffer expected";
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (!$util.isInteger(message.version) && !(message.version && $util.isInteger(message.version.low) && $util.isInteger(message.version.high)))
                        return "version: integer|Long expected";
                if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs"))
                    if (!$util.isInteger(message.notBeforeMs) && !(message.notBeforeMs && $util.isInteger(message.notBeforeMs.low) && $util.isInteger(message.notBeforeMs.high)))
                        return "notBeforeMs: integer|Long expected";
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs"))
                    if (!$util.isInteger(message.expiresMs) && !(message.expiresMs && $util.isInteger(message.expiresMs.low) && $util.isInteger(message.expiresMs.high)))
                        return "expiresMs: integer|Long expected";
                if (message.services != null && $Object.hasOwnProperty.call(message, "services")) {
                    if (!$Array.isArray(message.services))
                        return "services: array expected";
                    for (let i = 0; i < message.services.length; ++i) {
                        let error = $root.keyway.v1.Service.verify(message.services[i], _depth + 1);
                        if (error)
                            return "services." + error;
                    }
                }
                if (message.suites != null && $Object.hasOwnProperty.call(message, "suites")) {
                    if (!$Array.isArray(message.suites))
                        return "suites: array expected";
                    for (let i = 0; i < message.suites.length; ++i)
                        if (!$util.isInteger(message.suites[i]))
                            return "suites: integer[] expected";
                }
                if (message.groups != null && $Object.hasOwnProperty.call(message, "groups")) {
                    if (!$Array.isArray(message.groups))
                        return "groups: array expected";
                    for (let i = 0; i < message.groups.length; ++i)
                        if (!$util.isInteger(message.groups[i]))
                            return "groups: integer[] expected";
                }
                return null;
            };

            return Manifest;
        })();

        /**
         * Role enum.
         * @name keyway.v1.Role
         * @enum {number}
         * @property {number} ROLE_UNSPECIFIED=0 ROLE_UNSPECIFIED value
         * @property {number} AUTH=1 AUTH value
         * @property {number} CHANNEL_BROKER=2 CHANNEL_BROKER value
         * @property {number} ROUTER=3 ROUTER value
         */
        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "AUTH"] = 1;
            values[valuesById[2] = "CHANNEL_BROKER"] = 2;
            values[valuesById[3] = "ROUTER"] = 3;
            return values;
        })();

        v1.Service = (function() {

            /**
             * Properties of a Service.
             * @typedef {Object} keyway.v1.Service.$Properties
             * @property {keyway.v1.Role|null} [role] Service role
             * @property {Uint8Array|null} [keyId] Service keyId
             * @property {Uint8Array|null} [signingKey] Service signingKey
             * @property {Uint8Array|null} [exchangeKey] Service exchangeKey
             * @property {Array.<string>|null} [endpoints] Service endpoints
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Service.
             * @memberof keyway.v1
             * @interface IService
             * @augments keyway.v1.Service.$Properties
             * @deprecated Use keyway.v1.Service.$Properties instead.
             */

            /**
             * Shape of a Service.
             * @typedef {keyway.v1.Service.$Properties} keyway.v1.Service.$Shape
             */

            /**
             * Constructs a new Service.
             * @memberof keyway.v1
             * @classdesc Represents a Service.
             * @constructor
             * @param {keyway.v1.Service.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Service = function (properties) {
                this.endpoints = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Service role.
             * @member {keyway.v1.Role} role
             * @memberof keyway.v1.Service
             * @instance
             */
            Service.prototype.role = 0;

            /**
             * Service keyId.
             * @member {Uint8Array} keyId
             * @memberof keyway.v1.Service
             * @instance
             */
            Service.prototype.keyId = $util.newBuffer([]);

            /**
             * Service signingKey.
             * @member {Uint8Array} signingKey
             * @memberof keyway.v1.Service
             * @instance
             */
            Service.prototype.signingKey = $util.newBuffer([]);

            /**
             * Service exchangeKey.
             * @member {Uint8Array} exchangeKey
             * @memberof keyway.v1.Service
             * @instance
             */
            Service.prototype.exchangeKey = $util.newBuffer([]);

            /**
             * Service endpoints.
             * @member {Array.<string>} endpoints
             * @memberof keyway.v1.Service
             * @instance
             */
            Service.prototype.endpoints = $util.emptyArray;

            /**
             * Creates a new Service instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Service
             * @static
             * @param {keyway.v1.Service.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Service} Service instance
             * @type {{
             *   (properties: keyway.v1.Service.$Shape): keyway.v1.Service & keyway.v1.Service.$Shape;
             *   (properties?: keyway.v1.Service.$Properties): keyway.v1.Service;
             * }}
             */
            Service.create = function(properties) {
                return new Service(properties);
            };

            /**
             * Encodes the specified Service message. Does not implicitly {@link keyway.v1.Service.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Service
             * @static
             * @param {keyway.v1.Service.$Properties} message Service message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Service.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.role);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keyId);
                if (message.signingKey != null && $Object.hasOwnProperty.call(message, "signingKey") && message.signingKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signingKey);
                if (message.exchangeKey != null && $Object.hasOwnProperty.call(message, "exchangeKey") && message.exchangeKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.exchangeKey);
                if (message.endpoints != null && message.endpoints.length)
                    for (let i = 0; i < message.endpoints.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.endpoints[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Service message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Service
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Service & keyway.v1.Service.$Shape} Service
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Service.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Service();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signingKey = value;
                            else
                                delete message.signingKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.exchangeKey = value;
                            else
                                delete message.exchangeKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.endpoints && message.endpoints.length))
                                message.endpoints = [];
                            message.endpoints.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Service message.
             * @function verify
             * @memberof keyway.v1.Service
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Service.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    if (typeof message.role !== "number" || (message.role | 0) !== message.role)
                        return "role: enum value expected";
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId"))
                    if (!(message.keyId && typeof message.keyId.length === "number" || $util.isString(message.keyId)))
                        return "keyId: buffer expected";
                if (message.signingKey != null && $Object.hasOwnProperty.call(message, "signingKey"))
                    if (!(message.signingKey && typeof message.signingKey.length === "number" || $util.isString(message.signingKey)))
                        return "signingKey: buffer expected";
                if (message.exchangeKey != null && $Object.hasOwnProperty.call(message, "exchangeKey"))
                    if (!(message.exchangeKey && typeof message.exchangeKey.length === "number" || $util.isString(message.exchangeKey)))
                        return "exchangeKey: buffer expected";
                if (message.endpoints != null && $Object.hasOwnProperty.call(message, "endpoints")) {
                    if (!$Array.isArray(message.endpoints))
                        return "endpoints: array expected";
                    for (let i = 0; i < message.endpoints.length; ++i)
                        if (!$util.isString(message.endpoints[i]))
                            return "endpoints: string[] expected";
                }
                return null;
            };

            return Service;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} keyway.v1.Envelope.$Properties
             * @property {keyway.v1.ChannelRequest.$Properties|null} [channelRequest] Envelope channelRequest
             * @property {keyway.v1.ChannelGrant.$Properties|null} [channelGrant] Envelope channelGrant
             * @property {keyway.v1.Refusal.$Properties|null} [refusal] Envelope refusal
             * @property {keyway.v1.ManifestRequest.$Properties|null} [manifestRequest] Envelope manifestRequest
             * @property {keyway.v1.SignedManifest.$Properties|null} [manifest] Envelope manifest
             * @property {keyway.v1.Attach.$Properties|null} [attach] Envelope attach
             * @property {keyway.v1.Attached.$Properties|null} [attached] Envelope attached
             * @property {keyway.v1.Record.$Properties|null} [record] Envelope record
             * @property {"channelRequest"|"channelGrant"|"refusal"|"manifestRequest"|"manifest"|"attach"|"attached"|"record"} [body] Envelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof keyway.v1
             * @interface IEnvelope
             * @augments keyway.v1.Envelope.$Properties
             * @deprecated Use keyway.v1.Envelope.$Properties instead.
             */

            /**
             * Narrowed shape of an Envelope.
             * @typedef {{
             *   channelRequest?: keyway.v1.ChannelRequest.$Shape|null;
             *   channelGrant?: keyway.v1.ChannelGrant.$Shape|null;
             *   refusal?: keyway.v1.Refusal.$Shape|null;
             *   manifestRequest?: keyway.v1.ManifestRequest.$Shape|null;
             *   manifest?: keyway.v1.SignedManifest.$Shape|null;
             *   attach?: keyway.v1.Attach.$Shape|null;
             *   attached?: keyway.v1.Attached.$Shape|null;
             *   record?: keyway.v1.Record.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "channelRequest"; channelRequest: keyway.v1.ChannelRequest.$Shape; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "channelGrant"; channelRequest?: null; channelGrant: keyway.v1.ChannelGrant.$Shape; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "refusal"; channelRequest?: null; channelGrant?: null; refusal: keyway.v1.Refusal.$Shape; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "manifestRequest"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest: keyway.v1.ManifestRequest.$Shape; manifest?: null; attach?: null; attached?: null; record?: null }|{ body?: "manifest"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest: keyway.v1.SignedManifest.$Shape; attach?: null; attached?: null; record?: null }|{ body?: "attach"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach: keyway.v1.Attach.$Shape; attached?: null; record?: null }|{ body?: "attached"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached: keyway.v1.Attached.$Shape; record?: null }|{ body?: "record"; channelRequest?: null; channelGrant?: null; refusal?: null; manifestRequest?: null; manifest?: null; attach?: null; attached?: null; record: keyway.v1.Record.$Shape })
             * )} keyway.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof keyway.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {keyway.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope channelRequest.
             * @member {keyway.v1.ChannelRequest.$Properties|null|undefined} channelRequest
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.channelRequest = null;

            /**
             * Envelope channelGrant.
             * @member {keyway.v1.ChannelGrant.$Properties|null|undefined} channelGrant
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.channelGrant = null;

            /**
             * Envelope refusal.
             * @member {keyway.v1.Refusal.$Properties|null|undefined} refusal
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.refusal = null;

            /**
             * Envelope manifestRequest.
             * @member {keyway.v1.ManifestRequest.$Properties|null|undefined} manifestRequest
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.manifestRequest = null;

            /**
             * Envelope manifest.
             * @member {keyway.v1.SignedManifest.$Properties|null|undefined} manifest
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.manifest = null;

            /**
             * Envelope attach.
             * @member {keyway.v1.Attach.$Properties|null|undefined} attach
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.attach = null;

            /**
             * Envelope attached.
             * @member {keyway.v1.Attached.$Properties|null|undefined} attached
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.attached = null;

            /**
             * Envelope record.
             * @member {keyway.v1.Record.$Properties|null|undefined} record
             * @memberof keyway.v1.Envelope
             * @instance
             */
            Envelope.prototype.record = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Envelope body.
             * @member {"channelRequest"|"channelGrant"|"refusal"|"manifestRequest"|"manifest"|"attach"|"attached"|"record"|undefined} body
             * @memberof keyway.v1.Envelope
             * @instance
             */
            $Object.defineProperty(Envelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["channelRequest", "channelGrant", "refusal", "manifestRequest", "manifest", "attach", "attached", "record"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Envelope instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Envelope
             * @static
             * @param {keyway.v1.Envelope.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Envelope} Envelope instance
             * @type {{
             *   (properties: keyway.v1.Envelope.$Shape): keyway.v1.Envelope & keyway.v1.Envelope.$Shape;
             *   (properties?: keyway.v1.Envelope.$Properties): keyway.v1.Envelope;
             * }}
             */
            Envelope.create = function(properties) {
                return new Envelope(properties);
            };

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link keyway.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Envelope
             * @static
             * @param {keyway.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channelRequest != null && $Object.hasOwnProperty.call(message, "channelRequest"))
                    $root.keyway.v1.ChannelRequest.encode(message.channelRequest, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.channelGrant != null && $Object.hasOwnProperty.call(message, "channelGrant"))
                    $root.keyway.v1.ChannelGrant.encode(message.channelGrant, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.keyway.v1.Refusal.encode(message.refusal, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.manifestRequest != null && $Object.hasOwnProperty.call(message, "manifestRequest"))
                    $root.keyway.v1.ManifestRequest.encode(message.manifestRequest, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest"))
                    $root.keyway.v1.SignedManifest.encode(message.manifest, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.attach != null && $Object.hasOwnProperty.call(message, "attach"))
                    $root.keyway.v1.Attach.encode(message.attach, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.attached != null && $Object.hasOwnProperty.call(message, "attached"))
                    $root.keyway.v1.Attached.encode(message.attached, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    $root.keyway.v1.Record.encode(message.record, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Envelope & keyway.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.channelRequest = $root.keyway.v1.ChannelRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.channelRequest);
                            message.body = "channelRequest";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.channelGrant = $root.keyway.v1.ChannelGrant.decode(reader, reader.size(), $undefined, _depth + 1, message.channelGrant);
                            message.body = "channelGrant";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.keyway.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.body = "refusal";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.manifestRequest = $root.keyway.v1.ManifestRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.manifestRequest);
                            message.body = "manifestRequest";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.manifest = $root.keyway.v1.SignedManifest.decode(reader, reader.size(), $undefined, _depth + 1, message.manifest);
                            message.body = "manifest";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.attach = $root.keyway.v1.Attach.decode(reader, reader.size(), $undefined, _depth + 1, message.attach);
                            message.body = "attach";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.attached = $root.keyway.v1.Attached.decode(reader, reader.size(), $undefined, _depth + 1, message.attached);
                            message.body = "attached";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.record = $root.keyway.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1, message.record);
                            message.body = "record";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Envelope message.
             * @function verify
             * @memberof keyway.v1.Envelope
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Envelope.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.channelRequest != null && $Object.hasOwnProperty.call(message, "channelRequest")) {
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.ChannelRequest.verify(message.channelRequest, _depth + 1);
                        if (error)
                            return "channelRequest." + error;
                    }
                }
                if (message.channelGrant != null && $Object.hasOwnProperty.call(message, "channelGrant")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.ChannelGrant.verify(message.channelGrant, _depth + 1);
                        if (error)
                            return "channelGrant." + error;
                    }
                }
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.Refusal.verify(message.refusal, _depth + 1);
                        if (error)
                            return "refusal." + error;
                    }
                }
                if (message.manifestRequest != null && $Object.hasOwnProperty.call(message, "manifestRequest")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.ManifestRequest.verify(message.manifestRequest, _depth + 1);
                        if (error)
                            return "manifestRequest." + error;
                    }
                }
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.SignedManifest.verify(message.manifest, _depth + 1);
                        if (error)
                            return "manifest." + error;
                    }
                }
                if (message.attach != null && $Object.hasOwnProperty.call(message, "attach")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.Attach.verify(message.attach, _depth + 1);
                        if (error)
                            return "attach." + error;
                    }
                }
                if (message.attached != null && $Object.hasOwnProperty.call(message, "attached")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.Attached.verify(message.attached, _depth + 1);
                        if (error)
                            return "attached." + error;
                    }
                }
                if (message.record != null && $Object.hasOwnProperty.call(message, "record")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.keyway.v1.Record.verify(message.record, _depth + 1);
                        if (error)
                            return "record." + error;
                    }
                }
                return null;
            };

            return Envelope;
        })();

        v1.Refusal = (function() {

            /**
             * Properties of a Refusal.
             * @typedef {Object} keyway.v1.Refusal.$Properties
             * @property {number|null} [code] Refusal code
             * @property {Uint8Array|null} [requestHash] Refusal requestHash
             * @property {number|Long|null} [timeMs] Refusal timeMs
             * @property {number|null} [retryAfterMs] Refusal retryAfterMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refusal.
             * @memberof keyway.v1
             * @interface IRefusal
             * @augments keyway.v1.Refusal.$Properties
             * @deprecated Use keyway.v1.Refusal.$Properties instead.
             */

            /**
             * Shape of a Refusal.
             * @typedef {keyway.v1.Refusal.$Properties} keyway.v1.Refusal.$Shape
             */

            /**
             * Constructs a new Refusal.
             * @memberof keyway.v1
             * @classdesc Represents a Refusal.
             * @constructor
             * @param {keyway.v1.Refusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refusal code.
             * @member {number} code
             * @memberof keyway.v1.Refusal
             * @instance
             */
            Refusal.prototype.code = 0;

            /**
             * Refusal requestHash.
             * @member {Uint8Array} requestHash
             * @memberof keyway.v1.Refusal
             * @instance
             */
            Refusal.prototype.requestHash = $util.newBuffer([]);

            /**
             * Refusal timeMs.
             * @member {number|Long} timeMs
             * @memberof keyway.v1.Refusal
             * @instance
             */
            Refusal.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Refusal retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof keyway.v1.Refusal
             * @instance
             */
            Refusal.prototype.retryAfterMs = 0;

            /**
             * Creates a new Refusal instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Refusal
             * @static
             * @param {keyway.v1.Refusal.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Refusal} Refusal instance
             * @type {{
             *   (properties: keyway.v1.Refusal.$Shape): keyway.v1.Refusal & keyway.v1.Refusal.$Shape;
             *   (properties?: keyway.v1.Refusal.$Properties): keyway.v1.Refusal;
             * }}
             */
            Refusal.create = function(properties) {
                return new Refusal(properties);
            };

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link keyway.v1.Refusal.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Refusal
             * @static
             * @param {keyway.v1.Refusal.$Properties} message Refusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.code);
                if (message.requestHash != null && $Object.hasOwnProperty.call(message, "requestHash") && message.requestHash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.requestHash);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timeMs);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.retryAfterMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Refusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Refusal & keyway.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Refusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestHash = value;
                            else
                                delete message.requestHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Refusal message.
             * @function verify
             * @memberof keyway.v1.Refusal
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Refusal.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isInteger(message.code))
                        return "code: integer expected";
                if (message.requestHash != null && $Object.hasOwnProperty.call(message, "requestHash"))
                    if (!(message.requestHash && typeof message.requestHash.length === "number" || $util.isString(message.requestHash)))
                        return "requestHash: buffer expected";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs"))
                    if (!$util.isInteger(message.retryAfterMs))
                        return "retryAfterMs: integer expected";
                return null;
            };

            return Refusal;
        })();

        v1.Attach = (function() {

            /**
             * Properties of an Attach.
             * @typedef {Object} keyway.v1.Attach.$Properties
             * @property {Uint8Array|null} [router] Attach router
             * @property {Uint8Array|null} [ticket] Attach ticket
             * @property {Uint8Array|null} [salt] Attach salt
             * @property {Uint8Array|null} [x25519] Attach x25519
             * @property {Uint8Array|null} [mac] Attach mac
             * @property {Uint8Array|null} [proof] Attach proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Attach.
             * @memberof keyway.v1
             * @interface IAttach
             * @augments keyway.v1.Attach.$Properties
             * @deprecated Use keyway.v1.Attach.$Properties instead.
             */

            /**
             * Shape of an Attach.
             * @typedef {keyway.v1.Attach.$Properties} keyway.v1.Attach.$Shape
             */

            /**
             * Constructs a new Attach.
             * @memberof keyway.v1
             * @classdesc Represents an Attach.
             * @constructor
             * @param {keyway.v1.Attach.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Attach = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Attach router.
             * @member {Uint8Array} router
             * @memberof keyway.v1.Attach
             * @instance
             */
            Attach.prototype.router = $util.newBuffer([]);

            /**
             * Attach ticket.
             * @member {Uint8Array} ticket
             * @memberof keyway.v1.Attach
             * @instance
             */
            Attach.prototype.ticket = $util.newBuffer([]);

            /**
             * Attach salt.
             * @member {Uint8Array} salt
             * @memberof keyway.v1.Attach
             * @instance
             */
            Attach.prototype.salt = $util.newBuffer([]);

            /**
             * Attach x25519.
             * @member {Uint8Array} x25519
             * @memberof keyway.v1.Attach
             * @instance
             */
            Attach.prototype.x25519 = $util.newBuffer([]);

            /**
             * Attach mac.
             * @member {Uint8Array} mac
             * @memberof keyway.v1.Attach
             * @instance
             */
            Attach.prototype.mac = $util.newBuffer([]);

            /**
             * Attach proof.
             * @member {Uint8Array} proof
             * @memberof keyway.v1.Attach
             * @instance
             */
            Attach.prototype.proof = $util.newBuffer([]);

            /**
             * Creates a new Attach instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Attach
             * @static
             * @param {keyway.v1.Attach.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Attach} Attach instance
             * @type {{
             *   (properties: keyway.v1.Attach.$Shape): keyway.v1.Attach & keyway.v1.Attach.$Shape;
             *   (properties?: keyway.v1.Attach.$Properties): keyway.v1.Attach;
             * }}
             */
            Attach.create = function(properties) {
                return new Attach(properties);
            };

            /**
             * Encodes the specified Attach message. Does not implicitly {@link keyway.v1.Attach.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Attach
             * @static
             * @param {keyway.v1.Attach.$Properties} message Attach message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Attach.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.router != null && $Object.hasOwnProperty.call(message, "router") && message.router.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.router);
                if (message.ticket != null && $Object.hasOwnProperty.call(message, "ticket") && message.ticket.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.ticket);
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt") && message.salt.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.salt);
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519") && message.x25519.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.x25519);
                if (message.mac != null && $Object.hasOwnProperty.call(message, "mac") && message.mac.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.mac);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Attach message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Attach
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Attach & keyway.v1.Attach.$Shape} Attach
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Attach.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Attach();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.router = value;
                            else
                                delete message.router;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ticket = value;
                            else
                                delete message.ticket;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.salt = value;
                            else
                                delete message.salt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.x25519 = value;
                            else
                                delete message.x25519;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.mac = value;
                            else
                                delete message.mac;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Attach message.
             * @function verify
             * @memberof keyway.v1.Attach
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Attach.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.router != null && $Object.hasOwnProperty.call(message, "router"))
                    if (!(message.router && typeof message.router.length === "number" || $util.isString(message.router)))
                        return "router: buffer expected";
                if (message.ticket != null && $Object.hasOwnProperty.call(message, "ticket"))
                    if (!(message.ticket && typeof message.ticket.length === "number" || $util.isString(message.ticket)))
                        return "ticket: buffer expected";
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt"))
                    if (!(message.salt && typeof message.salt.length === "number" || $util.isString(message.salt)))
                        return "salt: buffer expected";
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519"))
                    if (!(message.x25519 && typeof message.x25519.length === "number" || $util.isString(message.x25519)))
                        return "x25519: buffer expected";
                if (message.mac != null && $Object.hasOwnProperty.call(message, "mac"))
                    if (!(message.mac && typeof message.mac.length === "number" || $util.isString(message.mac)))
                        return "mac: buffer expected";
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    if (!(message.proof && typeof message.proof.length === "number" || $util.isString(message.proof)))
                        return "proof: buffer expected";
                return null;
            };

            return Attach;
        })();

        v1.Attached = (function() {

            /**
             * Properties of an Attached.
             * @typedef {Object} keyway.v1.Attached.$Properties
             * @property {Uint8Array|null} [x25519] Attached x25519
             * @property {Uint8Array|null} [confirm] Attached confirm
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Attached.
             * @memberof keyway.v1
             * @interface IAttached
             * @augments keyway.v1.Attached.$Properties
             * @deprecated Use keyway.v1.Attached.$Properties instead.
             */

            /**
             * Shape of an Attached.
             * @typedef {keyway.v1.Attached.$Properties} keyway.v1.Attached.$Shape
             */

            /**
             * Constructs a new Attached.
             * @memberof keyway.v1
             * @classdesc Represents an Attached.
             * @constructor
             * @param {keyway.v1.Attached.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Attached = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Attached x25519.
             * @member {Uint8Array} x25519
             * @memberof keyway.v1.Attached
             * @instance
             */
            Attached.prototype.x25519 = $util.newBuffer([]);

            /**
             * Attached confirm.
             * @member {Uint8Array} confirm
             * @memberof keyway.v1.Attached
             * @instance
             */
            Attached.prototype.confirm = $util.newBuffer([]);

            /**
             * Creates a new Attached instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Attached
             * @static
             * @param {keyway.v1.Attached.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Attached} Attached instance
             * @type {{
             *   (properties: keyway.v1.Attached.$Shape): keyway.v1.Attached & keyway.v1.Attached.$Shape;
             *   (properties?: keyway.v1.Attached.$Properties): keyway.v1.Attached;
             * }}
             */
            Attached.create = function(properties) {
                return new Attached(properties);
            };

            /**
             * Encodes the specified Attached message. Does not implicitly {@link keyway.v1.Attached.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Attached
             * @static
             * @param {keyway.v1.Attached.$Properties} message Attached message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Attached.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519") && message.x25519.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.x25519);
                if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm") && message.confirm.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.confirm);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Attached message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Attached
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Attached & keyway.v1.Attached.$Shape} Attached
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Attached.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Attached();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.x25519 = value;
                            else
                                delete message.x25519;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.confirm = value;
                            else
                                delete message.confirm;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Attached message.
             * @function verify
             * @memberof keyway.v1.Attached
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Attached.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.x25519 != null && $Object.hasOwnProperty.call(message, "x25519"))
                    if (!(message.x25519 && typeof message.x25519.length === "number" || $util.isString(message.x25519)))
                        return "x25519: buffer expected";
                if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm"))
                    if (!(message.confirm && typeof message.confirm.length === "number" || $util.isString(message.confirm)))
                        return "confirm: buffer expected";
                return null;
            };

            return Attached;
        })();

        v1.Record = (function() {

            /**
             * Properties of a Record.
             * @typedef {Object} keyway.v1.Record.$Properties
             * @property {number|Long|null} [seq] Record seq
             * @property {Uint8Array|null} [sealed] Record sealed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Record.
             * @memberof keyway.v1
             * @interface IRecord
             * @augments keyway.v1.Record.$Properties
             * @deprecated Use keyway.v1.Record.$Properties instead.
             */

            /**
             * Shape of a Record.
             * @typedef {keyway.v1.Record.$Properties} keyway.v1.Record.$Shape
             */

            /**
             * Constructs a new Record.
             * @memberof keyway.v1
             * @classdesc Represents a Record.
             * @constructor
             * @param {keyway.v1.Record.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Record = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Record seq.
             * @member {number|Long} seq
             * @memberof keyway.v1.Record
             * @instance
             */
            Record.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Record sealed.
             * @member {Uint8Array} sealed
             * @memberof keyway.v1.Record
             * @instance
             */
            Record.prototype.sealed = $util.newBuffer([]);

            /**
             * Creates a new Record instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Record
             * @static
             * @param {keyway.v1.Record.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Record} Record instance
             * @type {{
             *   (properties: keyway.v1.Record.$Shape): keyway.v1.Record & keyway.v1.Record.$Shape;
             *   (properties?: keyway.v1.Record.$Properties): keyway.v1.Record;
             * }}
             */
            Record.create = function(properties) {
                return new Record(properties);
            };

            /**
             * Encodes the specified Record message. Does not implicitly {@link keyway.v1.Record.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Record
             * @static
             * @param {keyway.v1.Record.$Properties} message Record message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Record.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).fixed64(message.seq);
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed") && message.sealed.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.sealed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Record message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Record
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Record & keyway.v1.Record.$Shape} Record
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Record.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Record();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sealed = value;
                            else
                                delete message.sealed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Record message.
             * @function verify
             * @memberof keyway.v1.Record
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Record.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed"))
                    if (!(message.sealed && typeof message.sealed.length === "number" || $util.isString(message.sealed)))
                        return "sealed: buffer expected";
                return null;
            };

            return Record;
        })();

        v1.Frames = (function() {

            /**
             * Properties of a Frames.
             * @typedef {Object} keyway.v1.Frames.$Properties
             * @property {Array.<keyway.v1.Open.$Properties>|null} [open] Frames open
             * @property {Array.<keyway.v1.Run.$Properties>|null} [run] Frames run
             * @property {Array.<keyway.v1.Refused.$Properties>|null} [refused] Frames refused
             * @property {Array.<keyway.v1.Accepted.$Properties>|null} [accepted] Frames accepted
             * @property {Array.<keyway.v1.GoOn.$Properties>|null} [goOn] Frames goOn
             * @property {Array.<keyway.v1.Stored.$Properties>|null} [stored] Frames stored
             * @property {Array.<keyway.v1.Credit.$Properties>|null} [credit] Frames credit
             * @property {Array.<keyway.v1.Config.$Properties>|null} [config] Frames config
             * @property {Array.<keyway.v1.Heartbeat.$Properties>|null} [heartbeat] Frames heartbeat
             * @property {Array.<keyway.v1.Rekey.$Properties>|null} [rekey] Frames rekey
             * @property {Array.<keyway.v1.Stop.$Properties>|null} [stop] Frames stop
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Frames.
             * @memberof keyway.v1
             * @interface IFrames
             * @augments keyway.v1.Frames.$Properties
             * @deprecated Use keyway.v1.Frames.$Properties instead.
             */

            /**
             * Shape of a Frames.
             * @typedef {keyway.v1.Frames.$Properties} keyway.v1.Frames.$Shape
             */

            /**
             * Constructs a new Frames.
             * @memberof keyway.v1
             * @classdesc Represents a Frames.
             * @constructor
             * @param {keyway.v1.Frames.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Frames = function (properties) {
                this.open = [];
                this.run = [];
                this.refused = [];
                this.accepted = [];
                this.goOn = [];
                this.stored = [];
                this.credit = [];
                this.config = [];
                this.heartbeat = [];
                this.rekey = [];
                this.stop = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Frames open.
             * @member {Array.<keyway.v1.Open.$Properties>} open
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.open = $util.emptyArray;

            /**
             * Frames run.
             * @member {Array.<keyway.v1.Run.$Properties>} run
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.run = $util.emptyArray;

            /**
             * Frames refused.
             * @member {Array.<keyway.v1.Refused.$Properties>} refused
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.refused = $util.emptyArray;

            /**
             * Frames accepted.
             * @member {Array.<keyway.v1.Accepted.$Properties>} accepted
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.accepted = $util.emptyArray;

            /**
             * Frames goOn.
             * @member {Array.<keyway.v1.GoOn.$Properties>} goOn
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.goOn = $util.emptyArray;

            /**
             * Frames stored.
             * @member {Array.<keyway.v1.Stored.$Properties>} stored
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.stored = $util.emptyArray;

            /**
             * Frames credit.
             * @member {Array.<keyway.v1.Credit.$Properties>} credit
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.credit = $util.emptyArray;

            /**
             * Frames config.
             * @member {Array.<keyway.v1.Config.$Properties>} config
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.config = $util.emptyArray;

            /**
             * Frames heartbeat.
             * @member {Array.<keyway.v1.Heartbeat.$Properties>} heartbeat
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.heartbeat = $util.emptyArray;

            /**
             * Frames rekey.
             * @member {Array.<keyway.v1.Rekey.$Properties>} rekey
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.rekey = $util.emptyArray;

            /**
             * Frames stop.
             * @member {Array.<keyway.v1.Stop.$Properties>} stop
             * @memberof keyway.v1.Frames
             * @instance
             */
            Frames.prototype.stop = $util.emptyArray;

            /**
             * Creates a new Frames instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Frames
             * @static
             * @param {keyway.v1.Frames.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Frames} Frames instance
             * @type {{
             *   (properties: keyway.v1.Frames.$Shape): keyway.v1.Frames & keyway.v1.Frames.$Shape;
             *   (properties?: keyway.v1.Frames.$Properties): keyway.v1.Frames;
             * }}
             */
            Frames.create = function(properties) {
                return new Frames(properties);
            };

            /**
             * Encodes the specified Frames message. Does not implicitly {@link keyway.v1.Frames.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Frames
             * @static
             * @param {keyway.v1.Frames.$Properties} message Frames message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Frames.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.open != null && message.open.length)
                    for (let i = 0; i < message.open.length; ++i)
                        $root.keyway.v1.Open.encode(message.open[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.run != null && message.run.length)
                    for (let i = 0; i < message.run.length; ++i)
                        $root.keyway.v1.Run.encode(message.run[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.refused != null && message.refused.length)
                    for (let i = 0; i < message.refused.length; ++i)
                        $root.keyway.v1.Refused.encode(message.refused[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.accepted != null && message.accepted.length)
                    for (let i = 0; i < message.accepted.length; ++i)
                        $root.keyway.v1.Accepted.encode(message.accepted[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.goOn != null && message.goOn.length)
                    for (let i = 0; i < message.goOn.length; ++i)
                        $root.keyway.v1.GoOn.encode(message.goOn[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.stored != null && message.stored.length)
                    for (let i = 0; i < message.stored.length; ++i)
                        $root.keyway.v1.Stored.encode(message.stored[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.credit != null && message.credit.length)
                    for (let i = 0; i < message.credit.length; ++i)
                        $root.keyway.v1.Credit.encode(message.credit[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.config != null && message.config.length)
                    for (let i = 0; i < message.config.length; ++i)
                        $root.keyway.v1.Config.encode(message.config[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && message.heartbeat.length)
                    for (let i = 0; i < message.heartbeat.length; ++i)
                        $root.keyway.v1.Heartbeat.encode(message.heartbeat[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.rekey != null && message.rekey.length)
                    for (let i = 0; i < message.rekey.length; ++i)
                        $root.keyway.v1.Rekey.encode(message.rekey[i], writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.stop != null && message.stop.length)
                    for (let i = 0; i < message.stop.length; ++i)
                        $root.keyway.v1.Stop.encode(message.stop[i], writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Frames message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Frames
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Frames & keyway.v1.Frames.$Shape} Frames
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Frames.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Frames();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.open && message.open.length))
                                message.open = [];
                            message.open.push($root.keyway.v1.Open.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.run && message.run.length))
                                message.run = [];
                            message.run.push($root.keyway.v1.Run.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.refused && message.refused.length))
                                message.refused = [];
                            message.refused.push($root.keyway.v1.Refused.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accepted && message.accepted.length))
                                message.accepted = [];
                            message.accepted.push($root.keyway.v1.Accepted.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.goOn && message.goOn.length))
                                message.goOn = [];
                            message.goOn.push($root.keyway.v1.GoOn.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.stored && message.stored.length))
                                message.stored = [];
                            message.stored.push($root.keyway.v1.Stored.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.credit && message.credit.length))
                                message.credit = [];
                            message.credit.push($root.keyway.v1.Credit.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.config && message.config.length))
                                message.config = [];
                            message.config.push($root.keyway.v1.Config.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.heartbeat && message.heartbeat.length))
                                message.heartbeat = [];
                            message.heartbeat.push($root.keyway.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rekey && message.rekey.length))
                                message.rekey = [];
                            message.rekey.push($root.keyway.v1.Rekey.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.stop && message.stop.length))
                                message.stop = [];
                            message.stop.push($root.keyway.v1.Stop.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Frames message.
             * @function verify
             * @memberof keyway.v1.Frames
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Frames.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.open != null && $Object.hasOwnProperty.call(message, "open")) {
                    if (!$Array.isArray(message.open))
                        return "open: array expected";
                    for (let i = 0; i < message.open.length; ++i) {
                        let error = $root.keyway.v1.Open.verify(message.open[i], _depth + 1);
                        if (error)
                            return "open." + error;
                    }
                }
                if (message.run != null && $Object.hasOwnProperty.call(message, "run")) {
                    if (!$Array.isArray(message.run))
                        return "run: array expected";
                    for (let i = 0; i < message.run.length; ++i) {
                        let error = $root.keyway.v1.Run.verify(message.run[i], _depth + 1);
                        if (error)
                            return "run." + error;
                    }
                }
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused")) {
                    if (!$Array.isArray(message.refused))
                        return "refused: array expected";
                    for (let i = 0; i < message.refused.length; ++i) {
                        let error = $root.keyway.v1.Refused.verify(message.refused[i], _depth + 1);
                        if (error)
                            return "refused." + error;
                    }
                }
                if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted")) {
                    if (!$Array.isArray(message.accepted))
                        return "accepted: array expected";
                    for (let i = 0; i < message.accepted.length; ++i) {
                        let error = $root.keyway.v1.Accepted.verify(message.accepted[i], _depth + 1);
                        if (error)
                            return "accepted." + error;
                    }
                }
                if (message.goOn != null && $Object.hasOwnProperty.call(message, "goOn")) {
                    if (!$Array.isArray(message.goOn))
                        return "goOn: array expected";
                    for (let i = 0; i < message.goOn.length; ++i) {
                        let error = $root.keyway.v1.GoOn.verify(message.goOn[i], _depth + 1);
                        if (error)
                            return "goOn." + error;
                    }
                }
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored")) {
                    if (!$Array.isArray(message.stored))
                        return "stored: array expected";
                    for (let i = 0; i < message.stored.length; ++i) {
                        let error = $root.keyway.v1.Stored.verify(message.stored[i], _depth + 1);
                        if (error)
                            return "stored." + error;
                    }
                }
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit")) {
                    if (!$Array.isArray(message.credit))
                        return "credit: array expected";
                    for (let i = 0; i < message.credit.length; ++i) {
                        let error = $root.keyway.v1.Credit.verify(message.credit[i], _depth + 1);
                        if (error)
                            return "credit." + error;
                    }
                }
                if (message.config != null && $Object.hasOwnProperty.call(message, "config")) {
                    if (!$Array.isArray(message.config))
                        return "config: array expected";
                    for (let i = 0; i < message.config.length; ++i) {
                        let error = $root.keyway.v1.Config.verify(message.config[i], _depth + 1);
                        if (error)
                            return "config." + error;
                    }
                }
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat")) {
                    if (!$Array.isArray(message.heartbeat))
                        return "heartbeat: array expected";
                    for (let i = 0; i < message.heartbeat.length; ++i) {
                        let error = $root.keyway.v1.Heartbeat.verify(message.heartbeat[i], _depth + 1);
                        if (error)
                            return "heartbeat." + error;
                    }
                }
                if (message.rekey != null && $Object.hasOwnProperty.call(message, "rekey")) {
                    if (!$Array.isArray(message.rekey))
                        return "rekey: array expected";
                    for (let i = 0; i < message.rekey.length; ++i) {
                        let error = $root.keyway.v1.Rekey.verify(message.rekey[i], _depth + 1);
                        if (error)
                            return "rekey." + error;
                    }
                }
                if (message.stop != null && $Object.hasOwnProperty.call(message, "stop")) {
                    if (!$Array.isArray(message.stop))
                        return "stop: array expected";
                    for (let i = 0; i < message.stop.length; ++i) {
                        let error = $root.keyway.v1.Stop.verify(message.stop[i], _depth + 1);
                        if (error)
                            return "stop." + error;
                    }
                }
                return null;
            };

            return Frames;
        })();

        /**
         * DeliveryClass enum.
         * @name keyway.v1.DeliveryClass
         * @enum {number}
         * @property {number} DURABLE=0 DURABLE value
         * @property {number} LIVE=1 LIVE value
         */
        v1.DeliveryClass = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DURABLE"] = 0;
            values[valuesById[1] = "LIVE"] = 1;
            return values;
        })();

        v1.Open = (function() {

            /**
             * Properties of an Open.
             * @typedef {Object} keyway.v1.Open.$Properties
             * @property {number|null} [handle] Open handle
             * @property {Uint8Array|null} [peer] Open peer
             * @property {Uint8Array|null} [stream] Open stream
             * @property {keyway.v1.DeliveryClass|null} ["class"] Open class
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Open.
             * @memberof keyway.v1
             * @interface IOpen
             * @augments keyway.v1.Open.$Properties
             * @deprecated Use keyway.v1.Open.$Properties instead.
             */

            /**
             * Shape of an Open.
             * @typedef {keyway.v1.Open.$Properties} keyway.v1.Open.$Shape
             */

            /**
             * Constructs a new Open.
             * @memberof keyway.v1
             * @classdesc Represents an Open.
             * @constructor
             * @param {keyway.v1.Open.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Open = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Open handle.
             * @member {number} handle
             * @memberof keyway.v1.Open
             * @instance
             */
            Open.prototype.handle = 0;

            /**
             * Open peer.
             * @member {Uint8Array} peer
             * @memberof keyway.v1.Open
             * @instance
             */
            Open.prototype.peer = $util.newBuffer([]);

            /**
             * Open stream.
             * @member {Uint8Array} stream
             * @memberof keyway.v1.Open
             * @instance
             */
            Open.prototype.stream = $util.newBuffer([]);

            /**
             * Open class.
             * @member {keyway.v1.DeliveryClass} class
             * @memberof keyway.v1.Open
             * @instance
             */
            Open.prototype["class"] = 0;

            /**
             * Creates a new Open instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Open
             * @static
             * @param {keyway.v1.Open.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Open} Open instance
             * @type {{
             *   (properties: keyway.v1.Open.$Shape): keyway.v1.Open & keyway.v1.Open.$Shape;
             *   (properties?: keyway.v1.Open.$Properties): keyway.v1.Open;
             * }}
             */
            Open.create = function(properties) {
                return new Open(properties);
            };

            /**
             * Encodes the specified Open message. Does not implicitly {@link keyway.v1.Open.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Open
             * @static
             * @param {keyway.v1.Open.$Properties} message Open message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Open.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle") && message.handle !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.handle);
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.peer);
                if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.stream);
                if (message["class"] != null && $Object.hasOwnProperty.call(message, "class") && message["class"] !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message["class"]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Open message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Open
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Open & keyway.v1.Open.$Shape} Open
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Open.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Open();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.handle = value;
                            else
                                delete message.handle;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.stream = value;
                            else
                                delete message.stream;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message["class"] = value;
                            else
                                delete message["class"];
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Open message.
             * @function verify
             * @memberof keyway.v1.Open
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Open.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle"))
                    if (!$util.isInteger(message.handle))
                        return "handle: integer expected";
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer"))
                    if (!(message.peer && typeof message.peer.length === "number" || $util.isString(message.peer)))
                        return "peer: buffer expected";
                if (message.stream != null && $Object.hasOwnProperty.call(message, "stream"))
                    if (!(message.stream && typeof message.stream.length === "number" || $util.isString(message.stream)))
                        return "stream: buffer expected";
                if (message["class"] != null && $Object.hasOwnProperty.call(message, "class"))
                    if (typeof message["class"] !== "number" || (message["class"] | 0) !== message["class"])
                        return "class: enum value expected";
                return null;
            };

            return Open;
        })();

        v1.Run = (function() {

            /**
             * Properties of a Run.
             * @typedef {Object} keyway.v1.Run.$Properties
             * @property {number|null} [handle] Run handle
             * @property {number|Long|null} [firstSeq] Run firstSeq
             * @property {number|Long|null} [createdMs] Run createdMs
             * @property {number|Long|null} [storedMs] Run storedMs
             * @property {number|null} [lifetimeS] Run lifetimeS
             * @property {number|null} [skipped] Run skipped
             * @property {Array.<Uint8Array>|null} [body] Run body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Run.
             * @memberof keyway.v1
             * @interface IRun
             * @augments keyway.v1.Run.$Properties
             * @deprecated Use keyway.v1.Run.$Properties instead.
             */

            /**
             * Shape of a Run.
             * @typedef {keyway.v1.Run.$Properties} keyway.v1.Run.$Shape
             */

            /**
             * Constructs a new Run.
             * @memberof keyway.v1
             * @classdesc Represents a Run.
             * @constructor
             * @param {keyway.v1.Run.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Run = function (properties) {
                this.body = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Run handle.
             * @member {number} handle
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.handle = 0;

            /**
             * Run firstSeq.
             * @member {number|Long} firstSeq
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.firstSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Run createdMs.
             * @member {number|Long} createdMs
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.createdMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Run storedMs.
             * @member {number|Long} storedMs
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.storedMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Run lifetimeS.
             * @member {number} lifetimeS
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.lifetimeS = 0;

            /**
             * Run skipped.
             * @member {number} skipped
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.skipped = 0;

            /**
             * Run body.
             * @member {Array.<Uint8Array>} body
             * @memberof keyway.v1.Run
             * @instance
             */
            Run.prototype.body = $util.emptyArray;

            /**
             * Creates a new Run instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Run
             * @static
             * @param {keyway.v1.Run.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Run} Run instance
             * @type {{
             *   (properties: keyway.v1.Run.$Shape): keyway.v1.Run & keyway.v1.Run.$Shape;
             *   (properties?: keyway.v1.Run.$Properties): keyway.v1.Run;
             * }}
             */
            Run.create = function(properties) {
                return new Run(properties);
            };

            /**
             * Encodes the specified Run message. Does not implicitly {@link keyway.v1.Run.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Run
             * @static
             * @param {keyway.v1.Run.$Properties} message Run message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Run.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle") && message.handle !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.handle);
                if (message.firstSeq != null && $Object.hasOwnProperty.call(message, "firstSeq") && (typeof message.firstSeq === "object" ? message.firstSeq.low || message.firstSeq.high : message.firstSeq !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.firstSeq);
                if (message.createdMs != null && $Object.hasOwnProperty.call(message, "createdMs") && (typeof message.createdMs === "object" ? message.createdMs.low || message.createdMs.high : message.createdMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.createdMs);
                if (message.storedMs != null && $Object.hasOwnProperty.call(message, "storedMs") && (typeof message.storedMs === "object" ? message.storedMs.low || message.storedMs.high : message.storedMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.storedMs);
                if (message.lifetimeS != null && $Object.hasOwnProperty.call(message, "lifetimeS") && message.lifetimeS !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.lifetimeS);
                if (message.skipped != null && $Object.hasOwnProperty.call(message, "skipped") && message.skipped !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.skipped);
                if (message.body != null && message.body.length)
                    for (let i = 0; i < message.body.length; ++i)
                        writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.body[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Run message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Run
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Run & keyway.v1.Run.$Shape} Run
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Run.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Run();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.handle = value;
                            else
                                delete message.handle;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.firstSeq = value;
                            else
                                delete message.firstSeq;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.createdMs = value;
                            else
                                delete message.createdMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.storedMs = value;
                            else
                                delete message.storedMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.lifetimeS = value;
                            else
                                delete message.lifetimeS;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.skipped = value;
                            else
                                delete message.skipped;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.body && message.body.length))
                                message.body = [];
                            message.body.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Run message.
             * @function verify
             * @memberof keyway.v1.Run
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Run.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle"))
                    if (!$util.isInteger(message.handle))
                        return "handle: integer expected";
                if (message.firstSeq != null && $Object.hasOwnProperty.call(message, "firstSeq"))
                    if (!$util.isInteger(message.firstSeq) && !(message.firstSeq && $util.isInteger(message.firstSeq.low) && $util.isInteger(message.firstSeq.high)))
                        return "firstSeq: integer|Long expected";
                if (message.createdMs != null && $Object.hasOwnProperty.call(message, "createdMs"))
                    if (!$util.isInteger(message.createdMs) && !(message.createdMs && $util.isInteger(message.createdMs.low) && $util.isInteger(message.createdMs.high)))
                        return "createdMs: integer|Long expected";
                if (message.storedMs != null && $Object.hasOwnProperty.call(message, "storedMs"))
                    if (!$util.isInteger(message.storedMs) && !(message.storedMs && $util.isInteger(message.storedMs.low) && $util.isInteger(message.storedMs.high)))
                        return "storedMs: integer|Long expected";
                if (message.lifetimeS != null && $Object.hasOwnProperty.call(message, "lifetimeS"))
                    if (!$util.isInteger(message.lifetimeS))
                        return "lifetimeS: integer expected";
                if (message.skipped != null && $Object.hasOwnProperty.call(message, "skipped"))
                    if (!$util.isInteger(message.skipped))
                        return "skipped: integer expected";
                if (message.body != null && $Object.hasOwnProperty.call(message, "body")) {
                    if (!$Array.isArray(message.body))
                        return "body: array expected";
                    for (let i = 0; i < message.body.length; ++i)
                        if (!(message.body[i] && typeof message.body[i].length === "number" || $util.isString(message.body[i])))
                            return "body: buffer[] expected";
                }
                return null;
            };

            return Run;
        })();

        v1.Refused = (function() {

            /**
             * Properties of a Refused.
             * @typedef {Object} keyway.v1.Refused.$Properties
             * @property {number|null} [handle] Refused handle
             * @property {number|Long|null} [first] Refused first
             * @property {number|Long|null} [last] Refused last
             * @property {number|null} [code] Refused code
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refused.
             * @memberof keyway.v1
             * @interface IRefused
             * @augments keyway.v1.Refused.$Properties
             * @deprecated Use keyway.v1.Refused.$Properties instead.
             */

            /**
             * Shape of a Refused.
             * @typedef {keyway.v1.Refused.$Properties} keyway.v1.Refused.$Shape
             */

            /**
             * Constructs a new Refused.
             * @memberof keyway.v1
             * @classdesc Represents a Refused.
             * @constructor
             * @param {keyway.v1.Refused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refused handle.
             * @member {number} handle
             * @memberof keyway.v1.Refused
             * @instance
             */
            Refused.prototype.handle = 0;

            /**
             * Refused first.
             * @member {number|Long} first
             * @memberof keyway.v1.Refused
             * @instance
             */
            Refused.prototype.first = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Refused last.
             * @member {number|Long} last
             * @memberof keyway.v1.Refused
             * @instance
             */
            Refused.prototype.last = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Refused code.
             * @member {number} code
             * @memberof keyway.v1.Refused
             * @instance
             */
            Refused.prototype.code = 0;

            /**
             * Creates a new Refused instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Refused
             * @static
             * @param {keyway.v1.Refused.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Refused} Refused instance
             * @type {{
             *   (properties: keyway.v1.Refused.$Shape): keyway.v1.Refused & keyway.v1.Refused.$Shape;
             *   (properties?: keyway.v1.Refused.$Properties): keyway.v1.Refused;
             * }}
             */
            Refused.create = function(properties) {
                return new Refused(properties);
            };

            /**
             * Encodes the specified Refused message. Does not implicitly {@link keyway.v1.Refused.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Refused
             * @static
             * @param {keyway.v1.Refused.$Properties} message Refused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle") && message.handle !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.handle);
                if (message.first != null && $Object.hasOwnProperty.call(message, "first") && (typeof message.first === "object" ? message.first.low || message.first.high : message.first !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.first);
                if (message.last != null && $Object.hasOwnProperty.call(message, "last") && (typeof message.last === "object" ? message.last.low || message.last.high : message.last !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.last);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.code);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Refused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Refused & keyway.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Refused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.handle = value;
                            else
                                delete message.handle;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.first = value;
                            else
                                delete message.first;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.last = value;
                            else
                                delete message.last;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Refused message.
             * @function verify
             * @memberof keyway.v1.Refused
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Refused.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle"))
                    if (!$util.isInteger(message.handle))
                        return "handle: integer expected";
                if (message.first != null && $Object.hasOwnProperty.call(message, "first"))
                    if (!$util.isInteger(message.first) && !(message.first && $util.isInteger(message.first.low) && $util.isInteger(message.first.high)))
                        return "first: integer|Long expected";
                if (message.last != null && $Object.hasOwnProperty.call(message, "last"))
                    if (!$util.isInteger(message.last) && !(message.last && $util.isInteger(message.last.low) && $util.isInteger(message.last.high)))
                        return "last: integer|Long expected";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isInteger(message.code))
                        return "code: integer expected";
                return null;
            };

            return Refused;
        })();

        v1.Accepted = (function() {

            /**
             * Properties of an Accepted.
             * @typedef {Object} keyway.v1.Accepted.$Properties
             * @property {number|null} [handle] Accepted handle
             * @property {number|Long|null} [upTo] Accepted upTo
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Accepted.
             * @memberof keyway.v1
             * @interface IAccepted
             * @augments keyway.v1.Accepted.$Properties
             * @deprecated Use keyway.v1.Accepted.$Properties instead.
             */

            /**
             * Shape of an Accepted.
             * @typedef {keyway.v1.Accepted.$Properties} keyway.v1.Accepted.$Shape
             */

            /**
             * Constructs a new Accepted.
             * @memberof keyway.v1
             * @classdesc Represents an Accepted.
             * @constructor
             * @param {keyway.v1.Accepted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Accepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Accepted handle.
             * @member {number} handle
             * @memberof keyway.v1.Accepted
             * @instance
             */
            Accepted.prototype.handle = 0;

            /**
             * Accepted upTo.
             * @member {number|Long} upTo
             * @memberof keyway.v1.Accepted
             * @instance
             */
            Accepted.prototype.upTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Accepted instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Accepted
             * @static
             * @param {keyway.v1.Accepted.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Accepted} Accepted instance
             * @type {{
             *   (properties: keyway.v1.Accepted.$Shape): keyway.v1.Accepted & keyway.v1.Accepted.$Shape;
             *   (properties?: keyway.v1.Accepted.$Properties): keyway.v1.Accepted;
             * }}
             */
            Accepted.create = function(properties) {
                return new Accepted(properties);
            };

            /**
             * Encodes the specified Accepted message. Does not implicitly {@link keyway.v1.Accepted.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Accepted
             * @static
             * @param {keyway.v1.Accepted.$Properties} message Accepted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Accepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle") && message.handle !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.handle);
                if (message.upTo != null && $Object.hasOwnProperty.call(message, "upTo") && (typeof message.upTo === "object" ? message.upTo.low || message.upTo.high : message.upTo !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.upTo);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Accepted message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Accepted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Accepted & keyway.v1.Accepted.$Shape} Accepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Accepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Accepted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.handle = value;
                            else
                                delete message.handle;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.upTo = value;
                            else
                                delete message.upTo;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Accepted message.
             * @function verify
             * @memberof keyway.v1.Accepted
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Accepted.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle"))
                    if (!$util.isInteger(message.handle))
                        return "handle: integer expected";
                if (message.upTo != null && $Object.hasOwnProperty.call(message, "upTo"))
                    if (!$util.isInteger(message.upTo) && !(message.upTo && $util.isInteger(message.upTo.low) && $util.isInteger(message.upTo.high)))
                        return "upTo: integer|Long expected";
                return null;
            };

            return Accepted;
        })();

        v1.GoOn = (function() {

            /**
             * Properties of a GoOn.
             * @typedef {Object} keyway.v1.GoOn.$Properties
             * @property {number|null} [handle] GoOn handle
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GoOn.
             * @memberof keyway.v1
             * @interface IGoOn
             * @augments keyway.v1.GoOn.$Properties
             * @deprecated Use keyway.v1.GoOn.$Properties instead.
             */

            /**
             * Shape of a GoOn.
             * @typedef {keyway.v1.GoOn.$Properties} keyway.v1.GoOn.$Shape
             */

            /**
             * Constructs a new GoOn.
             * @memberof keyway.v1
             * @classdesc Represents a GoOn.
             * @constructor
             * @param {keyway.v1.GoOn.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GoOn = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GoOn handle.
             * @member {number} handle
             * @memberof keyway.v1.GoOn
             * @instance
             */
            GoOn.prototype.handle = 0;

            /**
             * Creates a new GoOn instance using the specified properties.
             * @function create
             * @memberof keyway.v1.GoOn
             * @static
             * @param {keyway.v1.GoOn.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.GoOn} GoOn instance
             * @type {{
             *   (properties: keyway.v1.GoOn.$Shape): keyway.v1.GoOn & keyway.v1.GoOn.$Shape;
             *   (properties?: keyway.v1.GoOn.$Properties): keyway.v1.GoOn;
             * }}
             */
            GoOn.create = function(properties) {
                return new GoOn(properties);
            };

            /**
             * Encodes the specified GoOn message. Does not implicitly {@link keyway.v1.GoOn.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.GoOn
             * @static
             * @param {keyway.v1.GoOn.$Properties} message GoOn message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GoOn.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle") && message.handle !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.handle);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GoOn message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.GoOn
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.GoOn & keyway.v1.GoOn.$Shape} GoOn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GoOn.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.GoOn();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.handle = value;
                            else
                                delete message.handle;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GoOn message.
             * @function verify
             * @memberof keyway.v1.GoOn
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GoOn.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle"))
                    if (!$util.isInteger(message.handle))
                        return "handle: integer expected";
                return null;
            };

            return GoOn;
        })();

        v1.Stored = (function() {

            /**
             * Properties of a Stored.
             * @typedef {Object} keyway.v1.Stored.$Properties
             * @property {number|null} [handle] Stored handle
             * @property {number|Long|null} [upTo] Stored upTo
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Stored.
             * @memberof keyway.v1
             * @interface IStored
             * @augments keyway.v1.Stored.$Properties
             * @deprecated Use keyway.v1.Stored.$Properties instead.
             */

            /**
             * Shape of a Stored.
             * @typedef {keyway.v1.Stored.$Properties} keyway.v1.Stored.$Shape
             */

            /**
             * Constructs a new Stored.
             * @memberof keyway.v1
             * @classdesc Represents a Stored.
             * @constructor
             * @param {keyway.v1.Stored.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Stored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Stored handle.
             * @member {number} handle
             * @memberof keyway.v1.Stored
             * @instance
             */
            Stored.prototype.handle = 0;

            /**
             * Stored upTo.
             * @member {number|Long} upTo
             * @memberof keyway.v1.Stored
             * @instance
             */
            Stored.prototype.upTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Stored instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Stored
             * @static
             * @param {keyway.v1.Stored.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Stored} Stored instance
             * @type {{
             *   (properties: keyway.v1.Stored.$Shape): keyway.v1.Stored & keyway.v1.Stored.$Shape;
             *   (properties?: keyway.v1.Stored.$Properties): keyway.v1.Stored;
             * }}
             */
            Stored.create = function(properties) {
                return new Stored(properties);
            };

            /**
             * Encodes the specified Stored message. Does not implicitly {@link keyway.v1.Stored.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Stored
             * @static
             * @param {keyway.v1.Stored.$Properties} message Stored message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Stored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle") && message.handle !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.handle);
                if (message.upTo != null && $Object.hasOwnProperty.call(message, "upTo") && (typeof message.upTo === "object" ? message.upTo.low || message.upTo.high : message.upTo !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.upTo);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Stored message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Stored
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Stored & keyway.v1.Stored.$Shape} Stored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Stored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Stored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.handle = value;
                            else
                                delete message.handle;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.upTo = value;
                            else
                                delete message.upTo;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Stored message.
             * @function verify
             * @memberof keyway.v1.Stored
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Stored.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.handle != null && $Object.hasOwnProperty.call(message, "handle"))
                    if (!$util.isInteger(message.handle))
                        return "handle: integer expected";
                if (message.upTo != null && $Object.hasOwnProperty.call(message, "upTo"))
                    if (!$util.isInteger(message.upTo) && !(message.upTo && $util.isInteger(message.upTo.low) && $util.isInteger(message.upTo.high)))
                        return "upTo: integer|Long expected";
                return null;
            };

            return Stored;
        })();

        v1.Credit = (function() {

            /**
             * Properties of a Credit.
             * @typedef {Object} keyway.v1.Credit.$Properties
             * @property {number|Long|null} [messages] Credit messages
             * @property {number|Long|null} [bytes] Credit bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Credit.
             * @memberof keyway.v1
             * @interface ICredit
             * @augments keyway.v1.Credit.$Properties
             * @deprecated Use keyway.v1.Credit.$Properties instead.
             */

            /**
             * Shape of a Credit.
             * @typedef {keyway.v1.Credit.$Properties} keyway.v1.Credit.$Shape
             */

            /**
             * Constructs a new Credit.
             * @memberof keyway.v1
             * @classdesc Represents a Credit.
             * @constructor
             * @param {keyway.v1.Credit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Credit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Credit messages.
             * @member {number|Long} messages
             * @memberof keyway.v1.Credit
             * @instance
             */
            Credit.prototype.messages = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Credit bytes.
             * @member {number|Long} bytes
             * @memberof keyway.v1.Credit
             * @instance
             */
            Credit.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Credit instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Credit
             * @static
             * @param {keyway.v1.Credit.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Credit} Credit instance
             * @type {{
             *   (properties: keyway.v1.Credit.$Shape): keyway.v1.Credit & keyway.v1.Credit.$Shape;
             *   (properties?: keyway.v1.Credit.$Properties): keyway.v1.Credit;
             * }}
             */
            Credit.create = function(properties) {
                return new Credit(properties);
            };

            /**
             * Encodes the specified Credit message. Does not implicitly {@link keyway.v1.Credit.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Credit
             * @static
             * @param {keyway.v1.Credit.$Properties} message Credit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Credit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && (typeof message.messages === "object" ? message.messages.low || message.messages.high : message.messages !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.messages);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Credit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Credit & keyway.v1.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Credit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Credit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.messages = value;
                            else
                                delete message.messages;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Credit message.
             * @function verify
             * @memberof keyway.v1.Credit
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Credit.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages"))
                    if (!$util.isInteger(message.messages) && !(message.messages && $util.isInteger(message.messages.low) && $util.isInteger(message.messages.high)))
                        return "messages: integer|Long expected";
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    if (!$util.isInteger(message.bytes) && !(message.bytes && $util.isInteger(message.bytes.low) && $util.isInteger(message.bytes.high)))
                        return "bytes: integer|Long expected";
                return null;
            };

            return Credit;
        })();

        v1.Config = (function() {

            /**
             * Properties of a Config.
             * @typedef {Object} keyway.v1.Config.$Properties
             * @property {number|Long|null} [timeMs] Config timeMs
             * @property {keyway.v1.SessionSettings.$Properties|null} [settings] Config settings
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Config.
             * @memberof keyway.v1
             * @interface IConfig
             * @augments keyway.v1.Config.$Properties
             * @deprecated Use keyway.v1.Config.$Properties instead.
             */

            /**
             * Shape of a Config.
             * @typedef {keyway.v1.Config.$Properties} keyway.v1.Config.$Shape
             */

            /**
             * Constructs a new Config.
             * @memberof keyway.v1
             * @classdesc Represents a Config.
             * @constructor
             * @param {keyway.v1.Config.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Config = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Config timeMs.
             * @member {number|Long} timeMs
             * @memberof keyway.v1.Config
             * @instance
             */
            Config.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Config settings.
             * @member {keyway.v1.SessionSettings.$Properties|null|undefined} settings
             * @memberof keyway.v1.Config
             * @instance
             */
            Config.prototype.settings = null;

            /**
             * Creates a new Config instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Config
             * @static
             * @param {keyway.v1.Config.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Config} Config instance
             * @type {{
             *   (properties: keyway.v1.Config.$Shape): keyway.v1.Config & keyway.v1.Config.$Shape;
             *   (properties?: keyway.v1.Config.$Properties): keyway.v1.Config;
             * }}
             */
            Config.create = function(properties) {
                return new Config(properties);
            };

            /**
             * Encodes the specified Config message. Does not implicitly {@link keyway.v1.Config.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Config
             * @static
             * @param {keyway.v1.Config.$Properties} message Config message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Config.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timeMs);
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                    $root.keyway.v1.SessionSettings.encode(message.settings, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Config
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Config & keyway.v1.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Config.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Config();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.settings = $root.keyway.v1.SessionSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.settings);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Config message.
             * @function verify
             * @memberof keyway.v1.Config
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Config.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings")) {
                    let error = $root.keyway.v1.SessionSettings.verify(message.settings, _depth + 1);
                    if (error)
                        return "settings." + error;
                }
                return null;
            };

            return Config;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} keyway.v1.Heartbeat.$Properties
             * @property {number|Long|null} [timeMs] Heartbeat timeMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof keyway.v1
             * @interface IHeartbeat
             * @augments keyway.v1.Heartbeat.$Properties
             * @deprecated Use keyway.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {keyway.v1.Heartbeat.$Properties} keyway.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof keyway.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {keyway.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Heartbeat timeMs.
             * @member {number|Long} timeMs
             * @memberof keyway.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Heartbeat
             * @static
             * @param {keyway.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Heartbeat} Heartbeat instance
             * @type {{
             *   (properties: keyway.v1.Heartbeat.$Shape): keyway.v1.Heartbeat & keyway.v1.Heartbeat.$Shape;
             *   (properties?: keyway.v1.Heartbeat.$Properties): keyway.v1.Heartbeat;
             * }}
             */
            Heartbeat.create = function(properties) {
                return new Heartbeat(properties);
            };

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link keyway.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Heartbeat
             * @static
             * @param {keyway.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timeMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Heartbeat & keyway.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Heartbeat message.
             * @function verify
             * @memberof keyway.v1.Heartbeat
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Heartbeat.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                return null;
            };

            return Heartbeat;
        })();

        v1.Rekey = (function() {

            /**
             * Properties of a Rekey.
             * @typedef {Object} keyway.v1.Rekey.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Rekey.
             * @memberof keyway.v1
             * @interface IRekey
             * @augments keyway.v1.Rekey.$Properties
             * @deprecated Use keyway.v1.Rekey.$Properties instead.
             */

            /**
             * Shape of a Rekey.
             * @typedef {keyway.v1.Rekey.$Properties} keyway.v1.Rekey.$Shape
             */

            /**
             * Constructs a new Rekey.
             * @memberof keyway.v1
             * @classdesc Represents a Rekey.
             * @constructor
             * @param {keyway.v1.Rekey.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Rekey = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new Rekey instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Rekey
             * @static
             * @param {keyway.v1.Rekey.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Rekey} Rekey instance
             * @type {{
             *   (properties: keyway.v1.Rekey.$Shape): keyway.v1.Rekey & keyway.v1.Rekey.$Shape;
             *   (properties?: keyway.v1.Rekey.$Properties): keyway.v1.Rekey;
             * }}
             */
            Rekey.create = function(properties) {
                return new Rekey(properties);
            };

            /**
             * Encodes the specified Rekey message. Does not implicitly {@link keyway.v1.Rekey.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Rekey
             * @static
             * @param {keyway.v1.Rekey.$Properties} message Rekey message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Rekey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Rekey message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Rekey
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Rekey & keyway.v1.Rekey.$Shape} Rekey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Rekey.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Rekey();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Rekey message.
             * @function verify
             * @memberof keyway.v1.Rekey
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Rekey.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            return Rekey;
        })();

        v1.Stop = (function() {

            /**
             * Properties of a Stop.
             * @typedef {Object} keyway.v1.Stop.$Properties
             * @property {number|null} [code] Stop code
             * @property {number|Long|null} [timeMs] Stop timeMs
             * @property {number|null} [retryAfterMs] Stop retryAfterMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Stop.
             * @memberof keyway.v1
             * @interface IStop
             * @augments keyway.v1.Stop.$Properties
             * @deprecated Use keyway.v1.Stop.$Properties instead.
             */

            /**
             * Shape of a Stop.
             * @typedef {keyway.v1.Stop.$Properties} keyway.v1.Stop.$Shape
             */

            /**
             * Constructs a new Stop.
             * @memberof keyway.v1
             * @classdesc Represents a Stop.
             * @constructor
             * @param {keyway.v1.Stop.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Stop = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Stop code.
             * @member {number} code
             * @memberof keyway.v1.Stop
             * @instance
             */
            Stop.prototype.code = 0;

            /**
             * Stop timeMs.
             * @member {number|Long} timeMs
             * @memberof keyway.v1.Stop
             * @instance
             */
            Stop.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Stop retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof keyway.v1.Stop
             * @instance
             */
            Stop.prototype.retryAfterMs = 0;

            /**
             * Creates a new Stop instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Stop
             * @static
             * @param {keyway.v1.Stop.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Stop} Stop instance
             * @type {{
             *   (properties: keyway.v1.Stop.$Shape): keyway.v1.Stop & keyway.v1.Stop.$Shape;
             *   (properties?: keyway.v1.Stop.$Properties): keyway.v1.Stop;
             * }}
             */
            Stop.create = function(properties) {
                return new Stop(properties);
            };

            /**
             * Encodes the specified Stop message. Does not implicitly {@link keyway.v1.Stop.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Stop
             * @static
             * @param {keyway.v1.Stop.$Properties} message Stop message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Stop.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.code);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timeMs);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.retryAfterMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Stop message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Stop
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Stop & keyway.v1.Stop.$Shape} Stop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Stop.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Stop();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Stop message.
             * @function verify
             * @memberof keyway.v1.Stop
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Stop.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isInteger(message.code))
                        return "code: integer expected";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs"))
                    if (!$util.isInteger(message.retryAfterMs))
                        return "retryAfterMs: integer expected";
                return null;
            };

            return Stop;
        })();

        /**
         * ErrorCode enum.
         * @name keyway.v1.ErrorCode
         * @enum {number}
         * @property {number} OK=0 OK value
         * @property {number} MALFORMED=1001 MALFORMED value
         * @property {number} TOO_LARGE=1002 TOO_LARGE value
         * @property {number} VERSION_UNSUPPORTED=1003 VERSION_UNSUPPORTED value
         * @property {number} SUITE_UNSUPPORTED=1004 SUITE_UNSUPPORTED value
         * @property {number} FRAME_FORBIDDEN=1005 FRAME_FORBIDDEN value
         * @property {number} UNAUTHORISED=2001 UNAUTHORISED value
         * @property {number} FORBIDDEN=2002 FORBIDDEN value
         * @property {number} REQUEST_STALE=2003 REQUEST_STALE value
         * @property {number} FLEET_KEY_MISMATCH=2004 FLEET_KEY_MISMATCH value
         * @property {number} BAD_MANIFEST=2005 BAD_MANIFEST value
         * @property {number} BAD_GRANT=2006 BAD_GRANT value
         * @property {number} BAD_TRANSCRIPT=2007 BAD_TRANSCRIPT value
         * @property {number} ROUTER_UNPROVEN=2008 ROUTER_UNPROVEN value
         * @property {number} FLEET_WRONG=2009 FLEET_WRONG value
         * @property {number} CHANNEL_EXPIRED=3001 CHANNEL_EXPIRED value
         * @property {number} SESSION_IDLE=3002 SESSION_IDLE value
         * @property {number} SESSION_REPLACED=3003 SESSION_REPLACED value
         * @property {number} SESSION_GAP=3004 SESSION_GAP value
         * @property {number} SESSION_DRAINING=3005 SESSION_DRAINING value
         * @property {number} SESSION_CLOSED=3006 SESSION_CLOSED value
         * @property {number} KEY_SPENT=3007 KEY_SPENT value
         * @property {number} PEER_UNREACHABLE=4001 PEER_UNREACHABLE value
         * @property {number} BACKPRESSURE=4002 BACKPRESSURE value
         * @property {number} RECIPIENT_UNKNOWN=4003 RECIPIENT_UNKNOWN value
         * @property {number} RECIPIENT_OFFLINE=4004 RECIPIENT_OFFLINE value
         * @property {number} MAILBOX_FULL=4005 MAILBOX_FULL value
         * @property {number} MESSAGE_EXPIRED=4006 MESSAGE_EXPIRED value
         * @property {number} STREAM_GAP=4007 STREAM_GAP value
         * @property {number} STREAM_LIMIT=4008 STREAM_LIMIT value
         * @property {number} STORE_FULL=4009 STORE_FULL value
         * @property {number} STORE_FAILED=4010 STORE_FAILED value
         * @property {number} KEY_DAMAGED=5001 KEY_DAMAGED value
         * @property {number} KEY_EXPOSED=5002 KEY_EXPOSED value
         * @property {number} KEY_MISSING=5003 KEY_MISSING value
         * @property {number} KEY_UNSUPPORTED=5004 KEY_UNSUPPORTED value
         * @property {number} WEAK_KEY=5005 WEAK_KEY value
         * @property {number} WRONG_PASSPHRASE=5006 WRONG_PASSPHRASE value
         * @property {number} PASSPHRASE_REQUIRED=5007 PASSPHRASE_REQUIRED value
         * @property {number} FLEET_UNPINNED=5008 FLEET_UNPINNED value
         * @property {number} ADDRESS_INVALID=5009 ADDRESS_INVALID value
         * @property {number} PROFILE_INVALID=5010 PROFILE_INVALID value
         * @property {number} STATE_DAMAGED=5011 STATE_DAMAGED value
         * @property {number} STATE_LOCKED=5012 STATE_LOCKED value
         * @property {number} PORT_TAKEN=5013 PORT_TAKEN value
         * @property {number} CONFIG_INVALID=5014 CONFIG_INVALID value
         * @property {number} TIMED_OUT=5015 TIMED_OUT value
         * @property {number} ABORTED=5016 ABORTED value
         * @property {number} FILE_UNREADABLE=5017 FILE_UNREADABLE value
         * @property {number} SERVICE_FAILED=5018 SERVICE_FAILED value
         * @property {number} INTERNAL=9001 INTERNAL value
         * @property {number} UNAVAILABLE=9002 UNAVAILABLE value
         */
        v1.ErrorCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OK"] = 0;
            values[valuesById[1001] = "MALFORMED"] = 1001;
            values[valuesById[1002] = "TOO_LARGE"] = 1002;
            values[valuesById[1003] = "VERSION_UNSUPPORTED"] = 1003;
            values[valuesById[1004] = "SUITE_UNSUPPORTED"] = 1004;
            values[valuesById[1005] = "FRAME_FORBIDDEN"] = 1005;
            values[valuesById[2001] = "UNAUTHORISED"] = 2001;
            values[valuesById[2002] = "FORBIDDEN"] = 2002;
            values[valuesById[2003] = "REQUEST_STALE"] = 2003;
            values[valuesById[2004] = "FLEET_KEY_MISMATCH"] = 2004;
            values[valuesById[2005] = "BAD_MANIFEST"] = 2005;
            values[valuesById[2006] = "BAD_GRANT"] = 2006;
            values[valuesById[2007] = "BAD_TRANSCRIPT"] = 2007;
            values[valuesById[2008] = "ROUTER_UNPROVEN"] = 2008;
            values[valuesById[2009] = "FLEET_WRONG"] = 2009;
            values[valuesById[3001] = "CHANNEL_EXPIRED"] = 3001;
            values[valuesById[3002] = "SESSION_IDLE"] = 3002;
            values[valuesById[3003] = "SESSION_REPLACED"] = 3003;
            values[valuesById[3004] = "SESSION_GAP"] = 3004;
            values[valuesById[3005] = "SESSION_DRAINING"] = 3005;
            values[valuesById[3006] = "SESSION_CLOSED"] = 3006;
            values[valuesById[3007] = "KEY_SPENT"] = 3007;
            values[valuesById[4001] = "PEER_UNREACHABLE"] = 4001;
            values[valuesById[4002] = "BACKPRESSURE"] = 4002;
            values[valuesById[4003] = "RECIPIENT_UNKNOWN"] = 4003;
            values[valuesById[4004] = "RECIPIENT_OFFLINE"] = 4004;
            values[valuesById[4005] = "MAILBOX_FULL"] = 4005;
            values[valuesById[4006] = "MESSAGE_EXPIRED"] = 4006;
            values[valuesById[4007] = "STREAM_GAP"] = 4007;
            values[valuesById[4008] = "STREAM_LIMIT"] = 4008;
            values[valuesById[4009] = "STORE_FULL"] = 4009;
            values[valuesById[4010] = "STORE_FAILED"] = 4010;
            values[valuesById[5001] = "KEY_DAMAGED"] = 5001;
            values[valuesById[5002] = "KEY_EXPOSED"] = 5002;
            values[valuesById[5003] = "KEY_MISSING"] = 5003;
            values[valuesById[5004] = "KEY_UNSUPPORTED"] = 5004;
            values[valuesById[5005] = "WEAK_KEY"] = 5005;
            values[valuesById[5006] = "WRONG_PASSPHRASE"] = 5006;
            values[valuesById[5007] = "PASSPHRASE_REQUIRED"] = 5007;
            values[valuesById[5008] = "FLEET_UNPINNED"] = 5008;
            values[valuesById[5009] = "ADDRESS_INVALID"] = 5009;
            values[valuesById[5010] = "PROFILE_INVALID"] = 5010;
            values[valuesById[5011] = "STATE_DAMAGED"] = 5011;
            values[valuesById[5012] = "STATE_LOCKED"] = 5012;
            values[valuesById[5013] = "PORT_TAKEN"] = 5013;
            values[valuesById[5014] = "CONFIG_INVALID"] = 5014;
            values[valuesById[5015] = "TIMED_OUT"] = 5015;
            values[valuesById[5016] = "ABORTED"] = 5016;
            values[valuesById[5017] = "FILE_UNREADABLE"] = 5017;
            values[valuesById[5018] = "SERVICE_FAILED"] = 5018;
            values[valuesById[9001] = "INTERNAL"] = 9001;
            values[valuesById[9002] = "UNAVAILABLE"] = 9002;
            return values;
        })();

        v1.Payload = (function() {

            /**
             * Properties of a Payload.
             * @typedef {Object} keyway.v1.Payload.$Properties
             * @property {string|null} [contentType] Payload contentType
             * @property {Uint8Array|null} [data] Payload data
             * @property {keyway.v1.FileChunk.$Properties|null} [file] Payload file
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Payload.
             * @memberof keyway.v1
             * @interface IPayload
             * @augments keyway.v1.Payload.$Properties
             * @deprecated Use keyway.v1.Payload.$Properties instead.
             */

            /**
             * Shape of a Payload.
             * @typedef {keyway.v1.Payload.$Properties} keyway.v1.Payload.$Shape
             */

            /**
             * Constructs a new Payload.
             * @memberof keyway.v1
             * @classdesc Represents a Payload.
             * @constructor
             * @param {keyway.v1.Payload.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Payload = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Payload contentType.
             * @member {string} contentType
             * @memberof keyway.v1.Payload
             * @instance
             */
            Payload.prototype.contentType = "";

            /**
             * Payload data.
             * @member {Uint8Array} data
             * @memberof keyway.v1.Payload
             * @instance
             */
            Payload.prototype.data = $util.newBuffer([]);

            /**
             * Payload file.
             * @member {keyway.v1.FileChunk.$Properties|null|undefined} file
             * @memberof keyway.v1.Payload
             * @instance
             */
            Payload.prototype.file = null;

            /**
             * Creates a new Payload instance using the specified properties.
             * @function create
             * @memberof keyway.v1.Payload
             * @static
             * @param {keyway.v1.Payload.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.Payload} Payload instance
             * @type {{
             *   (properties: keyway.v1.Payload.$Shape): keyway.v1.Payload & keyway.v1.Payload.$Shape;
             *   (properties?: keyway.v1.Payload.$Properties): keyway.v1.Payload;
             * }}
             */
            Payload.create = function(properties) {
                return new Payload(properties);
            };

            /**
             * Encodes the specified Payload message. Does not implicitly {@link keyway.v1.Payload.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.Payload
             * @static
             * @param {keyway.v1.Payload.$Properties} message Payload message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Payload.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType") && message.contentType !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.contentType);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.data);
                if (message.file != null && $Object.hasOwnProperty.call(message, "file"))
                    $root.keyway.v1.FileChunk.encode(message.file, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Payload message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.Payload
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.Payload & keyway.v1.Payload.$Shape} Payload
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Payload.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.Payload();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contentType = value;
                            else
                                delete message.contentType;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.file = $root.keyway.v1.FileChunk.decode(reader, reader.size(), $undefined, _depth + 1, message.file);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Payload message.
             * @function verify
             * @memberof keyway.v1.Payload
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Payload.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType"))
                    if (!$util.isString(message.contentType))
                        return "contentType: string expected";
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    if (!(message.data && typeof message.data.length === "number" || $util.isString(message.data)))
                        return "data: buffer expected";
                if (message.file != null && $Object.hasOwnProperty.call(message, "file")) {
                    let error = $root.keyway.v1.FileChunk.verify(message.file, _depth + 1);
                    if (error)
                        return "file." + error;
                }
                return null;
            };

            return Payload;
        })();

        v1.FileChunk = (function() {

            /**
             * Properties of a FileChunk.
             * @typedef {Object} keyway.v1.FileChunk.$Properties
             * @property {Uint8Array|null} [transfer] FileChunk transfer
             * @property {number|null} [index] FileChunk index
             * @property {number|Long|null} [offset] FileChunk offset
             * @property {number|Long|null} [size] FileChunk size
             * @property {string|null} [name] FileChunk name
             * @property {Uint8Array|null} [sha256] FileChunk sha256
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FileChunk.
             * @memberof keyway.v1
             * @interface IFileChunk
             * @augments keyway.v1.FileChunk.$Properties
             * @deprecated Use keyway.v1.FileChunk.$Properties instead.
             */

            /**
             * Shape of a FileChunk.
             * @typedef {keyway.v1.FileChunk.$Properties} keyway.v1.FileChunk.$Shape
             */

            /**
             * Constructs a new FileChunk.
             * @memberof keyway.v1
             * @classdesc Represents a FileChunk.
             * @constructor
             * @param {keyway.v1.FileChunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const FileChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FileChunk transfer.
             * @member {Uint8Array} transfer
             * @memberof keyway.v1.FileChunk
             * @instance
             */
            FileChunk.prototype.transfer = $util.newBuffer([]);

            /**
             * FileChunk index.
             * @member {number} index
             * @memberof keyway.v1.FileChunk
             * @instance
             */
            FileChunk.prototype.index = 0;

            /**
             * FileChunk offset.
             * @member {number|Long} offset
             * @memberof keyway.v1.FileChunk
             * @instance
             */
            FileChunk.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * FileChunk size.
             * @member {number|Long} size
             * @memberof keyway.v1.FileChunk
             * @instance
             */
            FileChunk.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * FileChunk name.
             * @member {string} name
             * @memberof keyway.v1.FileChunk
             * @instance
             */
            FileChunk.prototype.name = "";

            /**
             * FileChunk sha256.
             * @member {Uint8Array} sha256
             * @memberof keyway.v1.FileChunk
             * @instance
             */
            FileChunk.prototype.sha256 = $util.newBuffer([]);

            /**
             * Creates a new FileChunk instance using the specified properties.
             * @function create
             * @memberof keyway.v1.FileChunk
             * @static
             * @param {keyway.v1.FileChunk.$Properties=} [properties] Properties to set
             * @returns {keyway.v1.FileChunk} FileChunk instance
             * @type {{
             *   (properties: keyway.v1.FileChunk.$Shape): keyway.v1.FileChunk & keyway.v1.FileChunk.$Shape;
             *   (properties?: keyway.v1.FileChunk.$Properties): keyway.v1.FileChunk;
             * }}
             */
            FileChunk.create = function(properties) {
                return new FileChunk(properties);
            };

            /**
             * Encodes the specified FileChunk message. Does not implicitly {@link keyway.v1.FileChunk.verify|verify} messages.
             * @function encode
             * @memberof keyway.v1.FileChunk
             * @static
             * @param {keyway.v1.FileChunk.$Properties} message FileChunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FileChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.transfer);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.index);
                if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.offset);
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.size);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.name);
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.sha256);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FileChunk message from the specified reader or buffer.
             * @function decode
             * @memberof keyway.v1.FileChunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {keyway.v1.FileChunk & keyway.v1.FileChunk.$Shape} FileChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FileChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.keyway.v1.FileChunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.transfer = value;
                            else
                                delete message.transfer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.offset = value;
                            else
                                delete message.offset;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a FileChunk message.
             * @function verify
             * @memberof keyway.v1.FileChunk
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            FileChunk.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer"))
                    if (!(message.transfer && typeof message.transfer.length === "number" || $util.isString(message.transfer)))
                        return "transfer: buffer expected";
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    if (!$util.isInteger(message.index))
                        return "index: integer expected";
                if (message.offset != null && $Object.hasOwnProperty.call(message, "offset"))
                    if (!$util.isInteger(message.offset) && !(message.offset && $util.isInteger(message.offset.low) && $util.isInteger(message.offset.high)))
                        return "offset: integer|Long expected";
                if (message.size != null && $Object.hasOwnProperty.call(message, "size"))
                    if (!$util.isInteger(message.size) && !(message.size && $util.isInteger(message.size.low) && $util.isInteger(message.size.high)))
                        return "size: integer|Long expected";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    if (!(message.sha256 && typeof message.sha256.length === "number" || $util.isString(message.sha256)))
                        return "sha256: buffer expected";
                return null;
            };

            return FileChunk;
        })();

        return v1;
    })();

    keyway.rpc = (function() {

        /**
         * Namespace rpc.
         * @memberof keyway
         * @namespace
         */
        const rpc = {};

        rpc.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof keyway.rpc
             * @namespace
             */
            const v1 = {};

            v1.Batch = (function() {

                /**
                 * Properties of a Batch.
                 * @typedef {Object} keyway.rpc.v1.Batch.$Properties
                 * @property {Array.<keyway.rpc.v1.Call.$Properties>|null} [calls] Batch calls
                 * @property {Array.<keyway.rpc.v1.Answer.$Properties>|null} [answers] Batch answers
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Batch.
                 * @memberof keyway.rpc.v1
                 * @interface IBatch
                 * @augments keyway.rpc.v1.Batch.$Properties
                 * @deprecated Use keyway.rpc.v1.Batch.$Properties instead.
                 */

                /**
                 * Shape of a Batch.
                 * @typedef {keyway.rpc.v1.Batch.$Properties} keyway.rpc.v1.Batch.$Shape
                 */

                /**
                 * Constructs a new Batch.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a Batch.
                 * @constructor
                 * @param {keyway.rpc.v1.Batch.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Batch = function (properties) {
                    this.calls = [];
                    this.answers = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Batch calls.
                 * @member {Array.<keyway.rpc.v1.Call.$Properties>} calls
                 * @memberof keyway.rpc.v1.Batch
                 * @instance
                 */
                Batch.prototype.calls = $util.emptyArray;

                /**
                 * Batch answers.
                 * @member {Array.<keyway.rpc.v1.Answer.$Properties>} answers
                 * @memberof keyway.rpc.v1.Batch
                 * @instance
                 */
                Batch.prototype.answers = $util.emptyArray;

                /**
                 * Creates a new Batch instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.Batch
                 * @static
                 * @param {keyway.rpc.v1.Batch.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.Batch} Batch instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.Batch.$Shape): keyway.rpc.v1.Batch & keyway.rpc.v1.Batch.$Shape;
                 *   (properties?: keyway.rpc.v1.Batch.$Properties): keyway.rpc.v1.Batch;
                 * }}
                 */
                Batch.create = function(properties) {
                    return new Batch(properties);
                };

                /**
                 * Encodes the specified Batch message. Does not implicitly {@link keyway.rpc.v1.Batch.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.Batch
                 * @static
                 * @param {keyway.rpc.v1.Batch.$Properties} message Batch message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Batch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.calls != null && message.calls.length)
                        for (let i = 0; i < message.calls.length; ++i)
                            $root.keyway.rpc.v1.Call.encode(message.calls[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.answers != null && message.answers.length)
                        for (let i = 0; i < message.answers.length; ++i)
                            $root.keyway.rpc.v1.Answer.encode(message.answers[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Batch message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.Batch
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Batch & keyway.rpc.v1.Batch.$Shape} Batch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Batch.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.Batch();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.calls && message.calls.length))
                                    message.calls = [];
                                message.calls.push($root.keyway.rpc.v1.Call.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.answers && message.answers.length))
                                    message.answers = [];
                                message.answers.push($root.keyway.rpc.v1.Answer.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a Batch message.
                 * @function verify
                 * @memberof keyway.rpc.v1.Batch
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                Batch.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.calls != null && $Object.hasOwnProperty.call(message, "calls")) {
                        if (!$Array.isArray(message.calls))
                            return "calls: array expected";
                        for (let i = 0; i < message.calls.length; ++i) {
                            let error = $root.keyway.rpc.v1.Call.verify(message.calls[i], _depth + 1);
                            if (error)
                                return "calls." + error;
                        }
                    }
                    if (message.answers != null && $Object.hasOwnProperty.call(message, "answers")) {
                        if (!$Array.isArray(message.answers))
                            return "answers: array expected";
                        for (let i = 0; i < message.answers.length; ++i) {
                            let error = $root.keyway.rpc.v1.Answer.verify(message.answers[i], _depth + 1);
                            if (error)
                                return "answers." + error;
                        }
                    }
                    return null;
                };

                return Batch;
            })();

            v1.Call = (function() {

                /**
                 * Properties of a Call.
                 * @typedef {Object} keyway.rpc.v1.Call.$Properties
                 * @property {number|null} [id] Call id
                 * @property {string|null} [pattern] Call pattern
                 * @property {number|null} [timeoutMs] Call timeoutMs
                 * @property {Uint8Array|null} [body] Call body
                 * @property {string|null} [trace] Call trace
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Call.
                 * @memberof keyway.rpc.v1
                 * @interface ICall
                 * @augments keyway.rpc.v1.Call.$Properties
                 * @deprecated Use keyway.rpc.v1.Call.$Properties instead.
                 */

                /**
                 * Shape of a Call.
                 * @typedef {keyway.rpc.v1.Call.$Properties} keyway.rpc.v1.Call.$Shape
                 */

                /**
                 * Constructs a new Call.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a Call.
                 * @constructor
                 * @param {keyway.rpc.v1.Call.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Call = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Call id.
                 * @member {number} id
                 * @memberof keyway.rpc.v1.Call
                 * @instance
                 */
                Call.prototype.id = 0;

                /**
                 * Call pattern.
                 * @member {string} pattern
                 * @memberof keyway.rpc.v1.Call
                 * @instance
                 */
                Call.prototype.pattern = "";

                /**
                 * Call timeoutMs.
                 * @member {number} timeoutMs
                 * @memberof keyway.rpc.v1.Call
                 * @instance
                 */
                Call.prototype.timeoutMs = 0;

                /**
                 * Call body.
                 * @member {Uint8Array} body
                 * @memberof keyway.rpc.v1.Call
                 * @instance
                 */
                Call.prototype.body = $util.newBuffer([]);

                /**
                 * Call trace.
                 * @member {string} trace
                 * @memberof keyway.rpc.v1.Call
                 * @instance
                 */
                Call.prototype.trace = "";

                /**
                 * Creates a new Call instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.Call
                 * @static
                 * @param {keyway.rpc.v1.Call.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.Call} Call instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.Call.$Shape): keyway.rpc.v1.Call & keyway.rpc.v1.Call.$Shape;
                 *   (properties?: keyway.rpc.v1.Call.$Properties): keyway.rpc.v1.Call;
                 * }}
                 */
                Call.create = function(properties) {
                    return new Call(properties);
                };

                /**
                 * Encodes the specified Call message. Does not implicitly {@link keyway.rpc.v1.Call.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.Call
                 * @static
                 * @param {keyway.rpc.v1.Call.$Properties} message Call message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Call.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                    if (message.pattern != null && $Object.hasOwnProperty.call(message, "pattern") && message.pattern !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.pattern);
                    if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.timeoutMs);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.body);
                    if (message.trace != null && $Object.hasOwnProperty.call(message, "trace") && message.trace !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.trace);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Call message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.Call
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Call & keyway.rpc.v1.Call.$Shape} Call
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Call.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.Call();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.pattern = value;
                                else
                                    delete message.pattern;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.timeoutMs = value;
                                else
                                    delete message.timeoutMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.trace = value;
                                else
                                    delete message.trace;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a Call message.
                 * @function verify
                 * @memberof keyway.rpc.v1.Call
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                Call.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        if (!$util.isInteger(message.id))
                            return "id: integer expected";
                    if (message.pattern != null && $Object.hasOwnProperty.call(message, "pattern"))
                        if (!$util.isString(message.pattern))
                            return "pattern: string expected";
                    if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                        if (!$util.isInteger(message.timeoutMs))
                            return "timeoutMs: integer expected";
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        if (!(message.body && typeof message.body.length === "number" || $util.isString(message.body)))
                            return "body: buffer expected";
                    if (message.trace != null && $Object.hasOwnProperty.call(message, "trace"))
                        if (!$util.isString(message.trace))
                            return "trace: string expected";
                    return null;
                };

                return Call;
            })();

            v1.Answer = (function() {

                /**
                 * Properties of an Answer.
                 * @typedef {Object} keyway.rpc.v1.Answer.$Properties
                 * @property {number|null} [id] Answer id
                 * @property {number|null} [code] Answer code
                 * @property {Uint8Array|null} [body] Answer body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Answer.
                 * @memberof keyway.rpc.v1
                 * @interface IAnswer
                 * @augments keyway.rpc.v1.Answer.$Properties
                 * @deprecated Use keyway.rpc.v1.Answer.$Properties instead.
                 */

                /**
                 * Shape of an Answer.
                 * @typedef {keyway.rpc.v1.Answer.$Properties} keyway.rpc.v1.Answer.$Shape
                 */

                /**
                 * Constructs a new Answer.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents an Answer.
                 * @constructor
                 * @param {keyway.rpc.v1.Answer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Answer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Answer id.
                 * @member {number} id
                 * @memberof keyway.rpc.v1.Answer
                 * @instance
                 */
                Answer.prototype.id = 0;

                /**
                 * Answer code.
                 * @member {number} code
                 * @memberof keyway.rpc.v1.Answer
                 * @instance
                 */
                Answer.prototype.code = 0;

                /**
                 * Answer body.
                 * @member {Uint8Array} body
                 * @memberof keyway.rpc.v1.Answer
                 * @instance
                 */
                Answer.prototype.body = $util.newBuffer([]);

                /**
                 * Creates a new Answer instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.Answer
                 * @static
                 * @param {keyway.rpc.v1.Answer.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.Answer} Answer instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.Answer.$Shape): keyway.rpc.v1.Answer & keyway.rpc.v1.Answer.$Shape;
                 *   (properties?: keyway.rpc.v1.Answer.$Properties): keyway.rpc.v1.Answer;
                 * }}
                 */
                Answer.create = function(properties) {
                    return new Answer(properties);
                };

                /**
                 * Encodes the specified Answer message. Does not implicitly {@link keyway.rpc.v1.Answer.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.Answer
                 * @static
                 * @param {keyway.rpc.v1.Answer.$Properties} message Answer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Answer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.code);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.body);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Answer message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.Answer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Answer & keyway.rpc.v1.Answer.$Shape} Answer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Answer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.Answer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies an Answer message.
                 * @function verify
                 * @memberof keyway.rpc.v1.Answer
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                Answer.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        if (!$util.isInteger(message.id))
                            return "id: integer expected";
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                        if (!$util.isInteger(message.code))
                            return "code: integer expected";
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        if (!(message.body && typeof message.body.length === "number" || $util.isString(message.body)))
                            return "body: buffer expected";
                    return null;
                };

                return Answer;
            })();

            v1.AuthorizeCall = (function() {

                /**
                 * Properties of an AuthorizeCall.
                 * @typedef {Object} keyway.rpc.v1.AuthorizeCall.$Properties
                 * @property {Uint8Array|null} [request] AuthorizeCall request
                 * @property {string|null} [source] AuthorizeCall source
                 * @property {number|Long|null} [validUntilMs] AuthorizeCall validUntilMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AuthorizeCall.
                 * @memberof keyway.rpc.v1
                 * @interface IAuthorizeCall
                 * @augments keyway.rpc.v1.AuthorizeCall.$Properties
                 * @deprecated Use keyway.rpc.v1.AuthorizeCall.$Properties instead.
                 */

                /**
                 * Shape of an AuthorizeCall.
                 * @typedef {keyway.rpc.v1.AuthorizeCall.$Properties} keyway.rpc.v1.AuthorizeCall.$Shape
                 */

                /**
                 * Constructs a new AuthorizeCall.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents an AuthorizeCall.
                 * @constructor
                 * @param {keyway.rpc.v1.AuthorizeCall.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AuthorizeCall = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AuthorizeCall request.
                 * @member {Uint8Array} request
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @instance
                 */
                AuthorizeCall.prototype.request = $util.newBuffer([]);

                /**
                 * AuthorizeCall source.
                 * @member {string} source
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @instance
                 */
                AuthorizeCall.prototype.source = "";

                /**
                 * AuthorizeCall validUntilMs.
                 * @member {number|Long} validUntilMs
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @instance
                 */
                AuthorizeCall.prototype.validUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new AuthorizeCall instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @static
                 * @param {keyway.rpc.v1.AuthorizeCall.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.AuthorizeCall} AuthorizeCall instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.AuthorizeCall.$Shape): keyway.rpc.v1.AuthorizeCall & keyway.rpc.v1.AuthorizeCall.$Shape;
                 *   (properties?: keyway.rpc.v1.AuthorizeCall.$Properties): keyway.rpc.v1.AuthorizeCall;
                 * }}
                 */
                AuthorizeCall.create = function(properties) {
                    return new AuthorizeCall(properties);
                };

                /**
                 * Encodes the specified AuthorizeCall message. Does not implicitly {@link keyway.rpc.v1.AuthorizeCall.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @static
                 * @param {keyway.rpc.v1.AuthorizeCall.$Properties} message AuthorizeCall message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AuthorizeCall.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.request);
                    if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.source);
                    if (message.validUntilMs != null && $Object.hasOwnProperty.call(message, "validUntilMs") && (typeof message.validUntilMs === "object" ? message.validUntilMs.low || message.validUntilMs.high : message.validUntilMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.validUntilMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AuthorizeCall message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.AuthorizeCall & keyway.rpc.v1.AuthorizeCall.$Shape} AuthorizeCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AuthorizeCall.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.AuthorizeCall();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.request = value;
                                else
                                    delete message.request;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.source = value;
                                else
                                    delete message.source;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.validUntilMs = value;
                                else
                                    delete message.validUntilMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies an AuthorizeCall message.
                 * @function verify
                 * @memberof keyway.rpc.v1.AuthorizeCall
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                AuthorizeCall.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                        if (!(message.request && typeof message.request.length === "number" || $util.isString(message.request)))
                            return "request: buffer expected";
                    if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                        if (!$util.isString(message.source))
                            return "source: string expected";
                    if (message.validUntilMs != null && $Object.hasOwnProperty.call(message, "validUntilMs"))
                        if (!$util.isInteger(message.validUntilMs) && !(message.validUntilMs && $util.isInteger(message.validUntilMs.low) && $util.isInteger(message.validUntilMs.high)))
                            return "validUntilMs: integer|Long expected";
                    return null;
                };

                return AuthorizeCall;
            })();

            v1.AuthorizeAnswer = (function() {

                /**
                 * Properties of an AuthorizeAnswer.
                 * @typedef {Object} keyway.rpc.v1.AuthorizeAnswer.$Properties
                 * @property {number|null} [code] AuthorizeAnswer code
                 * @property {Uint8Array|null} [spki] AuthorizeAnswer spki
                 * @property {number|null} [rights] AuthorizeAnswer rights
                 * @property {number|Long|null} [serial] AuthorizeAnswer serial
                 * @property {boolean|null} [known] AuthorizeAnswer known
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AuthorizeAnswer.
                 * @memberof keyway.rpc.v1
                 * @interface IAuthorizeAnswer
                 * @augments keyway.rpc.v1.AuthorizeAnswer.$Properties
                 * @deprecated Use keyway.rpc.v1.AuthorizeAnswer.$Properties instead.
                 */

                /**
                 * Shape of an AuthorizeAnswer.
                 * @typedef {keyway.rpc.v1.AuthorizeAnswer.$Properties} keyway.rpc.v1.AuthorizeAnswer.$Shape
                 */

                /**
                 * Constructs a new AuthorizeAnswer.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents an AuthorizeAnswer.
                 * @constructor
                 * @param {keyway.rpc.v1.AuthorizeAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AuthorizeAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AuthorizeAnswer code.
                 * @member {number} code
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @instance
                 */
                AuthorizeAnswer.prototype.code = 0;

                /**
                 * AuthorizeAnswer spki.
                 * @member {Uint8Array} spki
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @instance
                 */
                AuthorizeAnswer.prototype.spki = $util.newBuffer([]);

                /**
                 * AuthorizeAnswer rights.
                 * @member {number} rights
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @instance
                 */
                AuthorizeAnswer.prototype.rights = 0;

                /**
                 * AuthorizeAnswer serial.
                 * @member {number|Long} serial
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @instance
                 */
                AuthorizeAnswer.prototype.serial = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AuthorizeAnswer known.
                 * @member {boolean} known
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @instance
                 */
                AuthorizeAnswer.prototype.known = false;

                /**
                 * Creates a new AuthorizeAnswer instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @static
                 * @param {keyway.rpc.v1.AuthorizeAnswer.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.AuthorizeAnswer} AuthorizeAnswer instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.AuthorizeAnswer.$Shape): keyway.rpc.v1.AuthorizeAnswer & keyway.rpc.v1.AuthorizeAnswer.$Shape;
                 *   (properties?: keyway.rpc.v1.AuthorizeAnswer.$Properties): keyway.rpc.v1.AuthorizeAnswer;
                 * }}
                 */
                AuthorizeAnswer.create = function(properties) {
                    return new AuthorizeAnswer(properties);
                };

                /**
                 * Encodes the specified AuthorizeAnswer message. Does not implicitly {@link keyway.rpc.v1.AuthorizeAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @static
                 * @param {keyway.rpc.v1.AuthorizeAnswer.$Properties} message AuthorizeAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AuthorizeAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.code);
                    if (message.spki != null && $Object.hasOwnProperty.call(message, "spki") && message.spki.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.spki);
                    if (message.rights != null && $Object.hasOwnProperty.call(message, "rights") && message.rights !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.rights);
                    if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && (typeof message.serial === "object" ? message.serial.low || message.serial.high : message.serial !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.serial);
                    if (message.known != null && $Object.hasOwnProperty.call(message, "known") && message.known !== false)
                        writer.uint32(/* id 5, wireType 0 =*/40).bool(message.known);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AuthorizeAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.AuthorizeAnswer & keyway.rpc.v1.AuthorizeAnswer.$Shape} AuthorizeAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AuthorizeAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.AuthorizeAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.spki = value;
                                else
                                    delete message.spki;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.rights = value;
                                else
                                    delete message.rights;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.serial = value;
                                else
                                    delete message.serial;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.known = value;
                                else
                                    delete message.known;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies an AuthorizeAnswer message.
                 * @function verify
                 * @memberof keyway.rpc.v1.AuthorizeAnswer
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                AuthorizeAnswer.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                        if (!$util.isInteger(message.code))
                            return "code: integer expected";
                    if (message.spki != null && $Object.hasOwnProperty.call(message, "spki"))
                        if (!(message.spki && typeof message.spki.length === "number" || $util.isString(message.spki)))
                            return "spki: buffer expected";
                    if (message.rights != null && $Object.hasOwnProperty.call(message, "rights"))
                        if (!$util.isInteger(message.rights))
                            return "rights: integer expected";
                    if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                        if (!$util.isInteger(message.serial) && !(message.serial && $util.isInteger(message.serial.low) && $util.isInteger(message.serial.high)))
                            return "serial: integer|Long expected";
                    if (message.known != null && $Object.hasOwnProperty.call(message, "known"))
                        if (typeof message.known !== "boolean")
                            return "known: boolean expected";
                    return null;
                };

                return AuthorizeAnswer;
            })();

            v1.KeyringCall = (function() {

                /**
                 * Properties of a KeyringCall.
                 * @typedef {Object} keyway.rpc.v1.KeyringCall.$Properties
                 * @property {Uint8Array|null} [keyId] KeyringCall keyId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a KeyringCall.
                 * @memberof keyway.rpc.v1
                 * @interface IKeyringCall
                 * @augments keyway.rpc.v1.KeyringCall.$Properties
                 * @deprecated Use keyway.rpc.v1.KeyringCall.$Properties instead.
                 */

                /**
                 * Shape of a KeyringCall.
                 * @typedef {keyway.rpc.v1.KeyringCall.$Properties} keyway.rpc.v1.KeyringCall.$Shape
                 */

                /**
                 * Constructs a new KeyringCall.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a KeyringCall.
                 * @constructor
                 * @param {keyway.rpc.v1.KeyringCall.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const KeyringCall = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * KeyringCall keyId.
                 * @member {Uint8Array} keyId
                 * @memberof keyway.rpc.v1.KeyringCall
                 * @instance
                 */
                KeyringCall.prototype.keyId = $util.newBuffer([]);

                /**
                 * Creates a new KeyringCall instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.KeyringCall
                 * @static
                 * @param {keyway.rpc.v1.KeyringCall.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.KeyringCall} KeyringCall instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.KeyringCall.$Shape): keyway.rpc.v1.KeyringCall & keyway.rpc.v1.KeyringCall.$Shape;
                 *   (properties?: keyway.rpc.v1.KeyringCall.$Properties): keyway.rpc.v1.KeyringCall;
                 * }}
                 */
                KeyringCall.create = function(properties) {
                    return new KeyringCall(properties);
                };

                /**
                 * Encodes the specified KeyringCall message. Does not implicitly {@link keyway.rpc.v1.KeyringCall.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.KeyringCall
                 * @static
                 * @param {keyway.rpc.v1.KeyringCall.$Properties} message KeyringCall message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                KeyringCall.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a KeyringCall message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.KeyringCall
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.KeyringCall & keyway.rpc.v1.KeyringCall.$Shape} KeyringCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                KeyringCall.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.KeyringCall();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.keyId = value;
                                else
                                    delete message.keyId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a KeyringCall message.
                 * @function verify
                 * @memberof keyway.rpc.v1.KeyringCall
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                KeyringCall.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId"))
                        if (!(message.keyId && typeof message.keyId.length === "number" || $util.isString(message.keyId)))
                            return "keyId: buffer expected";
                    return null;
                };

                return KeyringCall;
            })();

            v1.KeyringAnswer = (function() {

                /**
                 * Properties of a KeyringAnswer.
                 * @typedef {Object} keyway.rpc.v1.KeyringAnswer.$Properties
                 * @property {Uint8Array|null} [sealed] KeyringAnswer sealed
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a KeyringAnswer.
                 * @memberof keyway.rpc.v1
                 * @interface IKeyringAnswer
                 * @augments keyway.rpc.v1.KeyringAnswer.$Properties
                 * @deprecated Use keyway.rpc.v1.KeyringAnswer.$Properties instead.
                 */

                /**
                 * Shape of a KeyringAnswer.
                 * @typedef {keyway.rpc.v1.KeyringAnswer.$Properties} keyway.rpc.v1.KeyringAnswer.$Shape
                 */

                /**
                 * Constructs a new KeyringAnswer.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a KeyringAnswer.
                 * @constructor
                 * @param {keyway.rpc.v1.KeyringAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const KeyringAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * KeyringAnswer sealed.
                 * @member {Uint8Array} sealed
                 * @memberof keyway.rpc.v1.KeyringAnswer
                 * @instance
                 */
                KeyringAnswer.prototype.sealed = $util.newBuffer([]);

                /**
                 * Creates a new KeyringAnswer instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.KeyringAnswer
                 * @static
                 * @param {keyway.rpc.v1.KeyringAnswer.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.KeyringAnswer} KeyringAnswer instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.KeyringAnswer.$Shape): keyway.rpc.v1.KeyringAnswer & keyway.rpc.v1.KeyringAnswer.$Shape;
                 *   (properties?: keyway.rpc.v1.KeyringAnswer.$Properties): keyway.rpc.v1.KeyringAnswer;
                 * }}
                 */
                KeyringAnswer.create = function(properties) {
                    return new KeyringAnswer(properties);
                };

                /**
                 * Encodes the specified KeyringAnswer message. Does not implicitly {@link keyway.rpc.v1.KeyringAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.KeyringAnswer
                 * @static
                 * @param {keyway.rpc.v1.KeyringAnswer.$Properties} message KeyringAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                KeyringAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed") && message.sealed.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sealed);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a KeyringAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.KeyringAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.KeyringAnswer & keyway.rpc.v1.KeyringAnswer.$Shape} KeyringAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                KeyringAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.KeyringAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.sealed = value;
                                else
                                    delete message.sealed;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a KeyringAnswer message.
                 * @function verify
                 * @memberof keyway.rpc.v1.KeyringAnswer
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                KeyringAnswer.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed"))
                        if (!(message.sealed && typeof message.sealed.length === "number" || $util.isString(message.sealed)))
                            return "sealed: buffer expected";
                    return null;
                };

                return KeyringAnswer;
            })();

            v1.EpochList = (function() {

                /**
                 * Properties of an EpochList.
                 * @typedef {Object} keyway.rpc.v1.EpochList.$Properties
                 * @property {Array.<keyway.rpc.v1.Epoch.$Properties>|null} [epochs] EpochList epochs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EpochList.
                 * @memberof keyway.rpc.v1
                 * @interface IEpochList
                 * @augments keyway.rpc.v1.EpochList.$Properties
                 * @deprecated Use keyway.rpc.v1.EpochList.$Properties instead.
                 */

                /**
                 * Shape of an EpochList.
                 * @typedef {keyway.rpc.v1.EpochList.$Properties} keyway.rpc.v1.EpochList.$Shape
                 */

                /**
                 * Constructs a new EpochList.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents an EpochList.
                 * @constructor
                 * @param {keyway.rpc.v1.EpochList.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EpochList = function (properties) {
                    this.epochs = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EpochList epochs.
                 * @member {Array.<keyway.rpc.v1.Epoch.$Properties>} epochs
                 * @memberof keyway.rpc.v1.EpochList
                 * @instance
                 */
                EpochList.prototype.epochs = $util.emptyArray;

                /**
                 * Creates a new EpochList instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.EpochList
                 * @static
                 * @param {keyway.rpc.v1.EpochList.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.EpochList} EpochList instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.EpochList.$Shape): keyway.rpc.v1.EpochList & keyway.rpc.v1.EpochList.$Shape;
                 *   (properties?: keyway.rpc.v1.EpochList.$Properties): keyway.rpc.v1.EpochList;
                 * }}
                 */
                EpochList.create = function(properties) {
                    return new EpochList(properties);
                };

                /**
                 * Encodes the specified EpochList message. Does not implicitly {@link keyway.rpc.v1.EpochList.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.EpochList
                 * @static
                 * @param {keyway.rpc.v1.EpochList.$Properties} message EpochList message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EpochList.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.epochs != null && message.epochs.length)
                        for (let i = 0; i < message.epochs.length; ++i)
                            $root.keyway.rpc.v1.Epoch.encode(message.epochs[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EpochList message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.EpochList
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.EpochList & keyway.rpc.v1.EpochList.$Shape} EpochList
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EpochList.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.EpochList();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.epochs && message.epochs.length))
                                    message.epochs = [];
                                message.epochs.push($root.keyway.rpc.v1.Epoch.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies an EpochList message.
                 * @function verify
                 * @memberof keyway.rpc.v1.EpochList
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                EpochList.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.epochs != null && $Object.hasOwnProperty.call(message, "epochs")) {
                        if (!$Array.isArray(message.epochs))
                            return "epochs: array expected";
                        for (let i = 0; i < message.epochs.length; ++i) {
                            let error = $root.keyway.rpc.v1.Epoch.verify(message.epochs[i], _depth + 1);
                            if (error)
                                return "epochs." + error;
                        }
                    }
                    return null;
                };

                return EpochList;
            })();

            v1.Epoch = (function() {

                /**
                 * Properties of an Epoch.
                 * @typedef {Object} keyway.rpc.v1.Epoch.$Properties
                 * @property {number|null} [id] Epoch id
                 * @property {Uint8Array|null} [key] Epoch key
                 * @property {number|Long|null} [notBeforeMs] Epoch notBeforeMs
                 * @property {number|Long|null} [issueUntilMs] Epoch issueUntilMs
                 * @property {number|Long|null} [acceptUntilMs] Epoch acceptUntilMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Epoch.
                 * @memberof keyway.rpc.v1
                 * @interface IEpoch
                 * @augments keyway.rpc.v1.Epoch.$Properties
                 * @deprecated Use keyway.rpc.v1.Epoch.$Properties instead.
                 */

                /**
                 * Shape of an Epoch.
                 * @typedef {keyway.rpc.v1.Epoch.$Properties} keyway.rpc.v1.Epoch.$Shape
                 */

                /**
                 * Constructs a new Epoch.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents an Epoch.
                 * @constructor
                 * @param {keyway.rpc.v1.Epoch.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Epoch = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Epoch id.
                 * @member {number} id
                 * @memberof keyway.rpc.v1.Epoch
                 * @instance
                 */
                Epoch.prototype.id = 0;

                /**
                 * Epoch key.
                 * @member {Uint8Array} key
                 * @memberof keyway.rpc.v1.Epoch
                 * @instance
                 */
                Epoch.prototype.key = $util.newBuffer([]);

                /**
                 * Epoch notBeforeMs.
                 * @member {number|Long} notBeforeMs
                 * @memberof keyway.rpc.v1.Epoch
                 * @instance
                 */
                Epoch.prototype.notBeforeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Epoch issueUntilMs.
                 * @member {number|Long} issueUntilMs
                 * @memberof keyway.rpc.v1.Epoch
                 * @instance
                 */
                Epoch.prototype.issueUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Epoch acceptUntilMs.
                 * @member {number|Long} acceptUntilMs
                 * @memberof keyway.rpc.v1.Epoch
                 * @instance
                 */
                Epoch.prototype.acceptUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Epoch instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.Epoch
                 * @static
                 * @param {keyway.rpc.v1.Epoch.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.Epoch} Epoch instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.Epoch.$Shape): keyway.rpc.v1.Epoch & keyway.rpc.v1.Epoch.$Shape;
                 *   (properties?: keyway.rpc.v1.Epoch.$Properties): keyway.rpc.v1.Epoch;
                 * }}
                 */
                Epoch.create = function(properties) {
                    return new Epoch(properties);
                };

                /**
                 * Encodes the specified Epoch message. Does not implicitly {@link keyway.rpc.v1.Epoch.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.Epoch
                 * @static
                 * @param {keyway.rpc.v1.Epoch.$Properties} message Epoch message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Epoch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                    if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs") && (typeof message.notBeforeMs === "object" ? message.notBeforeMs.low || message.notBeforeMs.high : message.notBeforeMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.notBeforeMs);
                    if (message.issueUntilMs != null && $Object.hasOwnProperty.call(message, "issueUntilMs") && (typeof message.issueUntilMs === "object" ? message.issueUntilMs.low || message.issueUntilMs.high : message.issueUntilMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.issueUntilMs);
                    if (message.acceptUntilMs != null && $Object.hasOwnProperty.call(message, "acceptUntilMs") && (typeof message.acceptUntilMs === "object" ? message.acceptUntilMs.low || message.acceptUntilMs.high : message.acceptUntilMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.acceptUntilMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Epoch message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.Epoch
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.Epoch & keyway.rpc.v1.Epoch.$Shape} Epoch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Epoch.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.Epoch();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.notBeforeMs = value;
                                else
                                    delete message.notBeforeMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.issueUntilMs = value;
                                else
                                    delete message.issueUntilMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.acceptUntilMs = value;
                                else
                                    delete message.acceptUntilMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies an Epoch message.
                 * @function verify
                 * @memberof keyway.rpc.v1.Epoch
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                Epoch.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        if (!$util.isInteger(message.id))
                            return "id: integer expected";
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        if (!(message.key && typeof message.key.length === "number" || $util.isString(message.key)))
                            return "key: buffer expected";
                    if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs"))
                        if (!$util.isInteger(message.notBeforeMs) && !(message.notBeforeMs && $util.isInteger(message.notBeforeMs.low) && $util.isInteger(message.notBeforeMs.high)))
                            return "notBeforeMs: integer|Long expected";
                    if (message.issueUntilMs != null && $Object.hasOwnProperty.call(message, "issueUntilMs"))
                        if (!$util.isInteger(message.issueUntilMs) && !(message.issueUntilMs && $util.isInteger(message.issueUntilMs.low) && $util.isInteger(message.issueUntilMs.high)))
                            return "issueUntilMs: integer|Long expected";
                    if (message.acceptUntilMs != null && $Object.hasOwnProperty.call(message, "acceptUntilMs"))
                        if (!$util.isInteger(message.acceptUntilMs) && !(message.acceptUntilMs && $util.isInteger(message.acceptUntilMs.low) && $util.isInteger(message.acceptUntilMs.high)))
                            return "acceptUntilMs: integer|Long expected";
                    return null;
                };

                return Epoch;
            })();

            v1.ManifestAnswer = (function() {

                /**
                 * Properties of a ManifestAnswer.
                 * @typedef {Object} keyway.rpc.v1.ManifestAnswer.$Properties
                 * @property {Uint8Array|null} [signedManifest] ManifestAnswer signedManifest
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ManifestAnswer.
                 * @memberof keyway.rpc.v1
                 * @interface IManifestAnswer
                 * @augments keyway.rpc.v1.ManifestAnswer.$Properties
                 * @deprecated Use keyway.rpc.v1.ManifestAnswer.$Properties instead.
                 */

                /**
                 * Shape of a ManifestAnswer.
                 * @typedef {keyway.rpc.v1.ManifestAnswer.$Properties} keyway.rpc.v1.ManifestAnswer.$Shape
                 */

                /**
                 * Constructs a new ManifestAnswer.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a ManifestAnswer.
                 * @constructor
                 * @param {keyway.rpc.v1.ManifestAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ManifestAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ManifestAnswer signedManifest.
                 * @member {Uint8Array} signedManifest
                 * @memberof keyway.rpc.v1.ManifestAnswer
                 * @instance
                 */
                ManifestAnswer.prototype.signedManifest = $util.newBuffer([]);

                /**
                 * Creates a new ManifestAnswer instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.ManifestAnswer
                 * @static
                 * @param {keyway.rpc.v1.ManifestAnswer.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.ManifestAnswer} ManifestAnswer instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.ManifestAnswer.$Shape): keyway.rpc.v1.ManifestAnswer & keyway.rpc.v1.ManifestAnswer.$Shape;
                 *   (properties?: keyway.rpc.v1.ManifestAnswer.$Properties): keyway.rpc.v1.ManifestAnswer;
                 * }}
                 */
                ManifestAnswer.create = function(properties) {
                    return new ManifestAnswer(properties);
                };

                /**
                 * Encodes the specified ManifestAnswer message. Does not implicitly {@link keyway.rpc.v1.ManifestAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.ManifestAnswer
                 * @static
                 * @param {keyway.rpc.v1.ManifestAnswer.$Properties} message ManifestAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ManifestAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.signedManifest != null && $Object.hasOwnProperty.call(message, "signedManifest") && message.signedManifest.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signedManifest);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ManifestAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.ManifestAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.ManifestAnswer & keyway.rpc.v1.ManifestAnswer.$Shape} ManifestAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ManifestAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.ManifestAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.signedManifest = value;
                                else
                                    delete message.signedManifest;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a ManifestAnswer message.
                 * @function verify
                 * @memberof keyway.rpc.v1.ManifestAnswer
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                ManifestAnswer.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.signedManifest != null && $Object.hasOwnProperty.call(message, "signedManifest"))
                        if (!(message.signedManifest && typeof message.signedManifest.length === "number" || $util.isString(message.signedManifest)))
                            return "signedManifest: buffer expected";
                    return null;
                };

                return ManifestAnswer;
            })();

            v1.LookupCall = (function() {

                /**
                 * Properties of a LookupCall.
                 * @typedef {Object} keyway.rpc.v1.LookupCall.$Properties
                 * @property {Array.<Uint8Array>|null} [clientIds] LookupCall clientIds
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LookupCall.
                 * @memberof keyway.rpc.v1
                 * @interface ILookupCall
                 * @augments keyway.rpc.v1.LookupCall.$Properties
                 * @deprecated Use keyway.rpc.v1.LookupCall.$Properties instead.
                 */

                /**
                 * Shape of a LookupCall.
                 * @typedef {keyway.rpc.v1.LookupCall.$Properties} keyway.rpc.v1.LookupCall.$Shape
                 */

                /**
                 * Constructs a new LookupCall.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a LookupCall.
                 * @constructor
                 * @param {keyway.rpc.v1.LookupCall.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LookupCall = function (properties) {
                    this.clientIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LookupCall clientIds.
                 * @member {Array.<Uint8Array>} clientIds
                 * @memberof keyway.rpc.v1.LookupCall
                 * @instance
                 */
                LookupCall.prototype.clientIds = $util.emptyArray;

                /**
                 * Creates a new LookupCall instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.LookupCall
                 * @static
                 * @param {keyway.rpc.v1.LookupCall.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.LookupCall} LookupCall instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.LookupCall.$Shape): keyway.rpc.v1.LookupCall & keyway.rpc.v1.LookupCall.$Shape;
                 *   (properties?: keyway.rpc.v1.LookupCall.$Properties): keyway.rpc.v1.LookupCall;
                 * }}
                 */
                LookupCall.create = function(properties) {
                    return new LookupCall(properties);
                };

                /**
                 * Encodes the specified LookupCall message. Does not implicitly {@link keyway.rpc.v1.LookupCall.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.LookupCall
                 * @static
                 * @param {keyway.rpc.v1.LookupCall.$Properties} message LookupCall message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LookupCall.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.clientIds != null && message.clientIds.length)
                        for (let i = 0; i < message.clientIds.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.clientIds[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LookupCall message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.LookupCall
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.LookupCall & keyway.rpc.v1.LookupCall.$Shape} LookupCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LookupCall.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.LookupCall();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.clientIds && message.clientIds.length))
                                    message.clientIds = [];
                                message.clientIds.push(reader.bytes());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a LookupCall message.
                 * @function verify
                 * @memberof keyway.rpc.v1.LookupCall
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                LookupCall.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.clientIds != null && $Object.hasOwnProperty.call(message, "clientIds")) {
                        if (!$Array.isArray(message.clientIds))
                            return "clientIds: array expected";
                        for (let i = 0; i < message.clientIds.length; ++i)
                            if (!(message.clientIds[i] && typeof message.clientIds[i].length === "number" || $util.isString(message.clientIds[i])))
                                return "clientIds: buffer[] expected";
                    }
                    return null;
                };

                return LookupCall;
            })();

            v1.LookupAnswer = (function() {

                /**
                 * Properties of a LookupAnswer.
                 * @typedef {Object} keyway.rpc.v1.LookupAnswer.$Properties
                 * @property {Array.<boolean>|null} [known] LookupAnswer known
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LookupAnswer.
                 * @memberof keyway.rpc.v1
                 * @interface ILookupAnswer
                 * @augments keyway.rpc.v1.LookupAnswer.$Properties
                 * @deprecated Use keyway.rpc.v1.LookupAnswer.$Properties instead.
                 */

                /**
                 * Shape of a LookupAnswer.
                 * @typedef {keyway.rpc.v1.LookupAnswer.$Properties} keyway.rpc.v1.LookupAnswer.$Shape
                 */

                /**
                 * Constructs a new LookupAnswer.
                 * @memberof keyway.rpc.v1
                 * @classdesc Represents a LookupAnswer.
                 * @constructor
                 * @param {keyway.rpc.v1.LookupAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LookupAnswer = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LookupAnswer known.
                 * @member {Array.<boolean>} known
                 * @memberof keyway.rpc.v1.LookupAnswer
                 * @instance
                 */
                LookupAnswer.prototype.known = $util.emptyArray;

                /**
                 * Creates a new LookupAnswer instance using the specified properties.
                 * @function create
                 * @memberof keyway.rpc.v1.LookupAnswer
                 * @static
                 * @param {keyway.rpc.v1.LookupAnswer.$Properties=} [properties] Properties to set
                 * @returns {keyway.rpc.v1.LookupAnswer} LookupAnswer instance
                 * @type {{
                 *   (properties: keyway.rpc.v1.LookupAnswer.$Shape): keyway.rpc.v1.LookupAnswer & keyway.rpc.v1.LookupAnswer.$Shape;
                 *   (properties?: keyway.rpc.v1.LookupAnswer.$Properties): keyway.rpc.v1.LookupAnswer;
                 * }}
                 */
                LookupAnswer.create = function(properties) {
                    return new LookupAnswer(properties);
                };

                /**
                 * Encodes the specified LookupAnswer message. Does not implicitly {@link keyway.rpc.v1.LookupAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof keyway.rpc.v1.LookupAnswer
                 * @static
                 * @param {keyway.rpc.v1.LookupAnswer.$Properties} message LookupAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LookupAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.known != null && message.known.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bools(message.known);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LookupAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof keyway.rpc.v1.LookupAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {keyway.rpc.v1.LookupAnswer & keyway.rpc.v1.LookupAnswer.$Shape} LookupAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LookupAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.keyway.rpc.v1.LookupAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType === 2) {
                                    if (!(message.known && message.known.length))
                                        message.known = [];
                                    reader.bools(message.known);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push(reader.bool());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a LookupAnswer message.
                 * @function verify
                 * @memberof keyway.rpc.v1.LookupAnswer
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                LookupAnswer.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.known != null && $Object.hasOwnProperty.call(message, "known")) {
                        if (!$Array.isArray(message.known))
                            return "known: array expected";
                        for (let i = 0; i < message.known.length; ++i)
                            if (typeof message.known[i] !== "boolean")
                                return "known: boolean[] expected";
                    }
                    return null;
                };

                return LookupAnswer;
            })();

            return v1;
        })();

        return rpc;
    })();

    return keyway;
})();

export {
  $root as default
};
