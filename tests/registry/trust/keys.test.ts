/** Which keys count, how signatures of every scheme verify, and failure case 45: keys that must never count. */
import { getPublicKeyAsync, Point, signAsync } from '@noble/ed25519'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { JsonObject } from '../../../src/registry/trust/canonical-json.ts'
import { isUsableEd25519Key, verifyEd25519 } from '../../../src/registry/trust/ed25519.ts'
import { bytesFromHex } from '../../../src/registry/trust/hex.ts'
import { ALL_SCHEMES, openKey, REGISTRY_SCHEMES } from '../../../src/registry/trust/keys.ts'
import { type Bytes, utf8 } from '../../support/fake-authority.ts'
import { createSigner, derOf, keyIdOf, type SignerKind } from '../../support/signers.ts'

const KINDS: SignerKind[] = ['ed25519', 'ecdsa', 'rsa-pss', 'rsa-pkcs1']
const message = utf8('what is signed')
const hex = (text: string): Bytes => bytesFromHex(text) ?? new Uint8Array()

async function open(body: JsonObject, schemes = ALL_SCHEMES, id?: string) {
  const { keytype, scheme, keyval } = body as { keytype: string; scheme: string; keyval: { public: string } }
  return openKey({ id: id ?? (await keyIdOf(body)), keytype, scheme, publicValue: keyval.public, body }, schemes)
}

afterEach(() => vi.restoreAllMocks())

describe.each(KINDS)('%s', (kind) => {
  test('verifies its own signature and nothing else', async () => {
    const signer = await createSigner(kind)
    const key = await open(signer.body)
    const signature = hex(await signer.sign(message))
    expect(await key?.verify(signature, message)).toBe(true)
    expect(await key?.verify(signature, utf8('something else'))).toBe(false)
    expect(await key?.verify(hex(await (await createSigner(kind)).sign(message)), message)).toBe(false)
    expect(await key?.verify(signature.slice(0, -1), message)).toBe(false)
    expect(await key?.verify(new Uint8Array(), message)).toBe(false)
  })

  test('does not count under another key type, scheme or id', async () => {
    const { body } = await createSigner(kind)
    expect(await open({ ...body, keytype: 'other' })).toBeUndefined()
    expect(await open({ ...body, scheme: 'other' })).toBeUndefined()
    expect(await open(body, ALL_SCHEMES, '00'.repeat(32))).toBeUndefined()
    expect(await open({ ...body, keyval: { public: 'zz' } })).toBeUndefined()
  })
})

test('the registry itself accepts Ed25519 and P-256 only', async () => {
  const opened = await Promise.all(KINDS.map(async (kind) => open((await createSigner(kind)).body, REGISTRY_SCHEMES)))
  expect(opened.map((key) => key !== undefined)).toEqual([true, true, false, false])
})

test('a key that is no RSA key verifies nothing as one', async () => {
  const { body } = await createSigner('ecdsa')
  const key = await open({ ...body, keytype: 'rsa', scheme: 'rsassa-pss-sha256' })
  expect(await key?.verify(new Uint8Array(256), message)).toBe(false)
})

test('a short RSA key never counts', async () => {
  const algorithm = { name: 'RSA-PSS', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const spki = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))))
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`
  const key = await open({ keytype: 'rsa', scheme: 'rsassa-pss-sha256', keyval: { public: pem } })
  const signature = await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 32 }, pair.privateKey, message)
  expect(await key?.verify(new Uint8Array(signature), message)).toBe(false)
})

describe('45 Ed25519 keys that must never count', () => {
  const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')
  const small = Array.from({ length: 8 }, (_, times) => {
    let point = Point.ZERO
    for (let count = 0; count < times; count++) point = point.add(torsion)
    return point.toHex()
  })

  test('the eight small-order points are eight, and refused', () => {
    expect(new Set(small).size).toBe(8)
    expect(small.filter((point) => isUsableEd25519Key(hex(point)))).toEqual([])
  })

  test.each([
    ['order 1 with the sign of x set', `01${'00'.repeat(30)}80`],
    ['y = p, unreduced zero', `ed${'ff'.repeat(30)}7f`],
    ['y = p + 1, unreduced one', `ee${'ff'.repeat(30)}7f`],
    ['y = 2^255 - 1', `${'ff'.repeat(31)}7f`],
    ['31 bytes', '11'.repeat(31)],
    ['33 bytes', '11'.repeat(33)],
    ['no bytes', ''],
  ])('%s', (_name, point) => {
    expect(isUsableEd25519Key(hex(point))).toBe(false)
  })

  test('a forged signature for the identity key is not even tried', async () => {
    // R = identity, S = 0: under the identity key S·B = R + k·A holds for every message.
    const forged = hex(`01${'00'.repeat(31)}${'00'.repeat(32)}`)
    const body = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: `01${'00'.repeat(31)}` } }
    const verify = vi.spyOn(crypto.subtle, 'verify')
    expect(await (await open(body))?.verify(forged, message)).toBeUndefined()
    expect(verify).not.toHaveBeenCalled()
  })

  test('keys of people are usable', async () => {
    for (let count = 0; count < 20; count++) {
      const { body } = await createSigner('ed25519')
      expect(await open(body)).toBeDefined()
    }
  })
})

describe('a browser without Ed25519', () => {
  test('verifies with the fallback, as strictly', async () => {
    const secret = crypto.getRandomValues(new Uint8Array(32))
    const key = new Uint8Array(await getPublicKeyAsync(secret))
    const signature = new Uint8Array(await signAsync(message, secret))
    const importKey = vi.spyOn(crypto.subtle, 'importKey').mockImplementation(async () => {
      throw new DOMException('Unrecognized name', 'NotSupportedError')
    })
    expect(await verifyEd25519(key, signature, message)).toBe(true)
    expect(await verifyEd25519(key, signature, utf8('something else'))).toBe(false)
    expect(await verifyEd25519(key, signature.slice(1), message)).toBe(false)
    const off = new Uint8Array(32).fill(2) // y = 0x0202…: no point of the curve
    expect(await verifyEd25519(off, signature, message)).toBe(false)
    expect(importKey).toHaveBeenCalled()
  })

  test('any other failure of the platform is a refusal, not a reason to fall back', async () => {
    const signer = await createSigner('ed25519')
    const key = await open(signer.body)
    const signature = hex(await signer.sign(message))
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'DataError'))
    expect(await key?.verify(signature, message)).toBe(false)
  })
})

describe('ECDSA', () => {
  test('the bare hexadecimal point is the same key as the PEM, under both key types', async () => {
    const { body } = await createSigner('ecdsa')
    const pem = await open(body)
    const point = pem?.material.replace('p256:', '') ?? ''
    const bare = { ...body, keytype: 'ecdsa-sha2-nistp256', keyval: { public: point } }
    expect((await open(bare))?.material).toBe(pem?.material)
    expect((await open({ ...body, keytype: 'ecdsa-sha2-nistp256' }))?.material).toBe(pem?.material)
  })

  test.each([
    ['a compressed point', `02${'11'.repeat(32)}`],
    ['a point of the wrong length', `04${'11'.repeat(63)}`],
    ['PEM of something else', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'],
    ['PEM that is not base64', '-----BEGIN PUBLIC KEY-----\nA=A=A\n-----END PUBLIC KEY-----\n'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
  ])('%s is no key', async (_name, value) => {
    expect(await open({ keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: value } })).toBeUndefined()
  })

  test('PEM of a key on another curve is no key, though its length fits', async () => {
    const { body } = await createSigner('ecdsa')
    const { public: pem } = body.keyval as { public: string }
    const der = Uint8Array.from(atob(pem.replace(/-----[A-Z ]+-----|\s/g, '')), (character) => character.charCodeAt(0))
    der[22] = (der[22] ?? 0) ^ 1 // the last byte of the name of the curve
    const other = `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...der))}\n-----END PUBLIC KEY-----\n`
    expect(await open({ ...body, keyval: { public: other } })).toBeUndefined()
  })

  test('a point off the curve verifies nothing', async () => {
    const signer = await createSigner('ecdsa')
    const value = `04${'11'.repeat(64)}`
    const key = await open({ keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: value } })
    expect(await key?.verify(hex(await signer.sign(message)), message)).toBe(false)
  })

  test('short scalars are padded to 32 bytes', async () => {
    const key = await open((await createSigner('ecdsa')).body)
    const scalars = hex(`${'00'.repeat(31)}05${'00'.repeat(30)}80ff`)
    const verify = vi.spyOn(crypto.subtle, 'verify')
    await key?.verify(derOf(scalars), message)
    expect(verify.mock.calls[0]?.[2]).toEqual(scalars)
  })

  test('only strict DER is read', async () => {
    const signer = await createSigner('ecdsa')
    const key = await open(signer.body)
    const scalars = hex('11'.repeat(64))
    const good = derOf(scalars)
    const bent: number[][] = [
      [0x31, ...good.slice(1)],
      [0x30, good.length - 1, ...good.slice(2)],
      [...good, 0],
      [0x30, 0],
      [0x30, 2, 2, 0],
      [0x30, 3, 2, 1, 1],
      [0x30, 6, 3, 1, 1, 2, 1, 1],
      [0x30, 6, 2, 1, 0x81, 2, 1, 1],
      [0x30, 7, 2, 2, 0, 1, 2, 1, 1],
      [0x30, 6, 2, 1, 1, 2, 9, 1],
      [0x30, 38, 2, 33, ...Array(33).fill(1), 2, 1, 1],
      [0x30, 6, 2, 1, 1, 3, 1, 1],
      [0x30, 4, 2, 2, 0, 0x81],
      [0x30, 3, 2, 1, 0],
      [0x30, 1, 2],
    ]
    const verify = vi.spyOn(crypto.subtle, 'verify')
    for (const der of bent) expect(await key?.verify(new Uint8Array(der), message), String(der)).toBe(false)
    expect(verify).not.toHaveBeenCalled()
    expect(await key?.verify(good, message)).toBe(false)
    expect(verify).toHaveBeenCalledOnce()
  })
})

test('hexadecimal text is read strictly', () => {
  expect(bytesFromHex('00fF')).toEqual(new Uint8Array([0, 255]))
  for (const bad of ['0', '0g', ' 00', '0x00']) expect(bytesFromHex(bad)).toBeUndefined()
})
