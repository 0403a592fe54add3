import { createPublicKey, verify } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKeyFile, openKeyFile, readPublicKey } from '../../src/publish/key-file.ts'
import { canonicalJson } from '../../src/registry/trust/canonical-json.ts'
import { hexDigest } from '../../src/registry/trust/digest.ts'
import { newFolder, PASSPHRASE } from './sample-ceremony.ts'

const newKey = () => {
  const file = join(newFolder('key'), 'li.key')
  return { file, key: createKeyFile(file, 'li', PASSPHRASE) }
}

describe('createKeyFile', () => {
  it('writes an encrypted private key for its owner alone, and a public part', async () => {
    const { file, key } = newKey()
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readPublicKey(`${file}.pub`)).toEqual(key)
    expect(key.id).toBe(await hexDigest('SHA-256', canonicalJson({ ...key.body, keyval: { ...key.body.keyval } })))
  })

  it('refuses to overwrite, to write into a repository, and short passphrases', () => {
    const { file } = newKey()
    expect(() => createKeyFile(file, 'li', PASSPHRASE)).toThrow(
      new Error(`${file}: is there already; a key file is never overwritten`),
    )
    const inside = join(process.cwd(), 'li.key')
    expect(() => createKeyFile(inside, 'li', PASSPHRASE)).toThrow(
      new Error(`${inside}: lies inside the Git repository ${process.cwd()}; keep keys outside`),
    )
    expect(existsSync(inside)).toBe(false)
    expect(() => createKeyFile(`${file}2`, 'li', 'short')).toThrow(
      new Error('the passphrase needs at least 12 characters'),
    )
  })
})

describe('openKeyFile', () => {
  it('signs what node verifies, after a round trip through the file', () => {
    const { file, key } = newKey()
    const signature = openKeyFile(file, PASSPHRASE).sign(Buffer.from('text'))
    expect(signature).toMatchObject({ keyID: key.id })
    expect(signature.sig).toMatch(/^[0-9a-f]{128}$/)
    const x = Buffer.from(key.body.keyval.public, 'hex').toString('base64url')
    const known = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const good = (text: string) => verify(null, Buffer.from(text), known, Buffer.from(signature.sig, 'hex'))
    expect([good('text'), good('other')]).toEqual([true, false])
  })

  it('refuses a wrong passphrase, a file others may read, and an unencrypted key', () => {
    const { file } = newKey()
    expect(() => openKeyFile(file, 'another passphrase')).toThrow(
      new Error(`${file}: the passphrase is wrong or the file is damaged`),
    )
    chmodSync(file, 0o644)
    expect(() => openKeyFile(file, PASSPHRASE)).toThrow(
      new Error(`${file}: other users may read it; run chmod 600 ${file}`),
    )
    chmodSync(file, 0o600)
    writeFileSync(file, '-----BEGIN PRIVATE KEY-----\n')
    expect(() => openKeyFile(file, PASSPHRASE)).toThrow(
      new Error(`${file}: is not encrypted; make a new key with keygen`),
    )
  })

  it('refuses a private key beside the public part of another', () => {
    const [one, two] = [newKey(), newKey()]
    writeFileSync(`${one.file}.pub`, readFileSync(`${two.file}.pub`))
    expect(() => openKeyFile(one.file, PASSPHRASE)).toThrow(
      new Error(`${one.file}: does not belong to ${one.file}.pub`),
    )
  })
})

it('names the file that is not there', () => {
  const { file } = newKey()
  expect(() => readPublicKey(`${file}2.pub`)).toThrow(new Error(`${file}2.pub: is missing or unreadable`))
  rmSync(file)
  expect(() => openKeyFile(file, PASSPHRASE)).toThrow(new Error(`${file}: is missing or unreadable`))
})

describe('readPublicKey', () => {
  it('refuses small-order and malformed keys', () => {
    const { file, key } = newKey()
    const put = (change: object) => writeFileSync(`${file}.pub`, JSON.stringify({ ...key.body, ...change }))
    put({ keyval: { public: '00'.repeat(32) } })
    expect(() => readPublicKey(`${file}.pub`)).toThrow(
      new Error(`${file}.pub: is a weak key (small order): anyone could sign for it`),
    )
    put({ keyval: { public: 'ff' } })
    expect(() => readPublicKey(`${file}.pub`)).toThrow(
      new Error(`${file}.pub: keyval.public is not 64 small hexadecimal digits`),
    )
    put({ name: 'li\u202e' })
    expect(() => readPublicKey(`${file}.pub`)).toThrow(
      new Error(`${file}.pub: name holds an invisible or direction-changing character`),
    )
    writeFileSync(`${file}.pub`, '[]')
    expect(() => readPublicKey(`${file}.pub`)).toThrow(new Error(`${file}.pub: the key is not a mapping`))
    writeFileSync(`${file}.pub`, 'no')
    expect(() => readPublicKey(`${file}.pub`)).toThrow(new Error(`${file}.pub: is not a public key file`))
  })
})
