import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeWhole } from '../../src/publish/write-whole.ts'

const place = () => mkdtempSync(join(tmpdir(), 'zhenhao-whole-'))

it('writes a file with its mode into folders that it makes', () => {
  const file = join(place(), 'a/b/key.pem')
  writeWhole(file, 'old', 0o600)
  writeWhole(file, new TextEncoder().encode('new'), 0o600)
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(file, '..'))).toEqual(['key.pem'])
})

it('leaves nothing behind when it fails', () => {
  const folder = place()
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'taken/file'), '')
  expect(() => writeWhole(join(folder, 'taken'), 'x')).toThrow()
  expect(readdirSync(folder)).toEqual(['taken'])
})
