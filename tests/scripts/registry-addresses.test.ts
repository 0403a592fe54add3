import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registryAddresses } from '../../scripts/registry-addresses.ts'

const refusal = (setting: string): string => {
  try {
    return `taken: ${registryAddresses(setting).join(' ')}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('registryAddresses', () => {
  it('takes none, one, and mirrors in their order', () => {
    expect(registryAddresses('')).toEqual([])
    expect(registryAddresses('  \n')).toEqual([])
    expect(registryAddresses('https://a.example/zhenhao/')).toEqual(['https://a.example/zhenhao/'])
    expect(registryAddresses(' https://b.example/\n\thttps://a.example:8443/x/ ')).toEqual([
      'https://b.example/',
      'https://a.example:8443/x/',
    ])
  })

  it('takes http from this machine alone', () => {
    for (const address of ['http://127.0.0.1:8080/', 'http://localhost/r/', 'http://[::1]:9/'])
      expect(registryAddresses(address)).toEqual([address])
  })

  it.each([
    ['registry.example/zhenhao/', 'is no address; write it like https://registry.example/zhenhao/'],
    ['http://a.example/', 'must begin with https:// (http:// is for this machine alone)'],
    ['http://127.0.0.1.a.example/', 'must begin with https:// (http:// is for this machine alone)'],
    ['ftp://a.example/', 'must begin with https:// (http:// is for this machine alone)'],
    ['https://li:secret@a.example/', 'must not hold a user name or password'],
    ['https://a.example/zhenhao/?key=1/', 'must not have a query or a fragment'],
    ['https://a.example/zhenhao/?', 'must not have a query or a fragment'],
    ['https://a.example/#/', 'must not have a query or a fragment'],
    ['https://a.example/zhenhao', 'must end with a slash, or its last part would be left out'],
    ['https://a.example', 'must end with a slash, or its last part would be left out'],
  ])('refuses %s', (address, reason) => {
    expect(refusal(address)).toBe(`ZHENHAO_REGISTRY: ${address} ${reason}`)
    expect(refusal(`https://good.example/ ${address}`)).toBe(`ZHENHAO_REGISTRY: ${address} ${reason}`)
  })

  it('refuses an address that stands there twice', () => {
    expect(refusal('https://a.example/ https://a.example/')).toBe(
      'ZHENHAO_REGISTRY: https://a.example/ stands there twice',
    )
  })

  it('whatever it takes keeps its path when a file is asked of it', () => {
    const webUrl = fc.webUrl({ validSchemes: ['https'], size: '-1' }).map((address) => `${address.replace(/\/$/, '')}/`)
    fc.assert(
      fc.property(webUrl, (address) => {
        expect(registryAddresses(address)).toEqual([address])
        expect(new URL('metadata/timestamp.json', address).href).toBe(`${new URL(address).href}metadata/timestamp.json`)
      }),
    )
  })
})
